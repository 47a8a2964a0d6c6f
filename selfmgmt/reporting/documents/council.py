"""What a council sees of a report: six slides with few words, and a note beneath each."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from selfmgmt.language import gettext
from selfmgmt.numbers import long_date
from selfmgmt.reporting.content.content import Content
from selfmgmt.reporting.content.sections.practice import ROADMAP
from selfmgmt.reporting.content.sections.registry import section
from selfmgmt.views.figures import Chart
from selfmgmt.views.words.decide import council_sentence
from selfmgmt.views.words.past_failures import case_to_tell
from selfmgmt.views.words.roadmap import roadmap_sentences, stop_sentences
from selfmgmt.views.words.roadmap_moments import council_dates, draft_sentence, halt_sentence

_HALF_YEAR, _YEAR = 2, 4  # quarters after the start
_READ = 2  # readings of one case


@dataclass(frozen=True, slots=True, kw_only=True)
class Slide:
    """One slide.

    Attributes:
        title: What it is about.
        words: What stands on it: one sentence, or a few points.
        chart: The picture, with its words and numbers.
        note: What the speaker may say, with the source.
        caveat: What has to be known with the figures, such as that a target is an example.
    """

    title: str
    words: tuple[str, ...]
    chart: Chart | None = field(default=None, repr=False)
    note: tuple[str, ...] = ()
    caveat: str = ""


def council_slides(content: Content) -> list[Slide]:
    """The six slides about one case, in the language that is spoken."""
    return [
        _request(content),
        _what_it_is(content),
        _stays_yours(content),
        _price_and_risk(content),
        _others(content),
        _dates(content),
    ]


def _request(content: Content) -> Slide:
    question, decide = section(content, "question"), section(content, "decide")
    answer = section(content, "answer")
    return Slide(
        title=gettext("What is asked of you?"),
        words=(*question.sentences, council_sentence(content.weighing, content.calendar)),
        note=_note(content, *answer.sentences, *decide.sentences),
        caveat=" ".join(question.cautions),
    )


def _what_it_is(content: Content) -> Slide:
    return Slide(
        title=gettext("What self-organisation is, and what it is not"),
        words=(
            gettext("Teams arrange their own work, within the frames of council and executive."),
            gettext("It is a means and not a goal, and by itself it is no saving."),
            gettext("It is not: nobody in charge, or teams that set the course."),
        ),
        note=_note(
            content,
            gettext("Council and executive set the direction and the boundaries."),
            *section(content, "options").sentences,
        ),
    )


def _stays_yours(content: Content) -> Slide:
    calendar = content.calendar
    decides = section(content, "who_decides")
    return Slide(
        title=gettext("What stays yours, and what you will hear when"),
        words=(
            gettext("Yours: goals, budget, frames, and what no team may decide."),
            gettext(
                "You hear each half year, first on {day}: money, service, absence and leaving, "
                "beside the range that was expected.",
                day=long_date(calendar.at(_HALF_YEAR)),
            ),
            gettext("Outside the range: stop, repair, and only then go on."),
            *decides.sentences,
        ),
        note=_note(
            content,
            *_halts(content),
            *_of_sheet(content, "steering"),
            *section(content, "service").sentences,
        ),
        caveat=" ".join(decides.cautions),
    )


def _price_and_risk(content: Content) -> Slide:
    ways = section(content, "ways")
    visible = ways if ways.picture else section(content, "mixes")
    return Slide(
        title=gettext("Price and risk"),
        words=visible.sentences,
        chart=visible.picture,
        note=_note(
            content,
            *section(content, "answer").sentences[1:],
            *section(content, "setbacks").sentences,
            *_of_sheet(content, "role_coverage"),
            *visible.cautions,
        ),
        caveat=" ".join(section(content, "question").cautions),
    )


def _others(content: Content) -> Slide:
    case = case_to_tell(content.comparison)
    readings = [gettext("{by}: {text}", by=one.by, text=one.text) for one in case.readings[:_READ]]
    return Slide(
        title=gettext("What others lived through: {case}", case=case.name),
        words=tuple(readings),
        note=_note(
            content,
            str(case.about),
            *section(content, "before").sentences,
            *_of_sheet(content, "tensions"),
        ),
    )


def _of_sheet(content: Content, key: str) -> tuple[str, ...]:
    """What bodies filled in on a sheet, with the mark that it is a draft; nothing without."""
    found = section(content, key)
    return (*found.sentences, *found.cautions)


def _has_roadmap(content: Content) -> bool:
    """Whether somebody filled in what a roadmap needs; only then it counts here."""
    return ROADMAP in content.case.practice


def _halts(content: Content) -> tuple[str, ...]:
    """The lines of the roadmap at which the change halts."""
    if not _has_roadmap(content):
        return ()
    return halt_sentence(content.roadmap), *stop_sentences(content.roadmap)


def _dates(content: Content) -> Slide:
    if _has_roadmap(content):
        found = content.roadmap
        return Slide(
            title=gettext("Decision and follow-up dates"),
            words=council_dates(found),
            note=_note(content, draft_sentence(found), *roadmap_sentences(found)),
            caveat=draft_sentence(found),
        )
    calendar, question = content.calendar, content.case.question
    return Slide(
        title=gettext("Decision and follow-up dates"),
        words=(
            gettext("Works council asked: {day}", day=long_date(calendar.advice)),
            gettext("Council decides: {day}", day=long_date(calendar.decision)),
            gettext("Start: {day}", day=long_date(calendar.start)),
            gettext("Look back, stop or go on: {day}", day=long_date(calendar.at(_YEAR))),
            gettext("The saving is there: {day}", day=long_date(calendar.at(question.due_quarter))),
        ),
        note=_note(content, *section(content, "decide").sentences),
    )


def _note(content: Content, *sentences: str) -> tuple[str, ...]:
    return (*_as_sentences(sentences), _source(content))


def _as_sentences(sentences: Iterable[str]) -> list[str]:
    """Each sentence once, without those that are empty."""
    return list(dict.fromkeys(filter(None, sentences)))


def _source(content: Content) -> str:
    return gettext(
        "Source: calculation with selfmgmt {version}, fingerprint {hash}, from figures of the case "
        "and public figures. The report tells the source of every figure, under Figures and "
        "sources.",
        version=content.record.version,
        hash=content.record.inputs[:16],
    )
