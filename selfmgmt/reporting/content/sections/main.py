"""The sections of the main text, after page 1."""

from selfmgmt.language import gettext
from selfmgmt.reporting.content.content import Content
from selfmgmt.reporting.content.sections import cautions
from selfmgmt.reporting.content.sections.section import Section
from selfmgmt.views.charts.drivers import drivers_chart
from selfmgmt.views.charts.paths import capacity_chart, cash_chart
from selfmgmt.views.charts.readiness import readiness_chart
from selfmgmt.views.charts.savings import savings_chart
from selfmgmt.views.words.cards import cards_table, left_out_sentences
from selfmgmt.views.words.choice import choice_sentences, choice_table
from selfmgmt.views.words.options import leak_sentences
from selfmgmt.views.words.organisation import organisation_table, who_sentences
from selfmgmt.views.words.past_failures import before_sentences
from selfmgmt.views.words.readiness_advice import ready_sentences
from selfmgmt.views.words.readiness_gain import is_filled_in
from selfmgmt.views.words.required_cuts import takes_sentences, takes_table
from selfmgmt.views.words.shocks import setbacks_sentences, setbacks_table
from selfmgmt.views.words.staff import staff_sentences, staff_table
from selfmgmt.views.words.timing import cash_sentences, service_sentences
from selfmgmt.views.words.uncertainty import (
    fill_in_sentence,
    fill_in_steps,
    spread_sentences,
    spread_shares,
    spread_title,
)

_SAVING = "net_saving_eur"


def left_over(content: Content) -> Section:
    """How much of a planned saving is left on the day that it is due."""
    day = content.calendar.at(content.case.question.due_quarter)
    return Section(
        key="left_over",
        title=gettext("What is left of the saving?"),
        sentences=tuple(leak_sentences(content.comparison, day)),
        picture=savings_chart(content.comparison, day),
    )


def options(content: Content) -> Section:
    """The options in four figures each, and which named ones are left out."""
    return Section(
        key="options",
        title=gettext("What are the options?"),
        sentences=left_out_sentences(content.comparison),
        table=cards_table(content.comparison, content.calendar),
    )


def service(content: Content) -> Section:
    """What can be done for residents over the years."""
    return Section(
        key="service",
        title=gettext("What do residents notice, and when?"),
        sentences=service_sentences(content.comparison, content.calendar),
        picture=capacity_chart(content.comparison, content.calendar),
    )


def cash(content: Content) -> Section:
    """Costs and savings together over the years."""
    return Section(
        key="cash",
        title=gettext("When is there money over?"),
        sentences=cash_sentences(content.comparison, content.calendar),
        picture=cash_chart(content.comparison, content.calendar),
    )


def takes(content: Content) -> Section:
    """How much has to go, at an even chance and to be surer."""
    return Section(
        key="takes",
        title=gettext("What does it take?"),
        sentences=takes_sentences(content.comparison),
        table=takes_table(content.comparison),
    )


def staff(content: Content) -> Section:
    """What happens to posts and people, for each option."""
    return Section(
        key="staff",
        title=gettext("What happens to staff?"),
        sentences=staff_sentences(content.comparison, content.calendar),
        table=staff_table(content.comparison),
        cautions=(*cautions.no_individuals(), *cautions.persons_source()),
    )


def readiness(content: Content) -> Section:
    """How ready the organisation is; one sentence while nobody filled it in."""
    filled = is_filled_in(content.case.readiness)
    return Section(
        key="readiness",
        title=gettext("Is the organisation ready?"),
        sentences=ready_sentences(content.study, content.comparison, content.calendar),
        picture=readiness_chart(content.study.profile) if filled else None,
    )


def choice(content: Content) -> Section:
    """What each role would choose; without own weights what one must believe."""
    return Section(
        key="choice",
        title=gettext("Who would choose what?"),
        sentences=choice_sentences(content.weighing, content.labels, content.believe),
        table=choice_table(content.weighing, content.labels),
        cautions=cautions.example_weights(content),
    )


def unsure(content: Content) -> Section:
    """What the range rests on, and what to look up first."""
    shares = spread_shares(content.comparison, _SAVING)
    return Section(
        key="unsure",
        title=gettext("Why is it unsure, and what to look up first?"),
        sentences=(
            *spread_sentences(shares, _SAVING),
            fill_in_sentence(content.comparison),
            *fill_in_steps(content.comparison),
        ),
        picture=drivers_chart(shares, title=spread_title(_SAVING)) if shares else None,
    )


def setbacks(content: Content) -> Section:
    """What a reverse does to a few options, beside the plan."""
    return Section(
        key="setbacks",
        title=gettext("What if it goes wrong?"),
        sentences=setbacks_sentences(content.stress, content.labels),
        table=setbacks_table(content.stress, content.labels),
        cautions=cautions.setbacks(),
    )


def before(content: Content) -> Section:
    """Where it went wrong before, and how people there explain it."""
    return Section(
        key="before",
        title=gettext("Where did it go wrong before, and how do people explain it?"),
        sentences=before_sentences(content.comparison),
    )


def standing(content: Content) -> Section:
    """What is known of the organisation: own figures beside public ones."""
    return Section(
        key="standing",
        title=gettext("Where does the organisation stand?"),
        sentences=tuple(who_sentences(content.study)),
        table=organisation_table(content.study),
        cautions=cautions.benchmark(),
    )
