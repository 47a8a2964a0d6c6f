"""The first picture tells what is known and missing, and follows the case."""

import subprocess
import sys

import pytest

from selfmgmt.case import Case, new_case
from selfmgmt.errors import InputError
from selfmgmt.language import LANGUAGES, speaking
from selfmgmt.workspace.first_look import FirstLook


def test_it_tells_what_is_filled_in() -> None:
    """Figures and scores are counted; the example of a cut is called an example."""
    case = Case.model_validate(
        {**new_case(["Nijkerk"]).model_dump(), "organisation": {"fte": 312.5, "absence": "6%"}}
    )
    with speaking("en"):
        html = FirstLook(case).shown["html"]
    assert "Own figures: 2 of 9 filled in." in html
    assert "Readiness: 0 of 8 filled in." in html
    assert "The cut is still an example: 5%." in html
    assert "312.5" in html


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_follows_the_case(language: str) -> None:
    """In the language that it started with."""
    with speaking(language):
        look = FirstLook(new_case(["Nijkerk"]))
    look.show(new_case(["Urk"]))
    assert look.case.name == "Urk"
    assert "Urk" in look.shown["html"]
    assert look.shown["language"] == language


def test_the_start_page_is_light() -> None:
    """Nothing that draws, tabulates or renders is loaded until a report or Excel is asked for."""
    code = (
        "import sys; from selfmgmt.case import new_case;"
        "from selfmgmt.workspace.bar import CaseBar;"
        "from selfmgmt.workspace.first_look import FirstLook; bar = CaseBar(new_case(['Urk']));"
        "bar.bind(FirstLook(bar.case)); print(*{name.split('.')[0] for name in sys.modules})"
    )
    loaded = subprocess.check_output([sys.executable, "-c", code], text=True).split()
    heavy = {"matplotlib", "nbconvert", "openpyxl", "pandas", "papermill", "scipy", "seaborn"}
    assert heavy & set(loaded) == set()


def test_a_case_that_cannot_be_shown_leaves_the_old_one() -> None:
    """The last good picture stays."""
    look = FirstLook(new_case(["Urk"]))
    gone = new_case(["Urk"]).model_copy(update={"municipalities": ("GM9999",)})
    with pytest.raises(InputError):
        look.show(gone)
    assert look.case.name == "Urk"


def test_names_are_shown_as_they_are() -> None:
    """What someone typed is text, never part of the page."""
    case = new_case(["Urk"]).model_copy(update={"name": "<img src=x>"})
    assert "<img" not in FirstLook(case).shown["html"]
