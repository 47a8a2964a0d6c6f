"""Dates in place of quarters: when the change starts, and who decides before that."""

from dataclasses import dataclass
from datetime import date, timedelta

from selfmgmt.language import current_language
from selfmgmt.reference.settings import setting

_MONTHS = 3  # in a quarter


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
        return _months_later(self.start, _MONTHS * quarter)

    @property
    def decision(self) -> date:
        """The last day to decide: after it a decision may have to wait a month."""
        return _months_later(self.start, -1)

    @property
    def advice(self) -> date:
        """The last day to ask the works council, so that it has time before the decision."""
        return self.decision - timedelta(weeks=setting("advice_weeks"))


def calendar_of(made: date) -> Calendar:
    """The dates of a case of which the report is made on ``made``.

    The change starts with the first quarter that leaves time to fill in figures, to hear the works
    council and to decide.

    >>> calendar_of(date(2026, 11, 30)).start, calendar_of(date(2026, 11, 30)).decision
    (datetime.date(2027, 4, 1), datetime.date(2027, 3, 1))
    """
    earliest = made + timedelta(weeks=setting("decision_weeks"))
    first = date(earliest.year, earliest.month, 1)
    to_quarter = -(earliest.month - 1) % _MONTHS
    if to_quarter == 0 and earliest.day > 1:
        to_quarter = _MONTHS
    return Calendar(made=made, start=_months_later(first, to_quarter))


def month_words(day: date) -> str:
    """Month and year, for a date that is no promise to the day.

    >>> month_words(date(2029, 4, 1))
    'april 2029'
    """
    from babel.dates import format_date

    words: str = format_date(day, format="MMMM y", locale=current_language())
    return words


def _months_later(day: date, months: int) -> date:
    """A first day of the month, ``months`` later."""
    years, month = divmod(day.month - 1 + months, 12)
    return date(day.year + years, month + 1, day.day)
