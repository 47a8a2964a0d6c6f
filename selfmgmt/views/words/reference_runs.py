"""The model beside what happened elsewhere, with every miss called a miss."""

from collections.abc import Callable, Sequence

from selfmgmt.analysis.reference_runs import Beside
from selfmgmt.evidence.cases import Metric, Reported
from selfmgmt.language import gettext
from selfmgmt.language import gettext_noop as _
from selfmgmt.numbers import euro, number, percentage
from selfmgmt.views.outcomes import money
from selfmgmt.views.prose import small
from selfmgmt.views.tables import Table


def _index(value: float) -> str:
    return number(value, 0 if value == round(value) else 1)


_METRICS: dict[Metric, tuple[str, Callable[[float], str]]] = {
    "fte_change": (_("Change in staff, FTE"), number),
    "net_saving_per_inhabitant_eur": (_("Net saving per inhabitant, per year"), euro),
    "absence_end": (_("Sickness absence"), lambda share: percentage(share, 1)),
    "capacity_low": (_("Lowest capacity, today is 100"), _index),
    "transition_cost_eur": (_("One-off costs"), money),
    "steerability_change": (_("Change in steerability, points"), number),
}


def reference_sentences(found: Sequence[Beside]) -> list[str]:
    """How often the model was near what was reported, and what that is worth."""
    misses = [beside for beside in found if not beside.is_within]
    return [
        gettext(
            "Elsewhere {count} things were reported that the model gives too. For {hits} of them "
            "report and model overlap; {misses} are misses.",
            count=len(found),
            hits=len(found) - len(misses),
            misses=len(misses),
        ),
        *(_miss(beside) for beside in misses),
        gettext(
            "This is no proof that the model is right. The cases are few, their designs are known "
            "in outline only, and the organisations are put in as they are today."
        ),
    ]


def _miss(beside: Beside) -> str:
    name, _write = _METRICS[beside.reported.metric]
    return gettext(
        "Miss: {case}, {metric}. Reported {reported}, the model says {model}. {note}",
        case=beside.case.name,
        metric=small(gettext(name)),
        reported=_reported(beside.reported),
        model=_model(beside),
        note=beside.reported.note,
    )


def reference_table(found: Sequence[Beside]) -> Table:
    """What was reported, what the model says, and whether the two have values in common."""
    return Table(
        caption=gettext("The model beside what happened"),
        heads=(
            gettext("Case"),
            gettext("What"),
            gettext("Reported"),
            gettext("Model, middle (range)"),
            gettext("Outcome"),
        ),
        words=(gettext("What"), gettext("Outcome")),
        rows=tuple(
            (
                beside.case.name,
                gettext(_METRICS[beside.reported.metric][0]),
                _reported(beside.reported),
                _model(beside),
                gettext("within range") if beside.is_within else gettext("miss"),
            )
            for beside in found
        ),
    )


def _reported(reported: Reported) -> str:
    _name, write = _METRICS[reported.metric]
    low, high = reported.low, reported.high
    if low is None or high is None:
        if low is not None:
            return gettext("{low} or more", low=write(low))
        return gettext("{high} or less", high=write(high or 0))
    if low == high:
        return write(low)
    return gettext("{low} to {high}", low=write(low), high=write(high))


def _model(beside: Beside) -> str:
    _name, write = _METRICS[beside.reported.metric]
    band = beside.model
    return gettext(
        "{middle} ({low} to {high})",
        middle=write(band.p50),
        low=write(band.p10),
        high=write(band.p90),
    )
