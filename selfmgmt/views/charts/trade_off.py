"""The two pictures of page 1: how the gap can be closed, and what another way of working is worth.

The functions take frames (``comparison.summary()``, ``comparison.price()``), so they can be copied
into a notebook cell.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from textwrap import fill
from typing import TYPE_CHECKING, Any

from matplotlib.ticker import FuncFormatter, MaxNLocator

from selfmgmt.language import gettext
from selfmgmt.language import gettext_noop as _
from selfmgmt.numbers import number, percentage
from selfmgmt.uncertainty import Quantiles
from selfmgmt.views.figures import ACCENT, BAND, INK, MUTED, PAPER, Chart, drawing, new_figure
from selfmgmt.views.outcomes import OUTCOMES
from selfmgmt.views.tables import Table

if TYPE_CHECKING:
    import pandas as pd

_WIDE = 3.65  # inches: half of an A4
_ROW, _LINE = 0.255, 0.105  # inches for an option, at least, and for a line of its name
_HEAD, _FOOT = 0.31, 0.2  # inches for the titles and the numbers
_NAMES, _APART, _RIGHT = 1.16, 0.09, 0.07  # inches for the names, between panels, at the end
_LAST = 0.36  # inches for a column of words
_LETTERS = 19  # of a name on one line
_SIZE = 7  # points
_DIGIT = 0.057  # inches wide, of a number at an axis
_GOES = ("posts_removed_fte", "hired_removed_fte")
_STYLES = {
    "posts_removed_fte": {"marker": "o", "color": ACCENT, "ms": 4.5},
    "hired_removed_fte": {"marker": "s", "mfc": PAPER, "mec": ACCENT, "mew": 1.2, "ms": 4.5},
}
_SHORT = {
    "posts_removed_fte": _("Posts,\nFTE"),
    "capacity_low": _("Service,\nlowest"),
    "satisfaction_mean": _("Satisfied,\n%"),
    "steerability_low": _("Grip,\nlowest"),
}
MIXES = (*_GOES, "tasks_dropped", "capacity_low", "satisfaction_mean")
WAYS = ("posts_removed_fte", "capacity_low", "satisfaction_mean", "steerability_low")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Panel:
    """What one panel shows."""

    title: str
    outcomes: Sequence[str]
    line: float | None


def mixes_chart(
    summary: pd.DataFrame, labels: Mapping[str, str], today: Mapping[str, float]
) -> Chart:
    """What goes with each saving mix, and what that does to service and staff.

    Args:
        summary: Quantiles with index (option, outcome) and columns ``p10``, ``p50``, ``p90``.
        labels: Option to what people call it, in the order of the rows.
        today: Outcome to its value when nothing is done, drawn as a line.
    """
    panels = [
        _Panel(title=gettext("Posts ●\nhired □, FTE"), outcomes=_GOES, line=None),
        *(
            _Panel(title=gettext(_SHORT[key]), outcomes=(key,), line=today.get(key))
            for key in MIXES[-2:]
        ),
    ]
    tasks = [_tasks(summary, option) for option in labels]
    names = [_named(label, words) for label, words in zip(labels.values(), tasks, strict=True)]
    with drawing():
        figure = _drawn(summary, list(labels), names, panels)
    title = gettext("A. How can the gap be closed? (working as today)")
    return Chart(
        figure=figure,
        title=title,
        alt=_alt(summary, ("posts_removed_fte", "capacity_low"), labels, changes=False),
        table=frame_table(summary, MIXES, labels, caption=title),
    )


def ways_chart(
    price: pd.DataFrame, labels: Mapping[str, str], falls_back: Mapping[str, float]
) -> Chart:
    """What another way of working costs at the same money, and what it gives or takes.

    Args:
        price: Differences with index (option, outcome) and columns ``p10``, ``p50``, ``p90``:
            one step of ``comparison.price()``.
        labels: Option to what people call it, in the order of the rows.
        falls_back: Option to the chance that managers come back.
    """
    panels = [_Panel(title=gettext(_SHORT[key]), outcomes=(key,), line=0) for key in WAYS]
    with drawing():
        figure = _drawn(
            price,
            list(labels),
            [_short(label) for label in labels.values()],
            panels,
            last=(gettext("Falls\nback"), [percentage(falls_back[key]) for key in labels]),
        )
    title = gettext("B. What is working differently worth? (same money)")
    table = frame_table(price, WAYS, labels, caption=title, changes=True)
    return Chart(
        figure=figure,
        title=title,
        alt=_alt(price, ("posts_removed_fte", "capacity_low"), labels, changes=True),
        table=Table(
            caption=table.caption,
            heads=(*table.heads, gettext("Falls back")),
            rows=tuple(
                (*row, percentage(falls_back[key]))
                for key, row in zip(labels, table.rows, strict=True)
            ),
        ),
    )


def frame_table(
    frame: pd.DataFrame,
    outcomes: Sequence[str],
    labels: Mapping[str, str],
    *,
    caption: str,
    changes: bool = False,
) -> Table:
    """The quantiles of a frame in words: the middle and, in brackets, the range."""
    return Table(
        caption=caption,
        heads=(gettext("Option"), *(OUTCOMES[key].title for key in outcomes)),
        rows=tuple(
            (label, *(_words(frame, option, key, changes) for key in outcomes))
            for option, label in labels.items()
        ),
    )


def _drawn(
    frame: pd.DataFrame,
    options: Sequence[str],
    names: Sequence[str],
    panels: Sequence[_Panel],
    last: tuple[str, Sequence[str]] | None = None,
) -> Any:
    """The panels beside each other, each with its own axis; the names stand before the first."""
    most = max((name.count("\n") + 1 for name in names), default=1)
    high = _HEAD + max(_ROW, _LINE * most) * len(options) + _FOOT
    figure = new_figure(high, _WIDE)
    room = _WIDE - _NAMES - _RIGHT - (_LAST if last else 0) - _APART * (len(panels) - 1)
    wide = room / len(panels)
    for column, panel in enumerate(panels):
        left = _NAMES + column * (wide + _APART)
        axes = figure.add_axes(
            (left / _WIDE, _FOOT / high, wide / _WIDE, 1 - (_HEAD + _FOOT) / high)
        )
        _draw(axes, frame, options, panel)
        axes.set_yticks(range(len(options)), names if column == 0 else [""] * len(options))
        axes.tick_params(axis="y", labelsize=_SIZE, length=0, labelcolor=INK)
        axes.set_yticklabels(axes.get_yticklabels(), linespacing=1.0)
    if last:
        _write_last(figure.axes[-1], *last)
    return figure


def _draw(axes: Any, frame: pd.DataFrame, options: Sequence[str], panel: _Panel) -> None:
    axes.set_title(panel.title, size=_SIZE)
    if panel.line is not None:
        axes.axvline(panel.line / _scale(panel.outcomes[0]), color=MUTED, lw=0.9, ls=(0, (3, 2)))
    for outcome in panel.outcomes:
        table = frame.xs(outcome, level="outcome").reindex(list(options)) / _scale(outcome)
        drawn = [
            (row, at)
            for row, at in enumerate(table.itertuples())
            if len(panel.outcomes) == 1 or at.p90 > 0
        ]
        rows = [row for row, _at in drawn]
        axes.hlines(rows, [at.p10 for _, at in drawn], [at.p90 for _, at in drawn], BAND, lw=4)
        style = _STYLES.get(outcome, _STYLES["posts_removed_fte"])
        axes.plot([at.p50 for _, at in drawn], rows, ls="", zorder=3, **style)
    axes.set(ylim=(len(options) - 0.5, -0.5))
    axes.margins(x=0.1)
    axes.set_xticks(_ticks(axes.get_xlim(), axes.bbox.width / axes.figure.dpi))
    axes.xaxis.set_major_formatter(FuncFormatter(_tick))
    axes.tick_params(axis="x", labelsize=_SIZE - 0.5, length=0, pad=1)
    axes.spines[["left", "right", "top"]].set_visible(False)


def _write_last(axes: Any, head: str, words: Sequence[str]) -> None:
    """A column of words behind the last panel."""
    style = {"ha": "center", "size": _SIZE, "color": INK, "annotation_clip": False}
    for row, text in enumerate(words):
        axes.annotate(
            text, (1, row), xycoords=("axes fraction", "data"), xytext=(15, 0),
            textcoords="offset points", va="center", **style,
        )  # fmt: skip
    axes.annotate(
        head, (1, 1), xycoords="axes fraction", xytext=(15, 4), textcoords="offset points",
        va="bottom", **style,
    )  # fmt: skip


def _short(name: str) -> str:
    """As much of a name as fits on three lines; what stands in brackets goes first."""
    plain = name.split(" (")[0]
    return fill(plain, _LETTERS, max_lines=3, placeholder=" …")


def _named(name: str, words: str) -> str:
    return f"{_short(name)}\n{words}" if words else _short(name)


def _tasks(summary: pd.DataFrame, option: str) -> str:
    """Which part of the tasks stops, as words under a name."""
    stops = float(summary.loc[(option, "tasks_dropped"), "p50"])
    return gettext("and {share} of tasks", share=percentage(stops)) if stops else ""


def _ticks(span: tuple[float, float], wide: float) -> list[float]:
    """Round values within a span; the outermost two alone when the words of all would touch.

    Args:
        span: From where to where the panel runs.
        wide: The panel, in inches.

    >>> _ticks((-15, 15), 0.45), _ticks((-900, 700), 0.45)
    ([-10.0, 0.0, 10.0], [-500.0, 500.0])
    """
    low, high = span
    found = [float(at) for at in MaxNLocator(2, steps=[1, 2, 5, 10]).tick_values(low, high)]
    inside = [at for at in found if low <= at <= high]
    apart = [wide * (b - a) / (high - low) for a, b in pairwise(inside)]
    taken = [_DIGIT * (len(_tick(a, 0)) + len(_tick(b, 0)) + 1) / 2 for a, b in pairwise(inside)]
    touch = any(room < words for room, words in zip(apart, taken, strict=True))
    return [inside[0], inside[-1]] if touch else inside


def _tick(value: float, _index: int) -> str:
    return number(value, 0 if float(value).is_integer() else 1)


def _scale(outcome: str) -> float:
    return 0.01 if OUTCOMES[outcome].is_share else 1.0


def _words(frame: pd.DataFrame, option: str, outcome: str, changes: bool) -> str:
    row = frame.loc[(option, outcome)]
    found = Quantiles(p10=float(row["p10"]), p50=float(row["p50"]), p90=float(row["p90"]))
    return OUTCOMES[outcome].difference(found) if changes else OUTCOMES[outcome].range(found)


def _alt(
    frame: pd.DataFrame, outcomes: Sequence[str], labels: Mapping[str, str], *, changes: bool
) -> str:
    """Who has the lowest and the highest middle on each outcome, with their ranges."""
    return " ".join(_extremes(frame, outcome, labels, changes) for outcome in outcomes)


def _extremes(frame: pd.DataFrame, outcome: str, labels: Mapping[str, str], changes: bool) -> str:
    middles = frame.xs(outcome, level="outcome").reindex(list(labels))["p50"]
    low, high = str(middles.idxmin()), str(middles.idxmax())
    return gettext(
        "{outcome}: lowest for {low}, {low_range}; highest for {high}, {high_range}.",
        outcome=OUTCOMES[outcome].title,
        low=labels[low],
        low_range=_words(frame, low, outcome, changes),
        high=labels[high],
        high_range=_words(frame, high, outcome, changes),
    )
