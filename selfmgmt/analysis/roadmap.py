"""The roadmap of an option: its steps with dates, stop lines and budget from the model."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from selfmgmt.analysis.bands import band
from selfmgmt.analysis.compare import OptionComparison
from selfmgmt.analysis.development_cost import development_cost
from selfmgmt.analysis.study import Study
from selfmgmt.case.design import Design
from selfmgmt.errors import InputError
from selfmgmt.language import gettext
from selfmgmt.practice.roadmap import QUARTER, START, Goal, Roadmap, after, make_roadmap
from selfmgmt.practice.steps import StopRule, load_stops
from selfmgmt.simulation.draws import Vector
from selfmgmt.uncertainty import Quantiles
from selfmgmt.values import unknown

_QUARTERS = 4  # in a year


@dataclass(frozen=True, slots=True, kw_only=True)
class StopLine:
    """A stop rule with its line in each quarter.

    Attributes:
        lines: Quarter of the model, from 1, to the value at which it applies.
        fires: In which share of the futures it applies at some time, 0 to 1.
    """

    rule: StopRule
    lines: dict[int, float]
    fires: float


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionRoadmap:
    """A roadmap with what the model says of it.

    The model counts from the day on which the change starts. Here that is the day on which the
    first group starts: what comes before prepares it.

    Attributes:
        option: The option that it leads to.
        label: What people call it.
        stops: The stop rules, each with its lines.
        due: Quarter of the model, from 1, to the day on which it is over.
        one_off: Quarter of the model to one-off cost in EUR; ``one_off_total`` of all of them.
        development: Lever that pays for learning to what it costs within the roadmap, EUR.
        net: Quarter of the model to what is saved in it, running cost taken off, EUR.
    """

    option: str
    label: str
    roadmap: Roadmap
    stops: tuple[StopLine, ...]
    due: dict[int, date]
    one_off: dict[int, Quantiles]
    one_off_total: Quantiles
    development: dict[str, Quantiles]
    net: dict[int, Quantiles]


def option_roadmap(
    comparison: OptionComparison, option: str, *, start: date, goals: Sequence[Goal] = ()
) -> OptionRoadmap:
    """The roadmap of one option.

    Args:
        comparison: Has the option, with its paths.
        option: One with another way of working.
        start: The first day of the roadmap.
        goals: Of the coalition agreement.

    Raises:
        InputError: There is no such option, or nobody works in a new way in it.
    """
    study, design = comparison.study, _new_way_of(comparison, option)
    roadmap = make_roadmap(
        start=start,
        teams=teams_in_scope(study, design),
        levers=plain_levers(study, design),
        conditions=known_conditions(study),
        goals=goals,
    )
    row = list(comparison.options).index(option)
    paths = {name: path[row] for name, path in comparison.outcomes.paths.items()}
    due = _due(roadmap, paths["capacity"].shape[0] - 1)
    quarters = list(due)
    one_off = one_off_of(paths["net_saving_eur"], paths["cumulative_cash_eur"])
    return OptionRoadmap(
        option=option,
        label=comparison.options[option].label,
        roadmap=roadmap,
        due=due,
        stops=tuple(stop_line(rule, paths[rule.path], quarters) for rule in load_stops().values()),
        one_off={quarter: band(one_off[quarter]) for quarter in quarters},
        one_off_total=band(one_off[quarters].sum(axis=0)),
        development=development_cost(
            study,
            comparison.plans[option],
            quarters=len(quarters),
            draws=comparison.draws,
            seed=comparison.seed,
        ),
        net={quarter: band(paths["net_saving_eur"][quarter] / _QUARTERS) for quarter in quarters},
    )


def _new_way_of(comparison: OptionComparison, option: str) -> Design:
    """What an option does, if it has another way of working."""
    if option not in comparison.options:
        raise InputError(unknown(option, comparison.options))
    found = comparison.options[option]
    if not found.design.scope:
        raise InputError(
            gettext(
                "in {option} nobody works in a new way, so there is no roadmap; choose an option "
                "that does.",
                option=found.label,
            )
        )
    return found.design


def _due(roadmap: Roadmap, most: int) -> dict[int, date]:
    """The quarters of the model that end within the roadmap, each with its last day."""
    found = roadmap.find(START)
    lead = found.slot.start if found else 0
    whole = min((roadmap.months - lead) // QUARTER, most)
    return {
        quarter: after(roadmap.start, lead + QUARTER * quarter) - timedelta(days=1)
        for quarter in range(1, whole + 1)
    }


def teams_in_scope(study: Study, design: Design) -> float:
    """How many teams the change is about, at the middle of what is known."""
    teams = study.organisation.team_count.estimate.central
    return float(design.team_count.of(teams)) * design.scope


def known_conditions(study: Study) -> dict[str, float]:
    """How far each condition of which something is known is in place, 0 to 1."""
    return {key: score.central for key, score in study.profile.filled.items()}


def plain_levers(study: Study, design: Design) -> dict[str, float]:
    """The levers as numbers, the domains of the mandate among them; what is no number is left out.

    An amount comes as a part: of what there is today, and coaches of what the teams need.
    """
    per_coach = study.ledger.for_calculation("teams_per_coach").central
    wholes = study.organisation.wholes() | {"coaches": teams_in_scope(study, design) / per_coach}
    found: dict[str, float] = {key: float(level) for key, level in design.autonomy}
    for name in Design.model_fields:
        value = getattr(design, name)
        if isinstance(value, int | float):
            found[name] = float(value)
        elif hasattr(value, "relative"):
            whole = 1.0 if value.relative else wholes.get(name) or 1.0
            found[name] = value.value / whole
    return found


def one_off_of(net: Vector, cumulative: Vector) -> Vector:
    """One-off cost in each quarter, EUR: what is saved less what the cash really changed.

    Args:
        net: Net saving, EUR per year, shape (quarters + 1, draws).
        cumulative: Cash since the start, EUR, the same shape.

    >>> one_off_of(np.array([[0.0], [8.0]]), np.array([[0.0], [-3.0]])).tolist()
    [[0.0], [5.0]]
    """
    change = np.diff(cumulative, axis=0, prepend=np.zeros((1, cumulative.shape[1])))
    return np.asarray(net / _QUARTERS - change)


def stop_line(rule: StopRule, path: Vector, quarters: Sequence[int]) -> StopLine:
    """The line of one rule in each quarter, and how often it applies.

    Args:
        rule: The rule.
        path: What the model expects, shape (quarters + 1, draws); the first row is today.
        quarters: Those of the roadmap.
    """
    if rule.margin is not None:
        sign = 1 if rule.side == "above" else -1
        lines = dict.fromkeys(quarters, float(np.median(path[0])) + sign * rule.margin)
        passed = sign * (path[list(quarters)] - path[0]) > rule.margin
    else:
        share = 0.9 if rule.quantile == "p90" else 0.1
        levels = np.quantile(path[list(quarters)], share, axis=1)
        lines = dict(zip(quarters, levels.tolist(), strict=True))
        above = path[list(quarters)] > levels[:, np.newaxis]
        below = path[list(quarters)] < levels[:, np.newaxis]
        passed = above if rule.side == "above" else below
    return StopLine(rule=rule, lines=lines, fires=float(passed.any(axis=0).mean()))
