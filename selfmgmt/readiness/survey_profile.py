"""The profile of a survey: a score per dimension, how sure it is, and how people differ."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass

import numpy as np

from selfmgmt.case.readiness import Readiness
from selfmgmt.errors import InputError
from selfmgmt.language import gettext
from selfmgmt.readiness.answers import Answers
from selfmgmt.readiness.arrays import Floats
from selfmgmt.readiness.groups import TOTAL
from selfmgmt.readiness.instrument import HIGHEST, LOWEST
from selfmgmt.readiness.people import DRAWS, interval, people_scores, resampled_means
from selfmgmt.readiness.published import Published, Score
from selfmgmt.readiness.rounding import decimals, in_steps, rounded
from selfmgmt.readiness.wording import load_survey
from selfmgmt.uncertainty import Interval

_OFTEN = 0.1  # of the draws: what is lowest less often is not named as the weakest


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasuredDimension:
    """What people gave one dimension, 1 (not at all) to 5 (fully).

    Attributes:
        score: The mean, and its interval in 19 of 20 draws of the same people.
        people: How many gave a score.
        spread: The standard deviation between people.
        middle_half: Half of the people lie between these two scores.
        lowest_share: In which part of the draws this dimension is the lowest, 0 to 1.
    """

    score: Interval
    people: int
    spread: float
    middle_half: tuple[float, float]
    lowest_share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveyProfile:
    """The measured readiness of an organisation, without the answers of anyone.

    Attributes:
        respondents: How many people answered any of what may be shown.
        dimensions: Dimension to what people gave it, in the order of the instrument.
        withheld: Dimensions that may not be shown; nothing is told of them.
    """

    respondents: int
    dimensions: dict[str, MeasuredDimension]
    withheld: tuple[str, ...]

    @property
    def scores(self) -> dict[str, Interval]:
        """The score of each dimension, with its interval."""
        return {key: found.score for key, found in self.dimensions.items()}

    @property
    def weakest(self) -> tuple[str, ...]:
        """The dimensions that may well be the lowest, the likeliest first."""
        often = {
            key: found.lowest_share
            for key, found in self.dimensions.items()
            if found.lowest_share >= _OFTEN
        }
        return tuple(sorted(often, key=lambda key: -often[key]))


def survey_profile(
    answers: Answers, published: Published, *, rng: np.random.Generator, draws: int = DRAWS
) -> SurveyProfile:
    """Score each dimension that may be shown, and say how sure that is.

    Args:
        answers: What people answered.
        published: What of it may be shown.
        rng: Source of chance for the draws.
        draws: How many times the same people are drawn again.

    Raises:
        InputError: Nothing of everyone together may be shown.
    """
    given = people_scores(answers, published.items)
    visible = [score for key in given if (score := published.score(TOTAL, key))]
    if not visible:
        raise InputError(_nothing_to_show(published))
    scores = np.column_stack([given[score.dimension] for score in visible])
    return SurveyProfile(
        respondents=int((~np.isnan(scores)).any(axis=1).sum()),
        dimensions=_measured(visible, scores, rng, draws),
        withheld=tuple(key for key in given if not published.shows(TOTAL, key)),
    )


def _nothing_to_show(published: Published) -> str:
    rules = published.rules
    whole = [each.reason for each in published.withheld if each.group == TOTAL]
    reasons = [rules.words(reason) for reason in dict.fromkeys(whole)]
    return gettext(
        "nothing of these answers may be shown: {reasons}. Ask more people to answer.",
        reasons=", ".join(reasons),
    )


def readiness_of(
    profile: SurveyProfile,
    *,
    response: float | None = None,
    year: int | None = None,
    month: int | None = None,
) -> Readiness:
    """The profile as a case holds it: the rounded scores, and no answer of anyone.

    Args:
        profile: What the survey found.
        response: Part of the people asked who answered, 0 to 1; None when not known.
        year: Of the survey.
        month: Of the survey, 1 to 12.
    """
    return Readiness.model_validate(
        {
            "respondents": profile.respondents,
            "response": response,
            "measured_year": year,
            "measured_month": month,
            **{key: asdict(score) for key, score in profile.scores.items()},
        }
    )


def _measured(
    published: Sequence[Score], scores: Floats, rng: np.random.Generator, draws: int
) -> dict[str, MeasuredDimension]:
    resampled = resampled_means(scores, rng, draws)
    lowest = rounded(tuple(_lowest_shares(resampled).tolist()))
    return {
        score.dimension: _dimension(score, scores[:, at], resampled[:, at], lowest[at])
        for at, score in enumerate(published)
    }


def _dimension(
    score: Score, given: Floats, resampled: Floats, lowest_share: float
) -> MeasuredDimension:
    low, high = interval(np.clip(resampled, LOWEST, HIGHEST))
    low, high = rounded((low, high), decimals(score.respondents))
    first, third = np.quantile(given[~np.isnan(given)], (0.25, 0.75)).tolist()
    step = load_survey().rounding.half_step
    return MeasuredDimension(
        score=Interval(low=min(low, score.mean), central=score.mean, high=max(high, score.mean)),
        people=score.respondents,
        spread=score.spread,
        middle_half=(in_steps(first, step), in_steps(third, step)),
        lowest_share=lowest_share,
    )


def _lowest_shares(resampled: Floats) -> Floats:
    """How often each dimension is the lowest of a draw; dimensions that tie share it."""
    known = np.where(np.isnan(resampled), np.inf, resampled)
    is_lowest = known == known.min(axis=1, keepdims=True)
    return np.asarray((is_lowest / is_lowest.sum(axis=1, keepdims=True)).mean(axis=0))
