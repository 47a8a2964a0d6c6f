"""Options side by side: ranges, paired chances, prices, and what the spread rests on."""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace

import numpy as np

from selfmgmt.analysis.bands import band, chance_better
from selfmgmt.analysis.labelled import Labelled, Priced, Shared
from selfmgmt.analysis.option_result import OptionResult, option_results
from selfmgmt.analysis.plans import (
    EQUAL_MONEY,
    SizedOption,
    Sizing,
    sized_options,
    sizes_of,
    sizing_of,
)
from selfmgmt.analysis.price import Price, prices_of
from selfmgmt.analysis.sizing import CERTAINTIES
from selfmgmt.analysis.spread import spread_of
from selfmgmt.analysis.study import Study, study_of
from selfmgmt.case import Case
from selfmgmt.case.known import DO_NOTHING
from selfmgmt.case.option import Option
from selfmgmt.case.plan import Plan
from selfmgmt.errors import InputError
from selfmgmt.evidence.options import named_options
from selfmgmt.language import gettext
from selfmgmt.simulation import DRAWS, simulate
from selfmgmt.simulation.draws import Vector
from selfmgmt.simulation.lattice import BLOCK
from selfmgmt.simulation.outcomes import OUTCOMES, Outcomes
from selfmgmt.uncertainty import Quantiles
from selfmgmt.values import unknown

SEED = 1
PATH_DRAWS = 10 * BLOCK  # paths take much room, and bands do not get better with more
_LOCAL = frozenset({"own", "public"})


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionComparison(Labelled):
    """The options of a case side by side, "do nothing" first.

    Its frames are ``frame()``, ``summary()`` and ``paths()``.

    Attributes:
        study: The case with everything looked up.
        options: Key to result.
        sizing: How they were sized.
        sized: Key to the option at its size.
        draws: Number of draws; ``seed`` their start.
        saving_target: What was asked for, EUR per year.
        outcomes: The draws themselves, arrays of shape (options, draws).
        better: Outcome to the chance that the option of the row beats that of the column.
    """

    study: Study
    options: dict[str, OptionResult]
    sizing: Sizing
    sized: dict[str, SizedOption]
    seed: int
    draws: int
    saving_target: Quantiles
    outcomes: Outcomes
    better: dict[str, Vector]

    @property
    def size(self) -> str:
        """``equal_money`` or ``described``."""
        return self.sizing.size

    @property
    def plans(self) -> dict[str, Plan]:
        """Key to the plan that was simulated."""
        return {key: option.plan for key, option in self.sized.items()}

    @property
    def local(self) -> tuple[str, ...]:
        """Keys of what is known of this organisation itself: own figures and public ones."""
        origins = self.study.inputs.origins
        known = [key for key, origin in origins.items() if origin in _LOCAL]
        answered = len(self.study.profile.unfilled) < len(self.study.profile.dimensions)
        return (*known, "readiness") if answered else tuple(known)


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison(OptionComparison, Priced, Shared):
    """The options side by side, with what their ways of working cost, and what the spread rests on.

    Beside those of ``OptionComparison`` it has the frames ``price()``, ``partners()`` and
    ``leaving()``.

    Attributes:
        price_of_way: Option to the price of its way of working.
        drivers: Option to outcome to group to its share of the spread.
        fill_in_first: Figures that the user could still give, with how often another option is
            best when only that figure turns out otherwise; most often first.
        surer: Option to how many times the mix it takes to find the money in 80 of 100 futures
            in place of 50; without those that cannot.
    """

    surer: dict[str, float]
    price_of_way: dict[str, Price]
    drivers: dict[str, dict[str, dict[str, float]]]
    fill_in_first: dict[str, float]

    @property
    def assumption_share(self) -> dict[str, dict[str, float]]:
        """Option to outcome to the share of the spread that rests on assumptions."""
        return {
            option: {outcome: shares["assumption"] for outcome, shares in outcomes.items()}
            for option, outcomes in self.drivers.items()
        }


def compare(  # noqa: PLR0913  all but one by keyword
    case: Case,
    *,
    options: Sequence[str] = (),
    size: str | None = None,
    mix: str | None = None,
    certainty: int | str | None = None,
    draws: int = DRAWS,
    seed: int = SEED,
) -> Comparison:
    """Compare the options of ``case``; "do nothing" is always among them.

    Args:
        case: The case.
        options: Keys of the options to compare, of the case or named; all of the case when empty.
        size: ``equal_money`` or ``described``; the first when there is a target and it is left out.
        mix: The saving mix for ways of working; that of the case when left out.
        certainty: In how many of 100 futures the money is found, 50 or 80.
        draws: Number of draws.
        seed: Start of the random numbers.

    Raises:
        InputError: An option, size, mix or certainty is unknown, or the case refers to something
            that does not exist.
    """
    study = study_of(with_options(case, options) if options else case)
    sizing = sizing_of(study, size=size, mix=mix, certainty=certainty)
    comparison = compare_options(study, sizing=sizing, draws=draws, seed=seed)
    values = comparison.outcomes.values
    drivers, fill_in_first = spread_of(study, comparison.sized, values, seed=seed)
    return Comparison(
        **{field.name: getattr(comparison, field.name) for field in fields(comparison)},
        surer=_surer(comparison),
        price_of_way=prices_of(study, comparison.sized, values, draws=draws, seed=seed),
        drivers=dict(zip(comparison.options, drivers, strict=True)),
        fill_in_first=fill_in_first,
    )


def _surer(comparison: OptionComparison) -> dict[str, float]:
    middle, high = CERTAINTIES
    if comparison.sizing.size != EQUAL_MONEY or comparison.sizing.certainty != middle:
        return {}
    sizing = replace(comparison.sizing, certainty=high)
    found = sizes_of(comparison.study, sizing, draws=comparison.draws, seed=comparison.seed)
    return {key: factor for key, (factor, reach) in found.items() if _closes(reach)}


def _closes(reach: float) -> bool:
    return reach > 1 or bool(np.isclose(reach, 1))


def compare_options(
    study: Study, *, sizing: Sizing | None = None, draws: int, seed: int
) -> OptionComparison:
    """The options of a case without what drives their spread: quick enough to follow a hand.

    Args:
        study: The case with everything looked up.
        sizing: How to size them; at equal money when left out and there is a target.
        draws: Number of draws.
        seed: Start of the random numbers.
    """
    sizing = sizing or sizing_of(study)
    sized = sized_options(study, sizing, draws=draws, seed=seed)
    outcomes = simulate(
        [option.plan for option in sized.values()],
        study.inputs,
        question=study.question,
        draws=draws,
        seed=seed,
        path_draws=min(draws, PATH_DRAWS),
    )
    return OptionComparison(
        study=study,
        options=option_results(study, sized, outcomes),
        sizing=sizing,
        sized=sized,
        seed=seed,
        draws=draws,
        saving_target=band(outcomes.target),
        outcomes=outcomes,
        better={key: chance_better(key, outcomes.values[key]) for key in OUTCOMES},
    )


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
