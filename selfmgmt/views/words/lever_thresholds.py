"""Which levers make or break the target of one option."""

from collections.abc import Sequence

import numpy as np

from selfmgmt.analysis.lever_space import lever_value
from selfmgmt.analysis.turning import LeverCurve
from selfmgmt.case.design import Design
from selfmgmt.field_facts import fields_of
from selfmgmt.language import gettext, small
from selfmgmt.numbers import percentage
from selfmgmt.views.tables import Table
from selfmgmt.views.words.design import value_in_words

_MOST = 5  # levers in a table
_SEEN = 0.01  # of the futures; less is chance


def moving(curves: Sequence[LeverCurve]) -> list[LeverCurve]:
    """The levers that change the chance at all, the ones that change it most first."""
    ranked = sorted(curves, key=lambda curve: -float(np.ptp(curve.certainty)))
    return [curve for curve in ranked if np.ptp(curve.certainty) >= _SEEN]


def lever_sentences(curves: Sequence[LeverCurve], *, option: str, certainty: float) -> list[str]:
    """Where one lever alone brings the chance above what was asked, or takes it below.

    Args:
        curves: Of one option.
        option: Its name.
        certainty: The chance that was asked for, 0 to 1.
    """
    found = moving(curves)
    if not found:
        return [
            gettext(
                "{option}: no lever by itself changes the chance to reach the saving in time.",
                option=option,
            )
        ]
    turning = [curve for curve in found if curve.turns]
    if turning:
        return [_turn(curve, option, certainty) for curve in turning]
    best = max(found, key=lambda curve: float(curve.certainty.max()))
    if min(float(curve.certainty.min()) for curve in found) >= certainty:
        return [
            gettext(
                "{option}: whichever lever you move, the chance to reach the saving in time stays "
                "at or above {certainty}.",
                option=option,
                certainty=percentage(certainty),
            )
        ]
    return [
        gettext(
            "{option}: no lever by itself brings the chance to reach the saving in time to "
            "{certainty}. Closest comes {lever}, at {value}: {chance}.",
            option=option,
            certainty=percentage(certainty),
            lever=_name(best),
            value=_position(best, float(best.positions[best.certainty.argmax()])),
            chance=percentage(float(best.certainty.max())),
        )
    ]


def _turn(curve: LeverCurve, option: str, certainty: float) -> str:
    points = gettext(" and ").join(_position(curve, turn) for turn in curve.turns)
    words = {
        "option": option,
        "lever": _name(curve),
        "points": points,
        "certainty": percentage(certainty),
    }
    if curve.certainty[0] < curve.certainty[-1]:
        return gettext(
            "{option}, {lever}: above about {points} the chance to reach the saving in time is at "
            "least {certainty}.",
            **words,
        )
    return gettext(
        "{option}, {lever}: below about {points} the chance to reach the saving in time is at "
        "least {certainty}.",
        **words,
    )


def lever_table(curves: Sequence[LeverCurve]) -> Table:
    """What the levers that matter most do to the chance, from end to end."""
    return Table(
        caption=gettext("The chance to reach the saving in time, when one lever moves"),
        heads=(
            gettext("Lever"),
            gettext("From"),
            gettext("Chance"),
            gettext("To"),
            gettext("Chance then"),
        ),
        words=(gettext("From"), gettext("To")),
        rows=tuple(
            (
                fields_of(Design)[curve.lever].title,
                _position(curve, float(curve.positions[0])),
                percentage(float(curve.certainty[0])),
                _position(curve, float(curve.positions[-1])),
                percentage(float(curve.certainty[-1])),
            )
            for curve in moving(curves)[:_MOST]
        ),
    )


def _name(curve: LeverCurve) -> str:
    return small(fields_of(Design)[curve.lever].title)


def _position(curve: LeverCurve, position: float) -> str:
    return value_in_words(fields_of(Design)[curve.lever], lever_value(curve.lever, position))
