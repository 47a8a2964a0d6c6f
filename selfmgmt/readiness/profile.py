"""From scores per dimension to a profile, the weakest dimension, and readiness as a range."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import fsum

from selfmgmt.errors import InputError
from selfmgmt.fields import Estimate
from selfmgmt.language import gettext
from selfmgmt.readiness.instrument import HIGHEST, LOWEST, Dimension, load_instrument
from selfmgmt.uncertainty import Interval

_LEVER = "frameworks"  # a condition of its own in the model
_LEAST_ANSWERED = 4
_TIE = 1e-9

Score = Estimate | Interval | None
"""What a few people judged, what a survey found, or nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadinessProfile:
    """How ready the organisation is.

    Attributes:
        dimensions: Dimension to its score, 0 (nothing in place) to 1 (all in place), in the order
            of the instrument.
        unfilled: The dimensions that are still open; they have the range of the default.
        weakest: The filled dimension with the lowest central score; several when they tie,
            none when nothing is filled in.
        rho: Readiness of the whole, 0 to 1, as the transition model takes it.
    """

    dimensions: dict[str, Estimate]
    unfilled: tuple[str, ...]
    weakest: tuple[str, ...]
    rho: Estimate

    @property
    def filled(self) -> dict[str, Estimate]:
        """The dimensions that were filled in, with their scores."""
        return {key: one for key, one in self.dimensions.items() if key not in self.unfilled}


def readiness_profile(
    scores: Mapping[str, Score],
    *,
    margin: Estimate,
    default: Estimate,
    weakest_weight: float,
    nonresponse: float = 1.0,
) -> ReadinessProfile:
    """Turn a self-assessment, or the scores of a survey, into a profile and a range for readiness.

    A score ``s`` becomes ``(s - 1) / 4``, so that "not at all" is 0 and "fully" is 1. Its
    range is widened on both sides by the central ``margin``, and cut off at 0 and 1: people
    who judge their own organisation are further off than the range they give. Of a survey the
    margin counts for the part of the people who did not answer (``nonresponse``); for the
    others the range itself says how far the mean may be off. An open dimension takes the range
    ``default``.
    Then, over the dimensions that were answered, for low, central and high::

        rho = weakest_weight * lowest + (1 - weakest_weight) * mean

    The weakest counts most, since that is where a change gets stuck. The dimension ``frameworks``
    is left out: boundaries are a condition of their own, with a lever. The lows go with the lows,
    as if all dimensions err in the same direction: the same people fill them in, so errors do not
    cancel out. With fewer than four answers ``rho`` is ``default`` itself.

    Args:
        scores: Dimension to score, 1 to 5; left out or ``None`` is open. That of a survey is an
            interval: the dimension keeps it, and ``rho`` gets the prior that belongs to it.
        margin: How far a self-assessment may be off, on the scale 0 to 1.
        default: Readiness when too little is known, on the scale 0 to 1.
        weakest_weight: What the weakest dimension counts beside the mean, 0 to 1.
        nonresponse: Part of the people of whom nothing was heard; 1 for a self-assessment.

    Raises:
        InputError: A dimension does not exist, or a score is outside 1 to 5.

    >>> flat = Estimate.model_validate
    >>> profile = readiness_profile(
    ...     {"trust": flat(2), "support": flat(4), "change": flat(4), "politics": flat(4)},
    ...     margin=flat(0.1), default=flat(0.5), weakest_weight=0.5,
    ... )
    >>> profile.weakest, profile.rho.central
    (('trust',), 0.4375)
    """
    known = load_instrument().dimensions
    _check(scores, known)
    wider = nonresponse * margin.central
    given = {key: score for key in known if (score := scores.get(key)) is not None}
    filled = {key: _widened(score, wider) for key, score in given.items()}
    priors = {key: _widened(_prior(score), wider) for key, score in given.items()}
    return ReadinessProfile(
        dimensions={key: filled.get(key, _plain(default)) for key in known},
        unfilled=tuple(key for key in known if key not in filled),
        weakest=_weakest(filled),
        rho=_whole(priors, default, weakest_weight),
    )


def advice(profile: ReadinessProfile) -> dict[str, Dimension]:
    """What practice advises for each of the weakest dimensions."""
    known = load_instrument().dimensions
    return {key: known[key] for key in profile.weakest}


def _check(scores: Mapping[str, Score], known: Iterable[str]) -> None:
    faults = [
        gettext(
            "readiness has no dimension {given}; use one of {allowed}.",
            given=repr(key),
            allowed=", ".join(known),
        )
        for key in scores
        if key not in known
    ]
    faults += [
        gettext(
            "readiness {dimension} is {low:.10g} to {high:.10g}; use {lowest} to {highest}, "
            "or leave it open.",
            dimension=key,
            low=score.low,
            high=score.high,
            lowest=LOWEST,
            highest=HIGHEST,
        )
        for key, score in scores.items()
        if score is not None and not LOWEST <= score.low <= score.high <= HIGHEST
    ]
    if faults:
        raise InputError(*faults)


def _widened(score: Estimate | Interval, margin: float) -> Estimate:
    return Estimate(
        low=max(0.0, _share(score.low) - margin),
        central=_share(score.central),
        high=min(1.0, _share(score.high) + margin),
    )


def _prior(score: Estimate | Interval) -> Estimate:
    if isinstance(score, Interval):
        return score.prior(lowest=LOWEST, highest=HIGHEST)
    return score


def _plain(default: Estimate) -> Estimate:
    """A parameter of the ledger as a range alone."""
    return Estimate(low=default.low, central=default.central, high=default.high)


def _share(score: float) -> float:
    return (score - LOWEST) / (HIGHEST - LOWEST)


def _weakest(filled: Mapping[str, Estimate]) -> tuple[str, ...]:
    lowest = min((score.central for score in filled.values()), default=0.0)
    return tuple(key for key, score in filled.items() if score.central <= lowest + _TIE)


def _whole(priors: Mapping[str, Estimate], default: Estimate, weakest_weight: float) -> Estimate:
    answered = [score for key, score in priors.items() if key != _LEVER]
    if len(answered) < _LEAST_ANSWERED:
        return _plain(default)
    bounds = {}
    for end in ("low", "central", "high"):
        scores = [getattr(score, end) for score in answered]
        mean = fsum(scores) / len(scores)
        bounds[end] = mean + weakest_weight * (min(scores) - mean)
    return Estimate(**bounds)
