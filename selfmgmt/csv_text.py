"""A table as CSV: a spreadsheet opens it in the language of the reader, and runs nothing of it."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from io import StringIO
from typing import Any

from selfmgmt.language import current_language

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def csv_bytes(heads: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> bytes:
    r"""The table with a mark for UTF-8; in Dutch with semicolons and decimal commas.

    >>> from selfmgmt.language import speaking
    >>> with speaking("nl"):
    ...     csv_bytes(["who", "weight"], [{"who": "=1+1", "weight": 0.5}]).decode("utf-8-sig")
    "who;weight\n'=1+1;0,5\n"
    """
    dutch = current_language() == "nl"
    text = StringIO(newline="")
    writer = csv.DictWriter(text, heads, delimiter=";" if dutch else ",", lineterminator="\n")
    writer.writeheader()
    for row in rows:
        writer.writerow({name: _cell(value, dutch) for name, value in row.items()})
    return text.getvalue().encode("utf-8-sig")


def inert(text: str) -> str:
    """``text`` as a spreadsheet shows it and never runs it."""
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text


def _cell(value: Any, dutch: bool) -> Any:
    if isinstance(value, str):
        return inert(value)
    return str(value).replace(".", ",") if dutch and isinstance(value, float) else value
