"""What each municipality of a shared organisation bears of an option."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from selfmgmt.language import gettext
from selfmgmt.reference.municipalities import Municipality
from selfmgmt.views.charts.rows import Row, make_room, row_chart, zero_line
from selfmgmt.views.figures import Chart, count_axis, drawing
from selfmgmt.views.outcomes import money
from selfmgmt.views.words.partners import split_table

if TYPE_CHECKING:
    import pandas as pd

_MILLION = 1e6
_OUTCOME = "net_saving_due_eur"


def partners_chart(split: "pd.DataFrame", members: Sequence[Municipality], option: str) -> Chart:
    """The net saving of each municipality when it is due, as a range.

    Args:
        split: One option of the frame of partners of a comparison.
        members: The municipalities of the organisation.
        option: The name of that option.
    """
    bands = {member.everyday_name: split.loc[(_OUTCOME, member.code)] for member in members}
    rows = [
        Row(
            label=name,
            low=band["p10"] / _MILLION,
            middle=band["p50"] / _MILLION,
            high=band["p90"] / _MILLION,
            words=money(band["p50"]),
        )
        for name, band in bands.items()
    ]
    with drawing():
        figure, axes = row_chart(rows, unit=gettext("million euros per year"))
        zero_line(axes)
        make_room(axes)
        count_axis(axes.xaxis, digits=1)
    return Chart(
        figure=figure,
        title=gettext("{option}: the net saving of each municipality", option=option),
        alt="; ".join(
            gettext(
                "{name} {middle} ({low} to {high})",
                name=name,
                middle=money(band["p50"]),
                low=money(band["p10"]),
                high=money(band["p90"]),
            )
            for name, band in bands.items()
        )
        + ".",
        table=split_table(split, members, option),
    )
