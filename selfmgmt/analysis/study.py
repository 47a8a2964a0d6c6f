"""A case with everything looked up: who, what is known of the organisation, and how ready it is."""

from dataclasses import dataclass

from selfmgmt.analysis.bounds import LargestCuts
from selfmgmt.case import Case
from selfmgmt.case.baseline import organisation_of
from selfmgmt.case.known_organisation import Organisation
from selfmgmt.case.question import Question
from selfmgmt.case.readiness import Readiness
from selfmgmt.evidence.assumption import with_own
from selfmgmt.evidence.ledger import Ledger, load_ledger
from selfmgmt.fields import Amount
from selfmgmt.readiness.instrument import load_instrument
from selfmgmt.readiness.profile import ReadinessProfile, readiness_profile
from selfmgmt.reference.municipalities import Municipality, find_municipality
from selfmgmt.simulation.inputs import Inputs, inputs_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Study:
    """All that the analysis of one case starts from."""

    case: Case
    members: tuple[Municipality, ...]
    organisation: Organisation
    profile: ReadinessProfile
    inputs: Inputs
    ledger: Ledger

    @property
    def deepest_measured(self) -> float:
        """The share of all posts that goes in the deepest cut of which effects were measured."""
        return self.ledger.for_calculation("deepest_measured_share").estimate.central

    @property
    def bounds(self) -> LargestCuts:
        """What may go at most, by a way of working and a saving mix together."""
        return LargestCuts(
            **{
                group: self.ledger.for_calculation(f"{group}_bound").estimate.central
                for group in ("support", "primary", "tasks")
            }
        )

    @property
    def question(self) -> Question:
        """The question of the case with its target in euros, the same in every future.

        A target is a decision. A percentage is one of staff cost as it likely is, hired staff
        included; that this cost is not known for certain does not move the target.
        """
        target = self.case.question.saving_target
        if not target.relative:
            return self.case.question
        return self.case.question.model_copy(
            update={"saving_target": Amount(value=round(target.of(self.staff_cost_eur)))}
        )

    @property
    def staff_cost_eur(self) -> float:
        """Payroll and hired staff as they likely are, EUR per year."""
        ranges = self.inputs.ranges
        payroll = self.inputs.payroll_eur
        if payroll is None:
            payroll = ranges["fte"].central * ranges["cost_per_fte"].central
        return payroll / (1 - ranges["hire_share"].central)


def study_of(case: Case) -> Study:
    """Look up what ``case`` refers to and fill in what it leaves open.

    Raises:
        InputError: A municipality is unknown, or the figures cannot be used.
    """
    ledger = with_own(load_ledger(), case.assumptions)
    members = tuple(find_municipality(code) for code in case.municipalities)
    organisation = organisation_of(case.organisation, members, ledger)
    profile = profile_of(case.readiness, ledger)
    return Study(
        case=case,
        members=members,
        organisation=organisation,
        profile=profile,
        inputs=inputs_of(organisation, profile.rho, ledger),
        ledger=ledger,
    )


def profile_of(readiness: Readiness, ledger: Ledger) -> ReadinessProfile:
    """How ready an organisation is, as far as that is filled in.

    Args:
        readiness: The scores of a case.
        ledger: Has the default and the margins.
    """
    return readiness_profile(
        {key: readiness.score(key) for key in load_instrument().dimensions},
        margin=ledger.for_calculation("self_assessment_margin").estimate,
        default=ledger.for_calculation("readiness_default").estimate,
        weakest_weight=ledger.for_calculation("readiness_weakest_weight").estimate.central,
        nonresponse=readiness.nonresponse,
    )
