"""Dates in place of quarters: when the change starts, and who decides before that."""

from dataclasses import dataclass
from datetime import date, timedelta

from selfmgmt.analysis.case_roadmap import KEY as ROADMAP
from selfmgmt.case import Case
from selfmgmt.language import current_language
from selfmgmt.practice.goals import PLAN, first_start, start_of
from selfmgmt.practice.roadmap import QUARTER, after
from selfmgmt.reference.settings import setting

_FURTHEST = 40  # quarters; the highest horizon of a question


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """The dates of one case; quarter 0 of the model is the start.

    Attributes:
        made: The day on which the report is made.
        start: The first day of the change.
    """

    made: date
    start: date

    def at(self, quarter: int) -> date:
        """The day on which ``quarter`` quarters are over.

        >>> calendar_of(date(2026, 11, 30)).at(8)
        datetime.date(2029, 4, 1)
        """
        return after(self.start, QUARTER * quarter)

    @property
    def decision(self) -> date:
        """The last day to decide: after it a decision may have to wait a month."""
        return after(self.start, -1)

    @property
    def advice(self) -> date:
        """The last day to ask the works council, so that it has time before the decision."""
        return self.decision - timedelta(weeks=setting("advice_weeks"))


def calendar_of(made: date, start: date | None = None) -> Calendar:
    """The dates of a case of which the report is made on ``made``.

    Args:
        made: The day of the report.
        start: The first day of the change, when the case names one; else the first quarter that
            leaves time to fill in figures, to hear the works council and to decide.

    >>> calendar_of(date(2026, 11, 30)).start, calendar_of(date(2026, 11, 30)).decision
    (datetime.date(2027, 4, 1), datetime.date(2027, 3, 1))
    """
    return Calendar(made=made, start=start or first_start(made))


def case_calendar(case: Case, made: date) -> Calendar:
    """The dates of ``case``, that may name its start on the roadmap."""
    return calendar_of(made, start_of(case.practice.get(ROADMAP, {}).get(PLAN, {})))


def months_of(case: Case, made: date) -> list[str]:
    """The month of each quarter of ``case`` in words, the start first, as far as a case may look.

    Args:
        case: The case.
        made: The day on which it is looked at.
    """
    calendar = case_calendar(case, made)
    return [month_words(calendar.at(quarter)) for quarter in range(_FURTHEST + 1)]


def month_words(day: date) -> str:
    """Month and year, for a date that is no promise to the day.

    >>> month_words(date(2029, 4, 1))
    'april 2029'
    """
    from babel.dates import format_date

    words: str = format_date(day, format="MMMM y", locale=current_language())
    return words
