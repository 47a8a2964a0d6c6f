"""Everything uncertain that the model needs, in one list: key, range, and where it comes from."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from selfmgmt.case.baseline import Organisation
from selfmgmt.evidence.ledger import Ledger, Parameter
from selfmgmt.fields import Estimate
from selfmgmt.simulation.people import Effect

Origin = Literal["own", "public", "default", "readiness", "evidence", "assumption"]

PARAMETERS = (
    "manager_cost_ratio",
    "savings_realisation",
    "savings_leakage_to_hire",
    "hire_premium",
    "displaced_manager_friction",
    "displaced_staff_friction",
    "coach_cost_ratio",
    "control_cost_fte",
    "transition_years",
    "dip_depth",
    "dip_duration_months",
    "dip_peak_moment",
    "dip_condition_slope",
    "greenfield_dip_ratio",
    "imposed_delay",
    "uncoached_delay",
    "readiness_pace",
    "teams_per_coach",
    "teams_per_coach_mature",
    "coordination_absorbed",
    "support_absorbed",
    "mutual_adjustment",
    "turnover_effect_quarters",
    "satisfaction_base",
    "steerability_base",
    "deep_cut_absence_ratio",
    "deep_cut_full_share",
    "functions_per_fte",
    "function_breadth",
    "spread_area",
    "spread_task",
    "unavailability",
)
EFFECTS = (
    "productivity_effect",
    "absence_effect",
    "turnover_effect",
    "satisfaction_effect",
    "steerability_effect",
)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Inputs:
    """The uncertain quantities of a calculation; only the same record is equal to it.

    Attributes:
        ranges: Key to its range; organisation figures, ``readiness`` and ``PARAMETERS``.
        effects: Key to its people effect.
        origins: Key of either to where it comes from.
        payroll_eur: FTE times cost per FTE where that is known, EUR per year.
    """

    ranges: Mapping[str, Estimate]
    effects: Mapping[str, Effect]
    origins: Mapping[str, Origin]
    payroll_eur: float | None = None

    @property
    def uncertain(self) -> tuple[str, ...]:
        """Keys that have a range rather than one known value."""
        known = {key for key, span in self.ranges.items() if span.known}
        return tuple(key for key in self.origins if key not in known)


def inputs_of(organisation: Organisation, readiness: Estimate, ledger: Ledger) -> Inputs:
    """Bring together the organisation's figures, its readiness and the evidence.

    Raises:
        InputError: A parameter is unverified, so it may not be used in a calculation.
    """
    parameters = {key: ledger.for_calculation(key) for key in PARAMETERS}
    effects = {key: ledger.for_calculation(key) for key in EFFECTS}
    figures = organisation.figures()
    return Inputs(
        ranges={
            **{key: figure.estimate for key, figure in figures.items()},
            "readiness": readiness,
            **{key: parameter.estimate for key, parameter in parameters.items()},
        },
        payroll_eur=organisation.payroll_eur,
        effects={key: effect_of(parameter) for key, parameter in effects.items()},
        origins={
            **{key: figure.origin for key, figure in figures.items()},
            "readiness": "readiness",
            **{key: _origin(parameter) for key, parameter in (parameters | effects).items()},
        },
    )


def effect_of(parameter: Parameter) -> Effect:
    """A ledger range as an effect from bad to good."""
    if parameter.better == "higher":
        return Effect(parameter.low, parameter.central, parameter.high)
    return Effect(parameter.high, parameter.central, parameter.low)


def _origin(parameter: Parameter) -> Origin:
    is_assumed = parameter.status == "assumption" or parameter.assumed_range
    return "assumption" if is_assumed else "evidence"
