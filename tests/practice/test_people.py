"""Roles, advisers, connections and connectors: rules on filled-in tables, and what never leaves."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from selfmgmt.errors import InputError
from selfmgmt.evidence.ledger import load_ledger
from selfmgmt.fields import Estimate
from selfmgmt.language import speaking
from selfmgmt.practice.answers import read_practice, texts
from selfmgmt.practice.connections import measures
from selfmgmt.practice.connectors import outcome_for
from selfmgmt.practice.known import find_instrument
from selfmgmt.practice.result import PracticeResult
from selfmgmt.practice.role_coverage import counts, uncovered_today
from selfmgmt.practice.rules import practice_result

TEAM = {
    "passports": {"needed": 1, "deadline": "yes", "a": "likes", "b": "learns"},
    "permits": {"a": "can", "b": "likes", "c": "can"},
    "archive": {"d": "learns", "e": "learns"},
}


def result_of(key: str, tables: dict[str, Any], **known: Any) -> PracticeResult:
    """What an instrument finds in tables that were written by a user."""
    with speaking("en"):
        return practice_result(key, read_practice({key: tables}), known)


def own_figure(tables: dict[str, Any], **known: Any) -> Estimate:
    """What goes to the model."""
    found = uncovered_today(result_of("role_coverage", tables, **known), floor=1)
    assert found is not None
    return found


def test_a_task_that_hangs_on_one_person() -> None:
    """Passports hang on A, the archive has nobody; B learns one, D and E the other."""
    found = result_of("role_coverage", {"front_desk": TEAM})
    assert [one.row for one in found.about("single_deadline")] == ["passports"]
    assert [one.row for one in found.about("nobody")] == ["archive"]
    learned = {(one.row, one.values["who"]) for one in found.about("train")}
    assert learned == {("passports", ("b",)), ("archive", ("d",)), ("archive", ("e",))}
    assert found.about("find") == ()


def test_the_chance_is_that_of_the_ledger() -> None:
    """One person: the chance to be away. Three: its third power. Nobody: certain."""
    away = load_ledger().for_calculation("unavailability").estimate.central
    found = result_of("role_coverage", {"front_desk": TEAM})
    lines = {line["row"]: line for line in found.computed}
    assert lines["passports"]["central"] == pytest.approx(away)
    assert lines["permits"]["central"] == pytest.approx(away**3)
    assert lines["archive"]["central"] == 1
    assert lines["archive"]["then"] == pytest.approx(away**2)


@settings(max_examples=20)
@given(st.sampled_from(sorted(TEAM)), st.sampled_from("fgh"))
def test_one_more_who_can_never_raises_the_own_figure(task: str, who: str) -> None:
    """What goes to the model falls when somebody more can do a task."""
    more = {**TEAM, task: {**TEAM[task], who: "can"}}
    before, after = own_figure({"desk": TEAM}), own_figure({"desk": more})
    assert after.central < before.central
    assert after.low <= after.central <= after.high


def test_who_likes_a_task_does_not_move_the_own_figure() -> None:
    """Nor does a legal deadline or the kind of role: they change who holds it, not the chance."""
    other = {**TEAM, "permits": {"a": "likes", "b": "can", "c": "can", "role": "partner"}}
    assert own_figure({"desk": TEAM}) == own_figure({"desk": other})


def test_people_away_more_often_is_worse() -> None:
    """The range can be another one, such as that of the own organisation."""
    low, high = (Estimate.model_validate(share) for share in ("0,1", "0,4"))
    less = own_figure({"desk": TEAM}, unavailability=low)
    more = own_figure({"desk": TEAM}, unavailability=high)
    assert less.central < more.central


def small(people: str) -> dict[str, Any]:
    """A team of which everybody can do one task."""
    return {"desk": dict.fromkeys(people, "can")}


def test_of_a_small_team_nothing_leaves() -> None:
    """Four people: left out. Two teams of four: together, under no name."""
    floor = 5
    alone = counts(result_of("role_coverage", {"tiny": small("abcd")}), floor=floor)
    assert alone.empty
    tables = {"tiny": small("abcd"), "mini": small("abcd"), "large": small("abcdef")}
    counted = counts(result_of("role_coverage", tables), floor=floor).set_index("team")
    assert sorted(counted.index) == ["", "large"]
    assert counted.loc["", "people"] == 8
    assert counted.loc["", "tasks"] == 2


@given(st.dictionaries(st.sampled_from(["x", "y", "z"]), st.integers(1, 8), max_size=3))
def test_no_line_is_about_fewer_than_the_floor(sizes: dict[str, int]) -> None:
    """Whatever the teams, and never with a letter in it."""
    tables = {team: small("abcdefgh"[:size]) for team, size in sizes.items()}
    counted = counts(result_of("role_coverage", tables), floor=5)
    assert (counted["people"] >= 5).all()
    assert set(counted.columns) == {
        *("team", "people", "tasks", "nobody", "single", "deadline_single", "uncovered"),
    }


def test_a_name_of_a_person_is_refused() -> None:
    """A person is a letter in the table of a team, and a number in a round."""
    with speaking("en"), pytest.raises(ValidationError, match="'jansen' looks like a name"):
        read_practice({"role_coverage": {"desk": {"permits": {"jansen": "can"}}}})
    with speaking("en"), pytest.raises(ValidationError, match="'willem' looks like a name"):
        read_practice({"connectors": {"round": {"agreed": {"willem": "yes"}}}})
    with speaking("en"), pytest.raises(ValidationError, match="'jan' looks like a name"):
        read_practice({"tensions": {"staff": {"tasks_now": {"jan": 3, "a2": 4}}}})


def test_a_text_that_is_too_long_says_what_is_allowed() -> None:
    """As everywhere else in a case."""
    with speaking("en"), pytest.raises(ValidationError, match="use at most 200 characters"):
        read_practice({"lessons": {"own": {"carers": {"example": "w" * 201}}}})


def test_advisers_first_retrain_then_hire() -> None:
    """Three too many near the board and five short for teams: three retrain, two are hired."""
    row = {"strategic_now": 4, "strategic_wanted": 1}
    row |= {"facilitating_now": 0, "facilitating_wanted": 5, "managing_now": 2}
    found = result_of("adviser_mix", {"directorate": {"social": row}})
    assert [(one.key, one.values["fte"]) for one in found.findings] == [
        ("retrain", 3.0),
        ("hire", 2.0),
        ("no_tasks", 5.0),
    ]


def test_more_advisers_need_a_task_that_asks_for_them() -> None:
    """Two more are wanted: with a task nothing is missing; fewer need no task."""
    more = {"managing_now": 1, "managing_wanted": 3}
    for row, keys in (
        (more, ["hire", "no_tasks"]),
        ({**more, "tasks": "Contracts"}, ["hire"]),
        ({"managing_now": 3, "managing_wanted": 1}, ["surplus"]),
    ):
        found = result_of("adviser_mix", {"directorate": {"social": row}})
        assert [one.key for one in found.findings] == keys


def test_betweenness_and_constraint_by_hand() -> None:
    """A line of three: the middle lies on the one way between the others.

    The middle spreads over two contacts who do not know each other: 1/4 + 1/4. An end has one
    contact: 1, and nothing through others.
    """
    found = measures({("school", "team"): 2, ("team", "care"): 2, ("care", "police"): 0})
    assert found["team"].betweenness == pytest.approx(2 / 6)  # 1 of the 3 pairs of other actors
    assert found["team"].constraint == pytest.approx(0.5)
    assert found["care"].constraint == pytest.approx(1)
    assert found["police"].constraint is None


def test_a_triangle_has_no_broker() -> None:
    """Everybody knows everybody. Constraint of each: twice (1/2 + 1/2 x 1/2) squared = 9/8."""
    links = {("a", "b"): 1, ("b", "c"): 1, ("a", "c"): 1}
    found = measures(links)
    assert [one.betweenness for one in found.values()] == [0, 0, 0]
    assert [one.constraint for one in found.values()] == [pytest.approx(9 / 8)] * 3


LINKS = {
    "one": {"from": "team", "to": "school", "needed": 3, "now": 0, "fails": "No help in time"},
    "two": {"from": "team", "to": "care", "needed": 2, "now": 1, "holder": "area manager"},
    "three": {"from": "team", "to": "police", "needed": 2, "now": 2, "holder": "team",
              "competence": "mediate", "at_hand": "no"},
}  # fmt: skip


def test_what_is_missing_in_the_connections() -> None:
    """The hole first, then the weak link, then who keeps it and what is not at hand."""
    found = result_of("connections", {"task_1": LINKS})
    assert [(one.key, one.row) for one in found.findings if one.row] == [
        ("hole", "one"),
        ("weak", "two"),
        ("no_holder", "one"),
        ("no_competence", "three"),
    ]
    assert [one.values["actor"] for one in found.about("broker")] == ["team"]
    assert [one.values["actor"] for one in found.about("apart")] == ["school"]


def sheets(count: int, *, named: str, agreed: str = "yes") -> dict[str, Any]:
    """A round in which ``count`` sheets name one number."""
    return {"agreed": {named: agreed}, **{f"s{at}": {named: "yes"} for at in range(count)}}


def test_below_the_floor_a_round_tells_nothing() -> None:
    """Six sheets is too few; seven tells how many connectors there are, and never who."""
    (six,) = result_of("connectors", {"round": sheets(6, named="n4")}).findings
    assert six.key == "too_few"
    (seven,) = result_of("connectors", {"round": sheets(7, named="n4")}).findings
    assert (seven.key, seven.values["count"]) == ("found", 1)
    assert "n4" not in str(seven)


def test_who_did_not_agree_is_never_counted() -> None:
    """Not in the count, and not for the person either."""
    table = sheets(9, named="n4", agreed="no")
    (found,) = result_of("connectors", {"round": table}).findings
    assert found.values["count"] == 0
    rows = read_practice({"connectors": {"round": table}})["connectors"]["round"]
    with speaking("en"), pytest.raises(InputError, match="n4 did not agree"):
        outcome_for(find_instrument("connectors"), rows, "n4")


def test_three_nominations_at_least() -> None:
    """Two are chance; the person alone hears the outcome."""
    table = {"agreed": {"n1": "yes", "n2": "yes"}}
    table |= {f"s{at}": {"n1": "yes"} for at in range(5)}
    table |= {f"t{at}": {"n2": "yes"} for at in range(2)}
    (found,) = result_of("connectors", {"round": table}).findings
    assert found.values["count"] == 1
    rows = read_practice({"connectors": {"round": table}})["connectors"]["round"]
    instrument = find_instrument("connectors")
    assert outcome_for(instrument, rows, "n1")
    assert not outcome_for(instrument, rows, "n2")


def test_a_sheet_with_too_many_names_does_not_count() -> None:
    """Four names on one sheet: it is left out, and that is reported."""
    table = sheets(7, named="n1")
    table["s0"] = dict.fromkeys(["n1", "n2", "n3", "n4"], "yes")
    found = result_of("connectors", {"round": table})
    assert {one.key for one in found.findings} == {"invalid", "too_few"}


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize(
    ("key", "tables"),
    [
        ("role_coverage", {"desk": TEAM}),
        ("connections", {"task_1": LINKS}),
        ("connectors", {"round": sheets(7, named="n4")}),
    ],
)
def test_what_was_written_is_read_back(key: str, tables: dict[str, Any], language: str) -> None:
    """As text in either language, and no answer is lost."""
    with speaking(language):
        first = read_practice({key: tables})
        assert read_practice(texts(first)) == first
