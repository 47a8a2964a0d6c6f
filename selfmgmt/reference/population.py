"""Inhabitants on 1 January, year by year."""

from dataclasses import dataclass
from datetime import date

from selfmgmt.reference.own_data import newest_rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Population:
    """The inhabitants of a municipality on 1 January of ``year``."""

    year: int
    inhabitants: int
    fetched: date | None


def population_history(code: str) -> tuple[Population, ...]:
    """Inhabitants of a municipality, oldest year first; empty for an unknown code.

    >>> population_history("GM0267")[0]
    Population(year=2017, inhabitants=41775, fetched=None)
    """
    years = (
        Population(year=int(row["year"]), inhabitants=int(row["inhabitants"]), fetched=fetched)
        for row, fetched in newest_rows("population", code, "year")
        if int(row["inhabitants"]) > 0  # a code of the CBS for "missing" is no number of people
    )
    return tuple(sorted(years, key=lambda item: item.year))
