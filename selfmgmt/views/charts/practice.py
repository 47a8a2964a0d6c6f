"""What a body filled in on an instrument: a heat map of levels or counts, or dots of choices."""

from typing import Any

from matplotlib.colors import ListedColormap

from selfmgmt.language import gettext
from selfmgmt.practice import Instrument, PracticeResult
from selfmgmt.views.charts.practice_steps import step_chart
from selfmgmt.views.figures import (
    ACCENT,
    BAND,
    GRID,
    INK,
    MUTED,
    PAPER,
    WARNING,
    Chart,
    drawing,
    new_figure,
)
from selfmgmt.views.practice_tables import practice_table
from selfmgmt.views.words.practice import body_label, column_label, row_label

_ROW, _LINE, _HEADS = 0.25, 0.3, 1.1  # inches
_LONGEST = 34  # letters of a row beside the picture


def practice_chart(instrument: Instrument, result: PracticeResult, body: str) -> Chart | None:
    """What one body filled in: levels or counts as a heat map, choices as dots; None when nothing.

    With one column of levels the bodies stand beside each other.
    """
    if any("then" in line for line in result.computed):
        return step_chart(instrument, result, body)
    levels = [key for key, column in instrument.columns.items() if column.kind == "level"]
    positions = [str(number) for number in range(1, len(instrument.levels) + 1)]
    choices = [key for key, column in instrument.columns.items() if column.kind == "choice"]
    if len(levels) == 1:
        table = _pivot(result, result.frame(), "body", list(result.answered), levels)
        heads = {key: body_label(instrument, key) for key in result.answered}
    elif levels or positions:
        frame = result.frame()
        frame = frame[frame["body"] == body] if not frame.empty else frame
        table = _pivot(result, frame, "column", levels or positions, levels or positions)
        heads = {key: column_label(instrument, key) for key in levels or positions}
    else:
        return _dot_plot(instrument, result, body, choices)
    if table is None:
        return None
    with drawing():
        figure = _heat_map(instrument, table, heads)
    return Chart(
        figure=figure,
        title=f"{instrument.title} {body_label(instrument, body)}",
        alt=gettext(
            "{rows} rows and {columns} columns; the darker a cell, the higher the figure in it.",
            rows=len(table),
            columns=len(heads),
        ),
        table=practice_table(instrument, result, body),
    )


def _pivot(
    result: PracticeResult, frame: Any, columns: str, order: list[str], selected: list[str]
) -> Any:
    """Rows against columns, in the order of the instrument; None when nothing in it counts."""
    if frame.empty:
        return None
    cells = zip(frame["body"], frame["row"], frame["column"], strict=True)
    counts = [cell not in result.uncounted and cell[-1] in selected for cell in cells]
    if (frame := frame[counts]).empty:
        return None
    table = frame.pivot_table(index="row", columns=columns, values="answer", aggfunc="first")
    rows = list(dict.fromkeys(line["row"] for line in result.records if line["row"] in table.index))
    return table.reindex(index=rows, columns=order).astype(float)


def _dot_plot(
    instrument: Instrument, result: PracticeResult, body: str, columns: list[str]
) -> Chart | None:
    """A dot for each choice, of the columns that have the same choices as the first."""
    first = instrument.columns[columns[0]].choices if columns else {}
    series = [key for key in columns if instrument.columns[key].choices == first]
    frame = result.frame()
    if frame.empty or (frame := frame[frame["column"].isin(series)]).empty:
        return None
    if any(row.choices for row in instrument.rows.values()):
        first = {key: words for key, words in first.items() if key in set(frame["answer"])}
    frame = frame.assign(
        where=[list(first).index(answer) for answer in frame["answer"]],
        what=[column_label(instrument, key) for key in frame["column"]],
        line=[_short(row_label(instrument, row)) for row in frame["row"]],
    )
    names = [column_label(instrument, key) for key in series]
    return Chart(
        figure=_dots(frame, names, list(map(str, first.values()))),
        title=f"{instrument.title} {body_label(instrument, body)}",
        alt=gettext("A dot for each answer: {columns}.", columns=", ".join(names)),
        table=practice_table(instrument, result, body),
    )


def _dots(frame: Any, names: list[str], choices: list[str]) -> Any:
    import seaborn as sns

    with drawing():
        figure = new_figure(_HEADS + _LINE * frame["row"].nunique())
        axes = figure.add_subplot()
        sns.scatterplot(
            frame,
            x="where",
            y="line",
            hue="what",
            style="what",
            hue_order=names,
            style_order=names,
            markers=["o", "D", "s", "^"][: len(names)],
            palette=[MUTED, ACCENT, WARNING, INK][: len(names)],
            s=55,
            alpha=0.8,
            ax=axes,
        )
        axes.set(xlabel="", ylabel="", xlim=(-0.5, len(choices) - 0.5))
        axes.set_xticks(range(len(choices)), choices, rotation=90)
        axes.legend(title="", loc="lower left", bbox_to_anchor=(-0.6, 1.0), frameon=False)
        axes.xaxis.tick_top()
    return figure


def _heat_map(instrument: Instrument, table: Any, heads: dict[str, str]) -> Any:
    import seaborn as sns

    figure = new_figure(_HEADS + _ROW * len(table))
    axes = figure.add_subplot()
    highest = max(len(instrument.levels), int(table.max().max()))
    sns.heatmap(
        table,
        ax=axes,
        vmin=0,
        vmax=highest,
        cmap=ListedColormap(sns.blend_palette([PAPER, BAND, ACCENT], highest + 1)),
        cbar=False,
        annot=True,
        fmt=".0f",
        linewidths=1,
        linecolor=GRID,
        annot_kws={"size": 8.5},
    )
    axes.set(xlabel="", ylabel="")
    axes.set_yticklabels([_short(row_label(instrument, row)) for row in table.index], rotation=0)
    axes.set_xticklabels(list(heads.values()), rotation=90 if len(heads) > 2 else 0)
    axes.grid(visible=False)
    axes.xaxis.tick_top()
    axes.tick_params(length=0, colors=INK)
    return figure


def _short(words: str) -> str:
    """Words that fit beside a picture, with what stands between brackets at their end.

    >>> _short("Room for initiative of society or the municipality's own vision (now)")
    'Room for initiative of soci… (now)'
    """
    if len(words) <= _LONGEST:
        return words
    tail = f" ({words.rpartition(' (')[2]}" if words.endswith(")") else ""
    return f"{words[: _LONGEST - 1 - len(tail)].rstrip()}…{tail}"
