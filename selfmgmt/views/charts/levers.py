"""The chance to reach the target as one lever moves, a small panel for each lever that matters."""

from collections.abc import Sequence
from textwrap import fill
from typing import Any

from selfmgmt.analysis.lever_space import lever_space
from selfmgmt.analysis.turning import LeverCurve
from selfmgmt.case.design import Design
from selfmgmt.fields import Amount, fields_of
from selfmgmt.language import gettext
from selfmgmt.numbers import number, percentage
from selfmgmt.views.figures import ACCENT, INK, Chart, drawing, new_figure
from selfmgmt.views.words.turning import lever_table, moving

_PANEL = 1.35  # inches high
_PANELS = 6
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
    shown = (moving(curves) or list(curves))[:_PANELS]
    rows = -(-len(shown) // 2)
    with drawing():
        figure = new_figure(0.45 + _PANEL * rows)
        grid = figure.subplots(rows, 2, sharey=True, squeeze=False)
        for axes in grid.flat[len(shown) :]:
            axes.set_axis_off()
        for axes, curve in zip(grid.flat, shown, strict=False):
            _panel(axes, curve, design, certainty)
        figure.supylabel(gettext("chance to reach the target, %"), size=9)
    return Chart(
        figure=figure,
        title=gettext(
            "{option}: what one lever does to the chance to reach the target", option=option
        ),
        alt=_alt(shown, option),
        table=lever_table(curves),
    )


def _panel(axes: Any, curve: LeverCurve, design: Design, certainty: float) -> None:
    axes.plot(curve.positions, 100 * curve.certainty, color=ACCENT, lw=2, clip_on=False)
    axes.axhline(100 * certainty, color=INK, ls=(0, (4, 3)), lw=0.8)
    now = getattr(design, curve.lever)
    place = now.value if isinstance(now, Amount) else float(now)
    if curve.positions[0] <= place <= curve.positions[-1]:
        axes.axvline(place, color=ACCENT, lw=0.8, ls=":")
        axes.plot(place, -4, "D", color=ACCENT, ms=5, clip_on=False, zorder=4)
    axes.set_title(fill(fields_of(Design)[curve.lever].title, _LETTERS), size=9, pad=4)
    axes.set_ylim(-4, 104)
    axes.set_yticks([0, 50, 100])
    span = lever_space().spans[curve.lever]
    ticks = [span.low, span.high]
    axes.set_xticks(ticks, [_tick(curve.lever, tick) for tick in ticks])


def _tick(lever: str, value: float) -> str:
    is_share = lever_space().spans[lever].step < 1
    return percentage(value) if is_share else number(value)


def _alt(shown: Sequence[LeverCurve], option: str) -> str:
    parts = [
        gettext(
            "{lever}: from {low} to {high}",
            lever=fields_of(Design)[curve.lever].title,
            low=percentage(float(curve.certainty.min())),
            high=percentage(float(curve.certainty.max())),
        )
        for curve in shown
    ]
    return gettext(
        "{option}, the chance to reach the target as one lever moves. {parts}.",
        option=option,
        parts="; ".join(parts),
    )
