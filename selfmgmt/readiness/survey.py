"""A survey from file to findings: read, protected, scored, weighed; and a later one beside it."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from selfmgmt.errors import InputError
from selfmgmt.readiness.answers import Answers
from selfmgmt.readiness.differences import Difference, group_differences
from selfmgmt.readiness.groups import TOTAL, Group
from selfmgmt.readiness.importing import read_answers
from selfmgmt.readiness.labelled import LabelledSurvey
from selfmgmt.readiness.privacy import publishable
from selfmgmt.readiness.published import Published
from selfmgmt.readiness.quality import ScaleQuality, TeamAgreement, scale_quality, team_agreement
from selfmgmt.readiness.remarks import Remark
from selfmgmt.readiness.rounding import rounded
from selfmgmt.readiness.sizes import read_sizes
from selfmgmt.readiness.survey_profile import SurveyProfile, survey_profile
from selfmgmt.readiness.waves import Wave, Waves, compare_waves


@dataclass(frozen=True, kw_only=True)
class Findings(LabelledSurvey):
    """All that may be told of one measurement; the answers themselves are not in it.

    Attributes:
        remarks: What was changed or left out while reading.
        response: Part of the people asked who answered; None when it is not known.
        roles: How roles differ.
        teams: How teams differ.
        since: What changed since an earlier measurement, if there is one.
    """

    remarks: tuple[Remark, ...]
    response: float | None
    published: Published
    profile: SurveyProfile
    quality: dict[str, ScaleQuality]
    agreement: dict[str, TeamAgreement]
    roles: tuple[Difference, ...]
    teams: tuple[Difference, ...]
    since: Waves | None = None


def read_findings(
    path: str | Path,
    *,
    sizes: str | Path | None = None,
    before: str | Path | None = None,
    seed: int = 1,
) -> Findings:
    """What may be told of the answers in a file.

    Args:
        path: A file with answers, see :func:`selfmgmt.readiness.importing.read_answers`.
        sizes: A file with how many people were asked, see
            :func:`selfmgmt.readiness.sizes.read_sizes`.
        before: A file with the answers of an earlier measurement.
        seed: Start of the random numbers.

    Raises:
        InputError: A file cannot be read, or so few people answered that nothing may be shown.
    """
    answers = read_answers(path)
    invited = read_sizes(sizes, answers) if sizes else {}
    earlier = read_answers(before) if before else None
    return findings_of(answers, invited, earlier=earlier, seed=seed)


def findings_of(
    answers: Answers,
    invited: Mapping[Group, int],
    *,
    earlier: Answers | None = None,
    seed: int = 1,
) -> Findings:
    """What may be told of one measurement.

    Args:
        answers: What people answered.
        invited: How many people each group has; what is not known is left out.
        earlier: The answers of an earlier measurement.
        seed: Start of the random numbers.

    Raises:
        InputError: So few people answered that nothing may be shown, or the second measurement
            repeats the first.
    """
    remarks = answers.remarks
    answers, rng = _in_order(answers), np.random.default_rng(seed)
    published = publishable(answers, sizes=invited)
    try:
        profile = survey_profile(answers, published, rng=rng)
    except InputError as fault:  # who did not finish may be why there are too few
        unfinished = [str(remark) for remark in remarks if remark.kind == "unfinished"]
        raise InputError(*fault.faults, *unfinished) from None
    return Findings(
        remarks=remarks,
        response=rounded(len(answers) / invited[TOTAL]) if invited.get(TOTAL) else None,
        published=published,
        profile=profile,
        quality=scale_quality(answers, published),
        agreement=team_agreement(answers, published),
        roles=group_differences(published, "role"),
        teams=group_differences(published, "team"),
        since=_since(earlier, Wave(answers=answers, published=published), rng),
    )


def _since(earlier: Answers | None, now: Wave, rng: np.random.Generator) -> Waves | None:
    if earlier is None:
        return None
    before = _in_order(earlier)
    return compare_waves(Wave(answers=before, published=publishable(before)), now, rng=rng)


def _in_order(answers: Answers) -> Answers:
    """The sheets sorted by what is on them: the draws must not depend on whose sheet came first."""
    return answers.select(np.lexsort(answers.values.T))
