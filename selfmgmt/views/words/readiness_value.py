"""What it is worth to get ready first, and where the readiness of a case comes from."""

from collections.abc import Mapping
from datetime import date

from selfmgmt.analysis.readiness_value import ReadinessValue
from selfmgmt.case.readiness import Readiness
from selfmgmt.language import current_language, gettext
from selfmgmt.numbers import number, percentage
from selfmgmt.uncertainty import Quantiles
from selfmgmt.views.outcomes import OUTCOMES
from selfmgmt.views.tables import Table

_REPORTED = ("capacity_low", "absence_end", "satisfaction_end", "net_saving_eur")
_SEEN = 0.005  # less is 0% in whole per cents


def readiness_value_table(values: Mapping[str, ReadinessValue], labels: Mapping[str, str]) -> Table:
    """What more readiness changes in each option that readiness has a part in.

    Args:
        values: Option to what changes.
        labels: Option to its name.
    """
    return Table(
        caption=gettext("What changes when the organisation is ready first"),
        heads=(
            gettext("Option"),
            *(OUTCOMES[key].title for key in _REPORTED),
            gettext("Chance that the saving is there in time"),
        ),
        rows=tuple(
            (
                labels[key],
                *(_change(outcome, value.differences[outcome]) for outcome in _REPORTED),
                gettext(
                    "{now} to {then}",
                    now=percentage(value.target_met[0]),
                    then=percentage(value.target_met[1]),
                ),
            )
            for key, value in values.items()
            if _matters(value)
        ),
    )


def readiness_value_sentences(
    values: Mapping[str, ReadinessValue], labels: Mapping[str, str]
) -> list[str]:
    """How to read the table, and which options gain nothing."""
    idle = [labels[key] for key, value in values.items() if not _matters(value)]
    sentences = [
        gettext(
            "We computed the same futures twice: with readiness as it is, and with every subject "
            "as good as your best one. The table shows the difference; a percentage in it is a "
            "number of percentage points. The time and money to get ready are not in it."
        )
    ]
    if idle:
        sentences.append(
            gettext(
                "More readiness changes nothing in: {options}. Something else holds these back, or "
                "they do not change how teams work.",
                options=", ".join(idle),
            )
        )
    return sentences


def origin_sentence(readiness: Readiness) -> str:
    """Where the scores of a case come from: a survey with its response, or people's own view."""
    if readiness.respondents is None:
        return gettext("These scores are your own assessment, not a survey.")
    count = number(readiness.respondents)
    parts = [gettext("These scores come from a survey: {count} people answered.", count=count)]
    if readiness.response is not None:
        parts.append(
            gettext("That is {share} of those asked.", share=percentage(readiness.response))
        )
    if readiness.measured_year is not None:
        parts.append(gettext("Measured in {when}.", when=_when(readiness)))
    return " ".join(parts)


def _when(readiness: Readiness) -> str:
    year, month = readiness.measured_year, readiness.measured_month
    if year is None or month is None:
        return str(year)
    from babel.dates import format_date

    words: str = format_date(date(year, month, 1), format="MMMM y", locale=current_language())
    return words


def _matters(value: ReadinessValue) -> bool:
    return max(value.better.values()) >= _SEEN


def _change(outcome: str, band: Quantiles) -> str:
    return OUTCOMES[outcome].range(band)
