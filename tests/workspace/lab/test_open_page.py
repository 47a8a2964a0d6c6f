"""A page opens with one call, and refuses what it does not know."""

from typing import Any

import pytest

from selfmgmt.errors import InputError
from selfmgmt.language import speaking
from selfmgmt.workspace.lab.links import PAGES
from selfmgmt.workspace.lab.next_step import Concluding
from selfmgmt.workspace.lab.open_page import SURVEY, open_page

GIVEN: dict[str, Any] = {
    "municipality": "Urk",
    "case_file": "",
    "language": "en",
    "seed": 1,
    "draws": 200,
}
OF_SURVEY: dict[str, Any] = {**dict.fromkeys(SURVEY, ""), "example": False}


@pytest.mark.parametrize("name", PAGES)
def test_every_page_opens_with_one_call(name: str) -> None:
    """The bar and what people work with are on one case; the comparison gives a table."""
    with speaking("en"):
        page = open_page(name, {**GIVEN, **OF_SURVEY})
        assert page.case is page.tool.case
        assert page.case.name == "Urk"
        assert page.bar.page["page"] == name


@pytest.mark.parametrize(
    "name", ["00_start", "10_baseline", "20_readiness", "40_choose", "55_tensions"]
)
def test_a_page_ends_with_a_conclusion(name: str) -> None:
    """A sentence about now, from the first moment."""
    with speaking("en"):
        tool = open_page(name, {**GIVEN, **OF_SURVEY}).tool
    assert isinstance(tool, Concluding)
    assert tool.conclusion.endswith(".")


def test_the_table_behind_a_page() -> None:
    """The outcomes of the case as it stands on the page."""
    with speaking("en"):
        page = open_page("00_start", GIVEN)
        frame = page.comparison.frame()
    assert set(frame["option"]) == set(page.case.options)


def test_what_is_missing_or_unknown_is_told() -> None:
    """All that is missing at once, and the pages that there are."""
    with speaking("en"):
        with pytest.raises(InputError, match=r"municipality is missing.*\n.*seed is missing"):
            open_page("00_start", {key: GIVEN[key] for key in ("case_file", "language", "draws")})
        with pytest.raises(InputError, match="'50_maps' is no page; use 00_start"):
            open_page("50_maps", GIVEN)
