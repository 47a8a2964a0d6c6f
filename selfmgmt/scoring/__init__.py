"""Criteria, weights of roles, and ranking."""

from selfmgmt.scoring.acceptability import (
    central_weights,
    confidence_factors,
    pairwise_winning,
    rank_acceptability,
)
from selfmgmt.scoring.additive import weighted_sum
from selfmgmt.scoring.agreement import kendall_w
from selfmgmt.scoring.best_worst import best_worst_method
from selfmgmt.scoring.criteria import default_criteria, load_criteria
from selfmgmt.scoring.dominance import dominates
from selfmgmt.scoring.group import pairwise_conflict
from selfmgmt.scoring.hierarchy import analytic_hierarchy
from selfmgmt.scoring.promethee import Preference, promethee_flows, promethee_ii
from selfmgmt.scoring.ranking import rank_options, rank_shares
from selfmgmt.scoring.reasons import why
from selfmgmt.scoring.role_rankings import rank_for_roles
from selfmgmt.scoring.roles import load_roles
from selfmgmt.scoring.stability import smallest_flip, weight_stability
from selfmgmt.scoring.topsis import topsis
from selfmgmt.scoring.values import performance_of
from selfmgmt.scoring.weights import rank_order_centroid, swing_weights

__all__ = [
    "Preference",
    "analytic_hierarchy",
    "best_worst_method",
    "central_weights",
    "confidence_factors",
    "default_criteria",
    "dominates",
    "kendall_w",
    "load_criteria",
    "load_roles",
    "pairwise_conflict",
    "pairwise_winning",
    "performance_of",
    "promethee_flows",
    "promethee_ii",
    "rank_acceptability",
    "rank_for_roles",
    "rank_options",
    "rank_order_centroid",
    "rank_shares",
    "smallest_flip",
    "swing_weights",
    "topsis",
    "weight_stability",
    "weighted_sum",
    "why",
]
