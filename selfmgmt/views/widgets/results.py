"""What the options on the table give, in the JSON shape of ``compare``; computed once each."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from math import isfinite
from typing import TypedDict, cast

from selfmgmt.analysis.bands import band
from selfmgmt.analysis.compare import PATH_DRAWS, Comparison
from selfmgmt.analysis.growth import growth_of
from selfmgmt.analysis.option_result import option_results
from selfmgmt.analysis.plans import sized_options, sizing_of
from selfmgmt.analysis.price import prices_of
from selfmgmt.analysis.quick import quick_prices, quickly_sized
from selfmgmt.analysis.spread import assumption_shares
from selfmgmt.analysis.study import Study
from selfmgmt.case import Case
from selfmgmt.case.design import Design
from selfmgmt.case.known import DO_NOTHING
from selfmgmt.case.option import Option
from selfmgmt.case.question import Question
from selfmgmt.simulation import simulate
from selfmgmt.simulation.conditions import CONDITIONS
from selfmgmt.views.document import comparison_document, range_of
from selfmgmt.views.widgets.option_words import size_lines
from selfmgmt.views.widgets.structure import structure_of
from selfmgmt.views.words.design import changes_sentence
from selfmgmt.views.words.sizing import sizing_sentence

DRAWN = ("capacity", "cumulative_cash_eur", "satisfaction", "absence", "steerability", "fte")
PRICED = (  # outcomes of which the page shows what a way of working changes
    "posts_removed_fte",
    "transition_cost_eur",
    "capacity_low",
    "satisfaction_mean",
    "steerability_low",
)
_KEPT = 256  # results of options, so that going back costs nothing


OptionOnPage = Mapping[str, object]
"""What one option gives, as ``Result`` in ``explorer_types.js``: each outcome by its key."""


class Shared(TypedDict):
    """What all options have in common."""

    schema: str
    seed: int
    horizon_quarters: int
    due_quarter: int
    saving_target_eur: dict[str, float]
    readiness: dict[str, object]


class ResultsOnPage(Shared):
    """The part of ``compare --json`` that a page shows."""

    draws: int
    options: dict[str, OptionOnPage]


class GrowthPoint(TypedDict):
    """What one option gives with its mix so many times."""

    m: float
    reach: float
    capacity_low: dict[str, float]


class Results:
    """Computes only options that have changed, so that moving one leaves the others as they were.

    All options share the same draws; alone or side by side, their figures are the same.

    Args:
        study: The case with everything looked up.
        draws: Number of draws once a hand rests.
        seed: Start of the random numbers.
    """

    def __init__(self, study: Study, *, draws: int, seed: int) -> None:
        self.study = study
        self._draws = draws
        self._seed = seed
        self._kept: dict[Hashable, OptionOnPage] = {}
        self._shared: dict[Question, Shared] = {}
        self._sentence = lru_cache(_KEPT)(changes_sentence)
        self._grown = lru_cache(_KEPT)(self._growth)
        self._shares = lru_cache(_KEPT)(self._assumed)

    def document(
        self, case: Case, keys: Sequence[str], *, draws: int, shares: bool = False
    ) -> ResultsOnPage:
        """Doing nothing and the options ``keys`` of ``case``, as ``compare --json`` gives them.

        What was computed with all draws is shown so, also while another option moves with fewer.
        With all draws each option also has ``frontier``, what happens as its mix grows.

        Args:
            case: The case as it stands.
            keys: The options to show.
            draws: Number of draws for what was not computed yet.
            shares: Whether to find out which part of each range rests on assumptions.
        """
        question = case.question
        if len(self._kept) > _KEPT:
            self._kept.clear()
            self._shared.clear()
        kept_at = {
            key: self._kept_at(key, case.options[key], question, draws)
            for key in (DO_NOTHING, *keys)
        }
        missing = {key: case.options[key] for key, at in kept_at.items() if at not in self._kept}
        if missing:
            self._keep(missing, question, draws)
        options = {key: self._kept[at] for key, at in kept_at.items()}
        for key in keys if draws == self._draws else ():
            frontier = self._grown(key, case.options[key], question)
            options[key] = {**options[key], "frontier": frontier}
        for key in keys if shares else ():
            share = self._shares(key, case.options[key], question)
            options[key] = {**options[key], "assumption_share": share}
        return {**self._shared[question], "draws": draws, "options": options}

    def _kept_at(self, key: str, option: Option, question: Question, draws: int) -> Hashable:
        """Where the result of an option is kept: that of all draws, when it is there."""
        whole = (key, option, question, self._draws)
        return whole if whole in self._kept else (key, option, question, draws)

    def _keep(self, options: dict[str, Option], question: Question, draws: int) -> None:
        """Compute some options, and keep what they give."""
        comparison = self._compared(self._study_of(options, question), draws)
        designs = {key: option.plan.way for key, option in comparison.sized.items()}
        changed = {key: self._sentence(design) for key, design in designs.items()}
        document = comparison_document(comparison, changed)
        if draws == self._draws or question not in self._shared:
            shared = {name: document[name] for name in Shared.__annotations__}
            self._shared[question] = cast(Shared, shared)
        for key, design in designs.items():
            found = document["options"][key]
            price = found["price_of_way"]["together"]
            self._kept[key, options[key], question, draws] = {
                **found,
                "price_of_way": {"together": {name: price[name] for name in PRICED}},
                **self._for_page(comparison, key, design),
            }

    def _compared(self, study: Study, draws: int) -> Comparison:
        """The options of ``study`` without what only a report tells."""
        sizing = sizing_of(study)
        whole = draws == self._draws
        size = sized_options if whole else quickly_sized
        sized = size(study, sizing, draws=draws, seed=self._seed)
        outcomes = simulate(
            [option.plan for option in sized.values()],
            study.inputs,
            question=study.question,
            draws=draws,
            seed=self._seed,
            path_draws=min(draws, PATH_DRAWS),
        )
        run = {"draws": draws, "seed": self._seed}
        prices = (
            prices_of(study, sized, outcomes.values, **run)
            if whole
            else quick_prices(study, sized, outcomes.values, shown=PRICED, **run)
        )
        drawn = replace(outcomes, paths={name: outcomes.paths[name] for name in DRAWN})
        return Comparison(
            study=study,
            options=option_results(study, sized, drawn),
            sizing=sizing,
            sized=sized,
            surer={},
            price_of_way=prices,
            seed=self._seed,
            draws=draws,
            saving_target=band(outcomes.target),
            outcomes=drawn,
            better={},
            drivers={},
            fill_in_first={},
        )

    def _for_page(self, comparison: Comparison, key: str, design: Design) -> Mapping[str, object]:
        """What a page shows of one option beside what ``compare`` gives."""
        study, option = comparison.study, comparison.options[key]
        redesigned = study.inputs.ranges["work_redesign_today"].central
        whole = comparison.draws == self._draws
        return {
            "conditions": {name: getattr(design, name) for name in CONDITIONS[:-1]}
            | {"work_redesign": max(design.work_redesign, redesigned)},
            "structure": structure_of(
                comparison.sized[key].plan,
                study.inputs,
                teams=study.organisation.team_count.estimate,
                seed=self._seed,
            ),
            "new_way": design.scope,
            "size_lines": size_lines(comparison, option),
            "beside": sizing_sentence(comparison, option) if whole else "",
        }

    def _growth(self, key: str, option: Option, question: Question) -> list[GrowthPoint]:
        study = self._study_of({key: option}, question)
        sizing, run = sizing_of(study), {"draws": self._draws, "seed": self._seed}
        sized = sized_options(study, sizing, **run)[key]
        points = growth_of(study, sizing, sized, **run)
        return [
            {
                "m": point.factor,
                "reach": point.reach,
                "capacity_low": range_of("capacity_low", point.capacity_low),
            }
            for point in points
        ]

    def _assumed(self, key: str, option: Option, question: Question) -> dict[str, float | None]:
        study = self._study_of({key: option}, question)
        sized = sized_options(study, sizing_of(study), draws=self._draws, seed=self._seed)
        found = assumption_shares(study, sized, seed=self._seed)[key]
        return {name: round(share, 4) if isfinite(share) else None for name, share in found.items()}

    def _study_of(self, options: dict[str, Option], question: Question) -> Study:
        changed = {"options": options, "question": question}
        return replace(self.study, case=self.study.case.model_copy(update=changed))
