"""What each outcome of a comparison is called, and how its figures are written."""

import math
import re
from collections.abc import Callable
from dataclasses import dataclass

from selfmgmt.language import gettext
from selfmgmt.language import gettext_noop as _
from selfmgmt.numbers import euro, number, percentage
from selfmgmt.uncertainty import Quantiles

_MANY = 10  # FTE; from here on a tenth of a post tells nothing
_RANGE = _("{middle} ({low} to {high})")


@dataclass(frozen=True, slots=True)
class Outcome:
    """An outcome in words: its name, its unit and how to write its figures."""

    key: str
    name: str
    write: Callable[[float], str]

    @property
    def title(self) -> str:
        """The name in the language of the reader."""
        return gettext(self.name)

    @property
    def kind(self) -> str:
        """How its figures are written: money, index, fte, points, share or quarters."""
        return self.write.__name__.lstrip("_")

    @property
    def is_share(self) -> bool:
        """Whether its figures are shares, which people read as percentages."""
        return self.write is _share

    def range(self, band: Quantiles) -> str:
        """The middle figure with its range; alone when both ends read alike.

        >>> OUTCOMES["capacity_low"].range(Quantiles(p10=91, p50=92, p90=93))
        '92,0 (91,0 tot 93,0)'
        """
        return range_words(band, self.write)

    def difference(self, band: Quantiles) -> str:
        """A change with its range and its sign, the same figures as those of the outcome.

        >>> OUTCOMES["absence_mean"].difference(Quantiles(p10=-0.01, p50=0.005, p90=0.02))
        '+0,5 procentpunt (−1,0 tot +2,0)'
        """
        write = _in_points if self.write is _share else self.write
        points = _percentage_points if self.write is _share else str
        return range_words(band, lambda end: _signed(end, write(end)), points)


def range_words(
    band: Quantiles, write: Callable[[float], str], whole: Callable[[str], str] = str
) -> str:
    """The middle and, in brackets, the ends; the middle alone when the ends read alike.

    Args:
        band: The range.
        write: A figure in words.
        whole: Adds to the middle the unit that its ends go without.
    """
    low, high, middle = write(band.p10), write(band.p90), whole(write(band.p50))
    return middle if low == high else gettext(_RANGE, middle=middle, low=low, high=high)


def money(amount: float) -> str:
    """An amount as precise as a calculation with ranges can be: two or three figures.

    >>> money(372_974).split(), money(-17_339).split()
    (['€', '370.000'], ['−€', '17.000'])
    """
    step = 10_000 if abs(amount) >= 100_000 else 1_000
    return euro(step * round(amount / step))


def _signed(value: float, words: str) -> str:
    """A change in words; what is more has its plus, unless it is written as nothing."""
    return f"+{words}" if value > 0 and re.search("[1-9]", words) else words


def _index(value: float) -> str:
    return number(value, 1)


def _fte(value: float) -> str:
    """Whole posts where there are many."""
    return number(value, 0 if abs(value) >= _MANY else 1)


def _points(value: float) -> str:
    return number(value)


def _share(value: float) -> str:
    return percentage(value, 1)


def _in_points(value: float) -> str:
    return number(100 * value, 1)


def _percentage_points(words: str) -> str:
    return gettext("{points} percentage points", points=words)


def quarters(value: float) -> str:
    """A number of quarters; what never happens within the horizon is said so."""
    return number(value) if math.isfinite(value) else gettext("later")


OUTCOMES = {
    outcome.key: outcome
    for outcome in (
        Outcome("net_saving_eur", _("Net saving per year"), money),
        Outcome("gross_saving_eur", _("Planned saving per year"), money),
        Outcome("realised_saving_eur", _("Saving that is realised"), money),
        Outcome("leaked_eur", _("Leaks away to hired staff"), money),
        Outcome("running_cost_eur", _("New yearly costs"), money),
        Outcome("transition_cost_eur", _("One-off costs"), money),
        Outcome("payback_quarter", _("Paid back in quarter"), quarters),
        Outcome("capacity_low", _("Capacity for residents, lowest point"), _index),
        Outcome("capacity_end", _("Capacity for residents, in the end"), _index),
        Outcome("absence_end", _("Sickness absence"), _share),
        Outcome("turnover_end", _("Staff leaving per year"), _share),
        Outcome("satisfaction_end", _("Satisfied with the organisation"), _share),
        Outcome("steerability_end", _("Steerability"), _points),
        Outcome("vulnerability_end", _("Chance that a task is uncovered"), _share),
        Outcome("gap_eur", _("Gap to the saving target"), money),
        Outcome("net_saving_due_eur", _("Net saving when it is due"), money),
        Outcome("gap_closed", _("Part of the gap that is closed"), _share),
        Outcome("net_term_eur", _("Saved over all years together"), money),
        Outcome("one_off_peak_eur", _("Most money put in before it comes back"), money),
        Outcome("satisfaction_mean", _("Satisfied, mean of all years"), _share),
        Outcome("satisfaction_worst", _("Satisfied, worst quarter"), _share),
        Outcome("absence_mean", _("Sickness absence, mean of all years"), _share),
        Outcome("absence_worst", _("Sickness absence, worst quarter"), _share),
        Outcome("turnover_mean", _("Staff leaving, mean of all years"), _share),
        Outcome("turnover_worst", _("Staff leaving, worst quarter"), _share),
        Outcome("absence_person_years", _("Years of work lost to more absence"), _index),
        Outcome("steerability_low", _("Steerability, lowest point"), _points),
        Outcome("falls_back", _("Chance that managers come back"), _share),
        Outcome("posts_removed_fte", _("Posts that have gone, FTE"), _fte),
        Outcome("hired_removed_fte", _("Hired staff that has gone, FTE"), _fte),
        Outcome("tasks_dropped", _("Part of the tasks that has stopped"), _share),
        Outcome("displaced_fte", _("Posts lost with someone in them, FTE"), _fte),
        Outcome("deep_share", _("Part of all posts that goes"), _share),
    )
}
