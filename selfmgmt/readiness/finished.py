"""Which rows are answers of people who came to the end: survey tools also keep who only started."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from selfmgmt.errors import InputError
from selfmgmt.language import gettext
from selfmgmt.read_numbers import parse_number
from selfmgmt.readiness.wording import load_survey, plain

Row = tuple[int, list[str]]

_WHOLE = 100


def finished_rows(
    rows: Iterable[Row], columns: Mapping[str, int], names: Mapping[str, str]
) -> tuple[list[Row], int]:
    """The rows that are finished, and how many are not.

    A submit date decides where there is one; else the last page, which must be that of the row
    that came furthest. A flag, a share done and a status in words each can say no by themselves.

    Args:
        rows: The rows below the header, with their number.
        columns: The column of each sign: ``date``, ``page``, ``flag``, ``progress``, ``status``.
        names: What the file calls these columns.

    Raises:
        InputError: No row is finished.
    """
    every = list(rows)
    signs = {sign: at for sign, at in columns.items() if sign != "page" or "date" not in columns}
    if "page" in signs:
        furthest = max((_number(_cell(row, signs["page"])) for _at, row in every), default=0)
        checks: dict[str, Callable[[str], bool]] = {
            **_CHECKS,
            "page": lambda cell: _number(cell) >= furthest,
        }
    else:
        checks = _CHECKS
    kept = [
        (number, row)
        for number, row in every
        if all(checks[sign](_cell(row, at)) for sign, at in signs.items())
    ]
    if every and not kept:
        raise InputError(
            gettext(
                "no row is finished: that is what column “{column}” says. Export the answers of "
                "people who came to the end; or remove that column, if these are.",
                column=", ".join(names[sign] for sign in signs),
            )
        )
    return kept, len(every) - len(kept)


def _cell(row: Sequence[str], at: int) -> str:
    return row[at].strip() if at < len(row) else ""


def _number(cell: str) -> float:
    try:
        return parse_number(cell)
    except InputError:
        return 0


def _says_no(cell: str) -> bool:
    return plain(cell) in {plain(word) for word in load_survey().finished.unfinished}


_CHECKS: dict[str, Callable[[str], bool]] = {
    "date": lambda cell: bool(cell) and not _says_no(cell),
    "flag": lambda cell: not _says_no(cell),
    "status": lambda cell: not _says_no(cell),
    "progress": lambda cell: not cell or _number(cell.rstrip("% ")) >= _WHOLE,
}
