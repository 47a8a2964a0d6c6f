"""What lies on the table of the explorer, and every move that can be made with it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from selfmgmt.case import Case
from selfmgmt.case.edit.assumptions import assumed, restored
from selfmgmt.case.edit.combination import choose, unchanged
from selfmgmt.case.edit.levers import with_answer, with_lever, with_name
from selfmgmt.case.edit.options import copied, removed, with_option
from selfmgmt.case.known import DO_NOTHING, NONE, option_labels
from selfmgmt.case.option import Option
from selfmgmt.errors import InputError
from selfmgmt.language import gettext
from selfmgmt.numbers import quoted
from selfmgmt.views.widgets.levers import QUESTION, levers

PLACES = 3
CHARTS = ("price", "frontier", "capacity", "cumulative_cash_eur")  # to start with
KNOWN_CHARTS = (
    *CHARTS, "satisfaction", "absence", "steerability", "fte", "savings", "felt", "conditions",
    "structure",
)  # fmt: skip
_CHARTS_FROM = "~"  # in a link, what stands before the charts


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """The case, the options beside each other, and the one in hand.

    Attributes:
        case: The case; always one that can be saved. Its options are the comparison.
        shown: The option at each place, empty where there is none.
        place: Which of them is in hand.
        looks: Options that are shown and not in the comparison.
        charts: Which pictures are on the page, from the upper left.
    """

    case: Case
    shown: tuple[str, ...]
    place: int
    looks: Mapping[str, Option] = field(default_factory=dict)
    charts: tuple[str, ...] = CHARTS

    @property
    def everything(self) -> Case:
        """The case with what is only looked at among its options."""
        return self.case.model_copy(update={"options": {**self.case.options, **self.looks}})

    @property
    def in_hand(self) -> str:
        """The option that the levers move."""
        return self.shown[self.place]


def first_board(case: Case) -> Board:
    """The first options of ``case`` beside each other; without any a named one to look at.

    Of more than three the first, and then the first that have another way of working: what such a
    way costs and brings is what the page is about.
    """
    keys = [key for key in case.options if key != DO_NOTHING]
    rest = sorted(keys[1:], key=lambda key: case.way_of(key) == NONE)
    keys = [*keys[:1], *rest][:PLACES] if len(keys) > PLACES else keys
    keys = keys or [key for key in option_labels() if key != DO_NOTHING][:1]
    return _with_looks(case, (*keys, *[""] * (PLACES - len(keys))), 0)


def _with_looks(
    case: Case, shown: tuple[str, ...], place: int, looks: Mapping[str, Option] | None = None
) -> Board:
    """A board; what is shown and not in the case is looked at, as it was or as it is named."""
    kept = {
        key: (looks or {}).get(key) or Option(based_on=key)
        for key in shown
        if key and key not in case.options
    }
    return Board(case=case, shown=shown, place=place, looks=kept)


def opened(board: Board, case: Case) -> Board:
    """``case`` on the table, with the options that lay there in the places where they lay."""
    shown = tuple(key if key in case.options else "" for key in board.shown)
    if not any(shown):
        return first_board(case)
    places = (board.place, *range(PLACES))
    there = _with_looks(case, shown, next(at for at in places if shown[at]))
    return replace(there, charts=board.charts)


def table_of(board: Board) -> str:
    """Which options and charts lie where, and which is in hand, for a link.

    Empty when all is as at the start.

    >>> case = Case(name="Urk", municipalities="Urk", options={"mine": {}, "other": {}})
    >>> table_of(first_board(case)), table_of(Board(case=case, shown=("other", "", ""), place=0))
    ('', '1.other..')
    """
    start = first_board(board.case)
    options, charts = "", ""
    if (board.shown, board.place) != (start.shown, start.place):
        options = ".".join([str(board.place + 1), *board.shown])
    if board.charts != CHARTS:
        charts = f"{_CHARTS_FROM}{'.'.join(board.charts)}"
    return options + charts


def laid(case: Case, table: str) -> Board:
    """``case`` as :func:`table_of` tells; what neither it has nor we stays away."""
    options, _from, charts = table.partition(_CHARTS_FROM)
    chosen = tuple(charts.split("."))
    known = len(chosen) == len(CHARTS) and set(chosen) <= set(KNOWN_CHARTS)
    return replace(_laid_options(case, options), charts=chosen if known else CHARTS)


def _laid_options(case: Case, table: str) -> Board:
    held, *keys = table.split(".")
    known = {*case.options, *option_labels()} - {DO_NOTHING}
    shown = tuple(key if key in known else "" for key in keys)
    there = [at for at in range(len(shown)) if shown[at]]
    if len(shown) != PLACES or not there or len({shown[at] for at in there}) < len(there):
        return first_board(case)
    place = next((at for at in there if str(at + 1) == held), there[0])
    return _with_looks(case, shown, place)


def moved(board: Board, message: Any) -> Board:
    """The board after what the page asks for.

    Raises:
        InputError: The value is not allowed, or this is nothing that the explorer can do.
    """
    match message:
        case {"do": "chart", "slot": int(slot), "chart": str(key)} if slot in range(len(CHARTS)):
            return _with_chart(board, int(slot), key)
    return replace(_moved(board, message), charts=board.charts)


def _with_chart(board: Board, slot: int, key: str) -> Board:
    if key not in KNOWN_CHARTS:
        raise InputError(gettext("{given} is nothing that this page can do.", given=quoted(key)))
    charts = (key if at == slot else one for at, one in enumerate(board.charts))
    return replace(board, charts=tuple(charts))


def _moved(board: Board, message: Any) -> Board:
    match message:
        case {"do": "look"}:
            return board
        case {"do": "set", "lever": str(lever), "value": str(value)} if lever in levers():
            return _set(board, lever, value)
        case {"do": "show", "place": int(place), "option": str(key)} if place in range(PLACES):
            return _show(board, int(place), key)
        case {"do": "fit", "fitted": bool(fitted)}:
            return _set(board, f"{QUESTION}size", "equal_money" if fitted else "described")
        case {"place": int(place)} if place in range(PLACES) and board.shown[place]:
            return _shown_moved(board, int(place), message)
    return _option_moved(board, message)


def _shown_moved(board: Board, place: int, message: Mapping[Any, Any]) -> Board:
    """What can be done with an option that is shown, whether in hand or not."""
    held = replace(board, place=place)
    key = held.in_hand
    match message:
        case {"do": "hold"}:
            return held
        case {"do": "include", "within": bool(within)}:
            return _included(held) if within else _left_out(held)
        case {"do": "choose"}:
            wanted = {name: str(message[name]) for name in ("way", "mix") if message.get(name)}
            chosen = choose(held.everything, key, **wanted)
            return _with_chosen(held, *chosen)
    return _option_moved(board, message)


def _with_chosen(board: Board, case: Case, key: str) -> Board:
    """The board with the option ``key`` of ``case`` in hand, which then is in the comparison."""
    looks = {name: option for name, option in board.looks.items() if name != key}
    kept = {name: one for name, one in case.options.items() if name not in looks}
    there = replace(board, case=case.model_copy(update={"options": kept}), looks=looks)
    return _show(there, board.place, key)


def _included(board: Board) -> Board:
    return _with_hand(board, board.everything.options[board.in_hand])


def _left_out(board: Board) -> Board:
    """The option in hand out of the comparison; it stays in view until another takes its place."""
    key = board.in_hand
    if key not in board.case.options:
        return board
    looks = {**board.looks, key: board.case.options[key]}
    return _with_looks(removed(board.case, key), board.shown, board.place, looks)


def _option_moved(board: Board, message: Any) -> Board:
    """What can be done with the option in hand as a whole."""
    case, key = board.everything, board.in_hand
    option = case.options[key]
    match message:
        case {"do": "reset"}:
            return _with_hand(board, unchanged(option))
        case {"do": "rename", "value": str(name)}:
            return _with_hand(board, with_name(case, key, name).options[key])
        case {"do": "copy"}:
            return _with_copy(board)
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
    """Whether levers of an option differ from those of the named option on which it is based."""
    option = case.options[key]
    return option != unchanged(option)


def _with_copy(board: Board) -> Board:
    """The board with a copy of the option in hand, in the first free place or else the next one."""
    case, key = copied(_included(board).case, board.in_hand)
    places = (at for at in range(PLACES) if not board.shown[at])
    place = next(places, (board.place + 1) % PLACES)
    shown = tuple(key if at == place else other for at, other in enumerate(board.shown))
    return _with_looks(case, shown, place, board.looks)


def _set(board: Board, lever: str, written: str) -> Board:
    if lever.startswith(QUESTION):
        name = lever.removeprefix(QUESTION)
        return replace(board, case=with_answer(board.case, name, written))
    changed = with_lever(board.everything, board.in_hand, lever, written)
    return _with_hand(board, changed.options[board.in_hand])


def _show(board: Board, place: int, key: str) -> Board:
    shown = list(board.shown)
    if key and key in shown:  # it is there already: the two change places
        shown[shown.index(key)] = shown[place]
    shown[place] = key
    if not any(shown):
        raise InputError(gettext("Keep at least one option on the page."))
    if key not in {"", *board.everything.options, *option_labels()} or key == DO_NOTHING:
        raise InputError(gettext("{given} is nothing that this page can do.", given=quoted(key)))
    order = (place, board.place, *range(PLACES))
    in_hand = next(at for at in order if shown[at])
    return _with_looks(board.case, tuple(shown), in_hand, board.looks)


def _with_hand(board: Board, option: Option) -> Board:
    """The board with the option in hand changed; what someone changes is in the comparison."""
    case = with_option(board.case, board.in_hand, option)
    return _with_looks(case, board.shown, board.place, board.looks)
