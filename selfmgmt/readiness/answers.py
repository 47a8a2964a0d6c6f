"""The answers of people to the readiness scan, one row for each respondent.

These are still answers of persons. Only :mod:`selfmgmt.readiness.privacy` says what of them may be
shown; nothing else may store or show what comes from here.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from selfmgmt.errors import InputError
from selfmgmt.language import gettext
from selfmgmt.readiness.instrument import HIGHEST, LOWEST, load_instrument
from selfmgmt.readiness.remarks import Remark
from selfmgmt.values import unknown

Floats = NDArray[np.float64]


@dataclass(frozen=True, kw_only=True, eq=False)
class Answers:
    """What people answered, as they gave it: reversed items are not turned round yet.

    Args:
        items: Keys of the items that were asked, one for each column of ``values``.
        values: Shape (respondents, items), whole numbers 1 (not at all) to 5 (fully);
            NaN where someone gave no answer or does not know. The array cannot be written to.
        roles: The role of each respondent; empty text when it is not known.
        teams: The team of each respondent; empty text when it is not known.
        remarks: What was changed or left out while they were read from a file.

    Raises:
        InputError: With every fault: an unknown or repeated item, shapes that do not match, an
            answer that is not 1, 2, 3, 4, 5 or NaN.
    """

    items: tuple[str, ...]
    values: Floats
    roles: tuple[str, ...] = ()
    teams: tuple[str, ...] = ()
    remarks: tuple[Remark, ...] = ()

    def __post_init__(self) -> None:
        values = np.array(self.values, dtype=float)
        values.setflags(write=False)
        object.__setattr__(self, "items", tuple(self.items))
        object.__setattr__(self, "values", values)
        for name in ("roles", "teams"):
            given = tuple(getattr(self, name)) or ("",) * len(values)
            object.__setattr__(self, name, given)
        faults = [*_faults_of_items(self.items), *_faults_of_values(self)]
        if faults:
            raise InputError(*faults)

    def __len__(self) -> int:
        return len(self.values)

    @cached_property
    def dimensions(self) -> dict[str, tuple[int, ...]]:
        """Each dimension that was asked, with the columns that measure it."""
        dimension_of = {item.key: item.dimension for item in load_instrument().items}
        found = {
            key: tuple(at for at, item in enumerate(self.items) if dimension_of[item] == key)
            for key in load_instrument().dimensions
        }
        return {key: columns for key, columns in found.items() if columns}

    def select(self, rows: Any) -> "Answers":
        """The respondents in ``rows``: a mask, or numbers of rows."""
        chosen = np.arange(len(self))[rows]
        return Answers(
            items=self.items,
            values=self.values[chosen],
            roles=tuple(self.roles[row] for row in chosen),
            teams=tuple(self.teams[row] for row in chosen),
        )


def scored(answers: Answers) -> Floats:
    """The answers with reversed items turned round, so that 5 is always the ready end.

    Returns:
        Shape (respondents, items), 1 to 5; NaN where there is no answer.

    >>> scored(Answers(items=("T1", "T3"), values=np.array([[4.0, 4.0]])))
    array([[4., 2.]])
    """
    reversed_items = {item.key for item in load_instrument().items if item.reversed}
    turned = np.array([item in reversed_items for item in answers.items], dtype=bool)
    return np.where(turned, LOWEST + HIGHEST - answers.values, answers.values)


def _faults_of_items(items: Sequence[str]) -> list[str]:
    known = [item.key for item in load_instrument().items]
    faults = [unknown(item, known) for item in items if item not in known]
    twice = sorted({item for item in items if items.count(item) > 1})
    return faults + [gettext("{item} is there twice; keep one.", item=item) for item in twice]


def _faults_of_values(answers: Answers) -> list[str]:
    values, items = answers.values, answers.items
    if values.ndim != 2 or values.shape[1] != len(items):
        return [
            gettext(
                "answers have shape {shape}; use one row for each respondent and one column for "
                "each of the {count} items.",
                shape=values.shape,
                count=len(items),
            )
        ]
    lengths = {"roles": len(answers.roles), "teams": len(answers.teams)}
    faults = [
        gettext(
            "{name} has {count} values; use one for each of the {rows} respondents.",
            name=name,
            count=count,
            rows=len(values),
        )
        for name, count in lengths.items()
        if count != len(values)
    ]
    fits = np.isnan(values) | np.isin(values, np.arange(LOWEST, HIGHEST + 1))
    wrong = np.unique(values[~fits])
    return faults + [
        gettext(
            "an answer is {value}; use {lowest} to {highest} without decimals, or leave it open.",
            value=f"{value:.10g}",
            lowest=LOWEST,
            highest=HIGHEST,
        )
        for value in wrong[:3]
    ]
