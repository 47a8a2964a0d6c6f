"""How each role would place the options."""

from textwrap import fill
from typing import Any

import numpy as np
from matplotlib.patches import Rectangle
from numpy.typing import NDArray

from selfmgmt.analysis.weigh import Weighing
from selfmgmt.language import gettext
from selfmgmt.numbers import percentage
from selfmgmt.scoring.ranking import Ranking
from selfmgmt.scoring.role_rankings import RoleRanking
from selfmgmt.views.figures import ACCENT, INK, PAPER, Chart, drawing, new_figure
from selfmgmt.views.tables import Table
from selfmgmt.views.words.roles import first_words

_ROW = 0.56  # inches: a line with the name of the option and a line with its places
_HEADS = 1.35  # inches for the names of the roles
_PALE = ("#a9cbd8", "#e4eef2", PAPER)


def roles_chart(weighing: Weighing, labels: dict[str, str]) -> Chart:
    """The place of each option for each role; 1 is the first place, and ties share theirs.

    Args:
        weighing: The ranking of each role.
        labels: Option to its name.
    """
    roles = list(weighing.rankings.ranked.values())
    options = weighing.performance.options
    ranks = np.array([_ranks(role.ranking, options) for role in roles]).T
    return Chart(
        figure=_heatmap(
            ranks, [labels[key] for key in options], [str(role.label) for role in roles]
        ),
        title=gettext("The place of each option for whom (1 is first, a tie shares its place)"),
        alt=_alt(roles, labels),
        table=_table(roles, options, labels),
    )


def _ranks(ranking: Ranking, options: tuple[str, ...]) -> list[int]:
    rank = 1
    ranks: dict[str, int] = {}
    for tied in ranking.levels:
        ranks |= dict.fromkeys(tied, rank)
        rank += len(tied)
    return [ranks[option] for option in options]


def _heatmap(ranks: NDArray[np.int64], options: list[str], roles: list[str]) -> Any:
    import seaborn as sns

    rows = np.full((2 * len(options), len(roles)), np.nan)
    rows[1::2] = ranks
    with drawing():
        figure = new_figure(_HEADS + _ROW * len(options))
        axes = figure.subplots()
        axes.pcolormesh(
            rows, cmap=sns.blend_palette(_PALE, as_cmap=True), edgecolors=PAPER, linewidth=3
        )
        axes.set(xlim=(0, len(roles)), ylim=(len(rows), 0), frame_on=False)
        for axis in (axes.xaxis, axes.yaxis):
            axis.set_visible(False)
        for column, role in enumerate(roles):
            axes.text(column + 0.4, 0, fill(role, 18), rotation=38, va="bottom", color=INK)
        for row, label in enumerate(options):
            axes.text(0.05, 2 * row + 0.95, label, va="bottom", ha="left", in_layout=False)
        for (row, column), rank in np.ndenumerate(ranks):
            middle = column + 0.5, 2 * row + 1.5
            axes.text(*middle, str(rank), ha="center", va="center", size=10, in_layout=False)
        for row, column in np.argwhere(ranks == 1):
            axes.add_patch(_frame(column, 2 * row + 1))
    return figure


def _frame(column: int, row: int) -> Rectangle:
    return Rectangle((column + 0.04, row + 0.08), 0.92, 0.84, fill=False, ec=ACCENT, lw=1.8)


def _table(roles: list[RoleRanking], options: tuple[str, ...], labels: dict[str, str]) -> Table:
    return Table(
        caption=gettext("In how many futures an option comes first, for whom"),
        heads=(gettext("Option"), *(str(role.label) for role in roles)),
        rows=tuple(
            (labels[key], *(percentage(role.ranking.chance_first[key]) for role in roles))
            for key in options
        ),
    )


def _alt(roles: list[RoleRanking], labels: dict[str, str]) -> str:
    parts = [
        gettext(
            "{role}: {options}, in {chance} of the futures",
            role=role.label,
            options=first_words(role.ranking, labels),
            chance=percentage(sum(role.ranking.chance_first[key] for key in role.ranking.first)),
        )
        for role in roles
    ]
    return gettext("What comes first for each. {parts}.", parts="; ".join(parts))
