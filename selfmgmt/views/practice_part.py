"""One instrument of practice as a part of a report: sentences, picture, table, cautions."""

from collections.abc import Iterable

from selfmgmt.case import Case
from selfmgmt.practice import Instrument, PracticeResult, find_instrument
from selfmgmt.views.charts.practice import practice_chart
from selfmgmt.views.figures import Chart
from selfmgmt.views.parts import Part
from selfmgmt.views.practice import reported_bodies, result_of
from selfmgmt.views.practice_tables import practice_table
from selfmgmt.views.words.practice import finding_sentences


def practice_part(case: Case, key: str) -> Part | None:
    """The part of one instrument; None when nothing was filled in, or it stays with a team.

    Raises:
        InputError: There is no such instrument.
    """
    instrument = find_instrument(key)
    if key not in case.practice or instrument.private:
        return None
    result = result_of(case, key)
    bodies = reported_bodies(instrument, result, case)
    return Part(
        title=str(instrument.title),
        sentences=tuple(finding_sentences(instrument, result)),
        chart=_first_chart(instrument, result, (*bodies, *result.answered)),
        tables=tuple(practice_table(instrument, result, body) for body in bodies),
        cautions=tuple(map(str, instrument.cautions)),
    )


def _first_chart(
    instrument: Instrument, result: PracticeResult, bodies: Iterable[str]
) -> Chart | None:
    """The picture of the first body of which there is anything to draw."""
    charts = (practice_chart(instrument, result, body) for body in bodies)
    return next((chart for chart in charts if chart is not None), None)
