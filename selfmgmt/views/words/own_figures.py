"""Figures of one's own: how they were read, whether they look likely, and what they bring."""

from statistics import mean

from selfmgmt.analysis.compare import OptionComparison
from selfmgmt.case.known_figure import KnownFigure
from selfmgmt.case.organisation import OwnFigures
from selfmgmt.field_facts import fields_of
from selfmgmt.fields import Estimate, Limits
from selfmgmt.language import gettext, ngettext
from selfmgmt.numbers import number, percentage
from selfmgmt.views.words.organisation import known_number, known_value_words

_FAR = 2  # times beyond the range: worth a second look, never a refusal
_SEEN = 0.005  # less is 0% in whole per cents


def read_as(key: str, estimate: Estimate) -> str:
    """What the product understood, with its unit.

    >>> read_as("fte", Estimate.model_validate("312,5"))
    '312,5 FTE'
    >>> read_as("absence", Estimate.model_validate("6,5%"))
    '6,5% (deel van de werktijd)'
    """
    limits = fields_of(OwnFigures)[key].limits or Limits(0, 0, "")
    unit = gettext(limits.unit)
    words = _written(key, estimate.central)
    if not estimate.known:
        words = gettext(
            "{low} to {high}, middle {middle}",
            low=_written(key, estimate.low),
            high=_written(key, estimate.high),
            middle=words,
        )
    return f"{words} ({unit})" if limits.is_share else f"{words} {unit}"


def expected(key: str, figure: KnownFigure) -> str:
    """What would be used when the figure stays open."""
    estimate = figure.estimate
    if estimate.known:
        return known_value_words(key, estimate.central)
    return gettext(
        "{middle} ({low} to {high})",
        middle=known_value_words(key, estimate.central),
        low=known_value_words(key, estimate.low),
        high=known_value_words(key, estimate.high),
    )


def remark(key: str, own: Estimate, figure: KnownFigure) -> str:
    """A second look at a figure that lies far outside what was expected; empty when it does not."""
    low, high = figure.estimate.low, figure.estimate.high
    if own.central > _FAR * high:
        return gettext(
            "This is about {times} times the highest figure that we expected ({bound}). It may "
            "be right. Do check the comma and the unit.",
            times=_times(own.central / high),
            bound=known_value_words(key, high),
        )
    if own.central < low / _FAR:
        return gettext(
            "This is far less than the lowest figure that we expected ({bound}). It may be right. "
            "Do check the comma and the unit.",
            bound=known_value_words(key, low),
        )
    return ""


def filled_sentence(count: int, all_of_them: int) -> str:
    """How many figures are one's own."""
    return ngettext(
        "{count} of {all} figures is your own.",
        "{count} of {all} figures are your own.",
        count,
        all=all_of_them,
    )


def narrowing_sentences(public: OptionComparison, own: OptionComparison) -> list[str]:
    """How much smaller the range of the net saving became, the mean over the options.

    The range counts as a share of staff cost: an organisation that turns out smaller has smaller
    amounts, and knows nothing more for that.

    Args:
        public: The options without figures of one's own.
        own: The same with them.
    """
    size = _staff_cost(own) / _staff_cost(public)
    shares = [
        1 - _width(own, key) / _width(public, key) / size
        for key in own.options
        if _width(public, key) > 0
    ]
    return [*_narrowing(mean(shares) if shares else 0.0), *_other_size(size - 1)]


def _staff_cost(comparison: OptionComparison) -> float:
    figures = comparison.study.organisation
    return figures.fte.estimate.central * figures.cost_per_fte.estimate.central


def _width(comparison: OptionComparison, option: str) -> float:
    band = comparison.options[option].outcomes["net_saving_eur"]
    return band.p90 - band.p10


def _narrowing(change: float) -> list[str]:
    if abs(change) < _SEEN:
        return [gettext("Your own figures hardly change how wide the ranges are.")]
    if change < 0:
        return [
            gettext(
                "As a share of staff cost, your own figures make the range of the net saving on "
                "average {share} wider.",
                share=percentage(-change),
            )
        ]
    return [
        gettext(
            "As a share of staff cost, your own figures make the range of the net saving on "
            "average {share} narrower.",
            share=percentage(change),
        )
    ]


def _other_size(change: float) -> list[str]:
    """Amounts move along when the organisation is larger or smaller than was estimated."""
    if abs(change) < _SEEN:
        return []
    if change < 0:
        return [
            gettext(
                "Your staff cost is {share} lower than was estimated; all amounts move along.",
                share=percentage(-change),
            )
        ]
    return [
        gettext(
            "Your staff cost is {share} higher than was estimated; all amounts move along.",
            share=percentage(change),
        )
    ]


def _written(key: str, value: float) -> str:
    if key == "cost_per_fte":
        return number(value)
    return known_number(value) if key in ("fte", "team_count") else percentage(value, 1)


def _times(ratio: float) -> str:
    return number(ratio, 0 if ratio >= 3 else 1)
