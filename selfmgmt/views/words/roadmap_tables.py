"""The roadmap of an option in tables: steps, stop lines, effort, and what each group learns."""

from datetime import date

from selfmgmt.analysis.roadmap import OptionRoadmap
from selfmgmt.language import gettext, small
from selfmgmt.numbers import long_date, number, short_date
from selfmgmt.practice.roadmap import PlannedStep, Roadmap
from selfmgmt.practice.steps import Development, load_stops, load_words
from selfmgmt.uncertainty import Quantiles
from selfmgmt.views.outcomes import money
from selfmgmt.views.tables import Table
from selfmgmt.views.words.roadmap import stop_value

_OPEN = "–"


def steps_table(roadmap: Roadmap) -> Table:
    """Every step with its dates, owner, entry condition and stop rules."""
    words = load_words()
    heads = (
        gettext("Step"),
        gettext("When"),
        gettext("Track"),
        gettext("Owner"),
        gettext("Only when"),
        gettext("Halt when"),
        gettext("Goals"),
        gettext("Working days"),
    )
    return Table(
        caption=gettext("The steps"),
        heads=heads,
        rows=tuple(
            (
                str(one.step.label),
                _when(one),
                str(words.tracks[one.step.track]),
                str(words.owners[one.step.owner]),
                str(one.step.entry),
                stops_of(roadmap, one),
                ", ".join(one.goals) or _OPEN,
                number(one.days),
            )
            for one in roadmap.steps
        ),
        words=heads[1:7],
    )


def stops_table(found: OptionRoadmap) -> Table:
    """The line of each stop rule on the last day of each quarter."""
    return Table(
        caption=gettext("Stop lines: past this value you halt and repair"),
        heads=(gettext("On"), *(str(line.rule.label) for line in found.stops)),
        rows=tuple(
            (
                long_date(day),
                *(stop_value(line, line.lines[quarter]) for line in found.stops),
            )
            for quarter, day in found.due.items()
        ),
    )


def effort_table(found: OptionRoadmap) -> Table:
    """Steering effort and one-off cost, quarter by quarter of the roadmap."""
    starts = found.roadmap.quarter_starts()
    return Table(
        caption=gettext("What it asks in each quarter"),
        heads=(
            gettext("Quarter from"),
            gettext("Working days"),
            gettext("One-off cost, EUR"),
        ),
        rows=tuple(
            (long_date(starts[quarter - 1]), number(days), _cost_in(found, starts[quarter - 1 :]))
            for quarter, days in found.roadmap.effort().items()
        ),
        words=(gettext("One-off cost, EUR"),),
    )


def development_table(found: OptionRoadmap) -> Table:
    """The development path (B4): per group what it learns, when, who helps, and what it costs."""
    heads = (
        gettext("Who"),
        gettext("Learns to"),
        gettext("In the steps"),
        gettext("Help from"),
        gettext("Working days"),
        gettext("Cost until the roadmap ends"),
    )
    return Table(
        caption=gettext("The development path of each group"),
        heads=heads,
        rows=tuple(
            (
                str(load_words().groups[group]),
                str(path.behaviour),
                steps_of(found.roadmap, group),
                str(path.helps),
                number(found.roadmap.days_of(group)),
                _paid(path, found.development[path.lever]),
            )
            for group, path in load_words().development.items()
        ),
        words=(*heads[1:4], heads[5]),
    )


def stops_of(roadmap: Roadmap, one: PlannedStep) -> str:
    """What halts a step: its stop rules; without any it halts what waits for it."""
    if one.step.stops:
        return ", ".join(str(load_stops()[key].label) for key in one.step.stops)
    is_needed = any(one.step.key in other.step.needs for other in roadmap.steps)
    return gettext("not ready: what follows waits") if is_needed else _OPEN


def _when(one: PlannedStep) -> str:
    if one.goes_on:
        return gettext("from {date}, goes on", date=short_date(one.begin))
    return gettext("{begin} until {end}", begin=short_date(one.begin), end=short_date(one.end))


def _cost_in(found: OptionRoadmap, starts: tuple[date, ...]) -> str:
    """The cost of the quarter of the model that ends within this quarter of the roadmap."""
    here = [quarter for quarter, day in found.due.items() if starts[0] <= day < starts[1]]
    if not here:
        return _OPEN
    return _cost_of(found.one_off[here[0]])


def _cost_of(cost: Quantiles) -> str:
    return gettext(
        "{middle} ({low} to {high})",
        middle=money(cost.p50),
        low=money(cost.p10),
        high=money(cost.p90),
    )


def _paid(path: Development, cost: Quantiles) -> str:
    """What a lever costs until the roadmap ends, and for what."""
    paid = _cost_of(cost) if cost.p90 else gettext("nothing in this option")
    return gettext("{what}: {cost}", what=path.pays, cost=paid)


def steps_of(roadmap: Roadmap, group: str) -> str:
    """The steps in which a group learns, each with the day on which it begins."""
    steps = [
        f"{small(str(one.step.label))} ({short_date(one.begin)})"
        for one in roadmap.steps
        if one.step.group == group
    ]
    return "; ".join(steps) or _OPEN
