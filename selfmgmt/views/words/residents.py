"""What residents may notice: the dip of a new way of working, and what a plain cut takes away."""

from collections.abc import Sequence

from selfmgmt.analysis.compare import Comparison, OptionResult
from selfmgmt.language import gettext
from selfmgmt.numbers import number

_ALIKE = 1.0  # index points at the middle: below this no option is called the best or the worst


def dip_sentences(comparison: Comparison) -> list[str]:
    """How far residents may notice a change, and where least; a plain cut is told apart."""
    changing, cuts = _new_ways(comparison), _plain_cuts(comparison)
    if not changing and not cuts:
        return [gettext("No option lowers the capacity for residents.")]
    return [*_dips(changing), *map(_stays_lower, cuts)]


def residents_in_short(comparison: Comparison) -> list[str]:
    """The same in one or two sentences: the mildest dip, and the plain cuts."""
    changing, cuts = _new_ways(comparison), _plain_cuts(comparison)
    return [*([_mildest_in_short(changing)] if changing else []), *map(_stays_lower, cuts)]


def _new_ways(comparison: Comparison) -> list[OptionResult]:
    """Options with another way of working that lower the capacity in some futures."""
    return [
        one
        for one in comparison.options.values()
        if one.design.scope and one.outcomes["capacity_low"].p10 < 100
    ]


def _plain_cuts(comparison: Comparison) -> list[OptionResult]:
    """Options that keep the way of working and end with less capacity."""
    return [
        one
        for one in comparison.options.values()
        if not one.design.scope and one.outcomes["capacity_end"].p50 < 100
    ]


def _dips(changing: Sequence[OptionResult]) -> list[str]:
    if not changing:
        return []
    deepest, mildest = _like(changing, min(map(_lowest, changing))), _mildest(changing)
    low, high = _range(deepest)
    sentences = [
        gettext(
            "A new way of working takes time, and then less can be done for residents. At its "
            "lowest the capacity is between {low} and {high} with {option}; today it is 100.",
            low=low,
            high=high,
            option=_names(deepest),
        )
    ]
    if mildest != deepest:
        sentences.append(_smallest(mildest))
    unknown = gettext(
        "How deep and how long a dip is, no study has measured in a Dutch municipality."
    )
    return [*sentences[:-1], f"{sentences[-1]} {unknown}"]


def _smallest(mildest: Sequence[OptionResult]) -> str:
    low, high = _range(mildest)
    if len(mildest) == 1:
        return gettext(
            "The dip is smallest with {option}: {low} to {high}.",
            option=_names(mildest),
            low=low,
            high=high,
        )
    return gettext(
        "The dip is smallest with {options}: {low} to {high}. The difference between these is "
        "small.",
        options=_names(mildest),
        low=low,
        high=high,
    )


def _mildest_in_short(changing: Sequence[OptionResult]) -> str:
    mildest = _mildest(changing)
    low, high = _range(mildest)
    return gettext(
        "During a change to a new way of working, less can be done for residents. That is least so "
        "with {options}: from 100 to about {middle} at the lowest point ({low} to {high}).",
        options=_names(mildest),
        middle=number(max(map(_lowest, mildest))),
        low=low,
        high=high,
    )


def _stays_lower(cut: OptionResult) -> str:
    end = cut.outcomes["capacity_end"]
    return gettext(
        "With {option} the way of working stays as it is. The capacity stays lower for good: "
        "{low} to {high} in the end.",
        option=cut.label,
        low=number(end.p10),
        high=number(end.p90),
    )


def _mildest(changing: Sequence[OptionResult]) -> list[OptionResult]:
    return _like(changing, max(map(_lowest, changing)))


def _like(options: Sequence[OptionResult], value: float) -> list[OptionResult]:
    """The options of which the lowest point can hardly be told from ``value``."""
    return [one for one in options if abs(_lowest(one) - value) < _ALIKE]


def _lowest(option: OptionResult) -> float:
    return option.outcomes["capacity_low"].p50


def _range(options: Sequence[OptionResult]) -> tuple[str, str]:
    bands = [one.outcomes["capacity_low"] for one in options]
    return number(min(band.p10 for band in bands)), number(max(band.p90 for band in bands))


def _names(options: Sequence[OptionResult]) -> str:
    return gettext(" and ").join(one.label for one in options)
