"""The roadmap as a picture: steps in four tracks, moments to decide, and where to look and halt."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from selfmgmt.analysis.roadmap import OptionRoadmap
from selfmgmt.language import current_language, gettext
from selfmgmt.practice.roadmap import PlannedStep, Roadmap
from selfmgmt.practice.steps import load_words
from selfmgmt.views.figures import ACCENT, BAND, INK, MUTED, WARNING, Chart, drawing, new_figure
from selfmgmt.views.words.roadmap_tables import steps_table

_ROW, _EDGES = 0.27, 0.75  # inches
_THICK = 0.34  # of a row
_HALF = 0.5  # of the picture: from here on words end where the bar does
_MARKS = {"council": "^", "works_council": "s", "decision": "D"}


def roadmap_chart(found: OptionRoadmap) -> Chart:
    """Bars in time, dark where a delay delays all; a diamond where the stop lines are looked at."""
    roadmap = found.roadmap
    rows = _rows(roadmap)
    with drawing():
        figure = new_figure(_EDGES + _ROW * len(rows))
        axes = figure.add_subplot()
        for height, row in enumerate(rows):
            if isinstance(row, str):
                axes.text(0, height, row, weight="bold", color=INK, va="center")
            else:
                _bar(axes, height, row, roadmap, found.due.values())
        _style_axes(axes, roadmap, len(rows))
    return Chart(
        figure=figure,
        title=gettext("Roadmap to “{option}”", option=found.label),
        alt=gettext(
            "{steps} steps from {start} to {end}, in four tracks. Dark bars are on the critical "
            "path; diamonds are the days on which the stop lines are looked at.",
            steps=len(roadmap.steps),
            start=_month(roadmap.start),
            end=_month(roadmap.quarter_starts()[-1]),
        ),
        table=steps_table(roadmap),
    )


def _rows(roadmap: Roadmap) -> list[str | PlannedStep]:
    """The name of each track, and its steps below it."""
    found: list[str | PlannedStep] = []
    for track, label in load_words().tracks.items():
        steps = [one for one in roadmap.steps if one.step.track == track]
        found += [str(label), *steps] if steps else []
    return found


def _bar(
    axes: Any, height: int, one: PlannedStep, roadmap: Roadmap, due: Sequence[date] | Any
) -> None:
    start, end = one.slot.start, one.slot.end
    colour = ACCENT if one.slot.is_critical else BAND
    axes.barh(
        height + _THICK / 2, end - start, left=start, height=_THICK, color=colour, ec=ACCENT, lw=0.8
    )
    late = start > _HALF * roadmap.months
    axes.text(
        end if late else start, height - _THICK * 0.6, str(one.step.label),
        ha="right" if late else "left", va="center", size=7.5, color=INK,
    )  # fmt: skip
    if one.step.moment:
        axes.plot(start, height + _THICK / 2, _MARKS[one.step.moment], color=INK, ms=5)
    if one.step.stops:
        days = [_months(roadmap, day) for day in due if one.begin <= day <= one.end]
        axes.plot(
            days, [height + _THICK / 2] * len(days), "d", color=WARNING, ms=5, mec="white", mew=0.5
        )


def _style_axes(axes: Any, roadmap: Roadmap, rows: int) -> None:
    """Quarters along the top and bottom, no rows, and what the marks mean."""
    import seaborn as sns

    starts = roadmap.quarter_starts()
    axes.set(xlim=(-0.2, 3 * roadmap.quarters + 0.2), ylim=(rows - 0.3, -0.8), xlabel="", ylabel="")
    axes.set_xticks([3 * at for at in range(0, len(starts), 2)])
    axes.set_xticklabels([_month(day) for day in starts[::2]], color=MUTED)
    axes.set_yticks([])
    sns.despine(ax=axes, left=True)
    marks = {
        gettext("council"): ("^", INK),
        gettext("works council"): ("s", INK),
        gettext("decision"): ("D", INK),
        gettext("look at the stop lines"): ("d", WARNING),
    }
    for words, (mark, colour) in marks.items():
        axes.plot([], [], mark, color=colour, ms=5, label=words)
    bars = {gettext("a delay here delays all"): ACCENT, gettext("may be late"): BAND}
    for words, colour in bars.items():
        axes.plot([], [], "s", color=colour, ms=8, mec=ACCENT, label=words)
    axes.legend(
        loc="upper center", bbox_to_anchor=(0.5, -0.35 / (_ROW * rows)), ncols=2, frameon=False,
        fontsize=7.5, handletextpad=0.2, columnspacing=1.2,
    )  # fmt: skip


def _months(roadmap: Roadmap, day: date) -> float:
    days = (roadmap.quarter_starts()[-1] - roadmap.start).days
    return 3 * roadmap.quarters * (day - roadmap.start).days / days


def _month(day: date) -> str:
    from babel.dates import format_date

    return str(format_date(day, "MMM yyyy", locale=current_language()))
