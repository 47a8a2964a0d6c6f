"""Warnings from other cases and from research, with the options to which they apply."""

from dataclasses import dataclass
from html import escape

from selfmgmt.analysis.compare import Comparison
from selfmgmt.analysis.study import Study
from selfmgmt.evidence.cases import ReferenceCase, reference_cases
from selfmgmt.evidence.ledger import load_ledger
from selfmgmt.evidence.warnings import DesignWarning, warnings_for
from selfmgmt.language import gettext
from selfmgmt.views.prose import Html, folded


@dataclass(frozen=True, slots=True, kw_only=True)
class Applying:
    """A warning and the names of the options that it is about."""

    warning: DesignWarning
    options: tuple[str, ...]


def applying_warnings(comparison: Comparison) -> list[Applying]:
    """The warnings that apply to the options compared, those about most options first."""
    wholes = wholes_of(comparison.study)
    found: dict[str, list[str]] = {}
    warnings: dict[str, DesignWarning] = {}
    for option in comparison.options.values():
        for warning in warnings_for(option.plan.levers.model_dump(), wholes):
            warnings[warning.key] = warning
            found.setdefault(warning.key, []).append(option.label)
    ranked = sorted(found, key=lambda key: -len(found[key]))
    return [Applying(warning=warnings[key], options=tuple(found[key])) for key in ranked]


def wholes_of(study: Study) -> dict[str, float]:
    """Today's size of what an amount can be a part of, at the middle of its range."""
    return study.organisation.wholes()


def warnings_html(warnings: list[Applying], *, options: int) -> Html:
    """The warnings as a list: those about some options first, those about all behind a line.

    Args:
        warnings: What applies.
        options: How many options change something.
    """
    some = [found for found in warnings if len(found.options) < options]
    every = [found for found in warnings if len(found.options) >= options]
    if not every:
        return _list(some, options)
    label = gettext("Warnings about every option ({count})", count=len(every))
    return _list(some, options) + folded(label, _list(every, options))


def _list(warnings: list[Applying], options: int) -> Html:
    items = "".join(_item(found, options) for found in warnings)
    return Html(f"<ul>{items}</ul>" if items else "")


def readings_html(warnings: list[Applying]) -> Html:
    """Each case behind the warnings that is told in more than one way, with every reading."""
    cases = reference_cases()
    keys = dict.fromkeys(key for found in warnings for key in found.warning.cases)
    cited = [cases[key] for key in cases if key in keys and cases[key].readings]
    return Html("".join(_case(case) for case in cited))


def _case(case: ReferenceCase) -> str:
    readings = "".join(
        f"<dt>{escape(str(reading.by))}</dt><dd>{escape(str(reading.text))}</dd>"
        for reading in case.readings
    )
    return f"<h4>{escape(case.name)}</h4><p>{escape(str(case.about))}</p><dl>{readings}</dl>"


def _item(found: Applying, options: int) -> str:
    about = [] if len(found.options) >= options else [_for(found)]
    about.append(
        gettext(
            "Strength of the evidence: {grade}. Source: {sources}.",
            grade=found.warning.grade,
            sources="; ".join(_sources(found.warning)),
        )
    )
    return (
        f"<li>{escape(str(found.warning.text))}"
        f'<span class="source">{escape(" ".join(about))}</span></li>'
    )


def _for(found: Applying) -> str:
    return gettext("For: {options}.", options="; ".join(found.options))


def _sources(warning: DesignWarning) -> list[str]:
    sources = load_ledger().sources
    found = (sources[key] for key in warning.sources)
    return list(dict.fromkeys(f"{source.publisher} ({source.year})" for source in found))
