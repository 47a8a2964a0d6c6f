"""Everything uncertain that the model needs, in one list: key, range, and where it comes from."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from selfmgmt.case.known_organisation import Organisation
from selfmgmt.evidence.ledger import Ledger, Parameter
from selfmgmt.fields import Estimate
from selfmgmt.simulation.effects import Effect
from selfmgmt.simulation.parameters import EFFECTS, PARAMETERS

Origin = Literal["own", "public", "default", "readiness", "evidence", "assumption"]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Inputs:
    """The uncertain quantities of a calculation; only the same record is equal to it.

    Attributes:
        ranges: Key to its range; organisation figures, ``readiness`` and ``PARAMETERS``. With
            ``vulnerability_today``, the chance that a function is uncovered as the organisation
            counted it (for example from who can do which task), the number of functions is not
            computed from the size: see :func:`selfmgmt.simulation.vulnerability.vulnerability`.
        effects: Key to its effect.
        origins: Key of either to where it comes from.
        payroll_eur: FTE times cost per FTE where that is known, EUR per year.
        inhabitants: Of the municipalities that the organisation serves.
    """

    ranges: Mapping[str, Estimate]
    effects: Mapping[str, Effect]
    origins: Mapping[str, Origin]
    payroll_eur: float | None = None
    inhabitants: float = 0.0

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
        inhabitants=organisation.inhabitants,
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
