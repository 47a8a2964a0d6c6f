"""What the explorer receives: the state of its options, and what a move did to them."""

from collections.abc import Mapping, Sequence
from typing import TypedDict

from selfmgmt.case.known import DO_NOTHING, option_labels
from selfmgmt.language import gettext
from selfmgmt.views.widgets.explorer_state import ExplorerState, is_adapted
from selfmgmt.views.widgets.lever_positions import Position
from selfmgmt.views.widgets.results import ResultsOnPage

_NAMED = 3  # options in a note; more do not fit on a line


class Labelled(TypedDict):
    """Something to choose, and its name."""

    key: str
    label: str


class OfferedOption(Labelled):
    """An option that can be shown; ``within`` the comparison, or only looked at."""

    adapted: bool
    within: bool


class Fault(TypedDict):
    """What is wrong, at which lever, or at which fields of a form."""

    lever: str
    words: str
    fields: dict[str, str]


class ExplorerOnPage(TypedDict):
    """All that changes on the explorer, as ``State`` in ``explorer_types.js``."""

    seq: object
    shown: list[str]
    place: int
    charts: list[str]
    options: list[OfferedOption]
    ways: list[Labelled]
    mixes: list[Labelled]
    label: str
    positions: dict[str, Position]
    results: ResultsOnPage
    whole: bool
    fitted: bool
    undo: bool
    redo: bool
    note: str
    fault: Fault | None


def listed(names: Mapping[str, str]) -> list[Labelled]:
    """Names by key as a page lists them."""
    return [{"key": key, "label": label} for key, label in names.items()]


def note_of(before: ExplorerState, after: ExplorerState) -> str:
    """What a move did to the comparison, when it did something to it."""
    came = [key for key in after.case.options if key not in before.case.options]
    went = [key for key in before.case.options if key not in after.case.options]
    if came:
        return gettext("Now in your comparison: {options}", options=_few(after, came))
    if went:
        return gettext("Out of your comparison: {options}", options=_few(before, went))
    return ""


def _few(view: ExplorerState, keys: Sequence[str]) -> str:
    """The names of some options, on a line."""
    names = [view.case.label(key) for key in keys[:_NAMED]]
    rest = len(keys) - len(names)
    return ", ".join([*names, *([gettext("and {count} more", count=rest)] if rest else [])])


def offered(view: ExplorerState) -> list[OfferedOption]:
    """Every option that can be shown: those of the comparison, then what can be looked at."""
    case = view.everything
    own: list[OfferedOption] = [
        {
            "key": key,
            "label": case.label(key),
            "adapted": is_adapted(case, key),
            "within": key in view.case.options,
        }
        for key in case.options
    ]
    named: list[OfferedOption] = [
        {"key": key, "label": str(label), "adapted": False, "within": False}
        for key, label in option_labels().items()
        if key not in case.options
    ]
    return [one for one in own + named if one["key"] != DO_NOTHING]
