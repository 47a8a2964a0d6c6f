"""How figures of a criterion are written: in its own unit, as people say them."""

from selfmgmt.language import gettext
from selfmgmt.numbers import number, percentage
from selfmgmt.scoring.criteria import Criterion
from selfmgmt.uncertainty import Quantiles

_DECIMALS = 1


def figure_words(criterion: Criterion, value: float) -> str:
    """One figure as the scale of the criterion measures it."""
    match criterion.ends.figure:
        case "percentage_points":
            return gettext("{points} percentage points", points=bare_words(criterion, value))
        case "times":
            return gettext("{times} times", times=bare_words(criterion, value))
    return bare_words(criterion, value)


def band_words(criterion: Criterion, band: Quantiles) -> str:
    """The middle figure, with the range of eight in ten futures unless it is one figure."""
    middle = figure_words(criterion, band.p50)
    low, high = (bare_words(criterion, at) for at in (band.p10, band.p90))
    if low == high:
        return middle
    return gettext("{middle} ({low} to {high})", middle=middle, low=low, high=high)


def bare_words(criterion: Criterion, value: float) -> str:
    """The figure without a unit that is a word."""
    match criterion.ends.figure:
        case "percentage":
            return percentage(value)
        case "percentage_points":
            return _signed(100 * value)
        case "times" | "index":
            return number(value, _DECIMALS)
    return _signed(value) if criterion.ends.measure == "change" else number(value)


def _signed(value: float) -> str:
    """A change; what is more has its plus."""
    words = number(value, _DECIMALS)
    return f"+{words}" if round(value, _DECIMALS) > 0 else words
