"""A look into a workbook before it is opened: what it is, and how much is in it.

Opening a workbook of a few kilobytes can take minutes and gigabytes, when one merged range covers a
whole sheet. So the parts are streamed first, and what no form can need is refused.
"""

import io
import zipfile
import zlib
from collections.abc import Mapping
from xml.parsers import expat

from selfmgmt.errors import InputError
from selfmgmt.language import gettext

_LARGEST_UNPACKED = 30_000_000  # bytes, pictures of the user included
_LARGEST_XML = 12_000_000  # bytes
_MOST_CELLS = 200_000
_MOST_COVERED = 20_000  # cells in merged ranges and links
_MOST_RANGES = 20_000  # of validations and conditional formats
_STRICT = "http://purl.oclc.org/ooxml/"
_SPREAD = {"mergeCell", "hyperlink"}
_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument"
_OLD_EXCEL = b"\xd0\xcf\x11\xe0"


def refuse_other_files(content: bytes) -> None:
    """Refuse what is no workbook (.xlsx), or one with more in it than a form can have.

    Raises:
        InputError: With what it is, and what to do.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            _refuse_other_kinds(parts)
            if sum(part.file_size for part in parts.infolist()) > _LARGEST_UNPACKED:
                raise InputError(_too_large())
            _inspect(parts)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError) as fault:
        raise InputError(_no_workbook(content)) from fault


def _refuse_other_kinds(parts: zipfile.ZipFile) -> None:
    names = parts.namelist()
    if "mimetype" in names and parts.open("mimetype").read(99).startswith(_OPEN_DOCUMENT):
        raise InputError(
            gettext("this is an OpenDocument file; open it and save it as Excel workbook (.xlsx).")
        )
    if "xl/workbook.xml" not in names:
        raise InputError(_no_workbook(b""))


def _no_workbook(content: bytes) -> str:
    if content.startswith(_OLD_EXCEL):
        return gettext(
            "this is a workbook of an old kind (.xls), or it has a password; save it as Excel "
            "workbook (.xlsx) without."
        )
    return gettext("this is not an Excel workbook, or it has a password; save it as .xlsx without.")


def _too_large() -> str:
    return gettext("the workbook is too large inside; a case needs little room.")


def _inspect(parts: zipfile.ZipFile) -> None:
    budget, counts = _LARGEST_XML, _Counts()
    for part in parts.infolist():
        if part.filename.lower().endswith((".xml", ".rels", ".vml")):
            budget -= part.file_size
            if budget < 0:
                raise InputError(_too_large())
            _count(_unpacked(parts, part), counts)


def _unpacked(parts: zipfile.ZipFile, part: zipfile.ZipInfo) -> bytes:
    try:
        return parts.read(part)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError):
        raise InputError(_damaged()) from None


def _damaged() -> str:
    return gettext("the workbook is damaged; open it in Excel and save it again.")


class _Counts:
    """What the sheets hold together, counted while they stream by."""

    def __init__(self) -> None:
        self._cells = self._covered = self._ranges = 0

    def add(self, name: str, attributes: Mapping[str, str]) -> None:
        """Count one element of a sheet, and refuse the workbook once it is too much."""
        self._cells += name == "c"
        if name in _SPREAD:
            self._covered += _area(attributes.get("ref", ""))
        self._ranges += len(attributes.get("sqref", "").split())
        if self._cells > _MOST_CELLS:
            raise InputError(_too_large())
        if self._covered > _MOST_COVERED or self._ranges > _MOST_RANGES:
            raise InputError(
                gettext(
                    "the workbook has merged cells, links or rules over very many cells; split "
                    "merged cells and remove what is not of the form."
                )
            )


def _count(content: bytes, counts: _Counts) -> None:
    """Count what is in one part; what is no XML is left to who opens the workbook."""
    parser = expat.ParserCreate(namespace_separator=" ")

    def begin(name: str, attributes: Mapping[str, str]) -> None:
        space, _blank, local = name.rpartition(" ")
        if space.startswith(_STRICT):
            raise InputError(
                gettext(
                    "this workbook was saved as Strict Open XML; choose Save as, Excel workbook "
                    "(.xlsx)."
                )
            )
        counts.add(local, attributes)

    def refuse(*_entity: object) -> None:
        raise InputError(_damaged())

    parser.StartElementHandler = begin
    parser.StartDoctypeDeclHandler = refuse
    try:
        parser.Parse(content, True)
    except expat.ExpatError:
        return


def _area(reference: str) -> int:
    """How many cells a range has; of what is no range, none.

    >>> _area("A1:C2"), _area("B7"), _area("A:B"), _area("?")
    (6, 1, 2097152, 0)
    """
    corners = [_corner(part) for part in reference.replace("$", "").split(":")]
    first, last = corners[0], corners[-1]
    if not any(first) or not any(last):
        return 0
    columns = abs(last[0] - first[0]) + 1
    rows = abs((last[1] or _ROWS) - (first[1] or 1)) + 1
    return columns * rows


_ROWS = 1_048_576


def _corner(text: str) -> tuple[int, int]:
    letters = text.rstrip("0123456789")
    digits = text[len(letters) :]
    column = 0
    for letter in letters.upper()[:4]:
        column = 26 * column + ord(letter) - ord("A") + 1
    return (column, int(digits or 0)) if letters.isalpha() or not letters else (0, 0)
