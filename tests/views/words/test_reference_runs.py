"""The model beside what happened; a miss is called a miss."""

import pytest

from selfmgmt.analysis.reference_runs import reference_runs
from selfmgmt.language import speaking
from selfmgmt.views.words.reference_runs import reference_sentences, reference_table


@pytest.fixture(scope="module")
def found():
    """Every reported figure beside the model."""
    return reference_runs(draws=300, seed=1)


def test_every_miss_is_told_as_a_miss(found):
    """By name, with both figures, in sentence and table."""
    with speaking("en"):
        told, rows = reference_sentences(found), reference_table(found).rows
    misses = [beside for beside in found if beside.counts and not beside.is_within]
    assert sum(text.startswith("Miss: ") for text in told) == len(misses)
    for beside, row in zip(found, rows, strict=True):
        ended = "within range" if beside.is_within else "miss"
        assert row[-1] == (ended if beside.counts else "does not count")
    assert f"{len(misses)} are misses" in told[0]
    assert "do not count" in told[1]


def test_it_is_no_proof(found):
    """The last word is what this is worth."""
    with speaking("en"):
        assert "no proof" in reference_sentences(found)[-1]


def test_open_ends_are_told(found):
    """What was reported as a direction has no made-up number."""
    with speaking("en"):
        reported = " ".join(row[2] for row in reference_table(found).rows)
    assert "or more" in reported
    assert "or less" in reported
