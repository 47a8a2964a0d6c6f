"""What a council sees of a report: ten slides with few words, a picture, and a note beneath."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from selfmgmt.analysis.questions import Question
from selfmgmt.language import gettext
from selfmgmt.numbers import long_date
from selfmgmt.reporting.content import Content
from selfmgmt.views.charts.drivers import drivers_chart
from selfmgmt.views.charts.options import options_chart
from selfmgmt.views.charts.paths import cash_chart
from selfmgmt.views.charts.ranking import roles_chart
from selfmgmt.views.charts.readiness import readiness_chart
from selfmgmt.views.charts.savings import savings_chart
from selfmgmt.views.figures import Chart
from selfmgmt.views.words.answers import gap_sentences, way_sentences
from selfmgmt.views.words.conditions import condition_sentences, readiness_sentences
from selfmgmt.views.words.options import leak_sentences
from selfmgmt.views.words.question import closing_sentences, question_sentences
from selfmgmt.views.words.roles import agreement_sentences
from selfmgmt.views.words.uncertainty import (
    fill_in_sentence,
    fill_in_steps,
    spread_sentences,
    spread_shares,
    spread_title,
)


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
    """The slides about one case, in the language that is spoken."""
    return [
        _opening(content),
        _question(content),
        _saving(content),
        _leak(content),
        _cash(content),
        _ways(content),
        _readiness(content),
        _roles(content),
        _certainty(content),
        _next(content),
    ]


def _opening(content: Content) -> Slide:
    return Slide(
        title=gettext("How do we find the saving, and what is working differently worth to us?"),
        words=(
            f"{content.case.name}, {long_date(content.record.made)}",
            gettext("An exploration. Nothing has been decided yet."),
        ),
        note=_note(
            content,
            gettext("Self-organisation is a means and not a goal."),
            gettext("Council and executive set the direction and the boundaries."),
        ),
    )


def _question(content: Content) -> Slide:
    return Slide(
        title=gettext("What is it about?"),
        words=(
            gettext("How can the gap be closed, and at what price?"),
            gettext("Is another way of working worth its price?"),
        ),
        note=_note(
            content,
            *question_sentences(content.comparison),
            gettext("The options: {options}.", options="; ".join(content.labels.values())),
        ),
        caveat=_example_target(content),
    )


def _saving(content: Content) -> Slide:
    words = closing_sentences(content.comparison)
    return Slide(
        title=gettext("How can the gap be closed?"),
        words=(
            gettext("Posts, hired staff or tasks: something goes."),
            gettext("This is the lowest point of what can be done for residents. Today is 100."),
        ),
        chart=_capacity(content, "mixes"),
        note=_note(
            content,
            *words,
            *gap_sentences(content.comparison),
            gettext("The dot is the middle. Of 100 possible futures 80 fall within the bar."),
        ),
        caveat=_example_target(content),
    )


def _capacity(content: Content, question: Question) -> Chart:
    """What is left for residents, of the options that answer one question."""
    found = content.weighings.get(question)
    keys = found.performance.options if found else None
    return options_chart(content.comparison, "capacity_low", keys)


def _leak(content: Content) -> Slide:
    first, *rest = leak_sentences(content.comparison) or [""]
    return Slide(
        title=gettext("What is left of the saving?"),
        words=tuple(rest[:1]),
        chart=savings_chart(content.comparison),
        note=_note(content, first, *rest[1:]),
    )


def _cash(content: Content) -> Slide:
    return Slide(
        title=gettext("When does it pay for itself?"),
        words=(
            gettext("Below the line it has cost money so far. Above it, it has brought in money."),
        ),
        chart=cash_chart(content.comparison),
        note=_note(
            content,
            gettext("The line is the middle, the area is the range."),
            gettext("Costs of the transition come first, the saving only later."),
        ),
    )


def _ways(content: Content) -> Slide:
    return Slide(
        title=gettext("What is working differently worth?"),
        words=(
            gettext("Every way of working stands beside today's way that saves the same."),
            gettext("This is the lowest point of what can be done for residents. Today is 100."),
        ),
        chart=_capacity(content, "ways"),
        note=_note(content, *way_sentences(content.comparison)),
        caveat=_example_target(content),
    )


def _readiness(content: Content) -> Slide:
    words = readiness_sentences(content.study.profile)
    return Slide(
        title=gettext("Is the organisation ready?"),
        words=tuple(words[:1]),
        chart=readiness_chart(content.study.profile),
        note=_note(content, *words[1:], *condition_sentences(content.comparison)),
    )


def _roles(content: Content) -> Slide:
    weighing, labels = content.weighing, content.labels
    if not weighing.rankings.ranked:
        return Slide(
            title=gettext("What must people still judge?"),
            words=tuple(str(weighing.criteria[key].label) for key in weighing.not_judged)
            or (gettext("What counts most for whom?"),),
            note=_note(content, *agreement_sentences(weighing, labels)),
        )
    return Slide(
        title=gettext("What would each role choose?"),
        words=(gettext("A ranking is no decision, but the start of a conversation."),),
        chart=roles_chart(weighing, labels),
        note=_note(content, *agreement_sentences(weighing, labels)),
        caveat=_example_weights(content),
    )


def _certainty(content: Content) -> Slide:
    shares = spread_shares(content.comparison, "net_saving_eur")
    return Slide(
        title=gettext("How certain is this?"),
        words=(gettext("Use it to talk, not to calculate a decision."),),
        chart=drivers_chart(shares, title=spread_title("net_saving_eur")),
        note=_note(content, *spread_sentences(shares, "net_saving_eur")),
    )


def _next(content: Content) -> Slide:
    return Slide(
        title=gettext("What can the council do now?"),
        words=(
            gettext("Say what must stay good for residents."),
            gettext("Set the frames within which teams decide."),
            gettext("Ask for the figures that are still missing."),
            gettext("Agree when to look back."),
        ),
        note=_note(
            content, fill_in_sentence(content.comparison), *fill_in_steps(content.comparison)
        ),
    )


def _example_target(content: Content) -> str:
    """That nobody chose the target, when that is so."""
    if not content.case.question.example:
        return ""
    return gettext("The saving target is an example; nobody has chosen it.")


def _example_weights(content: Content) -> str:
    """That roles did not give the weights that they rank with, when that is so."""
    examples = [role.example for role in content.weighing.rankings.ranked.values()]
    if all(examples):
        return gettext("The weights are an example; no role has given its own.")
    return gettext("Roles that gave no weights have those of an example.") if any(examples) else ""


def _note(content: Content, *sentences: str) -> tuple[str, ...]:
    return (*_told(sentences), _source(content))


def _told(sentences: Iterable[str]) -> list[str]:
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
