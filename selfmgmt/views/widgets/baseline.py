"""The form of own figures: fill in what you know, and see how much surer the answer becomes."""

from dataclasses import replace
from functools import cache
from typing import ClassVar

from selfmgmt.analysis.compare import SEED, OptionComparison, compare, compare_options
from selfmgmt.analysis.plausibility import notices
from selfmgmt.analysis.study import study_of
from selfmgmt.case import Case
from selfmgmt.case.edit.organisation import with_figure
from selfmgmt.case.known import DO_NOTHING
from selfmgmt.case.organisation import OwnFigures
from selfmgmt.field_facts import fields_of
from selfmgmt.language import gettext, small
from selfmgmt.simulation import DRAWS
from selfmgmt.uncertainty import Quantiles
from selfmgmt.views.widgets.baseline_on_page import (
    BaselineState,
    EffectOfOwn,
    bar_of,
    benchmark_of,
    field_of,
    own_figure,
)
from selfmgmt.views.widgets.bundle import page_module, page_style
from selfmgmt.views.widgets.page_words import baseline_words
from selfmgmt.views.widgets.tool import Request, Tool, ViewState, cannot_do
from selfmgmt.views.words.organisation import (
    practice_case_sentences,
    quality_sentences,
    who_sentences,
)
from selfmgmt.views.words.own_figures import (
    filled_sentence,
    narrowing_sentences,
)
from selfmgmt.views.words.uncertainty import fill_in_sentence, fill_in_steps

_OUTCOME = "net_saving_eur"


class Baseline(Tool):
    """The figures of the organisation, each beside what would be used without it.

    Args:
        case: Where to start.
        draws: Number of possible futures in which the effect is computed, once the hand rests.
        seed: Start of the random numbers.

    Raises:
        InputError: The case refers to something that does not exist.
    """

    _esm: ClassVar = page_module("baseline")
    _css: ClassVar = page_style("baseline")
    queries: ClassVar = frozenset({"look", "picture"})

    def __init__(self, case: Case, *, draws: int = DRAWS, seed: int = SEED) -> None:
        self._draws = draws
        self._seed = seed
        fields = [field_of(facts) for facts in fields_of(OwnFigures).values()]
        super().__init__(case, page={"draws": draws, "words": baseline_words(), "fields": fields})

    @property
    def conclusion(self) -> str:
        """How much is filled in, and what that brings."""
        effect = self.state["effect"]
        if not effect or not effect["first"]:
            return str(self.state["filled"])
        title = small(effect["first"][0]["title"])
        first = gettext("Look up first: {figure}.", figure=title)
        return f"{self.state['filled']} {first}"

    def _view_state(self, case: Case) -> ViewState:
        study_of(case)  # refuses what does not exist

        @cache
        def without_own() -> OptionComparison:
            """The options when nothing of one's own were known; these do not change here."""
            bare = case.model_copy(update={"organisation": OwnFigures()})
            return compare_options(study_of(bare), draws=self._draws, seed=self._seed)

        return ViewState(case=case, base=without_own)

    def _after(self, view: ViewState, request: Request) -> ViewState:
        match request:
            case {"do": "set", "field": str(key), "value": str(value)} if (
                key in OwnFigures.model_fields
            ):
                case = with_figure(view.case, key, value)
                study_of(case)  # the figures must fit together
                return replace(view, case=case)
        raise cannot_do(request)

    def _rendered(self, view: ViewState, request: Request) -> BaselineState:
        whole, pictures = (request.get("do") == do for do in ("look", "picture"))
        kept = self.state.get("draws", 0) if pictures else 0  # a picture changes no figures
        study = study_of(view.case)
        own = [figure for figure in dict(view.case.organisation).values() if figure is not None]
        return {
            "draws": self._draws if whole else kept,
            "members": list(view.case.municipalities),
            "who": who_sentences(study),
            "notes": [
                *notices(study),
                *practice_case_sentences(study),
                *quality_sentences(study),
            ],
            "fields": {key: own_figure(view.case, key) for key in OwnFigures.model_fields},
            "filled": filled_sentence(len(own), len(OwnFigures.model_fields)),
            "effect": self._effect(view) if whole else None,
            "benchmark": benchmark_of(study) if pictures else None,
        }

    def _effect(self, view: ViewState) -> EffectOfOwn:
        now = compare(view.case, draws=self._draws, seed=self._seed)
        has_own = view.case.organisation != OwnFigures()
        before = view.base() if has_own else now
        public, own = _bands(before), _bands(now)
        titles = fields_of(OwnFigures)
        return {
            "sentences": narrowing_sentences(before, now) if has_own and own else [],
            "options": [
                {
                    "label": now.options[key].label,
                    "own": bar_of(own[key]) if has_own else None,
                    "public": bar_of(public[key]),
                }
                for key in own
            ],
            "first_sentence": fill_in_sentence(now),
            "first": [
                {"field": key, "title": titles[key].title, "words": words}
                for key, words in zip(now.fill_in_first, fill_in_steps(now), strict=False)
            ],
        }


def _bands(comparison: OptionComparison) -> dict[str, Quantiles]:
    return {
        key: option.outcomes[_OUTCOME]
        for key, option in comparison.options.items()
        if key != DO_NOTHING
    }
