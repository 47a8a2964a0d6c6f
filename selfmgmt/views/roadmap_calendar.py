"""The roadmap for a calendar (iCalendar, RFC 5545): whole days, so that no time zone is needed."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from selfmgmt.analysis.roadmap import OptionRoadmap
from selfmgmt.language import current_language, gettext
from selfmgmt.practice.roadmap import PlannedStep
from selfmgmt.practice.steps import load_methods, load_words
from selfmgmt.reference.municipalities import plain
from selfmgmt.views.words.roadmap import stop_value

_DOMAIN = "selfmgmt"


def roadmap_calendar(found: OptionRoadmap, *, name: str, made: date) -> bytes:
    """The steps, the moments and the days on which to look at the stop lines, as iCalendar.

    A step keeps its mark (UID) when its dates move or another option is chosen, so a calendar that
    reads it again moves what it has. Nothing blocks a diary: people stay free.

    Args:
        found: The roadmap.
        name: What the case is called; two cases in one calendar stay apart.
        made: The day on which the file is made.
    """
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", f"-//{_DOMAIN}//roadmap//{current_language().upper()}")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", gettext("{name}: roadmap", name=name))
    stamp = datetime.combine(made, time(), UTC)
    case = plain(name).replace(" ", "-")
    for key, event in (*_steps(found), *_checks(found)):
        event.add("uid", f"{key}-{case}@{_DOMAIN}")
        event.add("dtstamp", stamp)
        event.add("transp", "TRANSPARENT")
        event.add("x-microsoft-cdo-busystatus", "FREE")
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _steps(found: OptionRoadmap) -> Iterator[tuple[str, Any]]:
    words = load_words()
    for one in found.roadmap.steps:
        moment = [str(words.moments[one.step.moment])] if one.step.moment else []
        event = _event(str(one.step.label), one.begin, one.end)
        event.add("description", _description(found, one))
        event.add("categories", [str(words.tracks[one.step.track]), *moment])
        yield one.step.key, event


def _checks(found: OptionRoadmap) -> Iterator[tuple[str, Any]]:
    for quarter, day in found.due.items():
        event = _event(gettext("Look at the stop lines"), day, day)
        lines = (
            f"{line.rule.label}: {stop_value(line, line.lines[quarter])}. {line.rule.then}"
            for line in found.stops
        )
        event.add("description", "\n".join(lines))
        yield f"stop-{quarter}", event


def _event(summary: str, first: date, last: date) -> Any:
    from icalendar import Event

    event = Event()
    event.add("summary", summary)
    event.add("dtstart", first)
    event.add("dtend", last + timedelta(days=1))  # the day after the last, says RFC 5545
    return event


def _description(found: OptionRoadmap, one: PlannedStep) -> str:
    words = load_words()
    parts = [
        str(one.step.what),
        gettext("Owner: {owner}.", owner=words.owners[one.step.owner]),
        gettext("Only when: {entry}", entry=one.step.entry),
        gettext("This leads to “{option}”.", option=found.label),
    ]
    if one.goals:
        parts.append(
            gettext("Goals of the coalition agreement: {goals}.", goals=", ".join(one.goals))
        )
    if one.step.method:
        card = load_methods()[one.step.method]
        parts.append(f"{card.label}: {' '.join(map(str, card.how))}")
    return "\n".join(parts)
