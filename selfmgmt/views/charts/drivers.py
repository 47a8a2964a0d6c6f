"""What makes the range of an outcome as wide as it is."""

from collections.abc import Mapping

from selfmgmt.language import gettext
from selfmgmt.numbers import percentage
from selfmgmt.views.charts.rows import row_axes, write_end, write_name, write_unit
from selfmgmt.views.figures import ACCENT, BAND, RULE, Chart, drawing
from selfmgmt.views.tables import Table


def drivers_chart(shares: Mapping[str, float], *, title: str) -> Chart:
    """The share of the spread that each source carries, the largest first.

    Args:
        shares: Name of a source, in words, to its share, 0 to 1.
        title: Of which outcome and option.
    """
    ranked = sorted(shares.items(), key=lambda item: -item[1])
    with drawing():
        figure, axes = row_axes(max(len(ranked), 1))
        widths = [100 * share for _, share in ranked]
        axes.barh(range(len(ranked)), widths, height=0.28, facecolor=BAND, edgecolor=ACCENT)
        for row, (name, share) in enumerate(ranked):
            write_name(axes, row, name)
            write_end(axes, row, 100 * share, percentage(share))
        axes.axvline(0, color=RULE, lw=1)
        axes.set_xlim(0, 112)
        axes.set_xticks(range(0, 101, 20))
        write_unit(axes, gettext("percentage of the spread"))
    return Chart(figure=figure, title=title, alt=_alt(ranked), table=_table(title, ranked))


def _table(title: str, ranked: list[tuple[str, float]]) -> Table:
    return Table(
        caption=title,
        heads=(gettext("Source of the spread"), gettext("Share")),
        rows=tuple((name, percentage(share)) for name, share in ranked),
    )


def _alt(ranked: list[tuple[str, float]]) -> str:
    parts = [
        gettext("{name} {share}", name=name, share=percentage(share)) for name, share in ranked
    ]
    return gettext("Where the spread comes from: {parts}.", parts=", ".join(parts))
