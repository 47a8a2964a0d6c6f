"""What lies on the table of the explorer, and every move that can be made with it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from pydantic import ValidationError

from selfmgmt.case import Case
from selfmgmt.case.faults import sentence_of
from selfmgmt.case.known import DO_NOTHING, option_labels
from selfmgmt.case.option import Option
from selfmgmt.case.question import Question
from selfmgmt.errors import InputError
from selfmgmt.fields import Record
from selfmgmt.language import gettext
from selfmgmt.numbers import quoted
from selfmgmt.views.widgets.levers import MANDATE, QUESTION, levers

PLACES = 3
Kind = TypeVar("Kind", bound=Record)
_REMEMBERED = 200


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
        case = _with_option(case, keys[0], Option(based_on=keys[0]))
    return Board(case=case, shown=(*keys, *[""] * (PLACES - len(keys))), place=0)


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
            return _show(board, place, key)
        case {"do": "hold", "place": int(place)} if place in range(PLACES) and board.shown[place]:
            return replace(board, place=int(place))
        case {"do": "reset"}:
            base = board.case.options[board.in_hand].based_on
            return _with_hand(board, Option(label=_own_label(board), based_on=base))
    raise InputError(gettext("{given} is nothing that this page can do.", given=quoted(message)))


def is_adapted(case: Case, key: str) -> bool:
    """Whether an option differs from the named option on which it is based."""
    option = case.options[key]
    return option != Option(label=option.label, based_on=option.based_on)


def _own_label(board: Board) -> str | None:
    label: str | None = board.case.options[board.in_hand].label
    return label


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
    given = {"label": option.label, "based_on": option.based_on, **changes}
    return _with_hand(board, _read(Option, given))


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
        case = _with_option(case, key, Option(based_on=key))
    order = (place, board.place, *range(PLACES))
    in_hand = next(at for at in order if shown[at])
    return Board(case=case, shown=tuple(shown), place=in_hand)


def _with_hand(board: Board, option: Option) -> Board:
    return replace(board, case=_with_option(board.case, board.in_hand, option))


def _with_option(case: Case, key: str, option: Option) -> Case:
    return case.model_copy(update={"options": {**case.options, key: option}})


def _read(kind: type[Kind], given: Mapping[str, Any]) -> Kind:
    try:
        return kind.model_validate(given)
    except ValidationError as error:
        details = error.errors(include_url=False)
        raise InputError(*(sentence_of(detail, kind) for detail in details)) from None


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """A board with what was before it and, after going back, what came after.

    Moves with the same ``gesture``, such as one drag of a slider, are undone as one.
    """

    board: Board
    past: tuple[Board, ...] = ()
    future: tuple[Board, ...] = ()
    gesture: int | None = None

    def after(self, board: Board, gesture: int | None = None) -> "History":
        """The history when ``board`` comes next."""
        if board == self.board:
            return self
        goes_on = gesture is not None and gesture == self.gesture
        past = self.past if goes_on else (*self.past, self.board)[-_REMEMBERED:]
        return History(board=board, past=past, gesture=gesture)

    def undone(self) -> "History":
        """One step back, if there is one."""
        if not self.past:
            return self
        *past, board = self.past
        return History(board=board, past=tuple(past), future=(self.board, *self.future))

    def redone(self) -> "History":
        """One step forward again, if there is one."""
        if not self.future:
            return self
        board, *future = self.future
        return History(board=board, past=(*self.past, self.board), future=tuple(future))
