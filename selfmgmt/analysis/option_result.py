"""What one option gives: its plan, its ranges, and how far it gets."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from selfmgmt.analysis.bands import quantiles_of, quantiles_of_path
from selfmgmt.analysis.plans import SizedOption
from selfmgmt.analysis.study import Study
from selfmgmt.analysis.target import target_met
from selfmgmt.case.design import Design
from selfmgmt.case.plan import Plan
from selfmgmt.simulation.conditions import CONDITIONS
from selfmgmt.simulation.draws import Vector
from selfmgmt.simulation.outcomes import Outcomes
from selfmgmt.uncertainty import Quantiles


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionResult:
    """What one option gives.

    Attributes:
        due_quarter: The quarter in which the saving must be there.
        design: The levers of its way of working.
        way: Key of that way of working; ``none`` for today's.
        mix: Key of the saving mix beside it.
        plan: What was simulated: way, mix and factor.
        reach: The share of the target that it gets to with the certainty asked for; 1 when it
            closes the gap, not a number without a target.
        falls_back: Chance that the way of working is given up within the horizon.
        deep: Whether more posts go than in anything that was ever measured.
        outcomes: Outcome to its range.
        target_met_probability: Chance that the saving is there when it is due.
        weakest_condition: The condition that is weakest most often; none without a new way of
            working.
        weakest_share: How often that one is weakest, 0 to 1.
        paths: Path to an array of shape (3, quarters + 1): P10, P50 and P90.
    """

    key: str
    label: str
    due_quarter: int
    design: Design
    way: str
    mix: str
    plan: Plan
    reach: float
    falls_back: float
    deep: bool
    outcomes: dict[str, Quantiles]
    target_met_probability: float
    weakest_condition: str | None
    weakest_share: float
    paths: dict[str, Vector]

    @property
    def factor(self) -> float:
        """How many times the mix."""
        return self.plan.factor


def option_results(
    study: Study, sized: Mapping[str, SizedOption], outcomes: Outcomes
) -> dict[str, OptionResult]:
    """The ranges of every option; they are in the outcomes in the same order."""
    return {
        key: option_result(study, key, option, outcomes, row)
        for row, (key, option) in enumerate(sized.items())
    }


def option_result(
    study: Study, key: str, sized: SizedOption, outcomes: Outcomes, row: int
) -> OptionResult:
    """The ranges of one option.

    Args:
        study: Has the option.
        key: Which option.
        sized: The option at its size.
        outcomes: The draws, with the paths that are wanted.
        row: Where the option is in them.
    """
    values = {name: drawn[row] for name, drawn in outcomes.values.items()}
    counts = np.bincount(outcomes.weakest_condition[row], minlength=len(CONDITIONS))
    share = float(counts.max() / counts.sum())
    design = sized.plan.way
    return OptionResult(
        key=key,
        label=study.case.label(key),
        due_quarter=study.question.due_quarter,
        design=design,
        way=sized.pair.way_key,
        mix=sized.pair.mix_key,
        plan=sized.plan,
        reach=sized.reach,
        falls_back=float(values["falls_back"].mean()),
        deep=bool(np.median(values["deep_share"]) > study.deepest_measured),
        outcomes=ranges_of(values, study.question.saving_target.value),
        target_met_probability=float(target_met(values["gap_eur"]).mean()),
        weakest_condition=CONDITIONS[counts.argmax()] if design.scope else None,
        weakest_share=share if design.scope else 0.0,
        paths={name: quantiles_of_path(path[row]) for name, path in outcomes.paths.items()},
    )


def ranges_of(values: Mapping[str, Vector], target_eur: float) -> dict[str, Quantiles]:
    """The range of each outcome; net saving and gap at the due date add up to the target.

    Args:
        values: Outcome to its draws; ``net_saving_due_eur`` is among them.
        target_eur: EUR per year.
    """
    quantiles = quantiles_of(np.array(list(values.values()))).T.tolist()
    found = {
        name: Quantiles(p10=low, p50=middle, p90=high)
        for name, (low, middle, high) in zip(values, quantiles, strict=True)
    }
    net = found["net_saving_due_eur"]
    found["gap_eur"] = Quantiles(
        p10=target_eur - net.p90, p50=target_eur - net.p50, p90=target_eur - net.p10
    )
    return found
