"""What it takes is told in full: what does it, or what each demand must give way."""

import json

import pytest

from selfmgmt.analysis.search import DEMANDS, Goal, search
from selfmgmt.language import speaking
from selfmgmt.views.search_document import search_document
from selfmgmt.views.words.search import (
    pair_label,
    price_sentences,
    search_caution,
    search_sentences,
    search_table,
)


@pytest.fixture(scope="module")
def easy(study):
    """A goal that some combinations meet."""
    goal = Goal(capacity_floor=90, satisfaction_drop=0.05)
    return search(study, goal=goal, draws=100, seed=3)


@pytest.fixture(scope="module")
def hard(study):
    """A goal that none meets."""
    goal = Goal(capacity_floor=99.9, satisfaction_drop=0.001, support_floor=0.99)
    return search(study, goal=goal, draws=100, seed=3)


@pytest.fixture(autouse=True)
def _english():
    with speaking("en"):
        yield


def test_what_was_asked_and_what_does_it_are_told(study, easy):
    """With the number of combinations."""
    text = " ".join(search_sentences(study, easy))
    assert "8 combinations" in text
    assert "satisfaction at most 5% lower" in text
    assert f"{len(easy.fit)} combination" in text


def test_when_nothing_does_each_demand_has_its_price(study, hard):
    """Or it is said that giving way on it alone is not enough."""
    lines = price_sentences(study, hard)
    assert len(lines) == len(DEMANDS)
    for demand, line in zip(DEMANDS, lines, strict=True):
        one = hard.price_of[demand]
        expected = "not enough" if one is None else pair_label(study, one.pair)
        assert expected in line
    assert "No combination does all of this" in " ".join(search_sentences(study, hard))


def test_a_table_row_tells_what_goes_and_ranges(study, easy):
    """Never a bare point where there is a range."""
    rows = search_table(study, easy).rows
    assert len(rows) == min(5, len(easy.fit))
    assert all(" to " in row[3] for row in rows)
    assert "question to think about" in search_caution()


def test_today_s_way_of_working_is_called_that(study, easy):
    """A mix alone is no way of working."""
    labels = {pair_label(study, one.pair) for one in easy.frontiers}
    assert "Fewer tasks, working as today" in labels
    assert any(label.startswith("Within frames") for label in labels)


def test_the_document_is_plain_json(study, easy, hard):
    """Numbers are those of the search."""
    document = json.loads(json.dumps(search_document(study, easy), allow_nan=False))
    assert document["schema"] == "selfmgmt/search/2"
    assert len(document["fit"]) == len(easy.fit)
    assert document["fit"][0]["m"] == pytest.approx(easy.fit[0].point.plan.factor, rel=1e-5)
    assert len(document["frontiers"]) == 8
    for point in document["frontiers"][0]["points"]:
        assert point["deep_share"] <= document["deepest_measured_share"] + 1e-3
    assert set(search_document(study, hard)["price_of"]) == set(DEMANDS)
