"""What each outcome of a comparison is called, and how its figures are written."""

import math
from collections.abc import Callable
from dataclasses import dataclass

from selfmgmt.analysis.bands import Band
from selfmgmt.language import gettext
from selfmgmt.language import gettext_noop as _
from selfmgmt.numbers import euro, number, percentage


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
    def is_share(self) -> bool:
        """Whether its figures are shares, which people read as percentages."""
        return self.write is _share

    def range(self, band: Band) -> str:
        """The middle figure with its range: ``€ 1,2 mln (0,4 tot 2,1)``; alone without spread."""
        if band.p10 == band.p90:
            return self.write(band.p50)
        return gettext(
            "{middle} ({low} to {high})",
            middle=self.write(band.p50),
            low=self.write(band.p10),
            high=self.write(band.p90),
        )


def money(amount: float) -> str:
    """An amount as precise as a calculation with ranges can be: two or three figures.

    >>> money(372_974).split(), money(-17_339).split()
    (['€', '370.000'], ['−€', '17.000'])
    """
    step = 10_000 if abs(amount) >= 100_000 else 1_000
    return euro(step * round(amount / step))


def _index(value: float) -> str:
    return number(value, 1)


def _points(value: float) -> str:
    return number(value)


def _share(value: float) -> str:
    return percentage(value, 1)


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
    )
}
