"""How ready the organisation is: as people judged it together, or as a survey found it."""

from typing import Annotated

from pydantic import Field

from selfmgmt.fields import Estimate, Limits, Number, Record, WholeNumber
from selfmgmt.language import gettext_noop as _
from selfmgmt.uncertainty import Interval
from selfmgmt.values import Line

Score = Annotated[Estimate | None, Limits(1, 5, _("1 not at all, 5 fully"))]


class Readiness(Record):
    """A score per dimension of readiness; what is left open counts as not known.

    With ``respondents`` the scores are those of a survey, and low and high are how far the mean
    may be off. Only such sums of many people stand here, never an answer.
    """

    filled_in_by: Line | None = Field(
        default=None,
        title=_("Filled in by"),
        description=_("Which people or group gave these scores; no names of persons."),
    )
    respondents: Annotated[WholeNumber | None, Limits(5, 1_000_000, _("people"))] = Field(
        default=None,
        title=_("Answers to the survey"),
        description=_(
            "How many people answered the readiness scan. Leave open for your own assessment."
        ),
    )
    response: Annotated[Number | None, Limits(0, 1, _("share of the people asked"))] = Field(
        default=None,
        title=_("Response"),
        description=_("Part of the people asked who answered the readiness scan."),
    )
    measured_year: Annotated[WholeNumber | None, Limits(2000, 2100, _("year"))] = Field(
        default=None, title=_("Year of the survey"), description=_("When people answered.")
    )
    measured_month: Annotated[WholeNumber | None, Limits(1, 12, _("month"))] = Field(
        default=None, title=_("Month of the survey"), description=_("1 is January.")
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

    def score(self, dimension: str) -> Estimate | Interval | None:
        """The score of a dimension: of a survey an interval, of a few people their own range."""
        given: Estimate | None = getattr(self, dimension)
        if given is None or self.respondents is None:
            return given
        return Interval(low=given.low, central=given.central, high=given.high)

    @property
    def nonresponse(self) -> float:
        """The part of the people of whom nothing was heard, 0 to 1.

        All of them when a few people judged for everyone, or the response is not known.
        """
        if self.respondents is None or self.response is None:
            return 1.0
        return 1.0 - self.response
