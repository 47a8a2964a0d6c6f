"""What the options on the table give, in the JSON shape of ``compare``; computed once each."""

from collections.abc import Sequence
from dataclasses import fields, replace
from functools import lru_cache
from typing import Any

from selfmgmt.analysis.compare import Comparison, SideBySide, side_by_side
from selfmgmt.analysis.study import Study
from selfmgmt.case import Case
from selfmgmt.case.known import DO_NOTHING
from selfmgmt.case.option import Option
from selfmgmt.case.question import Question
from selfmgmt.simulation.rollout import CONDITIONS
from selfmgmt.views.document import comparison_document
from selfmgmt.views.words.design import changes_sentence

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
    """Computes options one by one, so that moving one of them leaves the others as they were.

    All options share the same draws; alone or side by side, their figures are the same.

    Args:
        study: The case with everything looked up.
        seed: Start of the random numbers.
    """

    def __init__(self, study: Study, *, seed: int) -> None:
        self._study = study
        self._seed = seed
        self._alone = lru_cache(_KEPT)(self._computed)

    def document(self, case: Case, keys: Sequence[str], *, draws: int) -> dict[str, Any]:
        """Doing nothing and the options ``keys`` of ``case``, as ``compare --json`` gives them."""
        alone = {
            key: self._alone(key, case.options[key], case.question, draws)
            for key in (DO_NOTHING, *keys)
        }
        shared = alone[DO_NOTHING]
        options = {key: found["options"][key] for key, found in alone.items()}
        return {**{name: shared[name] for name in _SHARED}, "options": options}

    def _computed(self, key: str, option: Option, question: Question, draws: int) -> dict[str, Any]:
        changed = {"options": {key: option}, "question": question}
        study = replace(self._study, case=self._study.case.model_copy(update=changed))
        beside = side_by_side(study, draws=draws, seed=self._seed)
        design = option.design()
        document = comparison_document(_without_drivers(beside), {key: changes_sentence(design)})
        found = document["options"][key]
        found["paths"] = {name: found["paths"][name] for name in DRAWN}
        found["conditions"] = {name: getattr(design, name) for name in CONDITIONS[:-1]}
        return document


def _without_drivers(beside: SideBySide) -> Comparison:
    found = {field.name: getattr(beside, field.name) for field in fields(beside)}
    return Comparison(**found, drivers={}, fill_in_first={})
