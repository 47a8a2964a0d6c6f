"""The appendix: all that was computed and where it comes from, folded behind a line each."""

from typing import Any

from selfmgmt.analysis.asked import requirements_of
from selfmgmt.analysis.consequences import consequences_of
from selfmgmt.analysis.questions import Question
from selfmgmt.analysis.robustness import Robustness
from selfmgmt.analysis.weigh import Weighing
from selfmgmt.language import gettext
from selfmgmt.reporting.content.content import Content
from selfmgmt.reporting.content.record import record_sentences
from selfmgmt.reporting.content.sections.page_one import mixes_in_a_table
from selfmgmt.reporting.content.sections.section import Section
from selfmgmt.scoring.profiles import load_profiles
from selfmgmt.views.prose import terms
from selfmgmt.views.tables import Table
from selfmgmt.views.words.benchmark import indicators_table
from selfmgmt.views.words.conditions import condition_sentences, condition_table
from selfmgmt.views.words.conflict import conflict_sentences
from selfmgmt.views.words.consequences import consequence_table
from selfmgmt.views.words.decision_rules import regret_table, satisficing_table, supporters_table
from selfmgmt.views.words.effects import price_table, ways_among
from selfmgmt.views.words.glossary import glossary_entries
from selfmgmt.views.words.involvement import involvement_table
from selfmgmt.views.words.options import options_html
from selfmgmt.views.words.organisation import practice_case_note, quality_sentences
from selfmgmt.views.words.peers import peer_sentences
from selfmgmt.views.words.readiness_gain import getting_ready, measure_sentences
from selfmgmt.views.words.reference_runs import reference_sentences, reference_table
from selfmgmt.views.words.required_beliefs import (
    belief_reasons,
    believe_sentences,
    believe_table,
    lag_sentences,
    lag_table,
    requirement_sentences,
)
from selfmgmt.views.words.robustness import flip_table, robustness_sentences, robustness_table
from selfmgmt.views.words.roles import agreement_sentences
from selfmgmt.views.words.shares import shares_sentences, shares_table, shares_title
from selfmgmt.views.words.sources import parameters_table, sources_html, sources_used
from selfmgmt.views.words.stress import (
    pairs_table,
    reverses_html,
    stress_sentences,
    stress_table,
)
from selfmgmt.views.words.value_of_information import (
    information_sentences,
    information_table,
    turn_table,
)
from selfmgmt.views.words.warnings import applying_warnings, readings_html, warnings_html

Parts = tuple[Any, ...]


def mixes(content: Content) -> Parts:
    """Saving mixes in the columns of page 1, and all that was computed of them."""
    return (_part(mixes_in_a_table(content).table), *computed(content, "mixes"))


def ways(content: Content) -> Parts:
    """The price of each way of working in two steps, and all that was computed of them."""
    weighing = content.weighings.get("ways")
    keys = weighing.performance.options if weighing else ()
    priced = ways_among(content.comparison, keys)
    steps = ("together", "removals", "working") if priced else ()
    tables = (price_table(content.comparison, keys, step) for step in steps)
    return (*map(_part, tables), *computed(content, "ways"))


def levers(content: Content) -> Parts:
    """What each option is, with its mix and size, and each lever that it moves."""
    return (options_html(content.comparison, list(content.comparison.options)),)


def believe(content: Content) -> Parts:
    """What one must believe of each way of working, with which weights."""
    weighing = content.weighings.get("ways")
    found = content.beliefs
    if weighing is None or not any(found.values()):
        return ()
    first = next(iter(load_profiles()))
    reasons = [
        words for one in found[first].values() for words in belief_reasons(one, content.labels)
    ]
    requirements = requirement_sentences(
        requirements_of(weighing), content.labels, weighing.rankings.ranked
    )
    return (
        _part(lag_table(found, content.labels), *lag_sentences(weighing)),
        _part(believe_table(found, content.labels), *believe_sentences(found, weighing)),
        _part(None, *reasons, *requirements),
    )


def order(content: Content) -> Parts:
    """How sure the order of each role is, by other methods too; nothing when nobody ranks."""
    choices, labels = content.value_of_information, content.labels
    if not content.robustness.roles:
        return ()
    return (
        *order_of(content.weighing, content.robustness, labels),
        _part(information_table(choices), *information_sentences(choices, content.comparison)),
        _part(turn_table(choices, labels)),
    )


def order_of(weighing: Weighing, robustness: Robustness, labels: dict[str, str]) -> Parts:
    """How sure the order of each role is for one question.

    Args:
        weighing: The ranking of each who weighs.
        robustness: How sure those are; with roles.
        labels: Option to its name.
    """
    return (
        _part(
            robustness_table(robustness, weighing, labels),
            *agreement_sentences(weighing, labels),
            *robustness_sentences(robustness, weighing, labels),
        ),
        _part(
            flip_table(robustness, weighing, labels),
            *conflict_sentences(robustness, weighing, labels),
        ),
        _part(supporters_table(robustness, labels)),
        _part(satisficing_table(robustness, labels)),
        _part(regret_table(robustness, labels)),
    )


def evidence(content: Content) -> Parts:
    """How strong the evidence under the range of the saving is."""
    title = shares_title(content.labels[content.leading], "net_saving_eur")
    table = shares_table(content.shares, caption=title) if content.shares else None
    return (_part(table, *filter(None, shares_sentences(content.shares))),)


def conditions(content: Content) -> Parts:
    """Which condition holds each option back, and what it brings to get ready first."""
    sentences, tables = getting_ready(content.study, draws=content.draws, seed=content.seed)
    table = condition_table(content.comparison)
    return (
        _part(table if table.rows else None, *condition_sentences(content.comparison)),
        _part(None, *sentences, *measure_sentences(content.case.readiness)),
        *map(_part, tables),
    )


def setbacks(content: Content) -> Parts:
    """Each reverse, and each pair of them, with all outcomes."""
    found, labels = content.stress, content.labels
    options = dict.fromkeys(one.option for one in found)
    tables = [
        make(found, option, labels) for option in options for make in (stress_table, pairs_table)
    ]
    return (
        _part(None, *stress_sentences(found, labels)),
        *map(_part, tables),
        reverses_html(found),
    )


def peers(content: Content) -> Parts:
    """Whom to compare with, and what limits the public figures."""
    return (
        _part(
            None,
            *peer_sentences(content.peers, content.study.members),
            *practice_case_note(content.study)[1:],
            *quality_sentences(content.study),
        ),
        _part(
            indicators_table(content.case.name, content.study.members, content.peers.members)
            if content.peers.members
            else None
        ),
    )


def warnings(content: Content) -> Parts:
    """Every warning that applies, and every reading of the cases behind them."""
    found = applying_warnings(content.comparison)
    return (warnings_html(found, options=len(content.labels) - 1), readings_html(found))


def model(content: Content) -> Parts:
    """The model beside what happened elsewhere."""
    return (_part(reference_table(content.reference), *reference_sentences(content.reference)),)


def figures(content: Content) -> Parts:
    """Every figure of the model, and the sources."""
    found = applying_warnings(content.comparison)
    return (
        _part(parameters_table(content.study)),
        sources_html(sources_used(content.comparison, found)),
    )


def words(_content: Content) -> Parts:
    """What the words mean."""
    return (terms(glossary_entries()),)


def about(content: Content) -> Parts:
    """What is needed to make the same report again, and how quarters became dates."""
    return (
        _part(
            None,
            *record_sentences(content.record),
            gettext(
                "The model counts quarters. Here they are dates: the change starts with the first "
                "quarter that leaves twelve weeks to fill in figures, hear the works council and "
                "decide."
            ),
        ),
    )


def computed(content: Content, question: Question) -> Parts:
    """Every option on every criterion, and the same when all are involved alike."""
    weighing, labels = content.weighings.get(question), content.labels
    if weighing is None:
        return ()
    involved = {
        key: one for key, one in content.involved.items() if key in weighing.performance.options
    }
    table = consequence_table(consequences_of(content.comparison, weighing), weighing, labels)
    return (_part(table), *([_part(involvement_table(involved, labels))] if involved else []))


def _part(table: Table | None, *sentences: str) -> Section:
    return Section(key="", title="", sentences=sentences, table=table)
