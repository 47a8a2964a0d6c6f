"""The table of all results as a workbook: heads in words, figures written as what they are."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from selfmgmt.language import gettext
from selfmgmt.language import gettext_noop as _
from selfmgmt.reporting.documents.office import whole_file
from selfmgmt.views.outcomes import OUTCOMES

_NAMES = {
    "report": _("Report"),
    "case": _("Case"),
    "municipalities": _("Municipalities"),
    "seed": _("Start of the random numbers"),
    "draws": _("Possible futures"),
    "inputs": _("Fingerprint of case and data"),
    "option": _("Option (code)"),
    "label": _("Option"),
    "way": _("Way of working (code)"),
    "mix": _("Saving mix (code)"),
    "m": _("How many times the mix"),
    "reach": _("Gets to this part of the target"),
    "deeper_than_measured": _("More than a fifth of all posts goes"),
    "target_met_probability": _("Chance to reach the target"),
    "weakest_condition": _("Weakest condition (code)"),
    "weakest_condition_share": _("How often that is the weakest"),
    "changed": _("What changes"),
}
_QUANTILES = {"p10": _("low (P10)"), "p50": _("middle (P50)"), "p90": _("high (P90)")}
_EUROS, _PER_CENT, _TENTHS = '"€" #,##0;-"€" #,##0', "0.0%", "0.0"
_PEOPLE = ("absence", "turnover", "satisfaction", "vulnerability")
_SHARES = (
    "reach",
    "gap_closed",
    "falls_back",
    "tasks_dropped",
    *(f"{who}_{when}" for who in _PEOPLE for when in ("mean", "worst", "end")),
)
_WIDE, _USUAL = ("case", "label", "changed"), 16
_WIDTH, _HEIGHT = 34, 45  # of a column with words, and of the row with heads


def write_sheet(path: Path, heads: Sequence[str], rows: Sequence[dict[str, Any]]) -> None:
    """Write the table as a workbook, in the language that is spoken."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    book = Workbook(write_only=True)  # in a fifth of the time of pandas
    sheet = book.create_sheet(gettext("Results"))
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(max(1, len(heads)))}{len(rows) + 1}"
    for column, head in enumerate(heads, start=1):
        width = _WIDTH if head in _WIDE else _USUAL
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.row_dimensions[1].height = _HEIGHT
    style = {"font": Font(bold=True), "alignment": Alignment(wrap_text=True, vertical="top")}
    sheet.append([_cell(sheet, heading(head), **style) for head in heads])
    formats = [_format(head) for head in heads]
    for row in rows:
        cells = zip((row.get(head) for head in heads), formats, strict=True)
        sheet.append([_cell(sheet, value, number_format=form) for value, form in cells])
    path.write_bytes(whole_file(book.save))


def heading(name: str) -> str:
    """A column in words.

    >>> heading("net_saving_eur.p10"), heading("seed"), heading("something.new")
    ('Netto besparing per jaar, laag (P10)', 'Begin van de toevalsgetallen', 'something.new')
    """
    base, _point, end = name.partition(".")
    if base in OUTCOMES:
        title = OUTCOMES[base].title
        return f"{title}, {gettext(_QUANTILES[end])}" if end in _QUANTILES else title
    return gettext(_NAMES[name]) if name in _NAMES else name


def _format(name: str) -> str:
    """How Excel shows the figures of a column; empty for words and whole numbers."""
    base = name.partition(".")[0]
    if base.endswith("_eur"):
        return _EUROS
    if base in _SHARES or base.endswith(("_probability", "_share")):
        return _PER_CENT
    return _TENTHS if base in OUTCOMES and base != "payback_quarter" else ""


def _cell(sheet: Any, value: Any, **style: Any) -> Any:
    """A value with its look; without one, the value alone is quicker."""
    from openpyxl.cell import WriteOnlyCell

    style = {name: one for name, one in style.items() if one}
    if not style or value is None:
        return value
    cell = WriteOnlyCell(sheet, value)
    for name, one in style.items():
        setattr(cell, name, one)
    return cell
