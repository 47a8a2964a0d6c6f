"""A page that is passed on holds nothing that people filled in for themselves or their team."""

import json
import re
from typing import Any

import pytest

from selfmgmt.case import Case
from selfmgmt.case.files import read_case
from selfmgmt.language import speaking
from selfmgmt.live.file import page_html
from selfmgmt.live.passed_on import passed_on
from selfmgmt.live.payload import page_payload
from selfmgmt.practice import known_instruments
from selfmgmt.practice.leaving import without_persons
from selfmgmt.reporting.content.record import record_of
from selfmgmt.reporting.pages.live_panel import MARKER, with_live_panel
from tests.practice.example import example_case, filled_in

POSITIONS = {"initiative_now": {"qz": 2, "wx": 6}}
PRACTICE = {
    "role_coverage": {
        "burgerzaken_qz": {"paspoorten_wx": {"needed": 1, "qz": "likes", "wx": "learns"}}
    },
    "connectors": {"round": {"agreed": {"qz": True}, "sheet_wx": {"qz": True, "wx": True}}},
    "tensions": {
        "2025-11-30": {"executive": POSITIONS},
        "executive": POSITIONS,
        "agreed": {"initiative_now": {"agreement": "Eerst vragen."}},
    },
    "who_decides": {"board": {"vacancy": {"team": 3}}},
}


@pytest.fixture(scope="module")
def case() -> Case:
    """Two people, told by their letters in every table that has people."""
    return example_case(**PRACTICE)


@pytest.fixture(scope="module")
def pages(case: Case) -> dict[str, str]:
    """The live page, and a report with the explorer folded in it."""
    return {
        "live": page_html(page_payload(case)),
        "report": with_live_panel(f"<body>{MARKER}</body>", case, "nl", seed=1),
    }


@pytest.mark.parametrize("name", ["live", "report"])
def test_no_page_holds_what_a_person_filled_in(pages: dict[str, str], name: str) -> None:
    """No letter, no team and no task; what was agreed together is there."""
    page = pages[name]
    assert not re.search(r"\\?\"(qz|wx)\\?\"|burgerzaken_qz|paspoorten_wx|sheet_wx", page)
    assert "Eerst vragen." in page
    assert "vacancy" in page


def test_the_page_says_that_something_is_not_on_it(case: Case) -> None:
    """So that nobody takes its file for the whole case; of a whole case it says nothing."""
    with speaking("en"):
        words = page_payload(case)["languages"]["en"]["sentences"]["left_out"]
        whole = page_payload(example_case(who_decides=PRACTICE["who_decides"]))
    assert words.startswith("What people filled in for themselves or their team is not on this")
    assert whole["languages"]["en"]["sentences"]["left_out"] == ""


def test_what_is_left_is_a_case(case: Case) -> None:
    """It reads back, with the tables that no person stands in as they were."""
    document = json.dumps(page_payload(case)["document"]).encode()
    practice: dict[str, Any] = read_case(document, "x.yaml").practice
    assert practice == {
        "tensions": {"agreed": {"initiative_now": {"agreement": "Eerst vragen."}}},
        "who_decides": {"board": {"vacancy": {"team": 3}}},
    }


def test_of_several_people_who_weighed_the_mean_travels() -> None:
    """One put all on the saving, one half of it: three quarters, and nobody's sheet."""
    voices = {
        "A": {"method": "points", "points": {"net_saving": 100}},
        "B": {"method": "points", "points": {"net_saving": 50, "closeness": 50}},
    }
    municipality = {"name": "Urk", "municipalities": "Urk", "voices": {"council": voices}}
    found = passed_on(Case.model_validate(municipality))
    assert found.voices == {}
    assert found.weights == {"council": {"net_saving": 75.0, "closeness": 25.0}}


def test_nobodys_sheet_can_be_guessed_from_the_fingerprint(case: Case) -> None:
    """It is the same whatever a person filled in, and another when the case is another."""
    tensions = {**PRACTICE["tensions"], "executive": {"initiative_now": {"qz": 3, "wx": 6}}}
    other = example_case(**{**PRACTICE, "tensions": tensions})
    elsewhere = case.model_copy(update={"name": "Ede"})
    one, same, another = (record_of(it, seed=1, draws=100) for it in (case, other, elsewhere))
    assert other != case
    assert one.inputs == same.inputs != another.inputs


@pytest.mark.parametrize("key", known_instruments())
def test_tables_without_persons_stay_whole(key: str) -> None:
    """An instrument stays as it is, or it is one in which people stand by a letter or number."""
    given = example_case(**{key: filled_in()[key]}).practice
    has_persons = key in {"role_coverage", "connectors", "tensions"}
    assert (without_persons(given) != given) == has_persons
