"""The picture of a session: how weights are spread, before and after."""

from typing import TYPE_CHECKING

from selfmgmt.language import gettext, ngettext
from selfmgmt.teaching.outcome import Outcome
from selfmgmt.teaching.report_text import TURNS, WEIGHTS, change_table
from selfmgmt.teaching.tally import Tally

if TYPE_CHECKING:
    from selfmgmt.views.figures import Chart

_HEIGHT, _ROW = 0.9, 0.42  # inches of a picture: around it, and for each question


def weights_chart(outcome: Outcome) -> "Chart | None":
    """How the weights are spread, before and after; none when they may not be shown."""
    visible = outcome.first_and_last(WEIGHTS)
    table = change_table(outcome, WEIGHTS)
    if not visible or table is None:
        return None
    import pandas as pd
    import seaborn as sns

    from selfmgmt.views.figures import ACCENT, WARNING, Chart, drawing, new_figure

    frame = pd.DataFrame(_points(visible), columns=["question", "round", "value"])
    with drawing():
        figure = new_figure(_HEIGHT + _ROW * len(table.rows))
        axes = figure.add_subplot()
        sns.boxplot(
            frame, x="value", y="question", hue="round", palette=[ACCENT, WARNING][: len(visible)],
            fliersize=2, linewidth=1, gap=0.15, ax=axes,
        )  # fmt: skip
        axes.set(xlabel=gettext("points"), ylabel="", xlim=(-0.3, 10.3))
        axes.legend(title="", loc="upper left", bbox_to_anchor=(0, 1.22), ncol=2, frameon=False)
    people = visible[-1].people or 0
    return Chart(
        figure=figure,
        title=gettext("The weights that people gave, and how they differ"),
        alt=ngettext(
            "Boxes of the weights of {count} person; the table has the figures.",
            "Boxes of the weights of {count} people; the table has the figures.",
            people,
        ),
        table=table,
    )


def _points(visible: tuple[Tally, ...]) -> list[tuple[str, str, int]]:
    """Each answer as a point, from the counts: nobody's answers hang together."""
    return [
        (str(count.label), gettext(TURNS[at]), count.low + step)
        for at, one in enumerate(visible)
        for count in one.counts
        for step, people in enumerate(count.counts)
        for _person in range(people)
    ]
