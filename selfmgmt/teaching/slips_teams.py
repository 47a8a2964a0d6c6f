"""The exercises of the lesson on self-organisation: answers and usual slips, from their figures."""

import math

import numpy as np
from numpy.typing import ArrayLike

from selfmgmt.evidence.ledger import load_ledger
from selfmgmt.teaching.worked import Worked

_WHOLE = 100
_HALF, _BAND = 50.0, 80.0
_LEVELS = (1, 7)  # lowest and highest of a mandate
_QUARTERS, _MONTHS = 4, 3  # in a year, in a quarter


def dose(levels: ArrayLike) -> Worked:
    """How far a mandate goes from today's to that of the cases, 0 to 1, by the ledger.

    >>> round(dose([5, 3, 4, 2, 4, 3]).right, 3)
    0.577
    """
    given = np.asarray(levels, float)
    today, full = _central("dose_level_today"), _central("dose_level_full")
    mean, (lowest, highest) = float(given.mean()), _LEVELS

    def of(level: float) -> float:
        return (level - today) / (full - today)

    right = min(max(of(mean), 0.0), 1.0)
    return Worked(
        right=right,
        slips={
            "mean": mean,
            "of_seven": mean / highest,
            "of_full": mean / full,
            "above_today": mean - today,
            "from_one": (mean - lowest) / (full - lowest),
            "to_seven": (mean - today) / (highest - today),
            "sum": float(given.sum()),
            "highest": of(float(given.max())),
            "lowest": of(float(given.min())),
            "percent": _WHOLE * right,
            "inverse": 1 / of(mean) if of(mean) else math.inf,
            "rest": 1 - right,
            "full": 1.0,
        },
    )


def maturing(imposed: float, coached: float, readiness: float) -> Worked:
    """Quarters until a cohort is nine tenths mature, by the ledger.

    >>> round(maturing(0.5, 0.6, 0.4).right, 2)
    21.32
    """
    years, low, high = (
        getattr(load_ledger().for_calculation("transition_years"), end)
        for end in ("central", "low", "high")
    )
    forced = _central("imposed_delay") * imposed
    alone = _central("uncoached_delay") * (1 - coached)
    steep = _central("readiness_pace")
    delay, pace = 1 + forced + alone, 1 + steep * (0.5 - readiness)
    plain = _QUARTERS * years
    right = plain * delay * pace
    return Worked(
        right=right,
        slips={
            "plain": plain,
            "years": right / _QUARTERS,
            "months": right * _MONTHS,
            "no_pace": plain * delay,
            "no_delay": plain * pace,
            "imposed_only": plain * (1 + forced) * pace,
            "coach_only": plain * (1 + alone) * pace,
            "coached_slower": plain * (1 + forced + _central("uncoached_delay") * coached) * pace,
            "readiness_slows": plain * delay * (1 - steep * (0.5 - readiness)),
            "not_from_half": plain * delay * (1 + steep * readiness),
            "low_end": _QUARTERS * low * delay * pace,
            "high_end": _QUARTERS * high * delay * pace,
            "delay": delay * pace,
        },
    )


def coaches(teams: float, scope: float) -> Worked:
    """FTE of coaches that the teams in scope need, by the ledger.

    >>> coaches(40, 0.7).right
    2.8
    """
    each = load_ledger().for_calculation("teams_per_coach")
    inside = scope * teams
    right = inside / each.central
    return Worked(
        right=right,
        slips={
            "all_teams": teams / each.central,
            "in_scope": inside,
            "multiplied": inside * each.central,
            "inverse": each.central / inside,
            "mature": inside / _central("teams_per_coach_mature"),
            "low_end": inside / each.high,
            "high_end": inside / each.low,
            "rest": (1 - scope) * teams / each.central,
            "divided": teams / scope / each.central,
            "per_coach": each.central,
            "rounded_up": float(math.ceil(right)),
            "per_hundred": right / teams * _WHOLE,
        },
    )


def pairs(way: ArrayLike, cut: ArrayLike) -> Worked:
    """In how many of 100 futures one option gives more than another in the same future.

    >>> pairs([2.0, 3.0, 4.0, 5.0], [1.0, 2.0, 3.0, 6.0]).right
    75.0
    """
    ours, theirs = np.asarray(way, float), np.asarray(cut, float)
    right = float(_WHOLE * (ours > theirs).mean())
    below = np.searchsorted(np.sort(theirs), ours)  # of all futures of the other, mixed up
    return Worked(
        right=right,
        slips={
            "complement": _WHOLE - right,
            "share": right / _WHOLE,
            "medians": float(_WHOLE * (np.median(ours) > np.median(theirs))),
            "unpaired": float(_WHOLE * below.mean() / theirs.size),
            "half": _HALF,
            "band": _BAND,
            "count": float((ours > theirs).sum()),
            "all": float(ours.size),
            "difference": float(np.median(ours - theirs)),
            "of_medians": float(np.median(ours) - np.median(theirs)),
            "way_middle": float(np.median(ours)),
            "cut_middle": float(np.median(theirs)),
        },
    )


def _central(key: str) -> float:
    return float(load_ledger().for_calculation(key).central)
