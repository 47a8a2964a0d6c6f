"""The chance to reach the target as one lever moves, a small panel for each lever that matters."""

from collections.abc import Sequence
from textwrap import fill
from typing import Any

from selfmgmt.analysis.lever_space import lever_spans
from selfmgmt.analysis.turning import LeverCurve
from selfmgmt.case.design import Design
from selfmgmt.field_facts import fields_of
from selfmgmt.fields import Amount
from selfmgmt.language import gettext
from selfmgmt.numbers import number, percentage
from selfmgmt.views.charts.panels import (
    Panel,
    frames,
    lines,
    number_below,
    number_left,
    tiles,
    units,
)
from selfmgmt.views.figures import ACCENT, INK, Chart, drawing
from selfmgmt.views.words.lever_thresholds import lever_table, moving

_PANELS = 6
_LEVELS = (0, 50, 100)  # per cent, with a line
_LETTERS = 24  # of a name on one line above a panel


def levers_chart(
    curves: Sequence[LeverCurve], design: Design, *, certainty: float, option: str
) -> Chart:
    """The levers that change the chance most; the diamond is where the option has them now.

    Args:
        curves: Of one option.
        design: That option.
        certainty: The chance that was asked for, a dashed line.
        option: Its name.
    """
    curves_drawn = (moving(curves) or list(curves))[:_PANELS]
    spans = [lever_spans()[curve.lever] for curve in curves_drawn]
    titles = [fill(fields_of(Design)[curve.lever].title, _LETTERS) for curve in curves_drawn]
    with drawing():
        figure, axes, panels = tiles(
            titles, [(span.low, span.high) for span in spans], y=(-4, 104), apart=0.25, below=0.05
        )
        frames(axes, panels, [()] * len(panels), _LEVELS)
        for panel, curve in zip(panels, curves_drawn, strict=True):
            _curve(axes, panel, curve, design)
        level = [panel.line(panel.x, 100 * certainty) for panel in panels]
        lines(axes, level, colors=INK, linestyles=(0, (4, 3)), linewidths=0.8)
        for panel in panels[::2]:
            for height in _LEVELS:
                number_left(axes, panel, height, number(height))
        units(axes, gettext("chance to reach the target, %"))
    return Chart(
        figure=figure,
        title=gettext(
            "{option}: what one lever does to the chance to reach the target", option=option
        ),
        alt=_alt(curves_drawn, option),
        table=lever_table(curves),
    )


def _curve(axes: Any, panel: Panel, curve: LeverCurve, design: Design) -> None:
    """The chance along one lever, the ends of the lever, and a diamond where it is now."""
    lines(axes, [panel.line(curve.positions, 100 * curve.certainty)], colors=ACCENT, linewidths=2)
    now = getattr(design, curve.lever)
    position = now.value if isinstance(now, Amount) else float(now)
    if curve.positions[0] <= position <= curve.positions[-1]:
        upright = panel.line([position, position], panel.y)
        lines(axes, [upright], colors=ACCENT, linewidths=0.8, linestyles=":")
        axes.plot(*upright[0], ls="", marker="D", color=ACCENT, ms=5, zorder=4)
    for end, side in zip(panel.x, ("left", "right"), strict=True):
        number_below(axes, panel, end, _tick(curve.lever, end), ha=side)


def _tick(lever: str, value: float) -> str:
    is_share = lever_spans()[lever].step < 1
    return percentage(value) if is_share else number(value)


def _alt(curves_drawn: Sequence[LeverCurve], option: str) -> str:
    parts = [
        gettext(
            "{lever}: from {low} to {high}",
            lever=fields_of(Design)[curve.lever].title,
            low=percentage(float(curve.certainty.min())),
            high=percentage(float(curve.certainty.max())),
        )
        for curve in curves_drawn
    ]
    return gettext(
        "{option}, the chance to reach the target as one lever moves. {parts}.",
        option=option,
        parts="; ".join(parts),
    )
