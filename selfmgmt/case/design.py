"""What a municipality can choose when it organises its teams: the levers of one option."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from selfmgmt.case.mandate import within_law
from selfmgmt.fields import Amount, Limits, Number, Record, WholeNumber
from selfmgmt.language import gettext_noop as _
from selfmgmt.values import YesNo

Share = Annotated[Number, Limits(0, 1, _("share"))]
Level = Annotated[WholeNumber, Limits(1, 7, _("delegation level")), AfterValidator(within_law)]


class Autonomy(Record):
    """Who decides, per domain, on the seven delegation levels from "tell" (1) to "delegate" (7)."""

    goals: Level = Field(default=2, title=_("Goals"), description=_("What the team is to reach."))
    methods: Level = Field(
        default=3, title=_("Ways of working"), description=_("How the team reaches it.")
    )
    contributions: Level = Field(
        default=3,
        title=_("Division of work"),
        description=_("Who does what, planning and leave."),
    )
    staffing: Level = Field(
        default=1, title=_("Staffing"), description=_("Who joins the team, and appraisal.")
    )
    budget: Level = Field(
        default=1, title=_("Budget"), description=_("Spending within the team's own budget.")
    )
    accountability: Level = Field(
        default=2,
        title=_("Accountability"),
        description=_("How the team answers for its results."),
    )


class Design(Record):
    """One way to organise; the defaults are "do nothing".

    Amounts can be given in the field's unit or as a percentage: of today's positions for
    ``managers_after``, ``support_after``, ``primary_fte_change`` and ``team_count``; of today's
    budget for ``hire_change``; of what the teams in scope need for ``coaches``.
    """

    managers_after: Annotated[Amount, Limits(0, 5_000, _("FTE"))] = Field(
        default=Amount(value=1, relative=True),
        title=_("Managers afterwards"),
        description=_("FTE left in management, or a percentage of today's."),
    )
    support_after: Annotated[Amount, Limits(0, 20_000, _("FTE"))] = Field(
        default=Amount(value=1, relative=True),
        title=_("Staff departments afterwards"),
        description=_("FTE left in staff departments, or a percentage of today's."),
    )
    primary_fte_change: Annotated[
        Amount, Limits(-20_000, 20_000, _("FTE"), share_low=-0.5, share_high=0.5)
    ] = Field(
        default=Amount(value=0),
        title=_("Change in the primary process"),
        description=_("FTE added (or, with a minus, removed) in the work for residents."),
    )
    hire_change: Annotated[
        Amount,
        Limits(-500_000_000, 500_000_000, _("EUR per year"), share_low=-1, share_high=1),
    ] = Field(
        default=Amount(value=0),
        title=_("Change in hired staff"),
        description=_("Euros a year more (or, with a minus, less) for hired staff."),
    )
    tasks_dropped: Annotated[Number, Limits(0, 0.3, _("share"))] = Field(
        default=0,
        title=_("Tasks that stop"),
        description=_("Share of the work for residents that the municipality stops doing."),
    )
    how: Literal["natural_leave", "redundancy"] = Field(
        default="redundancy",
        title=_("How posts go"),
        description=_(
            "natural_leave: only when someone leaves; redundancy: also with someone in the post."
        ),
    )
    team_count: Annotated[Amount, Limits(1, 2_000, _("teams"), share_low=0.1, share_high=5)] = (
        Field(
            default=Amount(value=1, relative=True),
            title=_("Number of teams afterwards"),
            description=_("Teams after the change, or a percentage of today's."),
        )
    )
    team_basis: Literal["function", "task", "area"] = Field(
        default="function",
        title=_("Teams grouped by"),
        description=_("function: by discipline; task: by public task; area: by neighbourhood."),
    )
    autonomy: Autonomy = Field(
        default_factory=Autonomy,
        title=_("Mandate of teams"),
        description=_("Delegation level per domain, never above what law and council reserve."),
    )
    frames: Share = Field(
        default=0.5,
        title=_("Frames"),
        description=_("How far boundaries are clear, on paper and agreed with the teams."),
    )
    work_redesign: Share = Field(
        default=0,
        title=_("Redesign of the work"),
        description=_("How far tasks are regrouped so that a team owns a whole piece of work."),
    )
    interdependence: Share = Field(
        default=0.6,
        title=_("Need for each other"),
        description=_(
            "How far team members need each other for the result; a property of the work."
        ),
    )
    coaches: Annotated[Amount, Limits(0, 200, _("FTE"))] = Field(
        default=Amount(value=0),
        title=_("Coaches"),
        description=_("FTE of coaches during the change, or a percentage of what the teams need."),
    )
    control: Share = Field(
        default=0.5,
        title=_("Control"),
        description=_("Controller, early warnings, duty to inform the college, reserved matters."),
    )
    imposed: Share = Field(
        default=0,
        title=_("Imposed"),
        description=_("0% when the wish comes from below, 100% when it is decreed."),
    )
    scope: Share = Field(
        default=0,
        title=_("Scope"),
        description=_("Share of staff that works in the new way in the end."),
    )
    start_share: Share = Field(
        default=1,
        title=_("Share that starts first"),
        description=_("Part of the scope that starts first, as a vanguard or pilot."),
    )
    start_quarters: Annotated[WholeNumber, Limits(0, 40, _("quarters"))] = Field(
        default=0,
        title=_("Head start"),
        description=_("How long the first group runs alone."),
    )
    rollout_quarters: Annotated[WholeNumber, Limits(0, 40, _("quarters"))] = Field(
        default=0,
        title=_("Roll-out"),
        description=_("How long it takes until the rest has followed."),
    )
    training: Annotated[Number, Limits(0, 20_000, _("EUR per FTE, once"))] = Field(
        default=0,
        title=_("Training"),
        description=_("One-off training budget per FTE in scope."),
    )
    motive: Literal["service", "cut", "both"] = Field(
        default="service",
        title=_("Motive"),
        description=_("Why it is done. Shown and warned about, not computed."),
    )
    greenfield: YesNo = Field(
        default=False,
        title=_("New organisation"),
        description=_("Yes when the organisation starts anew, no when it is a standing one."),
    )
