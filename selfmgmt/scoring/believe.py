"""What one must believe: how much better people must judge an option to make up for its lag."""

from selfmgmt.errors import InputError
from selfmgmt.language import gettext


def lag_points(reference: float, value: float) -> float:
    """How many points of 100 a value lies behind that of the reference.

    Args:
        reference: On the scale of value, 0 to 1, by the computed criteria alone.
        value: Likewise.

    >>> lag_points(0.75, 0.5)
    25.0
    """
    return 100 * (reference - value)


def needed_points(lag: float, judged_weight: float) -> float:
    """How many points of 100 higher one must be judged, on all judged criteria, to draw level.

    With judged criteria of weight w together, and the computed ones sharing the rest, the lag
    counts for (1 - w) and each judged point for w: level is at lag (1 - w) / w.

    Args:
        lag: Points of 100 behind the reference on the computed criteria alone.
        judged_weight: Weight of the judged criteria together, as a share of all weight.

    Returns:
        Points of 100: under 0 needs no belief, over 100 no judgement can make up for.

    Raises:
        InputError: The weight is not more than 0 and at most 1.

    >>> round(needed_points(6, 0.2), 6)
    24.0
    """
    if not 0 < judged_weight <= 1:
        raise InputError(
            gettext(
                "judged_weight is {given}; use a share of all weight, more than 0 and at most 1.",
                given=judged_weight,
            )
        )
    return lag * (1 - judged_weight) / judged_weight
