"""Checks at the door of the kernels: tables of answers, and the group of each row."""

import numpy as np
from numpy.typing import ArrayLike, NDArray

from selfmgmt.errors import InputError
from selfmgmt.language import gettext

Floats = NDArray[np.float64]
Indices = NDArray[np.intp]

ROUNDING = 1e-12
"""Spread this small, as a part of the numbers themselves, is rounding and no spread."""


def numbers(name: str, written: ArrayLike, *, dimensions: int) -> Floats:
    """``written`` as an array of numbers; NaN stands for a missing answer.

    Raises:
        InputError: It is no regular table of numbers, has another number of axes, or holds
            something infinite.
    """
    try:
        table = np.asarray(written, dtype=float)
    except (TypeError, ValueError):
        raise InputError(
            gettext("{name} is not a table of numbers; give rows of equal length.", name=name)
        ) from None
    if table.ndim != dimensions or np.isinf(table).any():
        raise InputError(
            gettext(
                "{name} has shape {given} or infinite values; use {count} axes and real numbers.",
                name=name,
                given=table.shape,
                count=dimensions,
            )
        )
    return table


def complete_rows(table: Floats) -> NDArray[np.bool_]:
    """Which rows have no missing answer: only those count where all items are needed."""
    return np.asarray(~np.isnan(table.sum(axis=1)))


def complete(name: str, written: ArrayLike, *, columns: int = 2) -> Floats:
    """The complete rows of a table, at least two of them and at least ``columns`` columns.

    Raises:
        InputError: Less than that is left.
    """
    table = numbers(name, written, dimensions=2)
    kept = table[complete_rows(table)]
    if len(kept) < 2 or kept.shape[1] < columns:
        raise InputError(
            gettext(
                "{name} has {rows} complete rows and {given} columns; give two rows or more and "
                "{columns} columns or more.",
                name=name,
                rows=len(kept),
                given=kept.shape[1],
                columns=columns,
            )
        )
    return kept


def grouped(groups: ArrayLike, rows: int) -> tuple[NDArray[np.generic], Indices]:
    """The labels in rising order, and for each row the place of its label among them.

    Raises:
        InputError: There is not one label for each row.
    """
    labels = np.asarray(groups)
    is_open = labels.dtype.kind == "f" and bool(np.isnan(labels).any())
    if labels.shape != (rows,) or is_open or not rows:
        raise InputError(
            gettext(
                "groups has shape {given} or gaps; give one label for each of the {rows} rows.",
                given=labels.shape,
                rows=rows,
            )
        )
    known, indices = np.unique(labels, return_inverse=True)
    return known, indices


def complete_columns(table: Floats, indices: Indices) -> tuple[Floats, Indices]:
    """The complete rows of a table on their side, shape (columns, rows), and the place of each."""
    kept = complete_rows(table)
    if not kept.all():
        table, indices = table[kept], indices[kept]
    return np.ascontiguousarray(table.T), indices


def variances(columns: Floats, indices: Indices, count: int) -> Floats:
    """The variance of each column within each group.

    Args:
        columns: Shape (columns, rows): on its side, so that each column lies together in memory.
        indices: The group of each row, 0 to ``count`` - 1.
        count: Number of groups; one may be empty.

    Returns:
        Shape (columns, groups); NaN for fewer than two rows.
    """
    sizes = np.bincount(indices, minlength=count)
    within = [_squares_within(column, indices, sizes) for column in columns]
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(sizes > 1, np.array(within) / (sizes - 1), np.nan)


def _squares_within(column: Floats, indices: Indices, sizes: Indices) -> Floats:
    """The sum of squares round the mean of each group."""
    means = np.bincount(indices, column, len(sizes)) / np.maximum(sizes, 1)
    return np.asarray(np.bincount(indices, (column - means[indices]) ** 2, len(sizes)), dtype=float)
