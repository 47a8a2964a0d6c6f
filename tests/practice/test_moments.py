"""An instrument that is filled in again: what is kept, what is compared, and what stays hidden."""

from datetime import date
from typing import Any

import pytest

from selfmgmt.case.files import case_bytes, read_case
from selfmgmt.case.link import case_in_link, link_word
from selfmgmt.errors import InputError
from selfmgmt.language import LANGUAGES, speaking
from selfmgmt.practice import find_instrument, known_instruments, practice_result, with_answer
from selfmgmt.practice.answers import read_practice
from selfmgmt.practice.moments import again, tables_earlier, tables_now
from selfmgmt.views.words.practice import finding_sentences
from tests.practice.example import example_case, filled_in

YEAR_AGO = date(2026, 3, 1)
SECRET = ("tensions", "connectors", "role_coverage")
"""Of these what people said stays with them."""


def kept(key: str, tables: dict[str, Any]) -> dict[str, Any]:
    """The section of a case in which this was filled in, and kept a year ago."""
    return again(read_practice({key: tables}), find_instrument(key), YEAR_AGO)


def changed(key: str, practice: dict[str, Any]) -> list[str]:
    """What changed since then, in English."""
    with speaking("en"):
        words = finding_sentences(find_instrument(key), practice_result(key, practice))
    return [one for one in words if "1 March 2026" in one]


@pytest.mark.parametrize("key", known_instruments())
def test_nothing_changed_yet(key: str) -> None:
    """Straight after keeping there is no difference, whatever the instrument."""
    practice = again(read_practice(filled_in()), find_instrument(key), YEAR_AGO)
    assert list(tables_earlier(practice[key])) == ["2026-03-01"]
    assert changed(key, practice) == []


def test_an_answer_that_changed_is_reported_with_both_and_the_date() -> None:
    """The level of the team went from 3 to 5; the other did not move."""
    practice = kept("who_decides", {"board": {"vacancy": {"team": 3, "manager": 5}}})
    practice = with_answer(practice, ("who_decides", "board", "vacancy", "team"), "5")
    assert changed("who_decides", practice) == [
        "Choose who fills a vacancy, Team (Executive and directorate): on 1 March 2026 3, now 5."
    ]


def test_only_the_last_time_is_compared() -> None:
    """From 2 to 4 to 3: the step is from 4."""
    path = ("lessons", "own", "carers", "score")
    practice = kept("lessons", {"own": {"carers": {"score": 4, "example": "Bezoek"}}})
    practice["lessons"]["2025-03-01"] = {"own": {"carers": {"score": 2, "example": "Brief"}}}
    (words,) = changed("lessons", with_answer(practice, path, "3"))
    assert words.endswith("on 1 March 2026 4, now 3.")


def test_a_chance_that_was_computed_is_compared() -> None:
    """One more who can do it: both are away on the share of the days for one, squared."""
    practice = kept("role_coverage", {"desk": {"permits": {"a": "can"}}})
    practice = with_answer(practice, ("role_coverage", "desk", "permits", "b"), "can")
    away = practice_result("role_coverage", kept("role_coverage", {"d": {"t": {"a": "can"}}}))
    share = away.computed[0]["central"]
    (words,) = changed("role_coverage", practice)
    assert words == (
        f"Permits (Desk): on 1 March 2026 {100 * share:.0f}%, now {100 * share**2:.0f}%."
    )


def positions(levels: str) -> dict[str, Any]:
    """One tension on which so many people of the staff stand, each at a level."""
    return {"staff": {"tasks_now": dict(zip("abcdefgh", map(int, levels), strict=False))}}


@pytest.mark.parametrize(
    ("before", "after", "moved"),
    [
        ("22222", "44444", True),
        ("2222", "44444", False),
        ("22222", "4444", False),
        ("22222", "22222", False),
    ],
)
def test_of_a_small_body_no_difference_is_reported(before: str, after: str, moved: bool) -> None:
    """Neither when it was small a year ago, nor when it is small now."""
    practice = kept("tensions", positions(before))
    practice["tensions"] |= read_practice({"tensions": positions(after)})["tensions"]
    words = changed("tensions", practice)
    assert [one.endswith("on 1 March 2026 2, now 4.") for one in words] == [True] * moved


def test_who_takes_a_position_does_so_anew() -> None:
    """Nobody starts from where they stood; what was agreed stays."""
    tables = {**positions("22222"), "agreed": {"tasks_now": {"agreement": "Less paper"}}}
    assert tables_now(kept("tensions", tables)["tensions"]) == {"agreed": tables["agreed"]}
    facts = {"organisation": {"hire": {"now": "manager"}}}
    assert tables_now(kept("steering", facts)["steering"]) == facts


def test_what_cannot_be_kept_is_refused() -> None:
    """Nothing, or the same day twice."""
    instrument = find_instrument("who_decides")
    with speaking("en"):
        with pytest.raises(InputError, match="nothing to keep"):
            again({}, instrument, YEAR_AGO)
        practice = kept("who_decides", {"board": {"vacancy": {"team": 3}}})
        with pytest.raises(InputError, match="2026-03-01 are kept already"):
            again(practice, instrument, YEAR_AGO)


def test_what_is_kept_goes_along_in_every_form() -> None:
    """As YAML and as a workbook, in both languages, and in a link."""
    practice = kept("steering", {"organisation": {"hire": {"now": "manager", "owner": "HR"}}})
    practice = with_answer(practice, ("steering", "organisation", "hire", "now"), "team")
    case = example_case(**practice)
    for language in LANGUAGES:
        with speaking(language):
            for name in ("a.case.yaml", "a.xlsx"):
                assert read_case(case_bytes(case, name), name).practice == practice
    assert case_in_link(link_word(case)).practice == practice


def test_a_fault_in_what_was_kept_is_at_its_cell() -> None:
    """A date that does not exist is no body either."""
    content = b"""
schema: selfmgmt/case/2
name: Urk
municipalities: Urk
practice:
  who_decides:
    2026-02-30: {board: {vacancy: {team: 3}}}
    2026-03-01: {board: {vacancy: {team: 9}}}
"""
    with speaking("en"), pytest.raises(InputError) as caught:
        read_case(content, "urk.yaml")
    cells = [fault.partition(": ")[0] for fault in caught.value.faults]
    assert cells == [
        "line 7, practice.who_decides.2026-02-30",
        "line 8, practice.who_decides.2026-03-01.board.vacancy.team",
    ]
