"""How options and charts stand on the explorer, written in a link."""

from dataclasses import replace

from selfmgmt.case import Case
from selfmgmt.case.known import DO_NOTHING, option_labels
from selfmgmt.views.widgets.explorer_state import (
    CHARTS,
    KNOWN_CHARTS,
    SLOTS,
    ExplorerState,
    _completed,
    first_view,
)

_CHARTS_FROM = "~"  # in a link, what stands before the charts


def layout_of(view: ExplorerState) -> str:
    """Which options and charts stand where, and which is selected, for a link.

    Empty when all is as at the start.

    >>> case = Case(name="Urk", municipalities="Urk", options={"mine": {}, "other": {}})
    >>> second = ExplorerState(case=case, slots=("other", "", ""), slot=0)
    >>> layout_of(first_view(case)), layout_of(second)
    ('', '1.other..')
    """
    start = first_view(view.case)
    options, charts = "", ""
    if (view.slots, view.slot) != (start.slots, start.slot):
        options = ".".join([str(view.slot + 1), *view.slots])
    if view.charts != CHARTS:
        charts = f"{_CHARTS_FROM}{'.'.join(view.charts)}"
    return options + charts


def from_layout(case: Case, layout: str) -> ExplorerState:
    """``case`` as :func:`layout_of` tells; what neither it has nor we stays away."""
    options, _from, charts = layout.partition(_CHARTS_FROM)
    chosen = tuple(charts.split("."))
    known = len(chosen) == len(CHARTS) and set(chosen) <= set(KNOWN_CHARTS)
    return replace(_options_in(case, options), charts=chosen if known else CHARTS)


def _options_in(case: Case, layout: str) -> ExplorerState:
    here, *keys = layout.split(".")
    known = {*case.options, *option_labels()} - {DO_NOTHING}
    slots = tuple(key if key in known else "" for key in keys)
    there = [at for at in range(len(slots)) if slots[at]]
    if len(slots) != SLOTS or not there or len({slots[at] for at in there}) < len(there):
        return first_view(case)
    slot = next((at for at in there if str(at + 1) == here), there[0])
    return _completed(ExplorerState(case=case, slots=slots, slot=slot))
