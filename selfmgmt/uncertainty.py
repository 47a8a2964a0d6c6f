"""What is known of a figure: quantiles of draws, an interval of an estimate, or a prior.

A prior is an :class:`~selfmgmt.fields.Estimate`: the triangle that the model draws from, with ends
that no draw passes. An interval has ends that five in a hundred do pass, so it becomes a prior by
:meth:`Interval.prior` and in no other way. Bounds on what may be filled in are
:class:`~selfmgmt.fields.Limits`.
"""

from dataclasses import dataclass

from selfmgmt.fields import Estimate

_OUTSIDE = 0.025  # of a 95 % interval, on each side
_STEPS = 60  # each takes four fifths of what is wrong away


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantiles:
    """One in ten draws is below ``p10``, half below ``p50``, nine in ten below ``p90``."""

    p10: float
    p50: float
    p90: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """An estimate with its 95 % interval: five in a hundred lie below ``low`` or above ``high``."""

    low: float
    central: float
    high: float

    def prior(self, *, lowest: float, highest: float) -> Estimate:
        """The triangle of which one in forty draws lies below ``low``, and one in forty above.

        With ``a`` and ``b`` the widths below and above the top, the share below the interval is
        ``(a - d)^2 / (a (a + b))`` where ``d`` is the width of the interval on that side; likewise
        above.

        Args:
            lowest: What no value can be below; the triangle is cut off there.
            highest: What no value can be above.

        >>> prior = Interval(low=2, central=3, high=4).prior(lowest=1, highest=5)
        >>> round(prior.low, 3), prior.central, round(prior.high, 3)
        (1.712, 3.0, 4.288)
        """
        below, above = self.central - self.low, self.high - self.central
        a, b = below, above
        for _step in range(_STEPS):
            a, b = (
                below + (_OUTSIDE * a * (a + b)) ** 0.5,
                above + (_OUTSIDE * b * (a + b)) ** 0.5,
            )
        return Estimate(
            low=max(self.central - a, lowest),
            central=self.central,
            high=min(self.central + b, highest),
        )
