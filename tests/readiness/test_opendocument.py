"""Spreadsheets of LibreOffice and others."""

import zipfile
from pathlib import Path

import pytest

from selfmgmt.errors import InputError
from selfmgmt.language import speaking
from selfmgmt.readiness.sheet import Sheet
from selfmgmt.readiness.sheets import read_sheets

_NAMES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{short}:1.0"'
    for short in ("office", "table", "text", "style")
)


def ods(folder: Path, tables: str, before: str = "", styles: str = "") -> list[Sheet]:
    """The sheets of a file with this content."""
    path = folder / "answers.ods"
    content = (
        f"{before}<office:document-content {_NAMES}><office:automatic-styles>{styles}"
        f"</office:automatic-styles><office:body>{tables}</office:body></office:document-content>"
    )
    with zipfile.ZipFile(path, "w") as parts:
        parts.writestr("content.xml", content)
    return read_sheets(path)


def table(rows: str, style: str = "shown") -> str:
    """A sheet with these rows."""
    return f'<table:table table:name="Blad1" table:style-name="{style}">{rows}</table:table>'


def cell(text: str = "", **names: str) -> str:
    """A cell with text and, of ``office`` or ``table``, other names."""
    given = "".join(f' {name.replace("_", ":", 1)}="{value}"' for name, value in names.items())
    return (
        f"<table:table-cell{given}>{f'<text:p>{text}</text:p>' if text else ''}</table:table-cell>"
    )


def row(*cells: str, times: int = 1) -> str:
    """A row, repeated."""
    return (
        f'<table:table-row table:number-rows-repeated="{times}">{"".join(cells)}</table:table-row>'
    )


def test_cells_become_text(tmp_path: Path) -> None:
    """Numbers as they are stored, days as ISO, spaces and marks-up as one reads them."""
    (sheet,) = ods(
        tmp_path,
        table(
            row(
                cell("4,00", **{"office_value-type": "float", "office_value": "4"}),
                cell(
                    "21-11-26", **{"office_value-type": "date", "office_date-value": "2026-11-21"}
                ),
                cell("a<text:s text:c='2'/><text:span>b</text:span>c"),
            )
        ),
    )
    assert sheet.rows == [["4", "2026-11-21", "a  bc"]]


def test_repeated_cells_and_rows(tmp_path: Path) -> None:
    """Repeated in the file is repeated in the answers; not the empty ones at the end of a sheet."""
    again = {"table_number-columns-repeated": "2"}
    rows = row(cell("x", **again), cell(**{"table_number-columns-repeated": "16000"}), times=2)
    (sheet,) = ods(tmp_path, table(rows + row(cell(), times=3) + row(cell("y")) + row(times=10**6)))
    assert sheet.rows == [["x", "x"], ["x", "x"], [], [], [], ["y"]]


def test_hidden_sheets_merged_cells_and_formulas(tmp_path: Path) -> None:
    """As in Excel: hidden is not read, merged rows and formulas without a result are known."""
    no_display = '<style:table-properties table:display="false"/>'
    hides = f'<style:style style:name="hid">{no_display}</style:style>'
    high = cell("x", **{"table_number-rows-spanned": "3"})
    unsolved = cell(**{"table_formula": "of:=1+1"})
    (sheet,) = ods(
        tmp_path, table(row(cell("a")) + row(high, unsolved)) + table("", "hid"), styles=hides
    )
    assert sheet.merged == ((2, 4),)
    assert sheet.unsolved == ((1, 1),)


@pytest.mark.parametrize(
    ("before", "tables", "message"),
    [
        ('<!DOCTYPE x [<!ENTITY a "b">]>', "", "damaged"),
        ("<!DOCTYPE x>", "", "damaged"),
        ("", "<table:table>", "damaged"),
        ("", table(row(cell("x"), times=10**9)), "too large"),
    ],
)
def test_bombs_and_damage_are_refused(
    tmp_path: Path, before: str, tables: str, message: str
) -> None:
    """Entities, broken marks-up and a billion rows: one message, at once."""
    with speaking("en"), pytest.raises(InputError, match=message):
        ods(tmp_path, tables, before)


def test_no_spreadsheet(tmp_path: Path) -> None:
    """Another file with this ending."""
    path = tmp_path / "answers.ods"
    path.write_bytes(b"no zip")
    with speaking("en"), pytest.raises(InputError, match="not an OpenDocument spreadsheet"):
        read_sheets(path)
