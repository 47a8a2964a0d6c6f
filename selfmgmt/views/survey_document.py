"""What a survey says, for other programs: plain lists, texts and numbers."""

from collections import Counter
from dataclasses import asdict
from typing import Any

from selfmgmt.readiness.differences import Difference
from selfmgmt.readiness.published import Published
from selfmgmt.readiness.survey import Findings
from selfmgmt.readiness.survey_profile import MeasuredDimension
from selfmgmt.readiness.waves import Waves
from selfmgmt.readiness.wording import load_survey


def survey_document(findings: Findings) -> dict[str, Any]:
    """The findings as ``selfmgmt readiness --json`` prints them; nobody's answers are in them."""
    profile, published = findings.profile, findings.published
    return {
        "schema": "selfmgmt/readiness/1",
        "respondents": profile.respondents,
        "response": findings.response,
        "scores": {key: _dimension(found) for key, found in profile.dimensions.items()},
        "weakest": list(profile.weakest),
        "reliability": {key: asdict(scale) for key, scale in findings.quality.items()},
        "agreement": {key: asdict(each) for key, each in findings.agreement.items()},
        "groups": [{**asdict(score), "group": score.group._asdict()} for score in published.scores],
        "differences": {
            "role": [_difference(each) for each in findings.roles],
            "team": [_difference(each) for each in findings.teams],
        },
        "since": findings.since and _waves(findings.since),
        "withheld": _withheld(published),
        "left_out": list(published.left_out),
        "unchecked": [group._asdict() for group in published.unchecked],
        "rules": asdict(published.rules),
        "rounding": load_survey().rounding.model_dump(),
        "remarks": [
            {"kind": remark.kind, "row": remark.row, "text": str(remark)}
            for remark in findings.remarks
        ],
    }


def _withheld(published: Published) -> list[dict[str, Any]]:
    """How many groups are withheld, by kind, dimension and reason; their names stay here."""
    counts = Counter((each.group.kind, each.dimension, each.reason) for each in published.withheld)
    return [
        {
            "group": {"kind": kind, "name": ""},
            "dimension": dimension,
            "reason": reason,
            "groups": count,
        }
        for (kind, dimension, reason), count in counts.items()
    ]


def _dimension(found: MeasuredDimension) -> dict[str, Any]:
    score = asdict(found.score)
    return {**score, **{key: value for key, value in asdict(found).items() if key != "score"}}


def _difference(found: Difference) -> dict[str, Any]:
    return {**asdict(found), "stands_out": found.stands_out}


def _waves(waves: Waves) -> dict[str, Any]:
    changes = [
        {**asdict(each), "difference": each.difference, "stands_out": each.stands_out}
        for each in waves.changes
    ]
    return {**asdict(waves), "changes": changes}
