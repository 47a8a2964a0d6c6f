"""What it takes as a JSON document: what ``search --json`` prints."""

from typing import Any

from selfmgmt.analysis.bounds import shares_gone
from selfmgmt.analysis.frontier import FrontierPoint
from selfmgmt.analysis.pairs import Pair
from selfmgmt.analysis.search import Found, Search
from selfmgmt.analysis.study import Study
from selfmgmt.views.document import plain, range_of

SCHEMA = "selfmgmt/search/2"


def search_document(study: Study, found: Search) -> dict[str, Any]:
    """The search in plain lists, texts and numbers; shares are fractions, money whole euros."""
    document: dict[str, Any] = plain(
        {
            "schema": SCHEMA,
            "case": study.case.name,
            "seed": found.seed,
            "draws": found.draws,
            "goal": found.goal.model_dump(),
            "saving_target_eur": round(study.question.saving_target.value),
            "deepest_measured_share": study.deepest_measured,
            "fit": [_found(study, one) for one in found.fit],
            "price_of": {
                demand: None if one is None else _found(study, one)
                for demand, one in found.price_of.items()
            },
            "frontiers": [
                {
                    **_pair(frontier.pair),
                    "points": [_point(study, point) for point in frontier.points],
                }
                for frontier in found.frontiers
            ],
        }
    )
    return document


def _found(study: Study, one: Found) -> dict[str, Any]:
    return {**_pair(one.pair), **_point(study, one.point)}


def _pair(pair: Pair) -> dict[str, Any]:
    return {"way": pair.way_key, "mix": pair.mix_key}


def _point(study: Study, point: FrontierPoint) -> dict[str, Any]:
    return {
        "m": point.plan.factor,
        "gone": shares_gone(point.plan, study.bounds),
        "reach": point.reach,
        "target_met_probability": point.certainty,
        "satisfaction_change": range_of("satisfaction_mean", point.staff),
        "support_left": point.support_left,
        "deep_share": point.deep_share,
        **{key: range_of(key, band) for key, band in point.outcomes.items()},
    }
