"""Everything uncertain by name: a name that is mistyped is found before anything runs."""

from dataclasses import dataclass, fields
from typing import Literal, get_args

from selfmgmt.simulation.draws import Vector


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class OrganisationDraw:
    """Draws of the figures of the organisation and of its readiness, each of shape (draws,).

    ``vulnerability_today`` is only there when the organisation counted it.
    """

    fte: Vector
    cost_per_fte: Vector
    manager_share: Vector
    support_share: Vector
    team_count: Vector
    absence: Vector
    turnover: Vector
    hire_share: Vector
    readiness: Vector
    work_redesign_today: Vector
    vulnerability_today: Vector | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Draw(OrganisationDraw):
    """Draws of every quantity, each of shape (draws,); units and sources are in the ledger."""

    manager_cost_ratio: Vector
    savings_leakage_to_hire: Vector
    hire_premium: Vector
    hired_primary_share: Vector
    displaced_manager_friction: Vector
    displaced_staff_friction: Vector
    leave_usable_share: Vector
    coach_cost_ratio: Vector
    control_cost_fte: Vector
    control_baseline: Vector
    repair_cost_if_fail: Vector
    support_bound: Vector
    primary_bound: Vector
    tasks_bound: Vector
    transition_years: Vector
    dip_depth: Vector
    dip_duration_months: Vector
    dip_peak_moment: Vector
    dip_condition_slope: Vector
    greenfield_dip_ratio: Vector
    imposed_delay: Vector
    uncoached_delay: Vector
    readiness_pace: Vector
    weakest_condition_weight: Vector
    dose_level_today: Vector
    dose_level_full: Vector
    good_effect_at_once: Vector
    teams_per_coach: Vector
    teams_per_coach_mature: Vector
    coached_team_size: Vector
    coordination_absorbed: Vector
    support_absorbed: Vector
    mutual_adjustment: Vector
    falls_back_rate: Vector
    falls_back_times_weak: Vector
    falls_back_times_strong: Vector
    falls_back_quarters: Vector
    managers_return_share: Vector
    turnover_effect_quarters: Vector
    cut_full_share_attitudes: Vector
    cut_effect_quarters: Vector
    cut_fade_quarters: Vector
    cut_effect_stays: Vector
    cut_imposed_in_evidence: Vector
    manager_loss_turnover: Vector
    deep_cut_full_share: Vector
    satisfaction_base: Vector
    steerability_base: Vector
    functions_reference: Vector
    functions_reference_fte: Vector
    functions_growth: Vector
    function_breadth: Vector
    spread_area: Vector
    spread_task: Vector
    unavailability: Vector


EffectKey = Literal[
    "savings_realisation",
    "productivity_effect",
    "absence_effect",
    "turnover_effect",
    "satisfaction_effect",
    "steerability_effect",
    "cut_satisfaction_effect",
    "cut_turnover_effect",
    "cut_productivity_effect",
    "cut_steerability_support_effect",
    "cut_steerability_managers_effect",
    "deep_cut_absence_ratio",
]
Luck = EffectKey | Literal["falls_back"]

EFFECTS: tuple[EffectKey, ...] = get_args(EffectKey)
PARAMETERS = tuple(
    field.name
    for field in fields(Draw)
    if field.name not in {known.name for known in fields(OrganisationDraw)}
)
COORDINATES = (*(field.name for field in fields(Draw)), *EFFECTS, "falls_back")
"""What each coordinate of the lattice is for."""
