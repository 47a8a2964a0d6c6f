"""How the CBS writes municipal finance (Iv3), added up to the columns of ``finance_history``.

A row of Iv3 is one amount of one municipality on one task field and one category. The second
filing counts, the first where the second is missing.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from selfmgmt.reference.finance import Report
from selfmgmt.reference.settings import setting

REPORT_CODES: Mapping[Report, str] = {"budget": "X000", "accounts": "X005"}
TITLE = re.compile(r"Gemeenten (\d{4}) onbewerkte Iv3-data")
MAIN_FIELDS = "012345678"
COLUMNS = ["Gemeenten", "TaakveldBalanspost", "Categorie", "k_1ePlaatsing_1", "k_2ePlaatsing_2"]
NOT_COST = ("0.10", "0.11")
"""Movements of reserves, and the result of the year."""

_OVERHEAD, _PAYROLL, _EXTERNAL = "0.4", "L1.1", "L3.5.1"

SUMS: Mapping[str, Callable[[str, str], bool]] = {
    "total_cost_eur": lambda _field, _category: True,
    "overhead_eur": lambda field, _: field == _OVERHEAD,
    "governance_eur": lambda field, _: field == "0.1",
    "own_payroll_eur": lambda _, category: category == _PAYROLL,
    "external_staff_eur": lambda _, category: category == _EXTERNAL,
    "overhead_own_payroll_eur": lambda field, category: (field, category) == (_OVERHEAD, _PAYROLL),
    "overhead_external_staff_eur": (
        lambda field, category: (field, category) == (_OVERHEAD, _EXTERNAL)
    ),
    "joint_arrangements_eur": lambda _, category: category == "L4.3.3",
    "social_domain_eur": lambda field, _: field.startswith("6."),
}
"""Column to whether an amount on this task field and category belongs in it."""


def cost_filter(report_code: str, main_field: str) -> str:
    """The question for all cost of one main task field in one report.

    >>> print(cost_filter("2025X005", "6"))
    Verslagsoort eq '2025X005' and startswith(TaakveldBalanspost,'6.')
    and startswith(Categorie,'L')
    """
    return (
        f"Verslagsoort eq '{report_code}' and startswith(TaakveldBalanspost,'{main_field}.') "
        "and startswith(Categorie,'L')"
    )


def add_up(rows: Iterable[Mapping[str, Any]]) -> dict[str, dict[str, int]]:
    """CBS code to the columns of ``SUMS``, in euros.

    Args:
        rows: Rows with the keys of ``COLUMNS``, padding removed; None or the CBS's own code for
            "no figure" is not an amount.

    Raises:
        KeyError, ValueError: A row is not in this shape.
    """
    found: dict[str, dict[str, int]] = {}
    for row in rows:
        field, category = row["TaakveldBalanspost"], row["Categorie"]
        amount = _amount(row)
        if amount is None or field in NOT_COST:
            continue
        sums = found.setdefault(row["Gemeenten"], dict.fromkeys(SUMS, 0))
        for column, belongs in SUMS.items():
            if belongs(field, category):
                sums[column] += amount
    return found


def codes_with_a_line_twice(rows: Iterable[Mapping[str, Any]]) -> set[str]:
    """The codes of which one amount is there more than once, so that sums would be too large."""
    lines = Counter((row["Gemeenten"], row["TaakveldBalanspost"], row["Categorie"]) for row in rows)
    return {code for (code, _field, _category), times in lines.items() if times > 1}


def _amount(row: Mapping[str, Any]) -> int | None:
    for filing in (row["k_2ePlaatsing_2"], row["k_1ePlaatsing_1"]):
        if filing is not None and float(filing) != setting("iv3_no_figure"):
            return round(float(filing) * setting("iv3_unit"))
    return None
