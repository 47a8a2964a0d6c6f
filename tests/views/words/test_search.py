"""What a search found is told in full: what is rare, what is missed, and what a rule is worth."""

import json
from dataclasses import replace

import numpy as np
import pytest

from selfmgmt.analysis.search import Goal, goal_of, search
from selfmgmt.analysis.study import study_of
from selfmgmt.case.files import new_case
from selfmgmt.errors import InputError
from selfmgmt.language import speaking
from selfmgmt.views.search_document import search_document
from selfmgmt.views.words.search import (
    closest_table,
    plain_cut_caution,
    rule_sentences,
    search_caution,
    search_sentences,
)


@pytest.fixture(scope="module")
def study():
    """Nijkerk with its example question."""
    return study_of(new_case(["Nijkerk"]))


@pytest.fixture(scope="module")
def found(study):
    """A small search with an easy goal."""
    goal = Goal(certainty=0.3, capacity_floor=80, satisfaction_drop=0.05)
    return search(study, goal=goal, designs=400, draws=100, seed=3, processes=1)


def test_shares_of_designs_are_told_for_each_requirement(found):
    """And for all of them together."""
    with speaking("en"):
        text = " ".join(search_sentences(found))
    assert "400 designs were tried" in text
    assert "at least 30% chance" in text
    for requirement in ("reach the saving", "keep capacity", "keep satisfaction", "do all of this"):
        assert requirement in text


def test_nothing_found_is_said(study):
    """With what to do, and the table says that its designs only come near."""
    goal = Goal(certainty=1, capacity_floor=110)
    none = search(study, goal=goal, designs=60, draws=100, seed=1, processes=1)
    with speaking("en"):
        assert "no design that was tried does all you ask" in search_sentences(none)[-1]
        assert "come nearest" in closest_table(none).caption


def test_rules_name_levers_with_a_bound_and_what_they_are_worth(found):
    """In words that a reader knows from the levers."""
    with speaking("en"):
        rules = " ".join(rule_sentences(found))
    assert "often have in common" in rules
    assert "Of the designs like that" in rules
    assert "at most" in rules or "at least" in rules


def test_a_table_row_tells_what_changes_and_ranges(found):
    """Never a bare point where there is a range."""
    with speaking("en"):
        table = closest_table(found)
        assert "question to think about" in search_caution()
    assert len(table.rows) == 5
    assert all(" to " in row[3] for row in table.rows)


def test_the_document_is_plain_json(study, found):
    """Numbers are those of the search."""
    document = json.loads(json.dumps(search_document(study, found), allow_nan=False))
    assert document["schema"] == "selfmgmt/search/1"
    assert document["fit"] == found.fit.sum()
    row = found.closest[0]
    assert document["closest"][0]["target_met_probability"] == found.certainty[row]
    assert set(document["closest"][0]["levers"]) == set(found.space.levers)


def test_a_goal_is_read_as_people_write_it():
    """Per cents and Dutch decimals; every fault at once."""
    assert goal_of({"certainty": "70%", "capacity_floor": "92,5"}).capacity_floor == 92.5
    with pytest.raises(InputError, match="certainty") as told:
        goal_of({"certainty": "170%", "capacity_floor": "high"})
    assert len(told.value.faults) == 2
    with pytest.raises(InputError, match="floor"):
        goal_of({"floor": "1"})


def test_designs_that_only_cut_are_cautioned(found):
    """By their number in the table; without any there is nothing to say."""
    points = found.points.copy()
    points[:, found.space.levers.index("scope")] = 0
    saving = np.abs(found.ranges["net_saving_eur"]) + 1
    cuts = replace(found, points=points, ranges={**found.ranges, "net_saving_eur": saving})
    points = points.copy()
    points[:, found.space.levers.index("scope")] = 1
    with speaking("en"):
        assert plain_cut_caution(cuts).startswith("Design 1, 2, 3, 4, 5: cuts without")
    assert plain_cut_caution(replace(cuts, points=points)) == ""
