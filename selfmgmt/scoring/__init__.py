"""Criteria, weights of roles, and ranking."""

from selfmgmt.scoring.additive import weighted_sum
from selfmgmt.scoring.agreement import kendall_w
from selfmgmt.scoring.criteria import default_criteria, load_criteria
from selfmgmt.scoring.ranking import rank_options, rank_shares, why
from selfmgmt.scoring.roles import load_roles, rank_for_roles
from selfmgmt.scoring.values import performance_of
from selfmgmt.scoring.weights import rank_order_centroid, swing_weights

__all__ = [
    "default_criteria",
    "kendall_w",
    "load_criteria",
    "load_roles",
    "performance_of",
    "rank_for_roles",
    "rank_options",
    "rank_order_centroid",
    "rank_shares",
    "swing_weights",
    "weighted_sum",
    "why",
]
