"""Every figure that the calculation uses, in rows: value, range, unit, grade, source and note."""

from typing import NotRequired, TypedDict

from selfmgmt.analysis.study import Study
from selfmgmt.case.form import standard_words
from selfmgmt.case.known_figure import KnownFigure
from selfmgmt.case.organisation import OwnFigures
from selfmgmt.case.ranges import text_of_range
from selfmgmt.evidence.ledger import Parameter, load_ledger
from selfmgmt.evidence.show import STATUS_WORDS
from selfmgmt.field_facts import fields_of
from selfmgmt.language import gettext
from selfmgmt.language import gettext_noop as _
from selfmgmt.numbers import percentage
from selfmgmt.views.words.organisation import known_number, known_value_words
from selfmgmt.views.words.sources import parameters_used

_ORIGINS = {
    "own": _("own figure"),
    "public": _("public figures"),
    "default": _("evidence from elsewhere"),
}
_IN_LEDGER = {"absence": "absence_base", "turnover": "turnover_base", "team_count": "team_size"}


class FigureRow(TypedDict):
    """A value of the calculation; one that may be replaced also has what that takes."""

    figure: str
    middle: str
    range: str
    unit: str
    grade: str
    status: str
    source: str
    note: str
    key: NotRequired[str]
    own: NotRequired[bool]
    standard: NotRequired[str]
    text: NotRequired[str]
    reason: NotRequired[str]


def figure_rows(study: Study) -> list[FigureRow]:
    """The figures of the organisation, its readiness, and those of the evidence ledger."""
    figures = study.organisation.all_figures()
    organisation = [_organisation_row(key, figure, study) for key, figure in figures.items()]
    ledger = [_ledger_row(parameter, study) for parameter in parameters_used(study)]
    return [*organisation, _readiness_row(study), *ledger]


def _organisation_row(key: str, figure: KnownFigure, study: Study) -> FigureRow:
    facts = fields_of(OwnFigures)[key]
    span = figure.estimate
    low, middle, high = (
        _written(key, value, figure) for value in (span.low, span.central, span.high)
    )
    from_ledger = figure.origin == "default" and key in study.organisation.figures()
    parameter = study.ledger.parameter(_IN_LEDGER.get(key, key)) if from_ledger else None
    return {
        "figure": facts.title,
        "middle": middle,
        "range": _range(low, high),
        "unit": str(parameter.unit) if parameter and key != "team_count" else "",
        "grade": parameter.grade if parameter else "",
        "status": gettext(_ORIGINS[figure.origin]),
        "source": figure.source,
        "note": str(parameter.note) if parameter else "",
    }


def _written(key: str, value: float, figure: KnownFigure) -> str:
    """A figure that the user gave keeps its decimal."""
    is_count = key in ("fte", "team_count")
    return (
        known_number(value)
        if is_count and figure.origin == "own"
        else known_value_words(key, value)
    )


def _readiness_row(study: Study) -> FigureRow:
    rho = study.profile.rho
    low, middle, high = (percentage(value) for value in (rho.low, rho.central, rho.high))
    default = study.ledger.parameter("readiness_default")
    every, still_open = len(study.profile.dimensions), len(study.profile.unfilled)
    return {
        "figure": gettext("Readiness"),
        "middle": middle,
        "range": _range(low, high),
        "unit": "",
        "grade": default.grade if still_open == every else "",
        "status": gettext(STATUS_WORDS[default.status] if still_open == every else _ORIGINS["own"]),
        "source": gettext(
            "Your own assessment: {count} of {all} parts filled in.",
            count=every - still_open,
            all=every,
        ),
        "note": str(default.note) if still_open else "",
    }


def _ledger_row(parameter: Parameter, study: Study) -> FigureRow:
    low, middle, high = (
        parameter.unit.write(value) for value in (parameter.low, parameter.central, parameter.high)
    )
    row: FigureRow = {
        "figure": str(parameter.label),
        "middle": middle,
        "range": _range(low, high),
        "unit": str(parameter.unit),
        "grade": parameter.grade,
        "status": gettext(STATUS_WORDS[parameter.status]),
        "source": " ".join(str(source) for source in study.ledger.sources_of(parameter))
        or standard_words(load_ledger().parameter(parameter.key)),
        "note": str(parameter.note),
    }
    # on what has no other value that is allowed the model is built
    return _with_own(row, parameter, study) if parameter.allowed else row


def _with_own(row: FigureRow, parameter: Parameter, study: Study) -> FigureRow:
    """The row with what the reader needs to put a range of their own, or to take that away."""
    own = study.case.assumptions.get(parameter.key)
    return {
        **row,
        "key": parameter.key,
        "own": own is not None,
        "standard": standard_words(load_ledger().parameter(parameter.key)),
        "text": text_of_range(parameter.estimate, parameter.limits),
        "reason": own.reason if own else "",
    }


def _range(low: str, high: str) -> str:
    return low if low == high else gettext("{low} to {high}", low=low, high=high)
