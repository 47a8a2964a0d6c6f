"""One cell of a workbook as text: what a figure, a share or a date says there.

Whatever a cell may hold that is no figure or text of the user (a formula, an error, a date) is
refused.
"""

import re
from datetime import datetime
from typing import Any

from selfmgmt.errors import InputError
from selfmgmt.language import gettext
from selfmgmt.language import gettext_noop as _
from selfmgmt.numbers import exact_number, exact_percentage, quoted

_REFUSED = {
    "f": _("this is a formula; write the figure itself."),
    "e": _("{given} is an error of Excel; write the figure itself."),
    "d": _("{given} is a date to Excel; set the format of the cell to general and write it again."),
}
_LITERAL = re.compile(r'"[^"]*"|\\.|[_*].|\[[^\]]*\]')
_SECTION = re.compile(rf"(?:{_LITERAL.pattern}|[^;])+|(?<=;)(?=;)|^$")


def location_of(cell: Any) -> str:
    """The sheet and the address of a cell, for the reader."""
    return gettext("sheet {sheet}, cell {cell}", sheet=cell.parent.title, cell=cell.coordinate)


def is_date(cell: Any, may_be: bool) -> bool:
    """Whether a date stands where one may stand."""
    return may_be and isinstance(cell.value, datetime)


def text_in(cell: Any) -> str:
    """What the cell says, as text; empty when it is open."""
    value = cell.value
    if cell.data_type in _REFUSED:
        raise InputError(gettext(_REFUSED[cell.data_type], given=quoted(str(value))))
    if isinstance(value, bool) or not isinstance(value, int | float):
        return "" if value is None else str(value)
    section = _format_of(value, cell.number_format)
    if "%" in _LITERAL.sub("", section):
        return exact_percentage(value)
    if "%" in section:
        raise InputError(
            gettext(
                "this cell shows a percent sign that is only text in its number format; set the "
                "format to general and write {one} or {other}.",
                one=exact_percentage(value / 100),
                other=exact_percentage(value),
            )
        )
    return exact_number(value)


def _format_of(value: float, number_format: str) -> str:
    """The section of a number format that shows ``value``: positive; negative; zero."""
    sections = [found[0] for found in _SECTION.finditer(number_format)]
    index = 1 if value < 0 else 2 if value == 0 else 0
    return sections[index] if index < len(sections) else sections[0]
