"""What the page of own figures receives: each figure, and what these bring."""

from typing import NotRequired, TypedDict

from selfmgmt.analysis.study import Study, study_of
from selfmgmt.case import Case
from selfmgmt.case.known_figure import KnownFigure
from selfmgmt.case.organisation import OwnFigures
from selfmgmt.case.ranges import text_of_range
from selfmgmt.field_facts import FieldFacts, fields_of
from selfmgmt.fields import Estimate
from selfmgmt.language import gettext
from selfmgmt.uncertainty import Quantiles
from selfmgmt.views.outcomes import money
from selfmgmt.views.widgets.pictures import PictureOnPage, on_page
from selfmgmt.views.words.own_figures import (
    expected,
    read_as,
    remark,
)
from selfmgmt.views.words.peers import peer_sentences


class OwnFigure(TypedDict):
    """One figure: what was filled in, how that was read, and what would be used without it."""

    text: str
    read: str
    own: list[float] | None
    remark: str
    expected: str
    source: str
    low: NotRequired[float]
    middle: NotRequired[float]
    high: NotRequired[float]


class Bar(TypedDict):
    """The range of one outcome, and in words."""

    low: float
    middle: float
    high: float
    words: str


class OptionBars(TypedDict):
    """The range of one option without figures of one's own, and with them."""

    label: str
    own: Bar | None
    public: Bar


class Advice(TypedDict):
    """A field to fill in, and why."""

    field: str
    title: str
    words: str


class EffectOfOwn(TypedDict):
    """How wide the range of the saving is, and what would make it smaller."""

    sentences: list[str]
    options: list[OptionBars]
    first_sentence: str
    first: list[Advice]


class BenchmarkOnPage(TypedDict):
    """The organisation beside its peers and beside itself in earlier years."""

    sentences: list[str]
    figures: list[PictureOnPage]


class BaselineState(TypedDict):
    """All that changes on the page of own figures."""

    draws: int
    members: list[str]
    who: list[str]
    notes: list[str]
    fields: dict[str, OwnFigure]
    filled: str
    effect: EffectOfOwn | None
    benchmark: BenchmarkOnPage | None


def benchmark_of(study: Study) -> BenchmarkOnPage:
    """The benchmark of the organisation; loads the libraries that draw."""
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


def bar_of(band: Quantiles) -> Bar:
    """A range of money as a bar."""
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


def field_of(facts: FieldFacts) -> dict[str, str]:
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


def own_figure(case: Case, key: str) -> OwnFigure:
    """One figure of the case as its field shows it."""
    own: Estimate | None = getattr(case.organisation, key)
    open_here = case.organisation.model_copy(update={key: None})
    figure: KnownFigure | None = getattr(
        study_of(case.model_copy(update={"organisation": open_here})).organisation, key
    )
    known: OwnFigure = {
        "text": text_of_range(own, fields_of(OwnFigures)[key].limits),
        "read": gettext("Read as: {figure}", figure=read_as(key, own)) if own else "",
        "own": list(dict(own).values()) if own else None,
        "remark": "",
        "expected": gettext("what follows from the number of staff"),
        "source": gettext("The model computes it, with the assumptions of the ledger."),
    }
    if figure is None:
        return known
    return {
        **known,
        "remark": remark(key, own, figure) if own else "",
        "expected": expected(key, figure),
        "source": figure.source,
        "low": figure.estimate.low,
        "middle": figure.estimate.central,
        "high": figure.estimate.high,
    }
