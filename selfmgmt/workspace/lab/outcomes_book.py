"""The outcomes of a case as a workbook: ranges, budget years, and a table that adds up.

Middles of ranges do not add up, means do; so what must add up is told in means.
"""

from io import BytesIO
from itertools import pairwise
from typing import Any

from selfmgmt.analysis.compare import OptionComparison
from selfmgmt.language import gettext
from selfmgmt.views.outcomes import OUTCOMES

_QUARTERS = 4  # of a year
_WIDTH = 24  # of a column


def outcomes_book(comparison: OptionComparison) -> bytes:
    """A workbook in the language that is spoken.

    Args:
        comparison: The options side by side, with their paths over time.
    """
    import pandas as pd

    sheets = {
        gettext("Outcomes"): pd.DataFrame(_ranges(comparison)),
        gettext("Budget years"): pd.DataFrame(_years(comparison)),
        gettext("From plan to net"): pd.DataFrame(_steps(comparison)),
    }
    book = BytesIO()
    with pd.ExcelWriter(book, engine="openpyxl") as writer:
        for name, frame in sheets.items():
            frame.to_excel(writer, sheet_name=name, index=False, freeze_panes=(1, 1))
            columns = writer.sheets[name].column_dimensions
            for letter in "ABCDEFGH":
                columns[letter].width = _WIDTH
    return book.getvalue()


def _ranges(comparison: OptionComparison) -> list[dict[str, Any]]:
    """Each outcome of each option, as a range."""
    return [
        {
            gettext("Option"): option.label,
            gettext("Outcome"): OUTCOMES[key].title,
            gettext("low (P10)"): band.p10,
            gettext("middle (P50)"): band.p50,
            gettext("high (P90)"): band.p90,
        }
        for option in comparison.options.values()
        for key, band in option.outcomes.items()
        if key in OUTCOMES
    ]


def _years(comparison: OptionComparison) -> list[dict[str, Any]]:
    """What each option brings or costs in cash in each year of the term; years add up."""
    cash = comparison.outcomes.paths["cumulative_cash_eur"]
    at_year_end = cash[:, ::_QUARTERS].mean(axis=2)
    rows = []
    for row, option in zip(at_year_end, comparison.options.values(), strict=True):
        years = {
            gettext("Year {number}", number=number): float(after - before)
            for number, (before, after) in enumerate(pairwise(row), start=1)
        }
        whole = {gettext("Together"): float(row[-1] - row[0])}
        rows.append({gettext("Option, EUR on average"): option.label, **years, **whole})
    return rows


def _steps(comparison: OptionComparison) -> list[dict[str, Any]]:
    """From what is planned to what is left, per year at the end of the term; columns add up."""
    values = comparison.outcomes.values  # noqa: PD011  a mapping of arrays, no frame
    keys = ("gross_saving_eur", "realised_saving_eur", "leaked_eur", "running_cost_eur")
    means = zip(*(values[key].mean(axis=1).tolist() for key in keys), strict=True)
    return [
        {
            gettext("Option, EUR a year on average"): option.label,
            gettext("Planned"): planned,
            gettext("Less: not realised"): realised - planned,
            gettext("Less: hired back"): -leaked,
            gettext("Less: running cost"): -running,
            gettext("Net"): realised - leaked - running,
        }
        for option, (planned, realised, leaked, running) in zip(
            comparison.options.values(), means, strict=True
        )
    ]
