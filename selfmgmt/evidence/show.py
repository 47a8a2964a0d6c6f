"""The ledger as rows for other programs and as text for people."""

from collections.abc import Mapping
from typing import TypedDict

from selfmgmt.evidence.ledger import Finding, Ledger, Parameter
from selfmgmt.language import gettext
from selfmgmt.language import gettext_noop as _

STATUS_WORDS: Mapping[str, str] = {
    "read": _("read in the source"),
    "seed": _("from practice"),
    "derived": _("calculated from sources"),
    "unverified": _("not verified"),
    "assumption": _("assumption"),
    "own": _("own assumption"),
}
THEME_WORDS: Mapping[str, str] = {
    "organisation": _("The organisation as it is"),
    "money": _("Money"),
    "transition": _("The transition"),
    "people": _("What it does to people"),
    "coverage": _("How vulnerable functions are"),
    "privacy": _("When answers may be shown"),
    "unverified": _("Not verified, and in no calculation"),
}


class LedgerRow(TypedDict):
    """A figure as plain data; shares are fractions."""

    key: str
    theme: str
    label: str
    unit: str
    low: float
    central: float
    high: float
    better: str | None
    grade: str
    status: str
    population: str
    note: str
    sources: list[str]
    findings: list[str]
    review_date: str


class FindingRow(TypedDict):
    """A finding as plain data."""

    key: str
    text: str
    quote: str | None
    population: str
    grade: str
    status: str
    sources: list[str]


def ledger_rows(ledger: Ledger) -> list[LedgerRow]:
    """Every figure as plain data, words in the language of the reader, shares as fractions."""
    return [_row(parameter, ledger) for parameter in ledger.parameters.values()]


def finding_rows(ledger: Ledger) -> list[FindingRow]:
    """Every finding as plain data, words in the language of the reader."""
    return [_finding(finding, ledger) for finding in ledger.findings.values()]


def _row(parameter: Parameter, ledger: Ledger) -> LedgerRow:
    return {
        "key": parameter.key,
        "theme": parameter.theme,
        "label": str(parameter.label),
        "unit": str(parameter.unit),
        "low": parameter.low,
        "central": parameter.central,
        "high": parameter.high,
        "better": parameter.better,
        "grade": parameter.grade,
        "status": parameter.status,
        "population": str(parameter.population),
        "note": str(parameter.note),
        "sources": [str(source) for source in ledger.sources_of(parameter)],
        "findings": list(parameter.evidence),
        "review_date": parameter.review_date.isoformat(),
    }


def _finding(finding: Finding, ledger: Ledger) -> FindingRow:
    return {
        "key": finding.key,
        "text": str(finding.text),
        "quote": finding.quote,
        "population": str(finding.population),
        "grade": finding.grade,
        "status": finding.status,
        "sources": [str(source) for source in ledger.sources_of(finding)],
    }


def rests_on(parameter: Parameter) -> str:
    """What a figure rests on; of a figure of the reader's own also the reason that they gave."""
    words = gettext(STATUS_WORDS[parameter.status])
    return f"{words}: {parameter.note}" if parameter.status == "own" else words


def ledger_text(ledger: Ledger) -> str:
    """Every figure in lines for a terminal: per theme the range, the grade and what it rests on."""
    blocks: dict[str, list[tuple[str, ...]]] = {}
    for parameter in ledger.parameters.values():
        blocks.setdefault(parameter.theme, []).append(_cells(parameter))
    heads = tuple(map(gettext, _HEADS))
    cells = [heads, *(row for rows in blocks.values() for row in rows)]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    parts = [_line(heads, widths)]
    for theme, rows in blocks.items():
        parts += ["", gettext(THEME_WORDS[theme]), *(_line(row, widths) for row in rows)]
    return "\n".join([*parts, "", gettext(_GRADES)])


_HEADS = (
    _("Figure"),
    _("Low"),
    _("Middle"),
    _("High"),
    _("Unit"),
    _("Grade"),
    _("What it rests on"),
)
_FIGURES = (1, 2, 3)
_GRADES = _(
    "Grades: A large studies and official statistics; B one good study or official document; "
    "C a case, press or self-report; D opinion or assumption."
)


def _cells(parameter: Parameter) -> tuple[str, ...]:
    estimates = (parameter.low, parameter.central, parameter.high)
    return (
        str(parameter.label),
        *(parameter.unit.write(end) for end in estimates),
        str(parameter.unit),
        parameter.grade,
        rests_on(parameter),
    )


def _line(cells: tuple[str, ...], widths: list[int]) -> str:
    aligned = (
        cell.rjust(width) if column in _FIGURES else cell.ljust(width)
        for column, (cell, width) in enumerate(zip(cells, widths, strict=True))
    )
    return "  ".join(aligned).rstrip()
