"""Options side by side: ranges, paired chances, the weakest condition, what the spread rests on."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, fields

import numpy as np

from selfmgmt.analysis.bands import Band, band, chance_better, ends_of, ends_of_path
from selfmgmt.analysis.drivers import SPREADING, effects_of_groups, keys_by_group
from selfmgmt.analysis.study import Study, study_of
from selfmgmt.case import Case
from selfmgmt.case.design import Design
from selfmgmt.case.known import DO_NOTHING
from selfmgmt.case.option import Option
from selfmgmt.errors import InputError
from selfmgmt.evidence.options import named_options
from selfmgmt.language import gettext
from selfmgmt.simulation import simulate
from selfmgmt.simulation.conditions import CONDITIONS
from selfmgmt.simulation.draws import Vector
from selfmgmt.simulation.lattice import BLOCK
from selfmgmt.simulation.outcomes import OUTCOMES, Outcomes
from selfmgmt.values import unknown

DRAWS = 10_000
SEED = 1
_DRIVER_DRAWS = BLOCK  # enough for shares in whole per cents; a redraw costs one run
PATH_DRAWS = 10 * BLOCK  # paths take much room, and bands do not get better with more
_TIE = 1e-9


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionResult:
    """What one option gives.

    Attributes:
        outcomes: Outcome to its range.
        target_met_probability: Chance that the saving is there when it is due.
        weakest_condition: The condition that is weakest most often; none without a new way of
            working.
        weakest_share: How often that one is weakest, 0 to 1.
        paths: Path to an array of shape (3, quarters + 1): P10, P50 and P90.
    """

    key: str
    label: str
    design: Design
    outcomes: dict[str, Band]
    target_met_probability: float
    weakest_condition: str | None
    weakest_share: float
    paths: dict[str, Vector]


@dataclass(frozen=True, slots=True, kw_only=True)
class SideBySide:
    """The options of a case side by side, "do nothing" first.

    Attributes:
        study: The case with everything looked up.
        options: Key to result.
        draws: Number of draws; ``seed`` their start.
        saving_target: What was asked for, EUR per year.
        outcomes: The draws themselves, arrays of shape (options, draws).
        better: Outcome to the chance that the option of the row beats that of the column.
    """

    study: Study
    options: dict[str, OptionResult]
    seed: int
    draws: int
    saving_target: Band
    outcomes: Outcomes
    better: dict[str, Vector]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison(SideBySide):
    """The options side by side, with what the spread of their outcomes rests on.

    Attributes:
        drivers: Option to outcome to group to its share of the spread.
        fill_in_first: Figures that the user could still give, with the share of the spread that
            each of them matters for, most first.
    """

    drivers: dict[str, dict[str, dict[str, float]]]
    fill_in_first: dict[str, float]

    @property
    def assumption_share(self) -> dict[str, dict[str, float]]:
        """Option to outcome to the share of the spread that rests on assumptions."""
        return {
            option: {outcome: shares["assumption"] for outcome, shares in outcomes.items()}
            for option, outcomes in self.drivers.items()
        }


def compare(
    case: Case, *, options: Sequence[str] = (), draws: int = DRAWS, seed: int = SEED
) -> Comparison:
    """Compare the options of ``case``; "do nothing" is always among them.

    Args:
        case: The case.
        options: Keys of the options to compare, of the case or named; all of the case when empty.
        draws: Number of draws.
        seed: Start of the random numbers.

    Raises:
        InputError: An option is unknown, or the case refers to something that does not exist.
    """
    study = study_of(with_options(case, options) if options else case)
    beside = side_by_side(study, draws=draws, seed=seed)
    drivers, fill_in_first = _drivers(beside)
    return Comparison(
        **{field.name: getattr(beside, field.name) for field in fields(beside)},
        drivers=dict(zip(beside.options, drivers, strict=True)),
        fill_in_first=fill_in_first,
    )


def side_by_side(study: Study, *, draws: int, seed: int) -> SideBySide:
    """The options of a case without what drives their spread: quick enough to follow a hand.

    Args:
        study: The case with everything looked up.
        draws: Number of draws.
        seed: Start of the random numbers.
    """
    case = study.case
    designs = [case.design(key) for key in case.options]
    outcomes = simulate(
        designs,
        study.inputs,
        question=case.question,
        draws=draws,
        seed=seed,
        path_draws=min(draws, PATH_DRAWS),
    )
    return SideBySide(
        study=study,
        options={
            key: option_result(case, key, outcomes, row) for row, key in enumerate(case.options)
        },
        seed=seed,
        draws=draws,
        saving_target=band(outcomes.target),
        outcomes=outcomes,
        better={key: chance_better(key, outcomes.values[key]) for key in OUTCOMES},
    )


def assumption_shares(study: Study, *, seed: int) -> dict[str, dict[str, float]]:
    """What ``compare`` gives as ``assumption_share``, without the rest that it computes.

    Args:
        study: The case with everything looked up.
        seed: Start of the random numbers.
    """
    redraw = _redrawing(study, seed)
    group = {"assumption": keys_by_group(study.inputs)["assumption"]}
    found = effects_of_groups(study.inputs, redraw(()), redraw, group)["assumption"]
    return {
        key: {outcome: float(shares[row]) for outcome, shares in found.items()}
        for row, key in enumerate(study.case.options)
    }


def with_options(case: Case, keys: Sequence[str]) -> Case:
    """The case with only the options ``keys``, those of its own or named ones, and "do nothing".

    Raises:
        InputError: With every key that is neither.
    """
    known = dict.fromkeys(named_options()) | case.options
    faults = [
        gettext("option: {fault}", fault=unknown(key, known)) for key in keys if key not in known
    ]
    if faults:
        raise InputError(*faults)
    chosen = {key: case.options.get(key) or Option(based_on=key) for key in (DO_NOTHING, *keys)}
    return case.model_copy(update={"options": chosen})


def option_result(case: Case, key: str, outcomes: Outcomes, row: int) -> OptionResult:
    """The ranges of one option.

    Args:
        case: Has the option.
        key: Which option.
        outcomes: The draws, with the paths that are wanted.
        row: Where the option is in them.
    """
    design = case.design(key)
    ends = ends_of(np.array([values[row] for values in outcomes.values.values()])).T.tolist()
    counts = np.bincount(outcomes.weakest_place[row], minlength=len(CONDITIONS))
    share = float(counts.max() / counts.sum())
    return OptionResult(
        key=key,
        label=case.label(key),
        design=design,
        outcomes={
            name: Band(p10=low, p50=middle, p90=high)
            for name, (low, middle, high) in zip(outcomes.values, ends, strict=True)
        },
        target_met_probability=float(np.mean(outcomes.values["gap_eur"][row] <= _TIE)),
        weakest_condition=CONDITIONS[counts.argmax()] if design.scope else None,
        weakest_share=share if design.scope else 0.0,
        paths={name: ends_of_path(path[row]) for name, path in outcomes.paths.items()},
    )


def _drivers(
    beside: SideBySide,
) -> tuple[list[dict[str, dict[str, float]]], dict[str, float]]:
    """Shares of the spread per option and outcome, and of each figure that is not the user's."""
    study = beside.study
    redraw = _redrawing(study, beside.seed)
    if beside.draws >= _DRIVER_DRAWS:  # then its first block is what would be drawn here
        first = {key: beside.outcomes.values[key][:, :_DRIVER_DRAWS] for key in SPREADING}
    else:
        first = redraw(())
    effects = effects_of_groups(study.inputs, first, redraw, keys_by_group(study.inputs))
    shares = [
        {
            outcome: {group: float(effect[outcome][row]) for group, effect in effects.items()}
            for outcome in next(iter(effects.values()))
        }
        for row in range(len(study.case.options))
    ]
    singles = {key: (key,) for key in study.organisation.missing}
    alone = effects_of_groups(study.inputs, first, redraw, singles)
    weight = {key: _mean_share(outcomes) for key, outcomes in alone.items()}
    return shares, dict(sorted(weight.items(), key=lambda item: -item[1]))


def _redrawing(study: Study, seed: int) -> Callable[[Collection[str]], dict[str, Vector]]:
    designs = [study.case.design(key) for key in study.case.options]

    def redraw(keys: Collection[str]) -> dict[str, Vector]:
        outcomes = simulate(
            designs,
            study.inputs,
            question=study.case.question,
            draws=_DRIVER_DRAWS,
            seed=seed,
            redrawn=keys,
            wanted=SPREADING,
        )
        return outcomes.values

    return redraw


def _mean_share(outcomes: dict[str, Vector]) -> float:
    """The mean over outcomes and options of what varies at all."""
    shares = np.concatenate(list(outcomes.values()))
    varying = shares[np.isfinite(shares)]
    return float(varying.mean()) if varying.size else 0.0
