"""From the interval of a survey to the triangular prior that the model draws from."""

from selfmgmt.fields import Estimate

_OUTSIDE = 0.025  # of a 95 % interval, on each side
_STEPS = 60  # each takes four fifths of what is wrong away


def triangular_prior(interval: Estimate, *, lowest: float, highest: float) -> Estimate:
    """The triangle of which one in forty draws lies below a 95 % interval, and one in forty above.

    The ends of an interval are no limits: five in a hundred lie outside. The ends of a triangle
    are, so an interval may not be taken for one. With ``a`` and ``b`` the widths below and above
    the top, the share below the interval is ``(a - d)^2 / (a (a + b))`` where ``d`` is the width
    of the interval on that side; likewise above.

    Args:
        interval: The 95 % interval, with the estimate in it.
        lowest: What no value can be below; the triangle is cut off there.
        highest: What no value can be above.

    Returns:
        The ends and the top of the triangle.

    >>> prior = triangular_prior(Estimate(low=2, central=3, high=4), lowest=1, highest=5)
    >>> round(prior.low, 3), prior.central, round(prior.high, 3)
    (1.712, 3.0, 4.288)
    """
    below, above = interval.central - interval.low, interval.high - interval.central
    a, b = below, above
    for _step in range(_STEPS):
        a, b = (
            below + (_OUTSIDE * a * (a + b)) ** 0.5,
            above + (_OUTSIDE * b * (a + b)) ** 0.5,
        )
    return Estimate(
        low=max(interval.central - a, lowest),
        central=interval.central,
        high=min(interval.central + b, highest),
    )
