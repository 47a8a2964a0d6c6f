"""The roadmap: steps chosen by the weakest conditions and the design, with dates (M3, B4, V4)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from selfmgmt.practice.schedule import Slot, schedule
from selfmgmt.practice.steps import Step, load_steps, load_words

if TYPE_CHECKING:
    import pandas as pd

MONTHS = 12
QUARTER = 3  # months
START = "start"


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """A goal of the coalition agreement.

    Attributes:
        number: Its number there, such as ``3.2``.
        track: The track whose steps serve it.
        until: When its result must show; None when that was not filled in.
    """

    number: str
    text: str
    track: str
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedStep:
    """One step with its dates.

    Attributes:
        slot: When, in months after the start.
        begin: Its first day.
        end: The day on which it is ready.
        because: The weak condition or the lever that brought it in; empty when it always belongs.
        days: Working days that it asks of everybody together.
        goes_on: Whether it is still going on when the roadmap ends.
        goals: Numbers of the goals that it serves.
    """

    step: Step
    slot: Slot
    begin: date
    end: date
    because: str
    days: float
    goes_on: bool
    goals: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Roadmap:
    """At most eight quarters of steps.

    Attributes:
        start: The first day.
        months: How long it is.
        steps: In order of their start.
        later: Steps that only start after the roadmap ends.
        goals: What was filled in of the coalition agreement.
        conditions: How far each condition of which something is known is in place, 0 to 1.
    """

    start: date
    months: int
    steps: tuple[PlannedStep, ...]
    later: tuple[str, ...]
    goals: tuple[Goal, ...]
    conditions: Mapping[str, float]

    @property
    def quarters(self) -> int:
        """How many quarters it takes, a started one counted as whole."""
        return -(-self.months // QUARTER)

    def find(self, key: str) -> PlannedStep | None:
        """One step; None when it is not in the roadmap."""
        return next((one for one in self.steps if one.step.key == key), None)

    def quarter_starts(self) -> tuple[date, ...]:
        """The first day of each quarter, and the day after the last."""
        return tuple(after(self.start, QUARTER * at) for at in range(self.quarters + 1))

    def effort(self) -> dict[int, float]:
        """Working days in each quarter, from 1; the days of a step are spread evenly over it."""
        found = dict.fromkeys(range(1, self.quarters + 1), 0.0)
        for one in self.steps:
            whole = max(one.slot.end - one.slot.start, 1)
            for month in range(one.slot.start, one.slot.start + whole):
                quarter = month // QUARTER + 1
                if quarter in found:
                    found[quarter] += one.days / whole
        return found

    def days_of(self, group: str) -> float:
        """Working days of the steps in which one group learns."""
        return sum(one.days for one in self.steps if one.step.group == group)

    def open_goals(self) -> tuple[Goal, ...]:
        """Goals that no step serves in time: the last step of their track ends after their date."""
        return tuple(goal for goal in self.goals if goal.until and not self._in_time(goal))

    def frame(self) -> "pd.DataFrame":
        """One line for each step; keys, no words."""
        import pandas as pd

        return pd.DataFrame.from_records([_record(one) for one in self.steps])

    def _in_time(self, goal: Goal) -> bool:
        served = [one.end for one in self.steps if one.step.track == goal.track]
        return bool(served) and max(served) <= (goal.until or max(served))


def make_roadmap(  # noqa: PLR0913  all by keyword
    *,
    start: date,
    teams: float,
    levers: Mapping[str, Any],
    conditions: Mapping[str, float],
    goals: Sequence[Goal] = (),
    steps: Mapping[str, Step] | None = None,
) -> Roadmap:
    """The steps that a design and the state of its conditions ask for, each as early as it can.

    Args:
        start: The first day.
        teams: How many teams the change is about.
        levers: The levers of the chosen design, by name.
        conditions: How far each condition is in place, 0 to 1; one that is not known is weak.
        goals: Of the coalition agreement.
        steps: All steps there are; those of the product when left out.
    """
    known = load_steps() if steps is None else steps
    chosen = chosen_steps(known, levers, conditions)
    needs = {key: _needs(known, key, chosen) for key in chosen}
    months = {key: _months(known[key], levers) for key in chosen}
    whole = schedule(months, needs)
    inside = _inside(known, months, whole)
    slots = schedule(inside, needs)
    planned = [
        PlannedStep(
            step=known[key],
            slot=slot,
            begin=after(start, slot.start),
            end=_last_day(start, slot),
            because=chosen[key],
            days=_days(known[key], teams) * (inside[key] / months[key] if months[key] else 1),
            goes_on=inside[key] < months[key],
            goals=tuple(goal.number for goal in goals if goal.track == known[key].track),
        )
        for key, slot in slots.items()
    ]
    return Roadmap(
        start=start,
        months=max((slot.end for slot in slots.values()), default=0),
        steps=tuple(sorted(planned, key=lambda one: (one.slot.start, one.slot.end))),
        later=tuple(key for key in whole if key not in inside),
        goals=tuple(goals),
        conditions=conditions,
    )


def chosen_steps(
    steps: Mapping[str, Step], levers: Mapping[str, Any], conditions: Mapping[str, float]
) -> dict[str, str]:
    """The steps that belong to this roadmap, each with why: a condition, a lever, or nothing.

    >>> found = chosen_steps(load_steps(), {"coaches": 0, "start_share": 1}, {"trust": 0.9})
    >>> "decision" in found, "letting_go" in found, found["rules"]
    (True, False, 'support')
    """
    weak_below = load_words().weak_below
    found = {}
    for key, step in steps.items():
        if step.weak and conditions.get(step.weak, 0.0) < weak_below:
            found[key] = step.weak
        elif step.always:
            found[key] = ""
        else:
            kept = (name for name, bounds in step.levers.items()
                    if name in levers and bounds.hold(levers[name]))  # fmt: skip
            if lever := next(kept, ""):
                found[key] = lever
    return found


def after(start: date, months: int) -> date:
    """The same day so many months later; the last day of the month where there is no such day.

    >>> after(date(2027, 1, 31), 1), after(date(2027, 11, 1), 3)
    (datetime.date(2027, 2, 28), datetime.date(2028, 2, 1))
    """
    years, month = divmod(start.month - 1 + months, MONTHS)
    first = date(start.year + years, month + 1, 1)
    following = (first + timedelta(days=31)).replace(day=1)
    return min(first + timedelta(days=start.day - 1), following - timedelta(days=1))


def _inside(
    steps: Mapping[str, Step], months: Mapping[str, int], whole: Mapping[str, Slot]
) -> dict[str, int]:
    """How long each step takes within the roadmap; what starts too late is left out.

    The last step accounts for what was done by then, so it always fits.
    """
    closing = {key for key in months if steps[key].last}
    most = load_words().most_months - sum(months[key] for key in closing)
    found = {key: months[key] for key in closing}
    for key, slot in whole.items():
        if key not in closing and slot.start < most:
            found[key] = min(slot.end, most) - slot.start
    return found


def _last_day(start: date, slot: Slot) -> date:
    return max(after(start, slot.end) - timedelta(days=1), after(start, slot.start))


def _days(step: Step, teams: float) -> float:
    return step.days.fixed + step.days.per_team * teams


def _months(step: Step, levers: Mapping[str, Any]) -> int:
    given = levers.get(step.months_from or "", 0)
    return max(step.months, round(float(given)) * QUARTER)


def _needs(steps: Mapping[str, Step], key: str, chosen: Mapping[str, str]) -> list[str]:
    if steps[key].last:
        return [other for other in chosen if other != key]
    return list(_reached(steps, key, chosen))


def _reached(steps: Mapping[str, Step], key: str, chosen: Mapping[str, str]) -> Iterator[str]:
    """What a step needs; a step that is not in this roadmap passes on what it needs itself."""
    for needed in steps[key].needs:
        if needed in chosen:
            yield needed
        else:
            yield from _reached(steps, needed, chosen)


def _record(one: PlannedStep) -> dict[str, Any]:
    return {
        "step": one.step.key,
        "track": one.step.track,
        "group": one.step.group,
        "owner": one.step.owner,
        "begin": one.begin,
        "end": one.end,
        "moment": one.step.moment or "",
        "critical": one.slot.is_critical,
        "slack_months": one.slot.slack,
        "days": one.days,
        "because": one.because,
        "stops": ", ".join(one.step.stops),
        "method": one.step.method or "",
        "goals": ", ".join(one.goals),
        "goes_on": one.goes_on,
    }
