"""Parts of a page or report about the roadmap: the steps, the stop lines, and after a halt."""

from selfmgmt.analysis.compare import OptionComparison
from selfmgmt.analysis.roadmap import OptionRoadmap
from selfmgmt.analysis.stop_and_repair import stop_and_repair
from selfmgmt.language import gettext
from selfmgmt.views.charts.roadmap import roadmap_chart
from selfmgmt.views.parts import Part
from selfmgmt.views.words.roadmap import roadmap_cautions, roadmap_sentences, stop_sentences
from selfmgmt.views.words.roadmap_tables import (
    development_table,
    effort_table,
    steps_table,
    stops_table,
)
from selfmgmt.views.words.stop_and_repair import course_caution, course_sentences, course_table

PAUSE = 2  # quarters in which nobody new starts, while it is repaired


def roadmap_part(found: OptionRoadmap) -> Part:
    """The steps with their dates, what they ask, and the development path of each group."""
    return Part(
        title=gettext("The roadmap"),
        sentences=tuple(roadmap_sentences(found)),
        chart=roadmap_chart(found),
        tables=(
            steps_table(found.roadmap),
            effort_table(found),
            development_table(found),
        ),
        cautions=tuple(roadmap_cautions()),
    )


def stops_part(found: OptionRoadmap) -> Part:
    """The stop rules, with their lines in each quarter."""
    return Part(
        title=gettext("When do you halt?"),
        sentences=tuple(stop_sentences(found)),
        tables=(stops_table(found),),
        cautions=tuple(str(line.rule.source) for line in found.stops[:2]),
    )


def halt_part(comparison: OptionComparison, found: OptionRoadmap, *, draws: int, seed: int) -> Part:
    """What a halt half way the first group does to money, capacity and absence.

    Args:
        comparison: Has the option, at its size.
        found: Its roadmap.
        draws: Number of possible futures.
        seed: Start of the random numbers.
    """
    quarter = max(len(found.due) // 2, 1)
    courses = stop_and_repair(
        comparison.study,
        comparison.plans[found.option],
        quarter=quarter,
        pause=PAUSE,
        draws=draws,
        seed=seed,
    )
    return Part(
        title=gettext("And when you halt?"),
        sentences=tuple(course_sentences(courses, quarter=quarter, pause=PAUSE)),
        tables=(course_table(courses),),
        cautions=(course_caution(),),
    )
