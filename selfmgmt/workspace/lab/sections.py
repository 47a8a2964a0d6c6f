"""What can be asked of a case beside its page: each section computes when someone asks for it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from selfmgmt.language import gettext
from selfmgmt.language import gettext_noop as _
from selfmgmt.reporting.content.content import CERTAINTY, Content
from selfmgmt.views.prose import Html, bullets, folded, note, subheading

_SEARCH_DRAWS = 200  # of a search that nobody wants to wait for

Views = tuple[Any, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One thing to ask: its title, what it is about, and what shows it."""

    title: str
    about: str
    views: Callable[[Content], Views]


def _levers(content: Content) -> Views:
    from selfmgmt.views.charts.levers import levers_chart
    from selfmgmt.views.words.lever_thresholds import lever_sentences

    option, turns = content.comparison.options[content.likeliest], content.turns
    return (
        bullets(lever_sentences(turns, option=option.label, certainty=CERTAINTY)),
        levers_chart(turns, option.design, certainty=CERTAINTY, option=option.label),
    )


def _stress(content: Content) -> Views:
    from selfmgmt.views.charts.stress import stress_chart
    from selfmgmt.views.words.stress import stress_caution, stress_html, stress_sentences

    labels = content.labels
    return (
        bullets(stress_sentences(content.stress, labels)),
        stress_chart(content.stress, labels),
        note(stress_caution()),
        stress_html(content.stress, labels),
    )


def _search(content: Content) -> Views:
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


def _reference_check(content: Content) -> Views:
    from selfmgmt.views.words.reference_runs import reference_sentences, reference_table

    return bullets(reference_sentences(content.reference)), reference_table(content.reference)


def _roles(content: Content) -> Views:
    from selfmgmt.views.people import roles_part

    return roles_part(content.case).views()


def _advice(content: Content) -> Views:
    from selfmgmt.views.people import advice_part

    return advice_part(content.comparison, content.roadmap.option).views()


def _partners(content: Content) -> Views:
    from selfmgmt.views.people import partners_part

    return partners_part(content.comparison, content.roadmap.option).views()


def _roadmap(content: Content) -> Views:
    """Each card of a method opens from the steps that need it."""
    from selfmgmt.views.people import method_parts
    from selfmgmt.views.roadmap import roadmap_part

    cards = [
        folded(card.title, Html("".join(view.source for view in card.views())))
        for card in method_parts(content.roadmap.roadmap)
    ]
    how = subheading(gettext("How do you do that?"))
    return (*roadmap_part(content.roadmap).views(), how, *cards)


def _stops(content: Content) -> Views:
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


def _once_ranked(views: Callable[[Content], Views]) -> Callable[[Content], Views]:
    """``views`` where at least one role ranks; else what to do first."""
    return lambda content: views(content) if content.weighing.rankings.ranked else _unranked()


def _robustness(content: Content) -> Views:
    from selfmgmt.views.scoring import robustness_views

    return tuple(robustness_views(content.weighing, content.robustness, content.labels))


def _stability(content: Content) -> Views:
    from selfmgmt.views.charts.stability import least_robust_charts

    return tuple(least_robust_charts(content.robustness, content.weighing, content.labels))


def _disagreement(content: Content) -> Views:
    from selfmgmt.views.scoring import apart_views

    return tuple(apart_views(content.weighing, content.robustness, content.labels))


def _information_value(content: Content) -> Views:
    from selfmgmt.views.scoring import information_views

    return tuple(
        information_views(content.value_of_information, content.comparison, content.labels)
    )


SECTIONS: Mapping[str, Mapping[str, Section]] = {
    "30_options": {
        "levers": Section(
            title=_("What makes or breaks the target?"),
            about=_(
                "This is about the option with the best chance. One lever moves from low to high, "
                "the others stay. The diamond is where the lever is now."
            ),
            views=_levers,
        ),
        "stress": Section(
            title=_("What if things go wrong?"),
            about=_(
                "Reverses that happened elsewhere or that people fear, laid on the options that "
                "some role puts first."
            ),
            views=_stress,
        ),
        "search": Section(
            title=_("What does it take to reach the target?"),
            about=_(
                "Every way of working is followed with every saving mix, from nothing to as far as "
                "it goes. The command selfmgmt search does so with other demands."
            ),
            views=_search,
        ),
        "reference_check": Section(
            title=_("What does the model say of what happened elsewhere?"),
            about=_("Reported facts beside the model, with the misses as well."),
            views=_reference_check,
        ),
    },
    "40_choose": {
        "robustness": Section(
            title=_("How sure is that order?"),
            about=_(
                "Weights are never exact and the figures are ranges. Here is how often each "
                "option comes first when all of it varies together."
            ),
            views=_once_ranked(_robustness),
        ),
        "stability": Section(
            title=_("How much room do the weights have?"),
            about=_(
                "This is about the role that is least sure. While a weight stays within the bar, "
                "the first choice stays the same."
            ),
            views=_once_ranked(_stability),
        ),
        "disagreement": Section(
            title=_("Where do roles part?"),
            about=_("Where two roles want something else, here is in one sentence why."),
            views=_once_ranked(_disagreement),
        ),
        "information_value": Section(
            title=_("Which figures can change the choice?"),
            about=_(
                "What it is worth to know a figure before you choose, and at which value the "
                "choice turns."
            ),
            views=_once_ranked(_information_value),
        ),
    },
    "60_people": {
        "roles": Section(
            title=_("What hangs on one person?"),
            about=_(
                "What the teams filled in, as far as it may leave them: numbers of tasks, and "
                "nothing of a team that is too small."
            ),
            views=_roles,
        ),
        "advice": Section(
            title=_("Which advice from practice does the option break?"),
            about=_(
                "Ten pieces of advice, held against the option that the roadmap leads to and "
                "against how ready the organisation is."
            ),
            views=_advice,
        ),
        "partners": Section(
            title=_("What does each municipality bear?"),
            about=_(
                "For an organisation that serves several municipalities: the split of an option, "
                "and what is left when one of them leaves."
            ),
            views=_partners,
        ),
    },
    "70_roadmap": {
        "roadmap": Section(
            title=_("Which steps, and when?"),
            about=_(
                "Made from what is not in place yet and from the option that you chose. It starts "
                "on the date that you fill in."
            ),
            views=_roadmap,
        ),
        "stops": Section(
            title=_("When do you halt, and what then?"),
            about=_("The lines come from the model, for this option."),
            views=_stops,
        ),
    },
}
