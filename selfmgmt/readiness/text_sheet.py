"""A table in text: which letters, which mark between cells."""

import csv
import io
import re

from selfmgmt.errors import InputError
from selfmgmt.language import gettext
from selfmgmt.readiness.sheet import Sheet

_DELIMITERS = ";,\t|"


_SAMPLE = 20


_DECIMAL = re.compile(r"(?<=\d),(?=\d)")


def text_sheet(content: bytes, name: str) -> Sheet:
    """The table in a file of text; an ``InputError`` when it is none."""
    if content[:4] in {b"PK\x03\x04", b"\xd0\xcf\x11\xe0"}:
        raise InputError(
            gettext("{file} is no text but a workbook; give it the ending .xlsx.", file=name)
        )
    text, repaired = _decoded(content, name)
    rows, delimiter = text.replace("\0", ""), ""
    if rows[:4].lower() == "sep=":
        first, _, rows = rows.partition("\n")
        delimiter = first.rstrip("\r")[4:5]
    try:
        found = list(csv.reader(io.StringIO(rows, newline=""), delimiter=delimiter or _mark(rows)))
    except csv.Error:
        raise InputError(
            gettext(
                "{file} is not a table: a cell is far too long, or a quotation mark is not closed.",
                file=name,
            )
        ) from None
    return Sheet(title=name, rows=[[], *found] if delimiter else found, repaired=repaired)


def _decoded(content: bytes, name: str) -> tuple[str, int]:
    """The text, and how many lines were in Windows-1252 while others were in UTF-8."""
    for mark, encoding in (
        (b"\xef\xbb\xbf", "utf-8-sig"),
        (b"\xff\xfe", "utf-16"),
        (b"\xfe\xff", "utf-16"),
    ):
        if content.startswith(mark):
            content = content.decode(encoding, errors="replace").encode()
    try:
        return content.decode("utf-8"), 0
    except UnicodeDecodeError:
        pass
    lines = [_line(line, name) for line in content.splitlines(keepends=True)]
    windows = sum(is_windows for text_sheet, is_windows in lines)
    modern = sum(not is_windows and not text.isascii() for text, is_windows in lines)
    return "".join(text for text, _is_windows in lines), windows if modern else 0


def _line(line: bytes, name: str) -> tuple[str, bool]:
    try:
        return line.decode("utf-8"), False
    except UnicodeDecodeError:
        pass
    try:
        return line.decode("cp1252"), True
    except UnicodeDecodeError:
        raise InputError(
            gettext("{file} is in an unknown character set; save it as CSV UTF-8.", file=name)
        ) from None


def _mark(text: str) -> str:
    """What stands between the cells: the mark that makes the widest row, decimals aside."""
    lines = [_DECIMAL.sub("", line) for line in text.splitlines(keepends=True)[:_SAMPLE]]

    def widest(mark: str) -> int:
        try:
            return max((len(row) for row in csv.reader(lines, delimiter=mark)), default=0)
        except csv.Error:
            return 0

    return max(_DELIMITERS, key=widest)
