"""Every word that the case bar shows, in the language of the reader."""

from typing import TypedDict

from selfmgmt.language import current_language, gettext
from selfmgmt.reference.municipalities import all_municipalities
from selfmgmt.workspace.lab.links import PAGES

_NEXT = {"30_options": "40_choose"}
"""The page after one that fills its screen: there the bar itself says how to go on."""


class PageName(TypedDict):
    """A page of the product, and its name."""

    key: str
    label: str


class BarPage(TypedDict):
    """What stays the same on the bar of one page; ``next`` may be empty."""

    page: str
    next: str
    language: str
    may_save: bool
    pages: list[PageName]
    municipalities: list[str]
    words: dict[str, str]


def bar_page(page: str, *, may_save: bool) -> BarPage:
    """What stays the same on the bar of one page.

    Args:
        page: The notebook of the page.
        may_save: Whether the reader may write files here.
    """
    return {
        "page": page,
        "next": _NEXT.get(page, ""),
        "language": current_language(),
        "may_save": may_save,
        "pages": [{"key": key, "label": gettext(label)} for key, label in PAGES.items()],
        "municipalities": sorted(one.everyday_name for one in all_municipalities()),
        "words": {**_opening(), **_keeping(), **_sharing(may_save), **_report()},
    }


def _opening() -> dict[str, str]:
    return {
        "bar": gettext("Your case"),
        "pages": gettext("Pages"),
        "next": gettext("Next: {page}"),
        "new_tab": gettext("{page} (opens in a new tab)"),
        "stays": gettext(
            "This case is too large for a link, so it does not go along by itself. Keep it as a "
            "file first and open that file on the next page. Choose the page again to go there."
        ),
        "case": gettext("Case: {name}"),
        "open": gettext("Open another case"),
        "municipality": gettext("Municipality"),
        "pick": gettext("Choose"),
        "pick_note": gettext("Type a part of the name and choose. Only public figures are used."),
        "file": gettext("Case file (.yaml or .xlsx)"),
        "too_large": gettext("This file is too large; a case file is at most 5 MB."),
        "paste": gettext("Link that you received"),
        "follow": gettext("Open this link"),
        "back": gettext("Back to {name}"),
        "silence": gettext("The calculation does not answer. Load this page again."),
    }


def _keeping() -> dict[str, str]:
    return {
        "keep": gettext("Save and share"),
        "file_name": gettext("File name"),
        "save": gettext("Save"),
        "save_note": gettext("The file goes into the folder of this notebook."),
        "replace": gettext("Replace it"),
        "cancel": gettext("Cancel"),
        "yaml": gettext("Download the case file"),
        "excel": gettext("Download as Excel"),
        "outcomes": gettext("Download the outcomes (Excel)"),
        "download_note": gettext(
            "With the case file you go on later, here or elsewhere. To share the case with a "
            "colleague, send this file: it needs no network and no access code."
        ),
    }


def _sharing(may_save: bool) -> dict[str, str]:
    note = gettext(
        "The link holds all figures that you filled in. Whoever has the link can read them."
    )
    also = gettext("The same goes for the address of this page.")
    local = gettext("This link works on this computer only. Send a colleague the case file.")
    away = gettext(
        "Whoever opens the link must be able to reach this address, and needs the access code."
    )
    return {
        "link": gettext("Link to this case"),
        "copy": gettext("Copy the link"),
        "copied": gettext("The link is copied."),
        "copy_yourself": gettext("The link is selected; copy it with Ctrl+C."),
        "link_note": note if may_save else f"{note} {also}",
        "link_local": local,
        "link_away": away,
    }


def _report() -> dict[str, str]:
    return {
        "make": gettext("Make my report"),
        "stop": gettext("Stop the report"),
        "progress": gettext("Progress of the report"),
        "show": gettext("Open the report (new tab)"),
        "take": gettext("Download the report"),
        "word": gettext("Download it in Word"),
    }
