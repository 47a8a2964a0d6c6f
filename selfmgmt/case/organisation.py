"""The organisation as it is: what the user knows of it, each figure a range or left open."""

from typing import Annotated, ClassVar

from pydantic import Field

from selfmgmt.fields import Estimate, Limits, Record
from selfmgmt.language import gettext_noop as _

Figure = Estimate | None


class OwnFigures(Record):
    """The user's own figures; what is left open comes from public data or the evidence ledger."""

    look_alikes: ClassVar = {
        "overhead": _(
            "the overhead percentage of the BBV has another denominator (cost), so it cannot be "
            "used here; give manager_share and support_share in FTE."
        )
    }

    fte: Annotated[Figure, Limits(1, 50_000, _("FTE"))] = Field(
        default=None,
        title=_("Staff"),
        description=_("Occupied posts in FTE, without hired-in staff."),
    )
    cost_per_fte: Annotated[Figure, Limits(40_000, 200_000, _("EUR per FTE per year"))] = Field(
        default=None,
        title=_("Cost per FTE"),
        description=_("Salary and social charges of an average FTE."),
    )
    manager_share: Annotated[Figure, Limits(0, 0.3, _("share of FTE"))] = Field(
        default=None,
        title=_("Share of managers"),
        description=_("FTE of managers divided by all FTE. Write it like 5.5%."),
    )
    support_share: Annotated[Figure, Limits(0.02, 0.6, _("share of FTE"))] = Field(
        default=None,
        title=_("Share of staff departments"),
        description=_(
            "FTE in staff departments (without managers) divided by all FTE. This is not the "
            "overhead percentage of the BBV: that one is a share of cost."
        ),
    )
    team_count: Annotated[Figure, Limits(1, 5_000, _("teams"))] = Field(
        default=None,
        title=_("Number of teams"),
        description=_("Teams as they are today."),
    )
    absence: Annotated[Figure, Limits(0, 0.3, _("share of working time"))] = Field(
        default=None,
        title=_("Sickness absence"),
        description=_("Absence rate over the last year. Write it like 6.5%."),
    )
    turnover: Annotated[Figure, Limits(0, 0.5, _("share of staff per year"))] = Field(
        default=None,
        title=_("Staff leaving"),
        description=_("Share of staff that leaves in a year."),
    )
    hire_share: Annotated[Figure, Limits(0, 0.8, _("share of staff cost"))] = Field(
        default=None,
        title=_("Hired-in staff"),
        description=_("Cost of hired-in staff as a share of payroll and hiring together."),
    )
    social_share: Annotated[Figure, Limits(0, 1, _("share of FTE"))] = Field(
        default=None,
        title=_("Share of staff in the social domain"),
        description=_(
            "FTE in the social domain divided by all FTE. It sets the scope of the option that "
            "starts there."
        ),
    )
    work_redesign_today: Annotated[Figure, Limits(0, 1, _("share"))] = Field(
        default=None,
        title=_("Whole pieces of work today"),
        description=_(
            "How far tasks are grouped today so that a team owns a whole piece of work. An option "
            "counts with this or with the redesign that it wants, whichever is higher."
        ),
    )
    vulnerability_today: Annotated[Figure, Limits(0.0001, 0.9, _("share of working days"))] = Field(
        default=None,
        title=_("Chance that a function is uncovered today"),
        description=_(
            "The chance that nobody is there for a function on a working day, as you counted it, "
            "for example from who can do which task. Left open, it is computed from the number of "
            "staff."
        ),
    )
