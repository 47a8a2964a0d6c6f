"""What the start page receives: the map, every name, page 1 of the report."""

from typing import TypedDict

from selfmgmt.language import current_language, gettext
from selfmgmt.reference.former_municipalities import former_municipalities
from selfmgmt.reference.municipalities import all_municipalities
from selfmgmt.reporting.pages.map import map_drawing

_SMALLER = """
.sheet .one { font-size: 0.875rem; line-height: 1.4; }
.sheet .one .question { font-size: 1rem; }
.sheet .one .own { font-size: 0.8125rem; }
.sheet .one .pair { grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr)); }
@media screen and (min-width: 40.01rem) {
  .sheet .one .table td { white-space: pre; }
  .sheet .one .table[tabindex] table { font-size: 0.7rem; }
  .sheet .one .table[tabindex] thead th { hyphens: manual; overflow-wrap: normal; }
  .sheet .one .table th, .sheet .one .table td { padding-right: 0.3rem; }
  .sheet .one .table tbody th { min-width: 6rem; }
}
"""  # beside a map there is less room than in the report


class PageOne(TypedDict):
    """Page 1 of the report as HTML, or why there is none."""

    busy: bool
    page_one: str
    fault: str


class StartState(PageOne):
    """All that changes on the start page."""

    name: str
    members: list[str]
    who: list[str]
    known: str
    conclusion: str


class OnMap(TypedDict):
    """A municipality: every name by which it can be found, and its outline."""

    code: str
    name: str
    names: list[str]
    path: str


class Successor(TypedDict):
    """A municipality of today."""

    code: str
    name: str


class Former(TypedDict):
    """A municipality that is no more, and what it became."""

    name: str
    until: int
    now: list[Successor]


class StartWords(TypedDict):
    """What stays the same on the start page."""

    language: str
    width: float
    height: float
    municipalities: list[OnMap]
    former: list[Former]
    words: dict[str, str]
    style: str


def start_page() -> StartWords:
    """What stays the same: the map, every name of now and of before, words and looks."""
    drawing = map_drawing()
    names = {one.code: one.everyday_name for one in all_municipalities()}
    return {
        "language": current_language(),
        "width": drawing.width,
        "height": drawing.height,
        "municipalities": [
            {
                "code": one.code,
                "name": one.everyday_name,
                "names": [one.name, *one.other_names],
                "path": drawing.paths.get(one.code, ""),
            }
            for one in all_municipalities()
        ],
        "former": [
            {
                "name": one.name,
                "until": one.year,
                "now": [{"code": code, "name": names[code]} for code in one.successors],
            }
            for one in former_municipalities()
        ],
        "words": _words(),
        "style": _SMALLER,
    }


def _words() -> dict[str, str]:
    return {
        "tool": gettext("Choose a municipality"),
        "search": gettext("Your municipality"),
        "search_note": gettext("Type a part of the name, or click on the map."),
        "map": gettext("Map of the municipalities; you can also choose one by its name"),
        "former": gettext("{name}, until {until}, now:"),
        "none": gettext("No municipality has this in its name."),
        "many": gettext("{count} names fit; type some more letters."),
        "page_one": gettext("On one page"),
        "more": gettext("More of page 1"),
        "busy": gettext("Page 1 of the report is being made; this takes some seconds."),
        "known": gettext("What is known, and what is missing"),
        "doors": gettext("Where do you want to go?"),
        "fill_in": gettext("Fill in what you know"),
        "fill_in_note": gettext("With your own figures the ranges become narrower."),
        "explore": gettext("Explore options"),
        "explore_note": gettext("Move the cut, people and teams, and see what may happen."),
        "report": gettext("Make the report"),
        "report_note": gettext("To read and to share; it takes half a minute."),
    }
