"""The sections of page 1: the question, the answer, two pictures, one table, and who decides."""

from selfmgmt.analysis.option_result import OptionResult
from selfmgmt.analysis.questions import Question, candidates
from selfmgmt.case.known import DO_NOTHING, NONE
from selfmgmt.language import gettext
from selfmgmt.reporting.content.content import Content
from selfmgmt.reporting.content.sections import cautions
from selfmgmt.reporting.content.sections.section import Section
from selfmgmt.views.charts.trade_off import mixes_chart, ways_chart
from selfmgmt.views.words.answer import closes_sentence, price_sentence, unknown_sentence
from selfmgmt.views.words.consequence_table import mixes_table, reading_sentences, ways_table
from selfmgmt.views.words.decide import decide_sentences
from selfmgmt.views.words.question import amount_sentence

MOST = 8  # options in a picture or table of page 1
_TODAY = ("capacity_low", "satisfaction_mean")


def question(content: Content) -> Section:
    """The cut in one sentence: how much, for each inhabitant, by which day, and whose it is."""
    return Section(
        key="question",
        title=gettext("The question"),
        sentences=(amount_sentence(content.comparison, content.calendar),),
        cautions=cautions.example_target(content),
    )


def answer(content: Content) -> Section:
    """What closes the gap, at what price, and what is not known: a sentence for each."""
    return Section(
        key="answer",
        title=gettext("The answer"),
        sentences=(
            closes_sentence(content.comparison),
            price_sentence(content.comparison),
            unknown_sentence(content.comparison, content.weighing),
        ),
    )


def mixes(content: Content) -> Section:
    """Saving mixes side by side while everyone works as today."""
    options = options_of(content, "mixes")
    nothing = content.comparison.options[DO_NOTHING].outcomes
    labels = {one.key: one.label for one in options}
    today = {key: nothing[key].p50 for key in _TODAY}
    return Section(
        key="mixes",
        title=gettext("How can the gap be closed?"),
        sentences=(
            gettext(
                "Something goes; what you can best do without, only you can say. The line is today."
            ),
        ),
        picture=mixes_chart(content.comparison.summary(), labels, today) if options else None,
        cautions=cautions.ranges(),
    )


def ways(content: Content) -> Section:
    """Ways of working at the same money: what they cost and what they give."""
    options = [one for one in options_of(content, "ways") if one.way != NONE]
    labels = {one.key: one.label for one in options}
    price = content.comparison.price().xs("together", level="step") if options else None
    back = {one.key: one.falls_back for one in options}
    return Section(
        key="ways",
        title=gettext("What is another way of working worth?"),
        sentences=(
            gettext(
                "The line is today's way that saves the same; what lies right of it goes up. Falls "
                "back: the chance that managers come back."
            ),
        ),
        picture=None if price is None else ways_chart(price, labels, back),
        cautions=cautions.ranges(),
    )


def consequences(content: Content) -> Section:
    """Ways of working under the chosen mix, beside today's: words, signs and numbers."""
    options = options_of(content, "ways")
    believe = content.believe
    return Section(
        key="consequences",
        title=gettext("What each way of working does"),
        sentences=reading_sentences(options, believes=bool(believe)),
        table=ways_table(content.comparison, options, believe) if options else None,
        cautions=cautions.persons_source(),
    )


def mixes_in_a_table(content: Content) -> Section:
    """Saving mixes under today's way of working, in the same columns."""
    options = options_of(content, "mixes")
    return Section(
        key="mixes_in_a_table",
        title=gettext("The saving mixes in the same columns"),
        table=mixes_table(content.comparison, options) if options else None,
    )


def decide(content: Content) -> Section:
    """Who decides what now, with dates."""
    return Section(
        key="decide",
        title=gettext("Who decides what now?"),
        sentences=decide_sentences(content.comparison, content.weighing, content.calendar),
    )


def own(content: Content) -> Section:
    """What is not of the municipality itself; no cautions when all is."""
    return Section(
        key="own",
        title=gettext("What is not yet about you"),
        cautions=(
            *cautions.example_target(content),
            *cautions.of_figures(content),
            *cautions.example_weights(content),
            *cautions.of_organisation(content),
        ),
    )


def options_of(content: Content, kind: Question) -> list[OptionResult]:
    """The options that answer one question, no more than fit; as written when sizes differ."""
    found = content.comparison
    keys = [key for key in candidates(found)[kind] if key != DO_NOTHING]
    if kind == "mixes":
        keys = [key for key in keys if found.options[key].way == NONE]
    return [found.options[key] for key in keys[:MOST]]
