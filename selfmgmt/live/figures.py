"""The figures of the panel of assumptions: what the page needs to replace them, and their words."""

from selfmgmt.analysis.study import Study
from selfmgmt.case import Case
from selfmgmt.evidence.assumption import replaceable
from selfmgmt.evidence.ledger import Parameter
from selfmgmt.live.inputs import Json
from selfmgmt.read_numbers import UNITS
from selfmgmt.reference.settings import setting
from selfmgmt.reference.structure import overhead_payroll_share
from selfmgmt.simulation.parameters import EFFECTS, PARAMETERS
from selfmgmt.views.widgets.figures import FigureRow, figure_rows


def replaceable_figures() -> dict[str, Parameter]:
    """The figures that a reader may replace on the page, in the order in which they stand there."""
    known = replaceable()
    return {key: known[key] for key in (*PARAMETERS, *EFFECTS) if key in known}


def without_own(case: Case) -> Case:
    """The case with the figures of the ledger, so that the page can put them back."""
    here = replaceable_figures()
    kept = {key: own for key, own in case.assumptions.items() if key not in here}
    return case.model_copy(update={"assumptions": kept})


def own_assumptions(case: Case) -> Json:
    """``Own`` of ``page/assumptions.js``, by figure."""
    here = replaceable_figures()
    return {key: own.model_dump() for key, own in case.assumptions.items() if key in here}


def figure_facts() -> Json:
    """``FigureFacts`` of ``page/assumptions.js``, by figure."""
    return {key: _facts(found) for key, found in replaceable_figures().items()}


def overhead_facts(study: Study) -> Json | None:
    """``Overhead`` of ``page/assumptions.js``; none when no public figure is behind the share."""
    organisation = study.organisation
    found = overhead_payroll_share(study.members).estimate
    if organisation.support_share.origin != "public" or found is None:
        return None
    return {
        "booked": [found.low, found.central, found.high],
        "managers": organisation.manager_share.estimate.central,
        "least": setting("support_share_least"),
        "row": list(organisation.all_figures()).index("support_share"),
    }


def figure_words(study: Study) -> list[Json]:
    """Each row of the panel; one that may be replaced here also tells what is allowed there."""
    return [_row_words(row) for row in figure_rows(study)]


def _row_words(row: FigureRow) -> Json:
    figure = replaceable_figures().get(row.get("key", ""))
    if figure is None or figure.limits is None:
        return {name: value for name, value in row.items() if name != "key"}
    return {**row, "allowed": figure.limits.words()}


def _facts(figure: Parameter) -> Json:
    limits = figure.limits
    is_share = bool(limits and limits.is_share)
    first = figure.unit.en.partition(" ")[0].lower()
    return {
        "low": limits.low if limits else figure.low,
        "high": limits.high if limits else figure.high,
        "share": is_share,
        "unit": "%" if is_share else UNITS.get(first, ""),
        "show": figure.unit.show,
        "better": figure.better if figure.key in EFFECTS else None,
    }
