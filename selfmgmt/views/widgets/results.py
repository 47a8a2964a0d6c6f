"""What the options on the table give, in the JSON shape of ``compare``; computed once each."""

from collections.abc import Hashable, Sequence
from dataclasses import replace
from functools import lru_cache
from math import isfinite
from typing import Any

from selfmgmt.analysis.bands import band
from selfmgmt.analysis.compare import PATH_DRAWS, Comparison, assumption_shares
from selfmgmt.analysis.option_result import option_result
from selfmgmt.analysis.plans import sized_options, sizing_of
from selfmgmt.analysis.price import prices_of
from selfmgmt.analysis.study import Study
from selfmgmt.case import Case
from selfmgmt.case.known import DO_NOTHING
from selfmgmt.case.option import Option
from selfmgmt.case.question import Question
from selfmgmt.simulation import simulate
from selfmgmt.simulation.conditions import CONDITIONS
from selfmgmt.views.document import comparison_document
from selfmgmt.views.widgets.option_words import felt_words, size_lines
from selfmgmt.views.widgets.structure import structure_of
from selfmgmt.views.words.design import changes_sentence
from selfmgmt.views.words.sizing import sizing_sentence

DRAWN = ("capacity", "cumulative_cash_eur")
_SHARED = (
    "schema",
    "seed",
    "draws",
    "horizon_quarters",
    "due_quarter",
    "saving_target_eur",
    "readiness",
)
_KEPT = 256  # results of options, so that going back costs nothing


class Results:
    """Computes only options that have changed, so that moving one leaves the others as they were.

    All options share the same draws; alone or side by side, their figures are the same.

    Args:
        study: The case with everything looked up.
        seed: Start of the random numbers.
    """

    def __init__(self, study: Study, *, seed: int) -> None:
        self.study = study
        self._seed = seed
        self._kept: dict[Hashable, dict[str, Any]] = {}
        self._sentence = lru_cache(_KEPT)(changes_sentence)
        self._shares = lru_cache(_KEPT)(self._assumed)

    def document(
        self, case: Case, keys: Sequence[str], *, draws: int, shares: bool = False
    ) -> dict[str, Any]:
        """Doing nothing and the options ``keys`` of ``case``, as ``compare --json`` gives them.

        Args:
            case: The case as it stands.
            keys: The options to show.
            draws: Number of draws.
            shares: Whether to find out which part of each range rests on assumptions.
        """
        question = case.question
        if len(self._kept) > _KEPT:
            self._kept.clear()
        places = {key: (key, case.options[key], question, draws) for key in (DO_NOTHING, *keys)}
        missing = {
            key: case.options[key] for key, place in places.items() if place not in self._kept
        }
        if missing:
            self._keep(missing, question, draws)
        options = {key: self._kept[place] for key, place in places.items()}
        for key in keys if shares else ():
            share = self._shares(key, case.options[key], question, draws)
            options[key] = {**options[key], "assumption_share": share}
        return {**self._kept[question, draws], "options": options}

    def _keep(self, options: dict[str, Option], question: Question, draws: int) -> None:
        """Compute some options, and keep what they give."""
        document = self._computed(options, question, draws)
        self._kept[question, draws] = {name: document[name] for name in _SHARED}
        for key, option in options.items():
            self._kept[key, option, question, draws] = document["options"][key]

    def _computed(
        self, options: dict[str, Option], question: Question, draws: int
    ) -> dict[str, Any]:
        study = self._study_of(options, question)
        sizing = sizing_of(study)
        sized = sized_options(study, sizing, draws=draws, seed=self._seed)
        designs = {key: option.plan.way for key, option in sized.items()}
        outcomes = simulate(
            [option.plan for option in sized.values()],
            study.inputs,
            question=study.question,
            draws=draws,
            seed=self._seed,
            path_draws=min(draws, PATH_DRAWS),
        )
        drawn = replace(outcomes, paths={name: outcomes.paths[name] for name in DRAWN})
        comparison = Comparison(
            study=study,
            options={
                key: option_result(study, key, option, drawn, row)
                for row, (key, option) in enumerate(sized.items())
            },
            sizing=sizing,
            sized=sized,
            surer={},
            price_of_way=prices_of(study, sized, outcomes.values, draws=draws, seed=self._seed),
            seed=self._seed,
            draws=draws,
            saving_target=band(outcomes.target),
            outcomes=drawn,
            better={},
            drivers={},
            fill_in_first={},
        )
        changed = {key: self._sentence(design) for key, design in designs.items()}
        document = comparison_document(comparison, changed)
        redesigned = study.inputs.ranges["work_redesign_today"].central
        for key, design in designs.items():
            document["options"][key] |= {
                "conditions": {name: getattr(design, name) for name in CONDITIONS[:-1]}
                | {"work_redesign": max(design.work_redesign, redesigned)},
                "structure": structure_of(sized[key].plan, study.inputs, seed=self._seed),
                "new_way": design.scope,
                "size_lines": size_lines(comparison, comparison.options[key]),
                "beside": sizing_sentence(comparison, comparison.options[key]),
                "felt": felt_words(comparison.options[key]),
            }
        return document

    def _assumed(
        self, key: str, option: Option, question: Question, draws: int
    ) -> dict[str, float | None]:
        study = self._study_of({key: option}, question)
        sized = sized_options(study, sizing_of(study), draws=draws, seed=self._seed)
        found = assumption_shares(study, sized, seed=self._seed)[key]
        return {name: round(share, 4) if isfinite(share) else None for name, share in found.items()}

    def _study_of(self, options: dict[str, Option], question: Question) -> Study:
        changed = {"options": options, "question": question}
        return replace(self.study, case=self.study.case.model_copy(update=changed))
