"""One sheet of a file with answers, as text, whatever program wrote it."""

from dataclasses import dataclass

Rows = list[list[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The cells of one sheet, as text.

    Attributes:
        merged: First and last row, from 1, of every merged cell that is more than one row high.
        repaired: Lines that were in another character set than the rest.
        unsolved: Row and column, from 0, of each formula of which no result is stored.
    """

    title: str
    rows: Rows
    merged: tuple[tuple[int, int], ...] = ()
    repaired: int = 0
    unsolved: tuple[tuple[int, int], ...] = ()
