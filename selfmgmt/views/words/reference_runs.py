"""The model beside what happened elsewhere, with every miss called a miss."""

from collections import Counter
from collections.abc import Callable, Sequence

from selfmgmt.analysis.reference_runs import ReferenceCheck
from selfmgmt.evidence.cases import Kind, Metric, Reported
from selfmgmt.language import gettext, small
from selfmgmt.language import gettext_noop as _
from selfmgmt.numbers import euro, number, percentage
from selfmgmt.views.outcomes import money
from selfmgmt.views.tables import Table


def _index(value: float) -> str:
    return number(value, 0 if value == round(value) else 1)


def _points(value: float) -> str:
    return gettext("{value} points", value=number(100 * value, 1))


def _share(value: float) -> str:
    return percentage(value, 1)


_METRICS: dict[Metric, tuple[str, Callable[[float], str]]] = {
    "fte_change_share": (_("Change in staff, as a share"), _share),
    "net_saving_per_inhabitant_eur": (_("Net saving per inhabitant, per year"), euro),
    "absence_end": (_("Sickness absence"), _share),
    "capacity_low": (_("Lowest capacity, today is 100"), _index),
    "transition_cost_eur": (_("One-off costs"), money),
    "steerability_change": (_("Change in steerability, points"), number),
    "turnover_mean_change": (_("Change in staff leaving"), _points),
    "absence_mean_change": (_("Change in sickness absence"), _points),
    "satisfaction_worst_change": (_("Change in satisfaction, worst quarter"), _points),
    "friction_share": (_("One-off costs in a year, of the wage bill"), _share),
    "fall_back_quarter": (_("Quarter in which managers come back"), number),
    "realisation_left_out": (_("Part of the planned saving that is realised"), _share),
}
_KINDS: dict[Kind, str] = {
    "used_to_make_it": _("used to make the model"),
    "cannot_fail": _("cannot fail"),
    "real_test": _("real test"),
}


def reference_sentences(found: Sequence[ReferenceCheck]) -> list[str]:
    """How many real tests there are, how many of them hit, and what that is worth."""
    tests = [check for check in found if check.counts]
    misses = [check for check in tests if not check.is_within]
    kinds = Counter(check.reported.kind for check in found)
    return [
        gettext(
            "Of what was reported elsewhere {tests} things are a real test of the model. Of "
            "these {hits} are hits and {misses} are misses.",
            tests=len(tests),
            hits=len(tests) - len(misses),
            misses=len(misses),
        ),
        gettext(
            "Another {used} were used to make the model and {never} cannot fail. They say nothing "
            "about how good the model is, so they do not count.",
            used=kinds["used_to_make_it"],
            never=kinds["cannot_fail"],
        ),
        *(_miss(check) for check in misses),
        gettext(
            "This is no proof that the model is right. The cases are few, their designs are known "
            "in outline only, and the organisations are put in as they are today."
        ),
    ]


def _miss(check: ReferenceCheck) -> str:
    return gettext(
        "Miss: {case}, {metric}. Reported {reported}, the model says {model}. {note}",
        case=check.name,
        metric=small(_what(check)),
        reported=_reported(check.reported),
        model=_model(check),
        note=check.reported.note,
    )


def _what(check: ReferenceCheck) -> str:
    metric = check.reported.metric
    return gettext(_METRICS[metric][0]) if metric else str(check.reported.note)


def reference_table(found: Sequence[ReferenceCheck]) -> Table:
    """What was reported, what the model says, what kind of test that is, and how it ended."""
    return Table(
        caption=gettext("The model beside what happened"),
        heads=(
            gettext("Case"),
            gettext("What"),
            gettext("Reported"),
            gettext("Model, middle (range)"),
            gettext("Kind"),
            gettext("Outcome"),
        ),
        words=(gettext("What"), gettext("Kind"), gettext("Outcome")),
        rows=tuple(
            (
                check.name,
                _what(check),
                _reported(check.reported),
                _model(check),
                gettext(_KINDS[check.reported.kind]),
                _outcome(check),
            )
            for check in found
        ),
    )


def _outcome(check: ReferenceCheck) -> str:
    if not check.counts:
        return gettext("does not count")
    return gettext("within range") if check.is_within else gettext("miss")


def _reported(reported: Reported) -> str:
    if reported.metric is None:
        return gettext("n.a.")
    _name, write = _METRICS[reported.metric]
    low, high = reported.low, reported.high
    if low is None or high is None:
        if low is not None:
            return gettext("{low} or more", low=write(low))
        return gettext("{high} or less", high=write(high or 0))
    if low == high:
        return write(low)
    return gettext("{low} to {high}", low=write(low), high=write(high))


def _model(check: ReferenceCheck) -> str:
    band, metric = check.model, check.reported.metric
    if band is None or metric is None:
        return gettext("n.a.")
    _name, write = _METRICS[metric]
    return gettext(
        "{middle} ({low} to {high})",
        middle=write(band.p50),
        low=write(band.p10),
        high=write(band.p90),
    )
