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
        sentences, rows = reference_sentences(found), reference_table(found).rows
    misses = [check for check in found if check.counts and not check.is_within]
    assert sum(text.startswith("Miss: ") for text in sentences) == len(misses)
    for check, row in zip(found, rows, strict=True):
        ended = "within range" if check.is_within else "miss"
        assert row[-1] == (ended if check.counts else "does not count")
    assert f"{len(misses)} are misses" in sentences[0]
    assert "do not count" in sentences[1]


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
