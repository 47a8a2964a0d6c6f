"""The rankings and how firm they are, as a JSON document: what ``score --json`` prints."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from selfmgmt.analysis.asked import requirements_of
from selfmgmt.analysis.beliefs import Belief, beliefs_of
from selfmgmt.analysis.compare import OptionComparison
from selfmgmt.analysis.conflict import Conflict
from selfmgmt.analysis.consequences import consequences_of
from selfmgmt.analysis.involvement import Involved, at_common_imposed
from selfmgmt.analysis.questions import Question
from selfmgmt.analysis.robustness import Robustness, RoleRobustness
from selfmgmt.analysis.weigh import Weighing
from selfmgmt.scoring.arrays import Floats
from selfmgmt.scoring.consistency import load_constants
from selfmgmt.scoring.criteria import Criterion
from selfmgmt.scoring.dominance import dominates
from selfmgmt.scoring.elicitation import points_of_roles
from selfmgmt.scoring.profiles import group_shares, load_profiles
from selfmgmt.scoring.ranking import Ranking
from selfmgmt.scoring.reasons import why
from selfmgmt.scoring.role_rankings import RoleRanking
from selfmgmt.views.document import plain

SCHEMA = "selfmgmt/score/2"


def score_document(
    comparison: OptionComparison, weighings: Mapping[Question, tuple[Weighing, Robustness]]
) -> dict[str, Any]:
    """The rankings in lists, texts and numbers; weights and shares are fractions.

    The first question stands at the top as well, where programs have always found it. Figures keep
    all their digits, so that what should add up does.

    Args:
        comparison: The options side by side.
        weighings: For each question the ranking of each who weighs, and how firm that is.
    """
    scoring = scoring_document(
        comparison,
        {key: one for key, (one, _) in weighings.items()},
        beliefs=beliefs_of(comparison, weighings["ways"][0]) if "ways" in weighings else {},
        involved=at_common_imposed(comparison, load_constants().common_imposed.value),
    )
    questions = {
        key: _with_robustness(found, *weighings[key]) for key, found in scoring["questions"].items()
    }
    first = next(iter(questions))
    return {
        "schema": SCHEMA,
        "case": comparison.study.case.name,
        "seed": comparison.seed,
        "draws": comparison.draws,
        **scoring,
        "question": first,
        **questions[first],
        "questions": questions,
    }


def scoring_document(
    comparison: OptionComparison,
    weighings: Mapping[Question, Weighing],
    *,
    beliefs: Mapping[str, Mapping[str, Belief]],
    involved: Mapping[str, Involved],
) -> dict[str, Any]:
    """What options are scored on, with which weights, and what follows for each question.

    Args:
        comparison: The options side by side.
        weighings: For each question the ranking of each who weighs.
        beliefs: Who weighs to way of working to what one must believe of it.
        involved: Every option as if people were equally involved in it.
    """
    some = next(iter(weighings.values()))
    own = points_of_roles(comparison.study.case)
    return {
        "equal_money": some.equal_money,
        "criteria": {key: _criterion(one) for key, one in some.criteria.items()},
        "weights": {
            **{
                key: _weights(one.weights, some, example=True, label=str(one.label))
                for key, one in load_profiles().items()
            },
            **{key: _weights(points, some, example=False) for key, points in own.items()},
        },
        "questions": {
            key: _question(comparison, one, beliefs if key == "ways" else {})
            for key, one in weighings.items()
        },
        "common_imposed": {key: plain(asdict(one)) for key, one in involved.items()},
    }


def _criterion(criterion: Criterion) -> dict[str, Any]:
    scale = criterion.ends
    return {
        "label": str(criterion.label),
        "group": criterion.group,
        "kind": criterion.kind,
        "asked": criterion.asked,
        "scale": {
            "worst": scale.worst,
            "best": scale.best,
            "measure": scale.measure,
            "grade": scale.grade,
            "source": str(scale.source),
        },
    }


def _weights(
    points: Mapping[str, float], weighing: Weighing, *, example: bool, label: str | None = None
) -> dict[str, Any]:
    """Weights as given, and as groups of goals."""
    total = sum(points.values())
    shares = {key: at / total for key, at in points.items() if at > 0}
    return {
        **({"label": label} if label else {}),
        "example": example,
        "groups": group_shares(shares, weighing.criteria),
        "weights": shares,
    }


def _question(
    comparison: OptionComparison,
    weighing: Weighing,
    beliefs: Mapping[str, Mapping[str, Belief]],
) -> dict[str, Any]:
    consequences = consequences_of(comparison, weighing)
    rankings = weighing.rankings
    return {
        "options": weighing.performance.options,
        "set_aside": weighing.set_aside,
        "nothing": weighing.nothing,
        "consequences": {
            option: {
                key: plain(asdict(found))
                for key, found in (cells | consequences.euros[option]).items()
            }
            for option, cells in consequences.cells.items()
        },
        "left_out": weighing.performance.left_out,
        "dominated": _dominated(weighing),
        "roles": {key: _role(role) for key, role in rankings.ranked.items()},
        "unranked": rankings.unranked,
        "kendall_w": rankings.agreement.kendall_w,
        "wanted_by": rankings.agreement.wanted_by,
        "computed_only": {
            key: {option: round(100 * band.mean, 6) for option, band in role.ranking.bands.items()}
            for key, role in weighing.computed.items()
        },
        "believe": {
            who: {key: asdict(found) for key, found in options.items()}
            for who, options in beliefs.items()
        },
        "asked": {
            who: [asdict(one) for one in each] for who, each in requirements_of(weighing).items()
        },
    }


def _dominated(weighing: Weighing) -> dict[str, list[str]]:
    """Option to those that are as good on all that is counted, in every future, and better."""
    options, table = weighing.performance.options, dominates(weighing.performance.values)
    return {
        option: [better for row, better in enumerate(options) if table[row, column]]
        for column, option in enumerate(options)
        if table[:, column].any()
    }


def _role(role: RoleRanking) -> dict[str, Any]:
    ranking = role.ranking
    return {
        "label": str(role.label),
        "example_weights": role.example,
        "weights": _weights_of(ranking),
        "first": ranking.first,
        "tie": len(ranking.first) > 1,
        "places": ranking.levels,
        "values": {option: asdict(band) for option, band in ranking.bands.items()},
        "chance_first": ranking.chance_first,
        "why": asdict(why(ranking)) if len(ranking.options) > 1 else None,
        "left_out": role.left_out,
        "voices": _responses(role),
    }


def _weights_of(ranking: Ranking) -> dict[str, float]:
    return dict(zip(ranking.criteria, ranking.weights.tolist(), strict=True))


def _responses(role: RoleRanking) -> dict[str, Any] | None:
    """What each person of the role said, and how far they agree; the role has their mean."""
    if not role.voices:
        return None
    return {
        "kendall_w": role.within.kendall_w,
        "wanted_by": role.within.wanted_by,
        "people": {
            letter: {"weights": _weights_of(ranking), "places": ranking.levels}
            for letter, ranking in role.voices.items()
        },
    }


def _with_robustness(
    question: dict[str, Any], weighing: Weighing, robustness: Robustness
) -> dict[str, Any]:
    """One question, and how firm its rankings are."""
    by_role = robustness.roles
    return {
        **question,
        "roles": {
            key: {**role, **_robustness_of_role(by_role[key], robustness.options)}
            for key, role in question["roles"].items()
        },
        "pooled": _pooled(weighing, robustness),
        "any_weights": {key: asdict(one) for key, one in robustness.any_weights.items()},
        "demands": robustness.demands,
        "weight_concentration": robustness.concentration,
    }


def _robustness_of_role(by_role: RoleRobustness, options: Sequence[str]) -> dict[str, Any]:
    return {
        "acceptability": _by_option(by_role.acceptability, options),
        "stability": by_role.stability,
        "smallest_flip": asdict(by_role.change) if by_role.change else None,
        "first_by_method": by_role.first_by_method,
        "methods_agree": by_role.methods_agree,
        "regret": {key: asdict(one) for key, one in by_role.regret.items()},
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
