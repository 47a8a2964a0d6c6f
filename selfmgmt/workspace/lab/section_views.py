"""What each section on demand shows of a case; libraries that draw are loaded by who asks."""

from collections.abc import Callable
from typing import Any

from selfmgmt.language import gettext
from selfmgmt.reporting.content.content import CERTAINTY, Content
from selfmgmt.views.prose import Html, bullets, folded, note, subheading

_SEARCH_DRAWS = 200  # of a search that nobody wants to wait for


Views = tuple[Any, ...]


def levers(content: Content) -> Views:
    """What each lever does to the chance of the likeliest option."""
    from selfmgmt.views.charts.levers import levers_chart
    from selfmgmt.views.words.lever_thresholds import lever_sentences

    option, turns = content.comparison.options[content.likeliest], content.turns
    return (
        bullets(lever_sentences(turns, option=option.label, certainty=CERTAINTY)),
        levers_chart(turns, option.design, certainty=CERTAINTY, option=option.label),
    )


def stress(content: Content) -> Views:
    """A few options when things go wrong."""
    from selfmgmt.views.charts.stress import stress_chart
    from selfmgmt.views.words.stress import stress_caution, stress_html, stress_sentences

    labels = content.labels
    return (
        bullets(stress_sentences(content.stress, labels)),
        stress_chart(content.stress, labels),
        note(stress_caution()),
        stress_html(content.stress, labels),
    )


def search_for_target(content: Content) -> Views:
    """What it takes to reach the target, for every way with every mix."""
    from selfmgmt.analysis.search import search
    from selfmgmt.views.charts.search import search_chart
    from selfmgmt.views.words import search as words

    study = content.study
    found = search(study, draws=_SEARCH_DRAWS, seed=content.seed)
    return (
        bullets(words.search_sentences(study, found)),
        search_chart(study, found),
        words.search_table(study, found),
        note(words.search_caution()),
    )


def reference_check(content: Content) -> Views:
    """The model beside what happened elsewhere."""
    from selfmgmt.views.words.reference_runs import reference_sentences, reference_table

    return bullets(reference_sentences(content.reference)), reference_table(content.reference)


def roles(content: Content) -> Views:
    """What hangs on one person."""
    from selfmgmt.views.people import roles_part

    return roles_part(content.case).views()


def advice(content: Content) -> Views:
    """Which advice from practice the option breaks."""
    from selfmgmt.views.people import advice_part

    return advice_part(content.comparison, content.roadmap.option).views()


def partners(content: Content) -> Views:
    """What each municipality bears."""
    from selfmgmt.views.people import partners_part

    return partners_part(content.comparison, content.roadmap.option).views()


def roadmap(content: Content) -> Views:
    """Each card of a method opens from the steps that need it."""
    from selfmgmt.views.people import method_parts
    from selfmgmt.views.roadmap import roadmap_part

    cards = [
        folded(card.title, Html("".join(view.source for view in card.views())))
        for card in method_parts(content.roadmap.roadmap)
    ]
    how = subheading(gettext("How do you do that?"))
    return (*roadmap_part(content.roadmap).views(), how, *cards)


def stops(content: Content) -> Views:
    """When to halt, and what then."""
    from selfmgmt.views.roadmap import halt_part, stops_part

    halted = halt_part(content.comparison, content.roadmap, draws=content.draws, seed=content.seed)
    return (*stops_part(content.roadmap).views(), subheading(halted.title), *halted.views())


def _unranked() -> Views:
    """What to do when no role ranks."""
    return (
        bullets(
            [
                gettext("No role has an order of the options yet. So there is nothing to test."),
                gettext(
                    "A role gets an order once it gives points of its own above, and people have "
                    "judged the options on all that the role gives points to."
                ),
                gettext("Until then, see above what you must believe of each way of working."),
            ]
        ),
    )


def once_ranked(views: Callable[[Content], Views]) -> Callable[[Content], Views]:
    """``views`` where at least one role ranks; else what to do first."""
    return lambda content: views(content) if content.weighing.rankings.ranked else _unranked()


def robustness(content: Content) -> Views:
    """How sure the order of each role is."""
    from selfmgmt.views.scoring import robustness_views

    return tuple(robustness_views(content.weighing, content.robustness, content.labels))


def stability(content: Content) -> Views:
    """How much room the weights of the least sure role have."""
    from selfmgmt.views.charts.stability import least_robust_charts

    return tuple(least_robust_charts(content.robustness, content.weighing, content.labels))


def disagreement(content: Content) -> Views:
    """Where roles want something else, and why."""
    from selfmgmt.views.scoring import apart_views

    return tuple(apart_views(content.weighing, content.robustness, content.labels))


def information_value(content: Content) -> Views:
    """Which figures can change the choice."""
    from selfmgmt.views.scoring import information_views

    return tuple(
        information_views(content.value_of_information, content.comparison, content.labels)
    )
