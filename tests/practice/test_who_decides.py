"""Who decides what: gaps, overlaps, differences and clashes, counted by hand."""

from typing import Any

import pytest

from selfmgmt.errors import InputError
from selfmgmt.language import speaking
from selfmgmt.practice import find_instrument, practice_result, with_answer

KEY = "who_decides"


def filled(tables: dict[str, dict[str, dict[str, int]]]) -> dict[str, Any]:
    """The section of a case in which this was filled in."""
    practice: dict[str, Any] = {}
    for body, rows in tables.items():
        for row, cells in rows.items():
            for column, level in cells.items():
                practice = with_answer(practice, (KEY, body, row, column), str(level))
    return practice


AGREED = {
    "agreed": {
        "vacancy": {"manager": 3, "team": 5},  # one decider
        "leave": {"manager": 3, "team": 3},  # nobody cuts the knot
        "division": {"manager": 5, "team": 6},  # two decide
        "press": {"college": 4, "manager": 4},  # only together
        "method": {"team": 4},  # together with nobody
    }
}


def kinds(practice: dict[str, Any], **known: Any) -> list[tuple[str, str]]:
    """What was found, as pairs of kind and row."""
    return [(one.key, one.row) for one in practice_result(KEY, practice, known).findings]


def test_decisions_that_recur_are_held_against_eight_actors() -> None:
    """From the council to a resident; each has a level of one to seven for each decision."""
    instrument = find_instrument(KEY)
    assert 20 <= len(instrument.rows) <= 25
    assert len(instrument.columns) == 8
    assert {"council", "college", "directorate", "team", "resident"} <= set(instrument.columns)
    for level in (0, 8):
        with speaking("en"), pytest.raises(InputError, match="7"):
            with_answer({}, (KEY, "agreed", "vacancy", "team"), str(level))


def test_gaps_come_before_overlaps_and_shared_decisions() -> None:
    """One who decides is what is wanted; the rest is found, the worst first."""
    assert kinds(filled(AGREED)) == [
        ("gap", "leave"),
        ("gap", "method"),
        ("overlap", "division"),
        ("together", "press"),
    ]


def test_without_an_agreement_each_body_is_looked_at() -> None:
    """Nothing was agreed yet, so the bodies are told of their own gaps; other deciders first."""
    practice = filled({"board": {"leave": {"manager": 6}}, "staff": {"leave": {"team": 3}}})
    result = practice_result(KEY, practice)
    assert [(one.key, one.values.get("body")) for one in result.findings] == [
        ("other_decider", None),
        ("gap", "staff"),
    ]
    assert result.findings[0].values["answers"] == {"board": ("manager",), "staff": ()}
    assert result.model == {}


def test_the_level_of_the_team_is_the_lower_of_two_in_the_middle() -> None:
    """Staffing has 5 and 2: 2; contributions 3 and 6: 3; methods 4."""
    more = {**AGREED["agreed"], "appraisal": {"manager": 5, "team": 2}}
    model = practice_result(KEY, filled({"agreed": more})).model
    assert {key: level for key, level in model.items() if key.startswith("autonomy")} == {
        "autonomy.staffing": 2.0,
        "autonomy.contributions": 3.0,
        "autonomy.methods": 4.0,
    }


def test_frames_are_the_decisions_on_which_all_is_clear() -> None:
    """Of five agreed decisions one has one decider; when bodies name others, none is clear."""
    assert practice_result(KEY, filled(AGREED)).model["frames"] == pytest.approx(1 / 5)
    apart = {"board": {"vacancy": {"manager": 6}}, "staff": {"vacancy": {"team": 6}}}
    assert practice_result(KEY, filled({**AGREED, **apart})).model["frames"] == 0


def test_a_design_that_counts_on_another_level_clashes() -> None:
    """The design has the team decide on staffing at 4, the table has 5; goals are not filled in."""
    result = practice_result(KEY, filled(AGREED), {"mandate": {"staffing": 4, "goals": 2}})
    assert [dict(one.values) for one in result.about("clash")] == [
        {"domain": "staffing", "level": 5, "design": 4}
    ]


def test_what_the_law_says_counts_in_the_result() -> None:
    """The council decides on the budget, whoever filled in what."""
    practice = filled({"agreed": {"budget": {"college": 3}}})
    assert kinds(practice) == []
    assert practice_result(KEY, practice).model["frames"] == 1


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("lock", find_instrument(KEY).locks, ids=lambda lock: lock.row)
def test_no_lock_can_be_passed(lock: Any, language: str) -> None:
    """One below and one above what the law leaves are refused, with the article."""
    outside = [level for level in (lock.low - 1, lock.high + 1) if 1 <= level <= 7]
    assert outside
    for level in outside:
        for column in lock.columns:
            path = (KEY, "agreed", lock.row, column)
            with speaking(language), pytest.raises(InputError, match=lock.article):
                with_answer({}, path, str(int(level)))


def test_every_lock_leaves_one_decider_possible() -> None:
    """The law never asks for two who decide alone, nor forbids everybody."""
    instrument = find_instrument(KEY)
    for row in instrument.rows:
        fixed = [instrument.fixed(row, column) or 0 for column in instrument.columns]
        highest = [
            min([lock.high for lock in instrument.locks_of(row, column)], default=7)
            for column in instrument.columns
        ]
        assert sum(level >= 5 for level in fixed) <= 1
        assert max(highest) >= 5
