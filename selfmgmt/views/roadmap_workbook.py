"""The roadmap as a workbook: dates and amounts that a spreadsheet can sort and add."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import Any

from selfmgmt.analysis.roadmap import OptionRoadmap, StopLine
from selfmgmt.language import gettext
from selfmgmt.practice.steps import load_methods, load_words
from selfmgmt.views.words.practice import plain_key
from selfmgmt.views.words.roadmap import condition_label
from selfmgmt.views.words.roadmap_tables import steps_of, stops_of

_WIDEST, _NARROWEST = 48, 12
_DATE, _NUMBER, _EUROS, _SHARE = "dd-mm-yyyy", "0", "€ #,##0", "0.0%"
_FORMATS = {"eur": _EUROS, "share": _SHARE}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sheet:
    """One sheet: its name, its heads with how their figures are written, and its rows."""

    title: str
    heads: tuple[tuple[str, str], ...]
    rows: tuple[tuple[Any, ...], ...]


def roadmap_workbook(found: OptionRoadmap) -> bytes:
    """Steps, stop lines, what to do when one is passed, effort and the development path."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.active)
    for sheet in _sheets(found):
        page = book.create_sheet(sheet.title)
        page.append([head for head, _form in sheet.heads])
        for row in sheet.rows:
            page.append([None if value == "" else value for value in row])
        _dress(page, [form for _head, form in sheet.heads])
    written = BytesIO()
    book.save(written)
    return written.getvalue()


def _sheets(found: OptionRoadmap) -> Iterator[_Sheet]:
    yield _steps(found)
    yield _lines(found)
    yield _rules(found)
    yield _effort(found)
    yield _development(found)


def _steps(found: OptionRoadmap) -> _Sheet:
    words = load_words()
    heads = (
        (gettext("Step"), ""), (gettext("From"), _DATE), (gettext("Until"), _DATE),
        (gettext("Goes on after the roadmap"), ""), (gettext("Track"), ""), (gettext("Owner"), ""),
        (gettext("Only when"), ""), (gettext("Because of"), ""), (gettext("Halt when"), ""),
        (gettext("Method"), ""), (gettext("Goals"), ""), (gettext("Working days"), _NUMBER),
        (gettext("What to do"), ""),
    )  # fmt: skip
    rows = tuple(
        (
            str(one.step.label),
            one.begin,
            one.end,
            gettext("yes") if one.goes_on else gettext("no"),
            str(words.tracks[one.step.track]),
            str(words.owners[one.step.owner]),
            str(one.step.entry),
            condition_label(one.because) if one.because else "",
            stops_of(found.roadmap, one),
            str(load_methods()[one.step.method].label) if one.step.method else "",
            ", ".join(one.goals),
            one.days,
            str(one.step.what),
        )
        for one in found.roadmap.steps
    )
    return _Sheet(title=gettext("The steps"), heads=heads, rows=rows)


def _lines(found: OptionRoadmap) -> _Sheet:
    heads = [(gettext("On"), _DATE)]
    heads += [(_rule_label(line), _FORMATS.get(line.rule.kind, "0.0")) for line in found.stops]
    rows = tuple(
        (day, *(line.lines[quarter] for line in found.stops)) for quarter, day in found.due.items()
    )
    return _Sheet(title=gettext("Stop lines"), heads=tuple(heads), rows=rows)


def _rule_label(line: StopLine) -> str:
    if line.rule.side == "above":
        return gettext("{rule}: halt above", rule=line.rule.label)
    return gettext("{rule}: halt below", rule=line.rule.label)


def _rules(found: OptionRoadmap) -> _Sheet:
    heads = (
        (gettext("Stop rule"), ""),
        (gettext("Futures in which a line is passed"), "0%"),
        (gettext("What to do then"), ""),
        (gettext("Where the line comes from"), ""),
    )
    rows = tuple(
        (_rule_label(line), line.fires, str(line.rule.then), str(line.rule.source))
        for line in found.stops
    )
    return _Sheet(title=gettext("When a line is passed"), heads=heads, rows=rows)


def _effort(found: OptionRoadmap) -> _Sheet:
    starts = found.roadmap.quarter_starts()
    heads = (
        (gettext("Quarter from"), _DATE),
        (gettext("Working days"), _NUMBER),
        (gettext("One-off cost, EUR"), _EUROS),
        (gettext("One-off cost, low"), _EUROS),
        (gettext("One-off cost, high"), _EUROS),
    )
    rows = []
    for quarter, days in found.roadmap.effort().items():
        begin, end = starts[quarter - 1 : quarter + 1]
        costs = [found.one_off[at] for at, day in found.due.items() if begin <= day < end]
        amounts = [(one.p50, one.p10, one.p90) for one in costs[:1]]
        rows.append((begin, days, *(amounts[0] if amounts else (None, None, None))))
    return _Sheet(title=gettext("Effort and cost"), heads=heads, rows=tuple(rows))


def _development(found: OptionRoadmap) -> _Sheet:
    words = load_words()
    heads = (
        (gettext("Who"), ""), (gettext("Learns to"), ""), (gettext("In the steps"), ""),
        (gettext("Help from"), ""), (gettext("Working days"), _NUMBER),
        (gettext("What is paid"), ""), (gettext("Cost until the roadmap ends"), _EUROS),
        (gettext("Cost, low"), _EUROS), (gettext("Cost, high"), _EUROS),
    )  # fmt: skip
    rows = tuple(
        (
            plain_key(str(words.groups[group])),
            str(path.behaviour),
            steps_of(found.roadmap, group),
            str(path.helps),
            found.roadmap.days_of(group),
            str(path.pays),
            cost.p50,
            cost.p10,
            cost.p90,
        )
        for group, path in words.development.items()
        for cost in [found.development[path.lever]]
    )
    return _Sheet(title=gettext("Development path"), heads=heads, rows=rows)


def _dress(page: Any, forms: list[str]) -> None:
    """Wide enough to read, the heads in sight; text that looks like a formula stays text."""
    from openpyxl.styles import Alignment, Font

    page.freeze_panes = "B2"
    page.page_setup.orientation, page.page_setup.fitToHeight = "landscape", 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
    for column, form in zip(page.columns, forms, strict=True):
        longest = max(len(str(cell.value or "")) for cell in column if not _is_date(cell.value))
        width = min(max(longest + 2, _NARROWEST), _WIDEST)
        page.column_dimensions[column[0].column_letter].width = width
        for cell in column:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if isinstance(cell.value, str):
                cell.data_type, cell.quotePrefix = "s", True
                cell.font = Font(bold=cell.row == 1)
            elif form:
                cell.number_format = form


def _is_date(value: Any) -> bool:
    return isinstance(value, date)
