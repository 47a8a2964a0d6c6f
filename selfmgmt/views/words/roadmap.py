"""The roadmap of an option in sentences."""

from collections.abc import Iterator, Mapping

from selfmgmt.analysis.roadmap import OptionRoadmap, StopLine
from selfmgmt.case.design import Design
from selfmgmt.field_facts import fields_of
from selfmgmt.language import gettext, ngettext, small
from selfmgmt.numbers import long_date, number, percentage
from selfmgmt.practice.roadmap import START, Roadmap
from selfmgmt.practice.steps import load_steps, load_words
from selfmgmt.readiness.instrument import load_instrument
from selfmgmt.views.outcomes import money

_MUST_BE_PAID = ("training", "coaches")  # without the others there may be nothing to pay for


def roadmap_sentences(found: OptionRoadmap) -> list[str]:
    """What the roadmap is, what decides its length, and what it asks."""
    return [
        _what(found),
        *_moments(found.roadmap),
        *_preparation(found.roadmap),
        *_because(found.roadmap),
        _critical(found.roadmap),
        _busiest(found.roadmap),
        _budget(found),
        *_unpaid(found),
        *_goals(found.roadmap),
        *_beyond(found.roadmap),
    ]


def roadmap_cautions() -> list[str]:
    """What the reader must know before trusting the roadmap."""
    return [
        gettext(
            "How long a step takes and how many days it asks are assumptions of ours (grade D). "
            "Discuss them with those who will do the work."
        ),
        gettext(
            "The stop lines come from the model: a range and no promise. Agree beforehand who "
            "looks, and who halts."
        ),
    ]


def stop_sentences(found: OptionRoadmap) -> list[str]:
    """Each stop rule: the line, how often the model passes it, and what to do then."""
    return [_stop(found, line) for line in found.stops if line.lines]


def stop_value(line: StopLine, value: float) -> str:
    """A value of a stop rule as the reader writes it."""
    if line.rule.kind == "share":
        return percentage(value, 1)
    return money(value) if line.rule.kind == "eur" else number(value, 1)


def condition_label(key: str) -> str:
    """A condition of the readiness scan, or a lever of the design, by its name."""
    dimensions = load_instrument().dimensions
    return str(dimensions[key].label) if key in dimensions else fields_of(Design)[key].title


def _what(found: OptionRoadmap) -> str:
    roadmap = found.roadmap
    return gettext(
        "The roadmap to “{option}” runs from {start} to {end}: {steps} steps in {quarters} "
        "quarters.",
        option=found.label,
        start=long_date(roadmap.start),
        end=long_date(max(one.end for one in roadmap.steps)),
        steps=len(roadmap.steps),
        quarters=roadmap.quarters,
    )


def _moments(roadmap: Roadmap) -> Iterator[str]:
    advice, decision = roadmap.find("works_council"), roadmap.find("decision")
    if advice and decision:
        yield gettext(
            "The works council is asked for advice from {begin} to {end}; the executive decides "
            "after that, not before {decision}.",
            begin=long_date(advice.begin),
            end=long_date(advice.end),
            decision=long_date(decision.begin),
        )
    council = [one.begin for one in roadmap.steps if one.step.moment == "council"]
    if council:
        dates = "; ".join(long_date(day) for day in council)
        yield gettext("The council speaks about it in the months from: {dates}.", dates=dates)


def _preparation(roadmap: Roadmap) -> Iterator[str]:
    start = roadmap.find(START)
    if start and start.slot.start:
        yield ngettext(
            "The first group starts on {date}, after {count} month of preparation.",
            "The first group starts on {date}, after {count} months of preparation.",
            start.slot.start,
            date=long_date(start.begin),
        )
        yield gettext(
            "The model counts from that day, so saving and cost come that much later than in the "
            "comparison."
        )


def _because(roadmap: Roadmap) -> Iterator[str]:
    """Why steps are in it: the weakest condition first, then levers, then what is not known."""
    reasons: dict[str, list[str]] = {}
    for one in roadmap.steps:
        if one.because:
            reasons.setdefault(one.because, []).append(small(str(one.step.label)))
    known = {key: roadmap.conditions[key] for key in reasons if key in roadmap.conditions}
    for key in sorted(known, key=lambda key: known[key]):
        yield gettext(
            "Because {reason} is weak: {steps}.",
            reason=small(condition_label(key)),
            steps="; ".join(reasons[key]),
        )
    for key in reasons:
        if key in fields_of(Design):
            yield gettext(
                "Because of {reason} in this option: {steps}.",
                reason=small(condition_label(key)),
                steps="; ".join(reasons[key]),
            )
    yield from _not_known(reasons, roadmap)


def _not_known(reasons: Mapping[str, list[str]], roadmap: Roadmap) -> Iterator[str]:
    dimensions = load_instrument().dimensions
    open_ones = [key for key in reasons if key in dimensions and key not in roadmap.conditions]
    if open_ones:
        yield gettext(
            "Not known yet is how things stand with {conditions}. To be safe these steps are in "
            "it: {steps}. A readiness scan can take them out.",
            conditions=", ".join(small(condition_label(key)) for key in open_ones),
            steps="; ".join(step for key in open_ones for step in reasons[key]),
        )


def _critical(roadmap: Roadmap) -> str:
    steps = [small(str(one.step.label)) for one in roadmap.steps if one.slot.is_critical]
    return gettext(
        "A month of delay in one of these steps is a month of delay of the whole: {steps}.",
        steps="; ".join(steps),
    )


def _busiest(roadmap: Roadmap) -> str:
    effort = roadmap.effort()
    busiest = max(effort, key=lambda quarter: effort[quarter])
    return gettext(
        "Steering takes about {total} working days of staff, managers and board together. Busiest "
        "is the quarter from {date}: about {days}.",
        total=number(sum(effort.values())),
        date=long_date(roadmap.quarter_starts()[busiest - 1]),
        days=number(effort[busiest]),
    )


def _budget(found: OptionRoadmap) -> str:
    return gettext(
        "One-off cost within the roadmap: {middle} ({low} to {high}). The days above are not in "
        "it.",
        middle=money(found.one_off_total.p50),
        low=money(found.one_off_total.p10),
        high=money(found.one_off_total.p90),
    )


def _unpaid(found: OptionRoadmap) -> Iterator[str]:
    """What a group should learn and nobody pays for."""
    words = load_words()
    for group, path in words.development.items():
        if path.lever in _MUST_BE_PAID and not found.development[path.lever].p90:
            yield gettext(
                "In this option there is no money for {what}. Then {group} do not learn it, or it "
                "is paid from another budget.",
                what=path.pays,
                group=words.groups[group],
            )


def _goals(roadmap: Roadmap) -> Iterator[str]:
    if not roadmap.goals:
        yield gettext(
            "No goals of the coalition agreement are tied to it yet. Fill them in with their "
            "number, or the council cannot see what it is for."
        )
    for goal in roadmap.open_goals():
        yield gettext(
            "Goal {number} must show on {date}, before the last step of its track is ready.",
            number=goal.number,
            date=long_date(goal.until or roadmap.start),
        )


def _beyond(roadmap: Roadmap) -> Iterator[str]:
    going_on = [small(str(one.step.label)) for one in roadmap.steps if one.goes_on]
    going_on += [small(str(load_steps()[key].label)) for key in roadmap.later]
    if going_on:
        yield gettext(
            "This goes on after these two years: {steps}. Results must show before that, so agree "
            "on what the first groups will have reached.",
            steps="; ".join(going_on),
        )


def _stop(found: OptionRoadmap, line: StopLine) -> str:
    quarter, value = next(iter(line.lines.items()))
    words = {
        "rule": str(line.rule.label),
        "value": stop_value(line, value),
        "date": long_date(found.due[quarter]),
        "count": number(100 * line.fires),
        "then": str(line.rule.then),
    }
    if line.rule.side == "above":
        return gettext(
            "{rule}: halt and repair above {value} (on {date}). The model passes a line in {count} "
            "of 100 futures. {then}",
            **words,
        )
    return gettext(
        "{rule}: halt and repair below {value} (on {date}; see the table for later). The model "
        "passes a line in {count} of 100 futures. {then}",
        **words,
    )
