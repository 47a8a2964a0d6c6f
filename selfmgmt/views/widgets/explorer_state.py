"""What the explorer shows of a case, and every move that can be made with it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

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

SLOTS = 3
CHARTS = ("price", "frontier", "capacity", "cumulative_cash_eur")  # to start with
KNOWN_CHARTS = (
    *CHARTS, "satisfaction", "absence", "steerability", "fte", "savings", "felt", "conditions",
    "structure",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class ExplorerState:
    """The case, the options beside each other, and the one that the levers move.

    Attributes:
        case: The case; always one that can be saved. Its options are the comparison.
        slots: The option in each column, empty where there is none.
        slot: The column whose option the levers move.
        previews: Options that are in view and not in the comparison.
        charts: Which pictures are on the page, from the upper left.
    """

    case: Case
    slots: tuple[str, ...]
    slot: int
    previews: Mapping[str, Option] = field(default_factory=dict)
    charts: tuple[str, ...] = CHARTS

    @property
    def everything(self) -> Case:
        """The case with what is only looked at among its options."""
        return self.case.model_copy(update={"options": {**self.case.options, **self.previews}})

    @property
    def selected(self) -> str:
        """The option that the levers move."""
        return self.slots[self.slot]


def first_view(case: Case) -> ExplorerState:
    """The first options of ``case`` beside each other; without any a named one to look at.

    Of more than three the first, and then the first that have another way of working: what such a
    way costs and brings is what the page is about.
    """
    keys = [key for key in case.options if key != DO_NOTHING]
    rest = sorted(keys[1:], key=lambda key: case.way_of(key) == NONE)
    keys = [*keys[:1], *rest][:SLOTS] if len(keys) > SLOTS else keys
    keys = keys or [key for key in option_labels() if key != DO_NOTHING][:1]
    return _completed(ExplorerState(case=case, slots=(*keys, *[""] * (SLOTS - len(keys))), slot=0))


def _completed(view: ExplorerState) -> ExplorerState:
    """What is in view and not in the case is a preview, as it was or as it is named."""
    previews = {
        key: view.previews.get(key) or Option(based_on=key)
        for key in view.slots
        if key and key not in view.case.options
    }
    return replace(view, previews=previews)


def opened(view: ExplorerState, case: Case) -> ExplorerState:
    """``case`` on the table, with the options that lay there in the places where they lay."""
    slots = tuple(key if key in case.options else "" for key in view.slots)
    if not any(slots):
        return first_view(case)
    order = (view.slot, *range(SLOTS))
    slot = next(at for at in order if slots[at])
    return _completed(replace(view, case=case, slots=slots, slot=slot, previews={}))


def moved(view: ExplorerState, message: Mapping[str, object]) -> ExplorerState:
    """The state after what the page asks for.

    Raises:
        InputError: The value is not allowed, or this is nothing that the explorer can do.
    """
    match message:
        case {"do": "chart", "slot": int(slot), "chart": str(key)} if slot in range(len(CHARTS)):
            return _with_chart(view, int(slot), key)
        case {"do": "set", "lever": str(lever), "value": str(value)} if lever in levers():
            return _set(view, lever, value)
        case {"do": "show", "place": int(slot), "option": str(key)} if slot in range(SLOTS):
            return _show(view, int(slot), key)
        case {"place": int(slot)} if slot in range(SLOTS) and view.slots[slot]:
            return _slot_moved(view, int(slot), message)
    return _comparison_moved(view, message)


def _comparison_moved(view: ExplorerState, message: Mapping[str, object]) -> ExplorerState:
    """What can be done with all options at once."""
    match message:
        case {"do": "fit", "fitted": bool(fitted)}:
            return _set(view, f"{QUESTION}size", "equal_money" if fitted else "described")
        case {"do": "only"}:
            return _only_in_view(view)
    return _option_moved(view, message)


def _with_chart(view: ExplorerState, slot: int, key: str) -> ExplorerState:
    if key not in KNOWN_CHARTS:
        raise InputError(gettext("{given} is nothing that this page can do.", given=quoted(key)))
    charts = (key if at == slot else one for at, one in enumerate(view.charts))
    return replace(view, charts=tuple(charts))


def _slot_moved(view: ExplorerState, slot: int, message: Mapping[str, object]) -> ExplorerState:
    """What can be done with an option in view, whether selected or not."""
    here = replace(view, slot=slot)
    key = here.selected
    match message:
        case {"do": "hold"}:
            return here
        case {"do": "include", "within": bool(within)}:
            return _included(here) if within else _left_out(here)
        case {"do": "choose"}:
            wanted = {name: str(message[name]) for name in ("way", "mix") if message.get(name)}
            chosen = choose(here.everything, key, **wanted)
            return _with_chosen(here, *chosen)
    return _option_moved(view, message)


def _with_chosen(view: ExplorerState, case: Case, key: str) -> ExplorerState:
    """The state with the option ``key`` of ``case`` selected, which then is in the comparison."""
    previews = {name: option for name, option in view.previews.items() if name != key}
    kept = {name: one for name, one in case.options.items() if name not in previews}
    there = replace(view, case=case.model_copy(update={"options": kept}), previews=previews)
    return _show(there, view.slot, key)


def _included(view: ExplorerState) -> ExplorerState:
    return _with_selected(view, view.everything.options[view.selected])


def _left_out(view: ExplorerState) -> ExplorerState:
    """The selected option out of the comparison; it stays in view until another takes its place."""
    key = view.selected
    if key not in view.case.options:
        return view
    previews = {**view.previews, key: view.case.options[key]}
    return _completed(replace(view, case=removed(view.case, key), previews=previews))


def _only_in_view(view: ExplorerState) -> ExplorerState:
    """The options in view are the comparison, beside doing nothing; all others go out of it."""
    case = view.everything
    for key in case.options.keys() - {DO_NOTHING, *view.slots}:
        case = removed(case, key)
    return _completed(replace(view, case=case))


def _option_moved(view: ExplorerState, message: Mapping[str, object]) -> ExplorerState:
    """What can be done with the selected option as a whole."""
    case, key = view.everything, view.selected
    option = case.options[key]
    match message:
        case {"do": "reset"}:
            return _with_selected(view, unchanged(option))
        case {"do": "rename", "value": str(name)}:
            return _with_selected(view, with_name(case, key, name).options[key])
        case {"do": "copy"}:
            return _with_copy(view)
    return _figure_moved(view, message)


def _figure_moved(view: ExplorerState, message: Mapping[str, object]) -> ExplorerState:
    """What can be done with a figure of the model."""
    match message:
        case {"do": "assume", "figure": str(key), "value": str(value), "reason": str(reason)}:
            return replace(view, case=assumed(view.case, key, value=value, reason=reason))
        case {"do": "standard", "figure": str(key)}:
            return replace(view, case=restored(view.case, key))
    raise InputError(gettext("{given} is nothing that this page can do.", given=quoted(message)))


def is_adapted(case: Case, key: str) -> bool:
    """Whether levers of an option differ from those of the named option on which it is based."""
    option = case.options[key]
    return option != unchanged(option)


def _with_copy(view: ExplorerState) -> ExplorerState:
    """The state with a copy of the selected option, in the first free column or else the next."""
    case, key = copied(_included(view).case, view.selected)
    order = (at for at in range(SLOTS) if not view.slots[at])
    slot = next(order, (view.slot + 1) % SLOTS)
    slots = tuple(key if at == slot else other for at, other in enumerate(view.slots))
    return _completed(replace(view, case=case, slots=slots, slot=slot))


def _set(view: ExplorerState, lever: str, written: str) -> ExplorerState:
    if lever.startswith(QUESTION):
        name = lever.removeprefix(QUESTION)
        return replace(view, case=with_answer(view.case, name, written))
    changed = with_lever(view.everything, view.selected, lever, written)
    return _with_selected(view, changed.options[view.selected])


def _show(view: ExplorerState, slot: int, key: str) -> ExplorerState:
    slots = list(view.slots)
    if key and key in slots:  # it is there already: the two change places
        slots[slots.index(key)] = slots[slot]
    slots[slot] = key
    if not any(slots):
        raise InputError(gettext("Keep at least one option on the page."))
    if key not in {"", *view.everything.options, *option_labels()} or key == DO_NOTHING:
        raise InputError(gettext("{given} is nothing that this page can do.", given=quoted(key)))
    order = (slot, view.slot, *range(SLOTS))
    selected = next(at for at in order if slots[at])
    return _completed(replace(view, slots=tuple(slots), slot=selected))


def _with_selected(view: ExplorerState, option: Option) -> ExplorerState:
    """The state with the selected option changed; what someone changes is in the comparison."""
    return _completed(replace(view, case=with_option(view.case, view.selected, option)))
