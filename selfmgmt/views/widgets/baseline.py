"""The form of own figures: fill in what you know, and see how much surer the answer becomes."""

from dataclasses import replace
from functools import cache
from typing import Any, ClassVar

from selfmgmt.analysis.compare import SEED, OptionComparison, compare, compare_options
from selfmgmt.analysis.plausibility import notices
from selfmgmt.analysis.study import Study, study_of
from selfmgmt.case import Case
from selfmgmt.case.edit.organisation import with_figure
from selfmgmt.case.known import DO_NOTHING
from selfmgmt.case.known_figure import KnownFigure
from selfmgmt.case.organisation import OwnFigures
from selfmgmt.case.ranges import text_of_range
from selfmgmt.fields import Estimate, FieldFacts, fields_of
from selfmgmt.language import gettext, small
from selfmgmt.simulation import DRAWS
from selfmgmt.uncertainty import Quantiles
from selfmgmt.views.outcomes import money
from selfmgmt.views.widgets.bundle import page_module, page_style
from selfmgmt.views.widgets.page_words import baseline_words
from selfmgmt.views.widgets.pictures import on_page
from selfmgmt.views.widgets.tool import Request, Tool, ViewState, cannot_do
from selfmgmt.views.words.organisation import (
    practice_case_sentences,
    quality_sentences,
    who_sentences,
)
from selfmgmt.views.words.own_figures import (
    expected,
    filled_sentence,
    narrowing_sentences,
    read_as,
    remark,
)
from selfmgmt.views.words.peers import peer_sentences
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
        fields = [_description(facts) for facts in fields_of(OwnFigures).values()]
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

    def _rendered(self, view: ViewState, request: Request) -> dict[str, Any]:
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
            "fields": {key: _field(view.case, key) for key in OwnFigures.model_fields},
            "filled": filled_sentence(len(own), len(OwnFigures.model_fields)),
            "effect": self._effect(view) if whole else None,
            "benchmark": _benchmark(study) if pictures else None,
        }

    def _effect(self, view: ViewState) -> dict[str, Any]:
        """How wide the range of the saving is, and what would make it smaller."""
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
                    "own": _interval(own[key]) if has_own else None,
                    "public": _interval(public[key]),
                }
                for key in own
            ],
            "first_sentence": fill_in_sentence(now),
            "first": [
                {"field": key, "title": titles[key].title, "words": words}
                for key, words in zip(now.fill_in_first, fill_in_steps(now), strict=False)
            ],
        }


def _benchmark(study: Study) -> dict[str, Any]:
    """The organisation beside its peers and beside itself in earlier years."""
    from selfmgmt.reference.peers import peer_group
    from selfmgmt.views.charts.finance import finance_chart
    from selfmgmt.views.charts.peers import peers_chart

    peers = peer_group(study.members, "nearest")
    name = study.case.name
    charts = (peers_chart(peers, study.members, name), finance_chart(study.members, name))
    return {
        "sentences": peer_sentences(peers, study.members),
        "figures": [on_page(chart) for chart in charts if chart],
    }


def _bands(comparison: OptionComparison) -> dict[str, Quantiles]:
    return {
        key: option.outcomes[_OUTCOME]
        for key, option in comparison.options.items()
        if key != DO_NOTHING
    }


def _interval(band: Quantiles) -> dict[str, Any]:
    return {
        "low": band.p10,
        "middle": band.p50,
        "high": band.p90,
        "words": gettext(
            "{middle} ({low} to {high})",
            middle=money(band.p50),
            low=money(band.p10),
            high=money(band.p90),
        ),
    }


def _description(facts: FieldFacts) -> dict[str, str]:
    """All of a field that does not change while people type."""
    limits = facts.limits
    unit = "" if limits is None or limits.is_share else gettext(limits.unit)  # a share has its %
    return {
        "key": facts.name,
        "title": facts.title,
        "help": facts.description,
        "allowed": gettext("Allowed: {allowed}.", allowed=facts.allowed),
        "unit": unit,
    }


def _field(case: Case, key: str) -> dict[str, Any]:
    """One figure: what was filled in, how that was read, and what would be used without it."""
    own: Estimate | None = getattr(case.organisation, key)
    open_here = case.organisation.model_copy(update={key: None})
    figure: KnownFigure | None = getattr(
        study_of(case.model_copy(update={"organisation": open_here})).organisation, key
    )
    known = {
        "text": text_of_range(own, fields_of(OwnFigures)[key].limits),
        "read": gettext("Read as: {figure}", figure=read_as(key, own)) if own else "",
        "own": list(dict(own).values()) if own else None,
    }
    if figure is None:
        return known | {
            "remark": "",
            "expected": gettext("what follows from the number of staff"),
            "source": gettext("The model computes it, with the assumptions of the ledger."),
        }
    return known | {
        "remark": remark(key, own, figure) if own else "",
        "expected": expected(key, figure),
        "source": figure.source,
        "low": figure.estimate.low,
        "middle": figure.estimate.central,
        "high": figure.estimate.high,
    }
