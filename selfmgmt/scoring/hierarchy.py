"""The analytic hierarchy process: weights from comparing every pair of criteria."""

from dataclasses import dataclass
from typing import Literal, get_args

import numpy as np
from numpy.typing import ArrayLike

from selfmgmt.errors import InputError
from selfmgmt.language import gettext
from selfmgmt.scoring.arrays import TIE, Floats, as_floats, frozen
from selfmgmt.scoring.consistency import load_constants

Method = Literal["eigenvector", "geometric"]
_ROUNDED = 0.03  # people write 0.33 for a third and 0.14 for a seventh


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Hierarchy:
    """Weights, and how well the comparisons hang together.

    Attributes:
        weights: Shape (criteria,); adds up to 1.
        lambda_max: The principal eigenvalue; the number of criteria when fully consistent.
        consistency_ratio: How inconsistent, as a part of random comparisons; 0 is consistent.
        acceptable: Whether the ratio is within Saaty's limit of one tenth.
        revisit: Places of the two criteria whose comparison fits the weights worst; ``None`` when
            all fit.
    """

    weights: Floats
    lambda_max: float
    consistency_ratio: float
    acceptable: bool
    revisit: tuple[int, int] | None


def analytic_hierarchy(pairwise: ArrayLike, *, method: Method = "eigenvector") -> Hierarchy:
    """Weights from a table of how many times each criterion is as important as each other.

    Args:
        pairwise: Shape (criteria, criteria), more than 0; 1 on the diagonal, and opposite cells
            each other's inverse. Rounded inverses, such as 0.33 for a third, are mended.
        method: ``eigenvector`` (Saaty) or ``geometric`` (the geometric mean of each row).

    Raises:
        InputError: The table is no square of 1 to 15 criteria, holds something else than positive
            numbers, or opposite cells contradict each other.

    Source:
        Saaty (1980), The Analytic Hierarchy Process; Crawford and Williams (1985), Journal of
        Mathematical Psychology 29(4), 387-405 (geometric mean).

    >>> analytic_hierarchy([[1, 2, 4], [1 / 2, 1, 2], [1 / 4, 1 / 2, 1]]).weights.round(4)
    array([0.5714, 0.2857, 0.1429])
    """
    if method not in get_args(Method):
        raise InputError(
            gettext("method is {given}; use eigenvector or geometric.", given=repr(method))
        )
    table = _checked(as_floats("pairwise", pairwise))
    table = np.sqrt(table / table.T)  # exactly reciprocal
    weights = _principal(table) if method == "eigenvector" else _row_means(table)
    largest = float((table @ weights / weights).mean())
    ratio = _ratio(largest, len(table))
    return Hierarchy(
        weights=frozen(weights),
        lambda_max=largest,
        consistency_ratio=ratio,
        acceptable=ratio <= load_constants().random_index.acceptable_ratio,
        revisit=_worst_pair(table, weights),
    )


def _principal(table: Floats) -> Floats:
    values, vectors = np.linalg.eig(table)
    vector = np.abs(vectors[:, values.real.argmax()].real)
    return np.asarray(vector / vector.sum())


def _row_means(table: Floats) -> Floats:
    means = np.exp(np.log(table).mean(axis=1))
    return np.asarray(means / means.sum())


def _ratio(largest: float, count: int) -> float:
    index = load_constants().random_index.by_criteria[count]
    off = largest - count
    return off / (count - 1) / index if index and off > TIE else 0.0


def _worst_pair(table: Floats, weights: Floats) -> tuple[int, int] | None:
    off = np.abs(np.log(table / np.divide.outer(weights, weights)))
    row, column = np.unravel_index(off.argmax(), off.shape)
    return (int(row), int(column)) if off.max() > TIE else None


def _checked(table: Floats) -> Floats:
    sizes = load_constants().random_index.by_criteria
    if table.ndim != 2 or table.shape[0] != table.shape[1] or len(table) not in sizes:
        raise InputError(
            gettext(
                "pairwise has shape {given}; use as many rows as columns, 1 to {most}.",
                given=table.shape,
                most=max(sizes),
            )
        )
    if not (np.isfinite(table) & (table > 0)).all():
        raise InputError(gettext("pairwise has gaps or values of 0 or less; use more than 0."))
    wrong = np.argwhere(np.triu(np.abs(table * table.T - 1) > _ROUNDED))
    if wrong.size:
        raise InputError(*(_contradiction(table, row, column) for row, column in wrong))
    return table


def _contradiction(table: Floats, row: int, column: int) -> str:
    return gettext(
        "pairwise says {one:.4g} in row {row}, column {column}, and {other:.4g} in the opposite "
        "cell; one is 1 divided by the other, and 1 on the diagonal.",
        row=row + 1,
        column=column + 1,
        one=table[row, column],
        other=table[column, row],
    )
