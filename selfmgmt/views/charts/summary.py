"""Options side by side on a few outcomes: the middle and the range of each, in one picture.

The functions take frames (``comparison.summary()``, ``comparison.price()``), so they can be copied
into a notebook cell.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from textwrap import fill, shorten
from typing import TYPE_CHECKING, Any

from matplotlib.ticker import FuncFormatter, MaxNLocator

from selfmgmt.language import gettext
from selfmgmt.numbers import number
from selfmgmt.uncertainty import Quantiles
from selfmgmt.views.figures import ACCENT, BAND, INK, MUTED, WIDTH, Chart, drawing, new_figure
from selfmgmt.views.outcomes import OUTCOMES
from selfmgmt.views.tables import Table

if TYPE_CHECKING:
    import pandas as pd

_ROW, _HEAD, _FOOT = 0.4, 0.62, 0.3  # inches for an option, the titles and the numbers
_NAMES, _APART, _RIGHT = 1.42, 0.16, 0.12  # inches for the names, between panels, at the end
_LETTERS = 21  # of a name on one line


def summary_chart(
    summary: pd.DataFrame,
    outcomes: Sequence[str],
    labels: Mapping[str, str],
    *,
    title: str,
    baseline: Mapping[str, float] | None = None,
) -> Chart:
    """Each option a row, each outcome a panel with its own axis.

    Args:
        summary: Quantiles with index (option, outcome) and columns ``p10``, ``p50``, ``p90``.
        outcomes: Which outcomes, two or three, from left to right.
        labels: Option to what people call it, in the order of the rows.
        title: What the picture shows, in one line.
        baseline: Outcome to the value of today, drawn as a line.
    """
    with drawing():
        figure = new_figure(_HEAD + _ROW * len(labels) + _FOOT)
        for column, outcome in enumerate(outcomes):
            axes = figure.add_axes(_panel(figure, column, len(outcomes)))
            table = summary.xs(outcome, level="outcome").reindex(list(labels))
            _draw(axes, table / _scale(outcome), (baseline or {}).get(outcome, None))
            axes.set_title(fill(OUTCOMES[outcome].title, 48 // len(outcomes)), size=8, color=INK)
            axes.set_yticks(range(len(labels)), [""] * len(labels))
            if column == 0:
                names = [fill(_two_lines(name), _LETTERS) for name in labels.values()]
                axes.set_yticks(range(len(labels)), names, size=8, color=INK, linespacing=0.95)
    return Chart(
        figure=figure,
        title=title,
        alt=_alt(summary, outcomes, labels),
        table=summary_table(summary, outcomes, labels, caption=title),
    )


def _two_lines(name: str) -> str:
    """As much of a name as fits; what stands in brackets goes first."""
    plain = name.split(" (")[0] if len(name) > 2 * _LETTERS else name
    return shorten(plain, 2 * _LETTERS - 4, placeholder=" …") if len(plain) > _LETTERS else plain


def _panel(figure: Any, column: int, columns: int) -> tuple[float, float, float, float]:
    """Where a panel stands, as parts of the figure."""
    high = figure.get_size_inches()[1]
    wide = (WIDTH - _NAMES - _RIGHT - _APART * (columns - 1)) / columns
    left = _NAMES + column * (wide + _APART)
    return left / WIDTH, _FOOT / high, wide / WIDTH, 1 - (_HEAD + _FOOT) / high


def _draw(axes: Any, table: pd.DataFrame, today: float | None) -> None:
    import seaborn as sns

    rows = range(len(table))
    if today is not None:
        axes.axvline(today, color=MUTED, lw=1, ls=(0, (3, 2)), zorder=1)
    axes.hlines(rows, table["p10"], table["p90"], colors=BAND, lw=6, zorder=2)
    sns.scatterplot(x=table["p50"], y=list(rows), color=ACCENT, s=34, ax=axes, zorder=3)
    axes.set(xlabel="", ylabel="", ylim=(len(table) - 0.5, -0.5))
    axes.margins(x=0.08)
    axes.xaxis.set_major_locator(MaxNLocator(3, steps=[1, 2, 5, 10]))
    axes.xaxis.set_major_formatter(FuncFormatter(_tick))
    axes.tick_params(labelsize=8, length=0)
    axes.spines[["left", "right", "top"]].set_visible(False)


def _tick(value: float, _index: int) -> str:
    return number(value, 0 if float(value).is_integer() else 1)


def _scale(outcome: str) -> float:
    """What one on the axis stands for: a million euros, a percentage point, or one of the unit."""
    if outcome.endswith("_eur"):
        return 1e6
    return 0.01 if OUTCOMES[outcome].is_share else 1.0


def summary_table(
    summary: pd.DataFrame, outcomes: Sequence[str], labels: Mapping[str, str], *, caption: str
) -> Table:
    """The same figures in words: the middle and, in brackets, the range."""
    return Table(
        caption=caption,
        heads=(gettext("Option"), *(OUTCOMES[outcome].title for outcome in outcomes)),
        rows=tuple(
            (label, *(OUTCOMES[one].range(_band(summary, option, one)) for one in outcomes))
            for option, label in labels.items()
        ),
    )


def _band(summary: pd.DataFrame, option: str, outcome: str) -> Quantiles:
    row = summary.loc[(option, outcome)]
    return Quantiles(p10=float(row["p10"]), p50=float(row["p50"]), p90=float(row["p90"]))


def _alt(summary: pd.DataFrame, outcomes: Sequence[str], labels: Mapping[str, str]) -> str:
    """Who has the lowest and the highest middle on each outcome."""
    return " ".join(_extremes(summary, outcome, labels) for outcome in outcomes)


def _extremes(summary: pd.DataFrame, outcome: str, labels: Mapping[str, str]) -> str:
    middles = summary.xs(outcome, level="outcome").reindex(list(labels))["p50"]
    low, high = str(middles.idxmin()), str(middles.idxmax())
    write = OUTCOMES[outcome].write
    return gettext(
        "{outcome}: lowest for {low}, {low_value}; highest for {high}, {high_value}.",
        outcome=OUTCOMES[outcome].title,
        low=labels[low],
        low_value=write(float(middles[low])),
        high=labels[high],
        high_value=write(float(middles[high])),
    )
