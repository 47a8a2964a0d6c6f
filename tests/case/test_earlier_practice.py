"""Cases that an earlier version wrote load with every answer, and one sentence says what moved.

``earlier/`` holds one case as that version saved it: as YAML, as workbook and as link.
"""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from selfmgmt.analysis.plausibility import notices
from selfmgmt.analysis.study import study_of
from selfmgmt.case import Case
from selfmgmt.case.document import SCHEMA, Document
from selfmgmt.case.files import case_bytes, read_case
from selfmgmt.case.link import case_in_link, link_word
from selfmgmt.case.workbook import read_workbook
from selfmgmt.case.yaml_file import read_yaml
from selfmgmt.errors import InputError
from selfmgmt.language import LANGUAGES, speaking
from tests.practice.example import example_case

FILES = Path(__file__).with_name("earlier")
THEN = "2025-11-30"
NAMES = ("case.yaml", "case.xlsx", "case.link")


def saved(name: str) -> Case:
    """The case in a file of the earlier version."""
    content = (FILES / name).read_bytes()
    return case_in_link(content.decode()) if name.endswith("link") else read_case(content, name)


def row(*positions: int) -> dict[str, int]:
    """The positions of persons a, b, c and so on."""
    return dict(zip("abcde", positions, strict=True))


def read(**practice: Any) -> Case:
    """Nijkerk with these answers, as a file says them."""
    values = {"schema": SCHEMA, "name": "N", "municipalities": "Nijkerk", "practice": practice}
    return Document(values, {}).case()


@pytest.mark.parametrize("name", NAMES)
def test_a_year_later_is_today(name: str) -> None:
    """What was answered before it is kept under a date, of every body."""
    found = saved(name).practice["tensions"]
    assert found["council"] == {"initiative_now": row(4, 4, 5, 4, 4)}
    assert found[THEN] == {
        "council": {
            "initiative_now": row(2, 2, 3, 2, 2),
            "initiative_wanted": row(5, 5, 6, 5, 5),
        },
        "staff": {"initiative_now": row(6, 6, 6, 5, 6)},
    }


@pytest.mark.parametrize("name", NAMES)
def test_both_agreements_are_kept(name: str) -> None:
    """The later one goes to the row of the same tension that has none."""
    assert saved(name).practice["tensions"]["agreed"] == {
        "initiative_now": {"agreement": "Meer ruimte voor inwoners"},
        "initiative_wanted": {"agreement": "Elk kwartaal bezoek aan de wijk"},
    }


@pytest.mark.parametrize("name", NAMES)
def test_the_option_of_the_roadmap_is_found(name: str) -> None:
    """By its Dutch name under "goal"; a remark beside the start becomes a row of its own."""
    plan = saved(name).practice["roadmap"]["plan"]
    assert plan["option"] == {"option": "stepwise_programme"}
    assert plan["start"] == {"date": date(2027, 1, 4)}
    assert plan["start_before"] == {"goal": "Na de vakantie"}
    assert plan["permits"]["goal"] == "Vergunningen sneller"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_one_sentence_says_so(name: str, language: str) -> None:
    """With the date under which the earlier answers are kept."""
    with speaking(language):
        (notice,) = notices(study_of(saved(name)))
    assert THEN in notice
    assert notice.count(". ") == 0


@pytest.mark.parametrize("name", ["case.yaml", "case.xlsx"])
def test_it_is_saved_in_the_form_of_today(name: str) -> None:
    """Read again it is the same case, and the sentence is gone."""
    case = saved(name)
    again = read_case(case_bytes(case, name), name)
    assert again.model_dump() == case.model_dump()
    assert (case.earlier_forms, again.earlier_forms) == (("practice",), ())
    assert case_in_link(link_word(case, longest=16_000)).earlier_forms == ()


def test_an_agreement_that_finds_no_free_row_is_joined() -> None:
    """Three rows of a tension are two now."""
    agreed = {f"tasks_{when}": {"agreement": when.upper()} for when in ("now", "wanted", "later")}
    found = read(tensions={"agreed": agreed}).practice["tensions"]["agreed"]
    assert found == {
        "tasks_now": {"agreement": "NOW; LATER"},
        "tasks_wanted": {"agreement": "WANTED"},
    }


def test_only_a_year_later_leaves_no_earlier_moment() -> None:
    """There is nothing to keep under a date then."""
    found = read(tensions={"staff": {"tasks_later": {"a": "3"}, "tasks_now": None}})
    assert found.practice["tensions"] == {"staff": {"tasks_now": {"a": 3}}}


@pytest.mark.parametrize("name", ["case.yaml", "case.xlsx"])
def test_a_case_of_today_is_left_alone(name: str) -> None:
    """No answer moves when every instrument is filled in as it is now."""
    case = example_case()
    again = read_case(case_bytes(case, name), name)
    assert (again.practice, again.earlier_forms) == (case.practice, ())


def test_a_fault_names_the_line_that_was_written() -> None:
    """A level that does not exist, in the row that moved."""
    content = (FILES / "case.yaml").read_text(encoding="utf-8")
    wrong = content.replace("initiative_later:\n        a: 4", "initiative_later:\n        a: 9")
    line = wrong[: wrong.index("a: 9")].count("\n") + 1
    with speaking("en"), pytest.raises(InputError, match=rf"(?i)line {line}.*initiative_now\.a: "):
        read_yaml(wrong.encode()).case()


def test_a_fault_names_the_cell_that_was_written() -> None:
    """In the workbook the cell of the row that moved."""
    document = read_workbook((FILES / "case.xlsx").read_bytes())
    later = ("practice", "tensions", "council", "initiative_later", "a")
    values = {**document.values, "practice": {**document.values["practice"]}}
    values["practice"]["tensions"] = {"council": {"initiative_later": {"a": "9"}}}
    with speaking("en"), pytest.raises(InputError, match=document.locations[later]):
        Document(values, document.locations).case()


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ("x", "tensions: 'x' is no set of fields"),
        ({"council": "x"}, r"tensions\.council: 'x' is no set of fields"),
        ({"council": {"tasks_later": "x"}}, r"council\.tasks_later: 'tasks_later' is not known"),
    ],
)
def test_what_is_no_table_stays_a_fault(wrong: Any, words: str) -> None:
    """It is reported where it stands."""
    with speaking("en"), pytest.raises(InputError, match=words):
        read(tensions=wrong)
