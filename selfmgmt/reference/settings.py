"""Limits and choices of the checks on public figures, from ``settings.csv``."""

from functools import cache

from selfmgmt.reference.files import read_table


def setting(key: str) -> float:
    """The value of one limit or choice; its unit and reason stand beside it in the table.

    >>> setting("low_own_payroll_share")
    0.06
    """
    return _settings()[key]


@cache
def _settings() -> dict[str, float]:
    return {row["key"]: float(row["value"]) for row in read_table("settings")}
