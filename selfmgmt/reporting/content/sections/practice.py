"""What was filled in on instruments of practice, and the roadmap: parts of the appendix.

Both are empty as long as nothing was filled in, so they cost nothing in a report of many.
"""

from collections.abc import Iterator
from typing import Any

from selfmgmt.case.practice_figures import ROLES
from selfmgmt.practice import find_instrument
from selfmgmt.reporting.content.content import Content
from selfmgmt.reporting.content.sections.section import Section
from selfmgmt.views.parts import Part
from selfmgmt.views.people import advice_part, method_parts, partners_part, roles_part
from selfmgmt.views.practice_part import practice_part
from selfmgmt.views.prose import note, subheading
from selfmgmt.views.roadmap import halt_part, roadmap_part, stops_part
from selfmgmt.views.words.practice_summary import SUMMARIES, summary_draft

ROADMAP = "roadmap"


def practice(content: Content) -> tuple[Any, ...]:
    """Each instrument that was filled in; of what stays with a team the numbers that may leave."""
    case = content.case
    parts = [practice_part(case, key) for key in case.practice if key != ROADMAP]
    if ROLES in case.practice:
        parts.append(roles_part(case))
    return tuple(view for part in parts if part for view in _views(part))


def summary(key: str, content: Content) -> Section:
    """What council and works council hear of one instrument; nothing while it is empty."""
    sentences = SUMMARIES[key](content.case)
    return Section(
        key=key,
        title=str(find_instrument(key).title),
        sentences=sentences,
        cautions=(summary_draft(),) if sentences else (),
    )


def roadmap(content: Content) -> tuple[Any, ...]:
    """The roadmap with its stop lines, when its start, option or goals were filled in."""
    if ROADMAP not in content.case.practice:
        return ()
    comparison, found = content.comparison, content.roadmap
    parts = [
        roadmap_part(found),
        *method_parts(found.roadmap),
        stops_part(found),
        halt_part(comparison, found, draws=content.draws, seed=content.seed),
        advice_part(comparison, found.option),
    ]
    if len(comparison.study.members) > 1:
        parts.append(partners_part(comparison, found.option))
    return tuple(view for part in parts for view in _views(part))


def _views(part: Part) -> Iterator[Any]:
    first, *others = part.tables or (None,)
    yield subheading(part.title)
    yield Section(key="", title="", sentences=part.sentences, picture=part.chart, table=first)
    yield from (Section(key="", title="", table=table) for table in others)
    yield note(*part.cautions)
