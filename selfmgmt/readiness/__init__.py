"""From answers of people to what stands in the way."""

from selfmgmt.readiness.agreement import rwg, rwg_j
from selfmgmt.readiness.instrument import load_instrument
from selfmgmt.readiness.intraclass import group_icc, intraclass_correlation
from selfmgmt.readiness.omega import mcdonald_omega
from selfmgmt.readiness.profile import advice, readiness_profile
from selfmgmt.readiness.reliability import (
    alpha_by_group,
    cronbach_alpha,
    item_rest_correlations,
)

__all__ = [
    "advice",
    "alpha_by_group",
    "cronbach_alpha",
    "group_icc",
    "intraclass_correlation",
    "item_rest_correlations",
    "load_instrument",
    "mcdonald_omega",
    "readiness_profile",
    "rwg",
    "rwg_j",
]
