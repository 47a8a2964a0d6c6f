"""Every word that the page of the explorer shows, in the language of the reader."""

from selfmgmt.case.design import Design
from selfmgmt.fields import fields_of
from selfmgmt.language import gettext
from selfmgmt.simulation.rollout import CONDITIONS
from selfmgmt.views.outcomes import OUTCOMES

_SAVINGS = (
    "gross_saving_eur",
    "realised_saving_eur",
    "leaked_eur",
    "running_cost_eur",
    "net_saving_eur",
)


def page_words() -> dict[str, str]:
    """The words by their place on the page; ``{name}`` in them is filled in by the page."""
    return {
        **_controls(),
        **_figures(),
        **_pictures(),
        **{key: OUTCOMES[key].title for key in _SAVINGS},
        **{key: facts.title for key, facts in fields_of(Design).items() if key in CONDITIONS},
        "readiness": gettext("Readiness"),
    }


def _controls() -> dict[str, str]:
    return {
        "explorer": gettext("Options explorer"),
        "levers": gettext("What do you change?"),
        "undo": gettext("Undo"),
        "redo": gettext("Redo"),
        "reset": gettext("Back to the example"),
        "place": gettext("Option {number}"),
        "none": gettext("No option"),
        "hold": gettext("Adjust"),
        "holding": gettext("You adjust: {option}"),
        "adapted": gettext("{option} (adapted)"),
        "field": gettext("{lever}, as a figure"),
        "silence": gettext("The calculation does not answer. Run this page again."),
    }


def _figures() -> dict[str, str]:
    return {
        "target": gettext("To be saved: {amount} a year, from quarter {quarter} on."),
        "no_target": gettext("No saving target is filled in. So no option can miss it."),
        "gap": gettext("Still to find: {amount}"),
        "closed": gettext("The cut closes"),
        "range": gettext("Range {low} to {high}"),
        "chance": gettext("Chance to close it: {chance}"),
        "middle": gettext("{middle} ({low} to {high})"),
        "quarter": gettext("quarter {quarter}"),
        "option": gettext("Option"),
        "mln": gettext("mln"),
        "numbers": gettext("The numbers of this chart"),
    }


def _pictures() -> dict[str, str]:
    return {
        "legend": gettext(
            "Line: the middle. Band: 8 in 10 possible futures. Dashed: doing nothing. "
            "Below each picture: quarters from the start."
        ),
        "capacity": gettext("Capacity for residents (today is 100)"),
        "capacity_alt": gettext(
            "{option}: capacity for residents is lowest in quarter {when}, at {lowest}. "
            "It ends at {middle} ({low} to {high})."
        ),
        "cash": gettext("Costs and savings together, since the start (million euros)"),
        "cash_alt": gettext(
            "{option}: after {quarters} quarters costs and savings together come to "
            "{middle} ({low} to {high})."
        ),
        "savings": gettext("What is left of the planned saving, per year"),
        "planned": gettext("Planned"),
        "kept": gettext("Realised"),
        "leaked_short": gettext("Leaks away"),
        "running_cost_short": gettext("New costs"),
        "net": gettext("Net"),
        "savings_note": gettext("Dashed: what has to be saved."),
        "savings_alt": gettext("{option}, per year: {figures}."),
        "conditions": gettext("What must be in place"),
        "conditions_alt": gettext("{option}: {figures}."),
        "weakest": gettext("in {share} of the possible futures"),
        "weakest_head": gettext("Weakest condition"),
        "no_new_way": gettext("Teams do not work in a new way, so this does not count here."),
        "changes": gettext("Only what changes"),
    }
