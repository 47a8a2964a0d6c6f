"""Municipalities that are no more, and what they became."""

from dataclasses import dataclass
from functools import cache

from selfmgmt.reference.files import read_table


@dataclass(frozen=True, slots=True, kw_only=True)
class FormerMunicipality:
    """A municipality that is no more, and the codes of those of today that it is part of now."""

    code: str
    name: str
    year: int
    successors: tuple[str, ...]


@cache
def former_municipalities() -> tuple[FormerMunicipality, ...]:
    """All that were a municipality since 2011 and are no more.

    >>> [one.successors for one in former_municipalities() if one.name == "Haaren"]
    [('GM0824', 'GM0757', 'GM0865', 'GM0855')]
    """
    return tuple(
        FormerMunicipality(
            code=row["cbs_code"],
            name=row["name"],
            year=int(row["year"]),
            successors=tuple(row["successor_code"].split(";")),
        )
        for row in read_table("municipality_changes")
        if row["change"] == "disappears"
    )
