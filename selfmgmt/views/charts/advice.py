"""Ten pieces of advice on an option as dots: kept to, not certain, or broken."""

from collections.abc import Sequence

from selfmgmt.practice.advice import AdviceFinding
from selfmgmt.views.charts.rows import row_axes, write_name
from selfmgmt.views.figures import ACCENT, GRID, MUTED, WARNING, Chart, drawing
from selfmgmt.views.words.advice import VERDICTS, advice_table, count_words, verdict_words

_COLOURS = {"broken": WARNING, "unknown": MUTED, "kept": ACCENT, "beside": GRID}
_SIGNS = {"broken": "X", "unknown": "s", "kept": "o", "beside": "|"}


def advice_chart(found: Sequence[AdviceFinding], option: str) -> Chart:
    """Each piece of advice on a row, its sign under what it says of the option.

    Args:
        found: What each piece says of the option; what is broken first.
        option: The name of the option.
    """
    columns = list(VERDICTS)
    with drawing():
        figure, axes = row_axes(len(found))
        for height, one in enumerate(found):
            axes.plot(
                columns.index(one.verdict),
                height,
                ls="",
                marker=_SIGNS[one.verdict],
                color=_COLOURS[one.verdict],
                ms=8,
            )
            write_name(axes, height, str(one.advice.label), bold=one.verdict == "broken")
        axes.set_xlim(-0.5, len(columns) - 0.5)
        axes.set_xticks(range(len(columns)), [verdict_words(key) for key in columns])
    return Chart(
        figure=figure,
        title=option,
        alt=count_words(found, option),
        table=advice_table(found),
    )
