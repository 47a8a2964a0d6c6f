"""Where the figures come from: sources, the figures that the model uses, and this report itself."""

from collections.abc import Iterable
from html import escape

from selfmgmt.analysis.compare import Comparison
from selfmgmt.analysis.study import Study
from selfmgmt.evidence.ledger import Parameter, Source
from selfmgmt.evidence.options import named_options
from selfmgmt.evidence.show import rests_on
from selfmgmt.language import gettext
from selfmgmt.numbers import euro, number, percentage
from selfmgmt.simulation.parameters import EFFECTS, PARAMETERS
from selfmgmt.views.prose import Html
from selfmgmt.views.tables import Table
from selfmgmt.views.words.warnings import Applying


def parameters_used(study: Study) -> list[Parameter]:
    """The figures of the ledger that the calculation uses; then what else the case replaces."""
    usual = (*PARAMETERS, *EFFECTS)
    others = (key for key in study.case.assumptions if key not in usual)
    return [study.ledger.for_calculation(key) for key in (*usual, *others)]


def sources_used(comparison: Comparison, warnings: Iterable[Applying]) -> list[Source]:
    """The sources of those figures, of the options and of the warnings, by publisher."""
    study, named = comparison.study, named_options()
    keys = {key for parameter in parameters_used(study) for key in parameter.sources}
    keys |= {key for found in warnings for key in found.warning.sources}
    for option in named.keys() & comparison.options.keys():
        keys.update(named[option].sources)
    found = (study.ledger.sources[key] for key in keys)
    return sorted(found, key=lambda one: (one.publisher.casefold(), one.year, one.title))


def sources_html(sources: Iterable[Source]) -> Html:
    """The sources as a list, with their addresses; that of the public figures first."""
    public = gettext(
        "Statistics Netherlands (CBS), open data, licence CC BY 4.0. Inhabitants, and the budgets "
        "and accounts that municipalities file (Iv3). Figures were selected and summed for this "
        "report."
    )
    items = "".join(f"<li>{words}</li>" for words in (escape(public), *map(_source, sources)))
    return Html(f'<ul class="sources">{items}</ul>')


def parameters_table(study: Study) -> Table:
    """Every figure of the model with its range, grade and status."""
    return Table(
        caption=gettext("The figures that the model uses"),
        heads=(
            gettext("Figure"),
            gettext("Low"),
            gettext("Middle"),
            gettext("High"),
            gettext("Unit"),
            gettext("Grade"),
            gettext("What it rests on"),
        ),
        rows=tuple(_parameter_row(parameter) for parameter in parameters_used(study)),
        words=(gettext("Unit"), gettext("Grade"), gettext("What it rests on")),
    )


def _parameter_row(parameter: Parameter) -> tuple[str, ...]:
    return (
        str(parameter.label),
        *(_written(parameter, end) for end in (parameter.low, parameter.central, parameter.high)),
        str(parameter.unit),
        parameter.grade,
        rests_on(parameter),
    )


def _written(parameter: Parameter, value: float) -> str:
    if parameter.unit.show == "euro":
        return euro(value)
    if parameter.unit.show == "points":
        return number(100 * value, 1)
    if parameter.unit.show == "percent":
        return percentage(value, 1)
    return number(value, 0 if value == round(value) else 2)


def _source(source: Source) -> str:
    words = escape(str(source))
    if not source.address:
        return words
    return f'<a href="{escape(source.address)}">{words}</a>'
