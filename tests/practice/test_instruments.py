"""Steering, control, autonomy, tensions and lessons: each counted by hand."""

from typing import Any

import pytest

from selfmgmt.errors import InputError
from selfmgmt.language import speaking
from selfmgmt.practice import find_instrument, practice_result, with_answer
from selfmgmt.practice.control_fit import month_known
from selfmgmt.views.charts.practice import practice_chart
from selfmgmt.views.practice_tables import practice_table
from tests.practice.example import example_case


def found(key: str, practice: dict[str, Any], **known: Any) -> list[tuple[str, str]]:
    """What was found, as pairs of kind and row."""
    case = example_case(**{key: practice})
    return [(one.key, one.row) for one in practice_result(key, case.practice, known).findings]


def model(key: str, practice: dict[str, Any]) -> dict[str, float]:
    """What an instrument says of the levers of a design."""
    return dict(practice_result(key, example_case(**{key: practice}).practice).model)


STEERING = {
    "organisation": {
        "hire": {"now": "manager", "wanted": "team", "change": "Register", "owner": "Secretaris"},
        "order": {"now": "manager", "wanted": "team"},
        "roster": {"now": "team", "wanted": "team"},
        "contract": {"now": "directorate"},
    }
}


def test_a_gap_without_an_owner_comes_before_one_with() -> None:
    """Two of three facts are not as wanted; the fourth has nothing to compare with."""
    assert found("steering", STEERING) == [
        ("open_gap", "order"),
        ("gap", "hire"),
        ("unchecked", ""),
    ]
    assert model("steering", STEERING) == {"frames": pytest.approx(1 / 3)}


def test_a_fact_without_a_paper_cannot_be_checked() -> None:
    """Of four facts one says where it stands."""
    rows = STEERING["organisation"] | {
        "roster": {"now": "team", "wanted": "team", "paper": "Verlofregeling, artikel 4"}
    }
    case = example_case(steering={"organisation": rows})
    (bare,) = practice_result("steering", case.practice).about("unchecked")
    assert dict(bare.values) == {"count": 3}


def test_every_structure_has_facts_of_more_than_one_kind() -> None:
    """Who, and beside it which meeting, document, talk or article; of each its own choices."""
    rows = find_instrument("steering").rows
    kinds: dict[str, set[tuple[str, ...]]] = {}
    for row in rows.values():
        kinds.setdefault(str(row.group), set()).add(row.choices)
    assert len(kinds) == 4
    assert all(len(of_one) == 2 and () not in of_one for of_one in kinds.values())


def test_only_what_fits_a_fact_may_stand_there() -> None:
    """A talk is no actor; the fault says what may stand there."""
    with speaking("en"), pytest.raises(InputError, match="Talk in the team") as fault:
        with_answer({}, ("steering", "organisation", "talk", "now"), "college")
    assert "Municipal council" not in str(fault.value)


def test_a_fact_about_a_paper_is_checked_against_the_design() -> None:
    """The team decides on staffing together at 4, and the decree names the directorate."""
    rows = {"article": {"now": "article_directorate"}, "talk": {"now": "both_talks"}}
    mandate = {"staffing": 4, "contributions": 6}
    assert found("steering", {"organisation": rows}, mandate=mandate) == [
        ("clash_low", "article"),
        ("unchecked", ""),
    ]
    assert found("steering", {"organisation": rows}, mandate={"staffing": 3}) == [("unchecked", "")]


def test_facts_are_checked_against_the_design_both_ways() -> None:
    """The team decides on staffing at 5, the contract lies higher; budget at 3 is no deciding."""
    mandate = {"staffing": 5, "budget": 3, "contributions": 6}
    assert found("steering", STEERING, mandate=mandate)[:2] == [
        ("clash_high", "order"),
        ("clash_low", "contract"),
    ]


@pytest.mark.parametrize(
    ("overspend", "threshold", "months", "lag", "month"),
    [
        (0.12, 0.05, 3, 2, 8.0),  # past 5% at month 5; the report of June comes in August
        (0.12, 0.02, 1, 1, 3.0),  # past 2% at month 2; the report comes in March
        (0.06, 0.05, 12, 3, 15.0),  # only after the year
        (0.06, 0.06, 1, 0, 12.0),  # just at the end
        (0.06, 0.07, 1, 0, None),  # never
        (0.12, 0.0, 1, 0, 1.0),  # the first report
    ],
)
def test_an_overspend_is_known_at_the_report_after_the_threshold(
    overspend: float, threshold: float, months: float, lag: float, month: float | None
) -> None:
    """It grows evenly over the year; counted by hand."""
    assert month_known(overspend, threshold, months, lag) == month


CONTROL = {
    "youth": {"sees": "controller", "often": "quarterly", "lag": 2, "threshold": "5%"},
    "wmo": {"sees": "team", "often": "monthly", "lag": 1, "threshold": "2%", "acts": "team"},
    "hired": {"sees": "team", "often": "monthly", "threshold": "10%", "acts": "manager"},
    "fees": {"overspend": "4%"},
}


def test_what_would_have_been_missed_comes_first() -> None:
    """Late, in time, missed and untested; one figure of four is settled and warned in time."""
    rows = {key: dict(cells) for key, cells in CONTROL.items()}
    rows["youth"] |= {"acts": "college", "overspend": "12%"}
    rows["wmo"] |= {"overspend": "8%"}
    rows["hired"] |= {"overspend": "6%", "stays": "team"}
    assert found("control_fit", {"organisation": rows}) == [
        ("missed", "hired"),
        ("late", "youth"),
        ("untested", "fees"),
        ("no_say", "hired"),
        ("nobody", "fees"),
        ("in_time", "wmo"),
    ]
    assert model("control_fit", {"organisation": rows}) == {"control": 1 / 4}


def test_looking_more_often_never_lowers_control() -> None:
    """The same figures with shorter periods, shorter delays and lower thresholds."""
    slow = {"sees": "team", "acts": "team", "often": "quarterly", "lag": 2, "threshold": "5%"}
    slow |= {"overspend": "12%"}
    for change in ({"often": "monthly", "lag": 0}, {"threshold": "1%", "lag": 1}):
        quick = {"organisation": {"youth": {**slow, **change}}}
        assert model("control_fit", quick)["control"] == 1
    assert model("control_fit", {"organisation": {"youth": slow}})["control"] == 0


def test_a_level_counts_when_the_team_used_it() -> None:
    """Never decided counts as consulted; below deciding no proof is asked; the lower middle."""
    tables = {
        "social": {
            "staffing": {"level": 5, "last": "never"},
            "methods": {"level": 6, "last": "month"},
        },
        "counter": {"staffing": {"level": 2, "wanted": 5}, "methods": {"level": 5}},
        "garden": {"methods": {"level": 7, "last": "year"}},
    }
    assert found("autonomy", tables, mandate={"methods": 7, "staffing": 1}) == [
        ("paper_only", "staffing"),
        ("untested", "methods"),
        ("clash", ""),
        ("wanted", "staffing"),
    ]
    assert model("autonomy", tables) == {"autonomy.staffing": 2.0, "autonomy.methods": 6.0}


def placed(**bodies: list[int]) -> dict[str, Any]:
    """Positions on one tension as it is now, each of a person with a letter."""
    return {
        body: {"tasks_now": {"abcdefgh"[at]: level for at, level in enumerate(levels)}}
        for body, levels in bodies.items()
    }


def test_a_group_below_the_minimum_is_visible_nowhere() -> None:
    """Four of the executive: no finding but that it is hidden, and no record at all."""
    tables = placed(council=[1, 2, 2, 1, 2], executive=[7, 7, 7, 7], staff=[5, 5, 5, 5, 5, 5])
    assert found("tensions", tables) == [("hidden", ""), ("apart", "tasks_now")]
    result = practice_result("tensions", example_case(tensions=tables).practice)
    assert {one["body"] for one in result.records} == {"council", "staff"}
    assert "executive" not in str([one.values for one in result.about("apart")])


def test_the_furthest_bodies_are_named_with_what_was_agreed() -> None:
    """Means 1.6 and 5: 3.4 apart; what stands beside any row of the tension is its agreement."""
    tables = placed(council=[1, 2, 2, 1, 2], staff=[5, 5, 5, 5, 5])
    tables["agreed"] = {"tasks_wanted": {"agreement": "Minder beleid."}}
    result = practice_result("tensions", example_case(tensions=tables).practice)
    (far,) = result.about("apart")
    assert dict(far.values) == {
        "high_body": "staff",
        "high": 5.0,
        "low_body": "council",
        "low": 1.6,
        "agreement": "Minder beleid.",
    }


def test_records_hold_counts_and_no_persons() -> None:
    """Two at 1, three at 2; nothing tells who."""
    case = example_case(tensions=placed(council=[1, 2, 2, 1, 2]))
    assert practice_result("tensions", case.practice).records == (
        {"body": "council", "row": "tasks_now", "column": "1", "answer": 2},
        {"body": "council", "row": "tasks_now", "column": "2", "answer": 3},
    )


def test_what_a_body_wants() -> None:
    """From 2 to 4 is far, from 2 to 3 is not."""
    staff = {"tasks_now": 2, "tasks_wanted": 4, "support_now": 2, "support_wanted": 3}
    tables = {"staff": {row: dict.fromkeys("abcde", level) for row, level in staff.items()}}
    assert found("tensions", tables) == [("shift", "tasks_now")]


def test_lessons_put_the_partner_first_and_ask_for_an_example() -> None:
    """Two points apart is far; no score counts without an example, high or low, ours or theirs."""
    tables = {
        "own": {
            "goes_out": {"score": 4, "example": "Spreekuur"},
            "carers": {"score": 5},
            "integral": {"score": 3, "example": "Eén gesprek voor drie regelingen"},
            "relieves": {"score": 1, "example": "Formulier geschrapt"},
            "starts_small": {"score": 1},
        },
        "partner": {
            "goes_out": {"score": 2, "example": "Wij zagen niemand"},
            "carers": {"score": 2, "example": "Niet gevraagd"},
            "relieves": {"score": 4, "example": "Minder formulieren"},
            "flexible": {"score": 3},
        },
    }
    case = example_case(lessons=tables)
    result = practice_result("lessons", case.practice)
    assert [(one.key, one.row, one.values.get("body")) for one in result.findings] == [
        ("partner_higher", "relieves", None),
        ("partner_lower", "goes_out", None),
        ("no_example", "starts_small", "own"),
        ("no_example", "carers", "own"),
        ("no_example", "flexible", "partner"),
        ("no_partner", "integral", None),
    ]
    assert result.uncounted == {
        ("own", "carers", "score"),
        ("own", "starts_small", "score"),
        ("partner", "flexible", "score"),
    }


def test_a_score_that_does_not_count_is_marked_and_not_drawn() -> None:
    """The table keeps it; the picture has no cell for it, and a change of it is no change."""
    before = {"own": {"carers": {"score": 2}}}
    now = {"own": {"carers": {"score": 5}}}
    case = example_case(lessons={"2026-01-31": before, **now})
    instrument, result = find_instrument("lessons"), practice_result("lessons", case.practice)
    assert result.about("changed") == ()
    assert practice_chart(instrument, result, "own") is None
    with speaking("en"):
        table = practice_table(instrument, result, "own")
    assert next(row for row in table.rows if row[0] == "Sees informal carers")[-1] == (
        "5 (does not count)"
    )
