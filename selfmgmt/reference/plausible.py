"""Whether fetched figures can be true, held against those that the product has.

A municipality with no people, one that is there twice, or figures in another unit than before are
not written: the old figures stay.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from statistics import median

from selfmgmt.language import gettext
from selfmgmt.reference.files import read_table
from selfmgmt.reference.settings import setting

SIZE_OF = {"population": "inhabitants", "finance_history": "total_cost_eur"}
"""Table to the column by which its rows are held against the old ones."""
_NAMED = 5


def codes_there_twice(codes: Iterable[str]) -> set[str]:
    """The codes that come more than once, so that nobody knows which row is right.

    >>> sorted(codes_there_twice(["GM0267", "GM0363", "GM0267"]))
    ['GM0267']
    """
    return {code for code, times in Counter(codes).items() if times > 1}


def implausible_codes(table: str, sizes: Mapping[str, float], report: str = "") -> set[str]:
    """The codes of which the size is nothing, negative, or many times the one that is known.

    Args:
        table: That of ``data/reference`` to which the sizes belong.
        sizes: CBS code to what was fetched, in the unit of the table.
        report: In ``finance_history``, the kind of report.
    """
    most, known = setting("refresh_largest_times"), _known(table, report)
    return {
        code
        for code, size in sizes.items()
        if size <= 0 or (known.get(code) and not 1 / most <= size / known[code] <= most)
    }


def is_in_another_unit(table: str, sizes: Mapping[str, float], report: str = "") -> bool:
    """Whether half of the municipalities are many times as large, or as small, as they were."""
    known = _known(table, report)
    times = [size / known[code] for code, size in sizes.items() if known.get(code)]
    most = setting("refresh_largest_median_times")
    return bool(times) and not 1 / most <= median(times) <= most


def refused_codes(title: str, year: int, codes: Iterable[str]) -> str:
    """What is told of the municipalities whose row is not used."""
    found = sorted(codes)
    more = f" (+{len(found) - _NAMED})" if len(found) > _NAMED else ""
    return gettext(
        "{title} {year}: the figures of {codes} cannot be right or come twice, and are not used. "
        "The figures you have stay as they are.",
        title=title,
        year=year,
        codes=", ".join(found[:_NAMED]) + more,
    )


def refused_unit(title: str, year: int) -> str:
    """What is told of figures that are in another unit."""
    return gettext(
        "{title} {year} is not used: most figures are many times those of before, so the unit "
        "must be another one. The figures you have stay as they are.",
        title=title,
        year=year,
    )


def _known(table: str, report: str) -> dict[str, float]:
    """CBS code to the newest size that came with the product."""
    column = SIZE_OF[table]
    rows = [row for row in read_table(table) if not report or row["report"] == report]
    rows.sort(key=lambda row: int(row["year"]))
    return {row["cbs_code"]: float(row[column]) for row in rows if row[column]}
