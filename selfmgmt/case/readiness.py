"""How ready the organisation is, as the user sees it, until a survey says more."""

from typing import Annotated

from pydantic import Field

from selfmgmt.fields import Estimate, Limits, Record
from selfmgmt.language import gettext_noop as _
from selfmgmt.values import Line

Score = Annotated[Estimate | None, Limits(1, 5, _("1 not at all, 5 fully"))]


class SelfAssessment(Record):
    """A score per dimension of readiness; what is left open counts as not known."""

    filled_in_by: Line | None = Field(
        default=None,
        title=_("Filled in by"),
        description=_("Which people or group gave these scores; no names of persons."),
    )
    trust: Score = Field(
        default=None,
        title=_("Trust"),
        description=_("Managers rely on the judgement of teams, also when things get tense."),
    )
    frameworks: Score = Field(
        default=None,
        title=_("Boundaries and mandate"),
        description=_(
            "Teams know what they decide themselves; it is on paper and was agreed together."
        ),
    )
    politics: Score = Field(
        default=None,
        title=_("Council and executive"),
        description=_(
            "Council and executive know what self-organisation asks of them and keep to the "
            "agreements."
        ),
    )
    ownership: Score = Field(
        default=None,
        title=_("Ownership"),
        description=_(
            "The wish to work differently also comes from staff. Teams may start small and adjust."
        ),
    )
    capability: Score = Field(
        default=None,
        title=_("Capability of teams"),
        description=_(
            "Teams have all roles on board, hold each other to account and can stand in for "
            "each other."
        ),
    )
    support: Score = Field(
        default=None,
        title=_("Support from staff departments"),
        description=_("Staff departments, planning and control, and appraisal help teams along."),
    )
    connection: Score = Field(
        default=None,
        title=_("Connection with the outside"),
        description=_("Teams are out with residents and partners and work across departments."),
    )
    change: Score = Field(
        default=None,
        title=_("Room for change"),
        description=_("There is time and money for the change, and leadership stays the course."),
    )
