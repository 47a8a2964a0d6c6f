"""What can be asked of a case beside its page: each section computes when someone asks for it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from selfmgmt.language import gettext_noop as _
from selfmgmt.reporting.content.content import Content
from selfmgmt.workspace.lab.section_views import (
    Views,
    advice,
    disagreement,
    information_value,
    levers,
    once_ranked,
    partners,
    reference_check,
    roadmap,
    robustness,
    roles,
    search_for_target,
    stability,
    stops,
    stress,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One thing to ask: its title, what it is about, and what shows it."""

    title: str
    about: str
    views: Callable[[Content], Views]


SECTIONS: Mapping[str, Mapping[str, Section]] = {
    "30_options": {
        "levers": Section(
            title=_("What makes or breaks the target?"),
            about=_(
                "This is about the option with the best chance. One lever moves from low to high, "
                "the others stay. The diamond is where the lever is now."
            ),
            views=levers,
        ),
        "stress": Section(
            title=_("What if things go wrong?"),
            about=_(
                "Reverses that happened elsewhere or that people fear, laid on the options that "
                "some role puts first."
            ),
            views=stress,
        ),
        "search": Section(
            title=_("What does it take to reach the target?"),
            about=_(
                "Every way of working is followed with every saving mix, from nothing to as far as "
                "it goes. The command selfmgmt search does so with other demands."
            ),
            views=search_for_target,
        ),
        "reference_check": Section(
            title=_("What does the model say of what happened elsewhere?"),
            about=_("Reported facts beside the model, with the misses as well."),
            views=reference_check,
        ),
    },
    "40_choose": {
        "robustness": Section(
            title=_("How sure is that order?"),
            about=_(
                "Weights are never exact and the figures are ranges. Here is how often each "
                "option comes first when all of it varies together."
            ),
            views=once_ranked(robustness),
        ),
        "stability": Section(
            title=_("How much room do the weights have?"),
            about=_(
                "This is about the role that is least sure. While a weight stays within the bar, "
                "the first choice stays the same."
            ),
            views=once_ranked(stability),
        ),
        "disagreement": Section(
            title=_("Where do roles part?"),
            about=_("Where two roles want something else, here is in one sentence why."),
            views=once_ranked(disagreement),
        ),
        "information_value": Section(
            title=_("Which figures can change the choice?"),
            about=_(
                "What it is worth to know a figure before you choose, and at which value the "
                "choice turns."
            ),
            views=once_ranked(information_value),
        ),
    },
    "60_people": {
        "roles": Section(
            title=_("What hangs on one person?"),
            about=_(
                "What the teams filled in, as far as it may leave them: numbers of tasks, and "
                "nothing of a team that is too small."
            ),
            views=roles,
        ),
        "advice": Section(
            title=_("Which advice from practice does the option break?"),
            about=_(
                "Ten pieces of advice, held against the option that the roadmap leads to and "
                "against how ready the organisation is."
            ),
            views=advice,
        ),
        "partners": Section(
            title=_("What does each municipality bear?"),
            about=_(
                "For an organisation that serves several municipalities: the split of an option, "
                "and what is left when one of them leaves."
            ),
            views=partners,
        ),
    },
    "70_roadmap": {
        "roadmap": Section(
            title=_("Which steps, and when?"),
            about=_(
                "Made from what is not in place yet and from the option that you chose. It starts "
                "on the date that you fill in."
            ),
            views=roadmap,
        ),
        "stops": Section(
            title=_("When do you halt, and what then?"),
            about=_("The lines come from the model, for this option."),
            views=stops,
        ),
    },
}
