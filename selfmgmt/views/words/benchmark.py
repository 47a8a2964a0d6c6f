"""A group of municipalities side by side, in a table and in words."""

from collections.abc import Mapping, Sequence

from selfmgmt.language import gettext
from selfmgmt.numbers import number
from selfmgmt.reference.indicators import INDICATORS, Indicator
from selfmgmt.reference.municipalities import Municipality
from selfmgmt.uncertainty import Quantiles
from selfmgmt.views.tables import Table


def indicators_table(
    name: str, members: Sequence[Municipality], others: Sequence[Municipality]
) -> Table:
    """The figures of staff and money of each, the own organisation first.

    Args:
        name: Of the own organisation.
        members: The municipalities of the own organisation.
        others: The municipalities beside it.
    """
    indicators = tuple(INDICATORS.values())
    groups = [(name, members), *((str(one), (one,)) for one in others)]
    return Table(
        caption=gettext("Staff and money, from what municipalities filed"),
        heads=(
            gettext("Municipality"),
            gettext("Inhabitants"),
            *(one.label for one in indicators),
        ),
        rows=tuple(
            (
                label,
                number(sum(one.inhabitants for one in group)),
                *(_figure(one, group) for one in indicators),
            )
            for label, group in groups
        ),
    )


def _figure(indicator: Indicator, members: Sequence[Municipality]) -> str:
    value, year = indicator.value(members), indicator.year(members)
    if value is None:
        return gettext("not known")
    return f"{indicator.shown(value)} ({year})"


def overlap_sentences(ranges: Mapping[str, Mapping[str, Quantiles]]) -> list[str]:
    """For how many of the others the range of each option overlaps that of the own organisation.

    Args:
        ranges: Option to municipality to its range; the first municipality is the own one.
    """
    return [_overlap(label, list(bands.values())) for label, bands in ranges.items()]


def _overlap(label: str, bands: Sequence[Quantiles]) -> str:
    own, *others = bands
    alike = sum(own.p10 <= other.p90 and other.p10 <= own.p90 for other in others)
    return gettext(
        "{option}: for {count} of the {all} others the range overlaps yours.",
        option=label,
        count=alike,
        all=len(others),
    )


def per_thousand_words() -> str:
    """The unit of posts beside those of others."""
    return gettext("FTE per 1,000 inhabitants")


def benchmark_notes() -> list[str]:
    """What the reader must know before comparing."""
    return [
        gettext(
            "Of the other municipalities only public figures are used, with wide ranges. What they "
            "do not tell apart, such as capacity and absence, is left out here."
        ),
        gettext(
            "Where ranges overlap, the calculation does not tell who would need more. A "
            "difference says something about figures that were filed, not about how well people "
            "work."
        ),
    ]
