"""Where things are and where they must go: a step for each row of an instrument."""

from typing import Any

from matplotlib.ticker import FuncFormatter, MaxNLocator

from selfmgmt.language import gettext
from selfmgmt.numbers import number, percentage
from selfmgmt.practice import Instrument, PracticeResult
from selfmgmt.views.figures import ACCENT, GRID, INK, MUTED, Chart, drawing, new_figure
from selfmgmt.views.practice_tables import practice_table
from selfmgmt.views.words.practice import body_label, column_label, row_label

_LINE, _EDGES = 0.34, 0.8  # inches
_LONGEST = 30  # letters beside the picture


def step_chart(instrument: Instrument, result: PracticeResult, body: str) -> Chart | None:
    """A ring where it is now and a dot where it must go, of one body; None when it has no rows.

    Args:
        instrument: Gives the words of the rows.
        result: Its computed lines have ``now`` and ``then``; a chance is drawn as a percentage.
        body: Whose table.
    """
    lines = [line for line in result.computed if line["body"] == body]
    if not lines:
        return None
    names = [_name(instrument, line) for line in lines]
    with drawing():
        figure = new_figure(_EDGES + _LINE * len(lines))
        _steps(figure.add_subplot(), lines, names)
    return Chart(
        figure=figure,
        title=f"{instrument.title} {body_label(instrument, body)}",
        alt=gettext(
            "{rows} rows, each with a ring where it is now and a dot where it must go.",
            rows=len(lines),
        ),
        table=practice_table(instrument, result, body),
    )


def _steps(axes: Any, lines: list[Any], names: list[str]) -> None:
    import seaborn as sns

    now, then = ([float(line[end]) for line in lines] for end in ("now", "then"))
    heights = range(len(lines))
    axes.hlines(heights, now, then, color=MUTED, lw=1.5, zorder=1)
    sns.scatterplot(
        x=now, y=heights, ax=axes, s=60, facecolor="white", edgecolor=INK, linewidth=1.4,
        label=gettext("now"), zorder=3, clip_on=False,
    )  # fmt: skip
    sns.scatterplot(x=then, y=heights, ax=axes, s=55, color=ACCENT, label=gettext("then"), zorder=2)
    axes.set_yticks(list(heights), names)
    axes.set(xlabel="", ylabel="", ylim=(len(lines) - 0.5, -0.5), xlim=(0, None))
    _label_scale(axes, is_chance="low" in lines[0], whole=all(map(float.is_integer, (*now, *then))))
    axes.grid(visible=True, axis="x", color=GRID)
    axes.legend(loc="upper center", bbox_to_anchor=(0.5, -0.3 / len(lines) - 0.06), ncols=2,
                frameon=False)  # fmt: skip
    axes.tick_params(axis="y", length=0, colors=INK)


def _label_scale(axes: Any, *, is_chance: bool, whole: bool) -> None:
    """Percentages for a chance; no fractions between numbers that are all whole."""
    axes.xaxis.set_major_formatter(
        FuncFormatter(
            lambda value, _: percentage(value) if is_chance else number(value, 0 if whole else 1)
        )
    )
    if whole and not is_chance:
        axes.xaxis.set_major_locator(MaxNLocator(integer=True))


def _name(instrument: Instrument, line: Any) -> str:
    words = row_label(instrument, line["row"])
    if "what" in line:
        words = f"{words}: {column_label(instrument, line['what'] + '_now')}"
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1].rstrip()}…"
