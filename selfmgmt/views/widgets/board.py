"""What lies on the table of the explorer, and every move that can be made with it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from pydantic import ValidationError

from selfmgmt.case import Case
from selfmgmt.case.faults import sentence_of
from selfmgmt.case.known import DO_NOTHING, option_labels, with_own
from selfmgmt.case.option import Option
from selfmgmt.case.question import Question
from selfmgmt.errors import InputError
from selfmgmt.fields import Record
from selfmgmt.language import gettext
from selfmgmt.numbers import quoted
from selfmgmt.views.widgets.levers import MANDATE, QUESTION, levers
from selfmgmt.views.widgets.own_assumptions import assumed, restored
from selfmgmt.views.widgets.own_options import copied, removed, renamed, with_option

PLACES = 3
Kind = TypeVar("Kind", bound=Record)


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """The case, the options beside each other, and the one in hand.

    Attributes:
        case: The case; always one that can be saved.
        shown: The option at each place, empty where there is none.
        place: Which of them is in hand.
    """

    case: Case
    shown: tuple[str, ...]
    place: int

    @property
    def in_hand(self) -> str:
        """The option that the levers move."""
        return self.shown[self.place]


def first_board(case: Case) -> Board:
    """The first options of ``case`` beside each other; a case without options gets a named one."""
    keys = [key for key in case.options if key != DO_NOTHING][:PLACES]
    if not keys:
        keys = [key for key in option_labels() if key != DO_NOTHING][:1]
        case = with_option(case, keys[0], Option(based_on=keys[0]))
    return Board(case=case, shown=(*keys, *[""] * (PLACES - len(keys))), place=0)


def opened(board: Board, case: Case) -> Board:
    """``case`` on the table, with the options that lay there in the places where they lay."""
    shown = tuple(key if key in case.options else "" for key in board.shown)
    if not any(shown):
        return first_board(case)
    places = (board.place, *range(PLACES))
    return Board(case=case, shown=shown, place=next(at for at in places if shown[at]))


def table_of(board: Board) -> str:
    """Which options lie where, and which is in hand, for a link; empty when as at the start.

    >>> case = Case(name="Urk", municipalities="Urk", options={"mine": {}, "other": {}})
    >>> table_of(first_board(case)), table_of(Board(case=case, shown=("other", "", ""), place=0))
    ('', '1.other..')
    """
    start = first_board(board.case)
    if (board.shown, board.place) == (start.shown, start.place):
        return ""
    return ".".join([str(board.place + 1), *board.shown])


def laid(case: Case, table: str) -> Board:
    """``case`` as :func:`table_of` tells; what it does not have stays away."""
    held, *keys = table.split(".")
    shown = tuple(key if key in case.options and key != DO_NOTHING else "" for key in keys)
    there = [at for at in range(len(shown)) if shown[at]]
    if len(shown) != PLACES or not there or len({shown[at] for at in there}) < len(there):
        return first_board(case)
    place = next((at for at in there if str(at + 1) == held), there[0])
    return Board(case=case, shown=shown, place=place)


def moved(board: Board, message: Any) -> Board:
    """The board after what the page asks for.

    Raises:
        InputError: The value is not allowed, or this is nothing that the explorer can do.
    """
    match message:
        case {"do": "look"}:
            return board
        case {"do": "set", "lever": str(lever), "value": str(value)} if lever in levers():
            return _set(board, lever, value)
        case {"do": "show", "place": int(place), "option": str(key)} if place in range(PLACES):
            return _show(board, int(place), key)
        case {"do": "hold", "place": int(place)} if place in range(PLACES) and board.shown[place]:
            return replace(board, place=int(place))
    return _option_moved(board, message)


def _option_moved(board: Board, message: Any) -> Board:
    """What can be done with the option in hand as a whole."""
    case, key = board.case, board.in_hand
    option = case.options[key]
    match message:
        case {"do": "reset"}:
            return _with_hand(board, _unchanged(option))
        case {"do": "rename", "value": str(name)}:
            given = {**_written(option), "label": name.strip() or None}
            return replace(board, case=renamed(case, key, _option(case, given)))
        case {"do": "copy"}:
            return _with_copy(board)
        case {"do": "remove"}:
            return replace(_show(board, board.place, ""), case=removed(case, key))
    return _figure_moved(board, message)


def _figure_moved(board: Board, message: Any) -> Board:
    """What can be done with a figure of the model."""
    match message:
        case {"do": "assume", "figure": str(key), "value": str(value), "reason": str(reason)}:
            return replace(board, case=assumed(board.case, key, value=value, reason=reason))
        case {"do": "standard", "figure": str(key)}:
            return replace(board, case=restored(board.case, key))
    raise InputError(gettext("{given} is nothing that this page can do.", given=quoted(message)))


def is_adapted(case: Case, key: str) -> bool:
    """Whether an option differs from the named option on which it is based."""
    option = case.options[key]
    return option != _unchanged(option)


def _unchanged(option: Option) -> Option:
    return Option.model_construct(label=option.label, based_on=option.based_on, mix=option.mix)


def _written(option: Option) -> dict[str, Any]:
    kept = {"label": option.label, "based_on": option.based_on, "mix": option.mix}
    return kept | option.changes()


def _option(case: Case, given: Mapping[str, Any]) -> Option:
    with with_own(case.criteria, case.mixes):
        return _read(Option, given)


def _with_copy(board: Board) -> Board:
    """The board with a copy of the option in hand, in the first free place or else the next one."""
    case, key = copied(board.case, board.in_hand)
    places = (at for at in range(PLACES) if not board.shown[at])
    place = next(places, (board.place + 1) % PLACES)
    shown = tuple(key if at == place else other for at, other in enumerate(board.shown))
    return Board(case=case, shown=shown, place=place)


def _set(board: Board, lever: str, written: str) -> Board:
    if lever.startswith(QUESTION):
        return replace(board, case=_with_answer(board.case, lever.removeprefix(QUESTION), written))
    option = board.case.options[board.in_hand]
    changes = option.changes()
    if lever.startswith(MANDATE):
        mandate = changes.get("autonomy", {}) | {lever.removeprefix(MANDATE): written}
        changes |= {"autonomy": mandate}
    else:
        changes |= {lever: written}
    return _with_hand(board, _option(board.case, _written(option) | changes))


def _with_answer(case: Case, name: str, written: str) -> Case:
    given = dict(case.question) | {name: written}
    if name == "saving_target":
        given["example"] = False
    return case.model_copy(update={"question": _read(Question, given)})


def _show(board: Board, place: int, key: str) -> Board:
    shown = list(board.shown)
    if key and key in shown:  # it is there already: the two change places
        shown[shown.index(key)] = shown[place]
    shown[place] = key
    if not any(shown):
        raise InputError(gettext("Keep at least one option on the page."))
    if key not in {"", *board.case.options, *option_labels()} or key == DO_NOTHING:
        raise InputError(gettext("{given} is nothing that this page can do.", given=quoted(key)))
    case = board.case
    if key and key not in case.options:
        case = with_option(case, key, Option(based_on=key))
    order = (place, board.place, *range(PLACES))
    in_hand = next(at for at in order if shown[at])
    return Board(case=case, shown=tuple(shown), place=in_hand)


def _with_hand(board: Board, option: Option) -> Board:
    return replace(board, case=with_option(board.case, board.in_hand, option))


def _read(kind: type[Kind], given: Mapping[str, Any]) -> Kind:
    try:
        return kind.model_validate(given)
    except ValidationError as error:
        details = error.errors(include_url=False)
        raise InputError(*(sentence_of(detail, kind) for detail in details)) from None
