"""The rankings and how firm they are, as a JSON document: what ``score --json`` prints."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from selfmgmt.analysis.compare import SideBySide
from selfmgmt.analysis.conflict import Conflict
from selfmgmt.analysis.robustness import Robustness, RoleRobustness
from selfmgmt.analysis.weigh import Weighing
from selfmgmt.scoring.arrays import Floats
from selfmgmt.scoring.ranking import why
from selfmgmt.scoring.roles import RoleRanking

SCHEMA = "selfmgmt/score/1"


def score_document(
    comparison: SideBySide, weighing: Weighing, robustness: Robustness
) -> dict[str, Any]:
    """The rankings in lists, texts and numbers; weights and shares are fractions.

    Figures keep all their digits, so that what should add up does.

    Args:
        comparison: The options side by side.
        weighing: The ranking of each role.
        robustness: How firm those rankings are.
    """
    rankings = weighing.rankings
    return {
        "schema": SCHEMA,
        "case": comparison.study.case.name,
        "seed": comparison.seed,
        "draws": comparison.draws,
        "roles": {
            key: {**_role(role), **_firmness(robustness.roles[key], robustness.options)}
            for key, role in rankings.ranked.items()
        },
        "unranked": rankings.unranked,
        "set_aside": weighing.set_aside,
        "plain_cuts": weighing.plain_cuts,
        "kendall_w": rankings.agreement.kendall_w,
        "wanted_by": rankings.agreement.wanted_by,
        "pooled": _pooled(weighing, robustness),
        "any_weights": {key: asdict(one) for key, one in robustness.any_weights.items()},
        "dominated": robustness.dominated,
        "demands": robustness.demands,
        "weight_concentration": robustness.concentration,
    }


def _role(role: RoleRanking) -> dict[str, Any]:
    ranking = role.ranking
    return {
        "label": str(role.label),
        "example_weights": role.example,
        "weights": dict(zip(ranking.criteria, ranking.weights.tolist(), strict=True)),
        "places": ranking.places,
        "values": {option: asdict(band) for option, band in ranking.bands.items()},
        "chance_first": ranking.chance_first,
        "why": asdict(why(ranking)) if len(ranking.options) > 1 else None,
        "left_out": role.left_out,
        "voices": _voices(role),
    }


def _voices(role: RoleRanking) -> dict[str, Any] | None:
    """What each person of the role said, and how far they agree; the role has their mean."""
    if not role.voices:
        return None
    return {
        "kendall_w": role.within.kendall_w,
        "wanted_by": role.within.wanted_by,
        "people": {
            letter: {
                "weights": dict(zip(ranking.criteria, ranking.weights.tolist(), strict=True)),
                "places": ranking.places,
            }
            for letter, ranking in role.voices.items()
        },
    }


def _firmness(firm: RoleRobustness, options: Sequence[str]) -> dict[str, Any]:
    return {
        "acceptability": _by_option(firm.acceptability, options),
        "stability": firm.stability,
        "smallest_flip": asdict(firm.change) if firm.change else None,
        "first_by_method": firm.first_by_method,
        "methods_agree": firm.methods_agree,
        "regret": {key: asdict(one) for key, one in firm.regret.items()},
    }


def _pooled(weighing: Weighing, robustness: Robustness) -> dict[str, Any] | None:
    """All roles together, never without how far they disagree."""
    if robustness.pooled is None:
        return None
    return {
        "acceptability": _by_option(robustness.pooled, robustness.options),
        "kendall_w": weighing.rankings.agreement.kendall_w,
        "conflicts": [_conflict(one) for one in robustness.conflicts],
        "divides": robustness.causes,
    }


def _conflict(conflict: Conflict) -> dict[str, Any]:
    return {
        "roles": conflict.roles,
        "chance": conflict.chance,
        "division": asdict(conflict.division) if conflict.division else None,
        "criterion": conflict.division.criterion if conflict.division else None,
    }


def _by_option(shares: Floats, options: Sequence[str]) -> dict[str, list[float]]:
    """Option to the share of the cases in which it has each rank, best first."""
    return dict(zip(options, shares.tolist(), strict=True))
