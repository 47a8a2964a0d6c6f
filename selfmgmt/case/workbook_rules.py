"""Drop-downs and limits in the cells of a sheet, where each column has its own."""

from typing import Any

from selfmgmt.case.workbook_rows import CLOSED, FIRST_COLUMN, FIRST_ROW, Allowed, Fixed, Sheet
from selfmgmt.case.workbook_style import Lists
from selfmgmt.language import gettext

_LONGEST_PROMPT = 255  # characters that Excel takes
_FIRST_DAY = "DATE(1990,1,1)"


class CellRules:
    """The rules of one sheet: one for all cells in which the same may stand."""

    def __init__(self, sheet: Sheet) -> None:
        self._cells: dict[Allowed, list[tuple[int, int]]] = {}
        for number, row in enumerate(sheet.rows, start=FIRST_ROW):
            for column, allowed in enumerate(row.allowed):
                value = row.values[column]
                if value is not CLOSED and not isinstance(value, Fixed):
                    cells = self._cells.setdefault(allowed, [])
                    cells.append((number, column + FIRST_COLUMN))

    def add_to(self, page: Any) -> Lists:
        """Put the rules into a sheet of openpyxl.

        Returns:
            The rules that need a place for their words.
        """
        lists: Lists = []
        for allowed, cells in self._cells.items():
            rule = _rule(allowed)
            if rule is None:
                continue
            for row, column in cells:
                rule.add(page.cell(row, column))
            page.add_data_validation(rule)
            if allowed.choices:
                lists.append((rule, allowed.choices))
        return lists


def _rule(allowed: Allowed) -> Any:
    """The rule of openpyxl; None when anything may stand there."""
    from openpyxl.worksheet.datavalidation import DataValidation

    prompt = {"prompt": allowed.words[:_LONGEST_PROMPT], "showInputMessage": bool(allowed.words)}
    if allowed.choices:
        rule = DataValidation(type="list", allow_blank=True, **prompt)
        rule.error = gettext("Choose from the list.")
    elif allowed.is_date:
        rule = DataValidation(type="date", operator="greaterThanOrEqual", formula1=_FIRST_DAY)
        rule.error = gettext("Write a date, such as 31-3-2027.")
    elif allowed.low is not None:
        rule = DataValidation(
            type="decimal",
            operator="between",
            formula1=allowed.low,
            formula2=allowed.high,
            **prompt,
        )
        rule.error = gettext("Write {allowed}.", allowed=allowed.words)
    else:
        return None
    if not allowed.choices:
        rule.errorStyle = "warning"  # a number may have its unit behind it
    rule.showErrorMessage = True
    return rule
