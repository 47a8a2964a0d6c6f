"""Every word that the page of the explorer shows, in the language of the reader."""

from selfmgmt.case.design import Design
from selfmgmt.evidence.assumption import OwnAssumption
from selfmgmt.fields import fields_of
from selfmgmt.language import gettext
from selfmgmt.language import gettext_noop as _
from selfmgmt.simulation.conditions import CONDITIONS
from selfmgmt.views.outcomes import OUTCOMES
from selfmgmt.views.widgets.option_words import FELT

_SAVINGS = (
    "gross_saving_eur",
    "realised_saving_eur",
    "leaked_eur",
    "running_cost_eur",
    "net_saving_eur",
)
_SHORT = {  # titles that fit beside a figure
    "net_saving_eur": _("Net saving"),
    "transition_cost_eur": _("One-off costs"),
    "gap_eur": _("What is still to find"),
    "capacity_low": _("Lowest capacity"),
    "capacity_end": _("Capacity at the end"),
    "absence_end": _("Sickness absence at the end"),
    "absence_mean": _("Sickness absence, mean"),
    "turnover_mean": _("Staff leaving, mean"),
    "satisfaction_end": _("Satisfaction at the end"),
    "satisfaction_mean": _("Satisfaction, mean"),
    "steerability_end": _("Grip of the council"),
    "vulnerability_end": _("Vulnerable functions"),
    "falls_back": _("Managers come back"),
}


def page_words() -> dict[str, str]:
    """The words by their place on the page; ``{name}`` in them is filled in by the page."""
    return {
        **_controls(),
        **_figures(),
        **_pictures(),
        **_structure(),
        **_drawer(),
        **{f"{key}_short": gettext(name) for key, name in _SHORT.items()},
        **{key: OUTCOMES[key].title for key in (*_SAVINGS, *FELT, "falls_back")},
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
        "name": gettext("Name"),
        "copy": gettext("Copy as a new option"),
        "remove": gettext("Delete"),
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
        "savings_note": gettext(
            "At the end of all years that are looked at. Dashed: what has to be saved."
        ),
        "savings_alt": gettext("{option}, per year: {figures}."),
        "conditions": gettext("What must be in place"),
        "conditions_alt": gettext("{option}: {figures}."),
        "weakest": gettext("in {share} of the possible futures"),
        "weakest_head": gettext("Weakest condition"),
        "no_new_way": gettext("Teams do not work in a new way, so this does not count here."),
        "felt": gettext("What people notice of it"),
        "felt_note": gettext(
            "The middle and, in brackets, the range: 8 in 10 possible futures. Mean and worst "
            "quarter are over all years that are looked at. Below it, doing nothing."
        ),
        "nothing_is": gettext("Doing nothing: {figure}"),
        "beside": gettext("What goes beside it, and what this way of working costs"),
        "changes": gettext("Only what changes"),
        "shares": gettext("What rests on assumptions"),
        "shares_note": gettext(
            "The part of each range that rests on assumptions (grade D), "
            "not on research or on your own figures."
        ),
        "shares_alt": gettext("{option}, part that rests on assumptions: {figures}."),
        "no_range": gettext("no range"),
        "waiting": gettext("Is being computed, once you pause."),
    }


def _structure() -> dict[str, str]:
    return {
        "structure": gettext("The organisation in teams"),
        "structure_legend": gettext(
            "A square stands for {managers} FTE of managers, a circle for {teams} of the teams, a "
            "diamond for {support} FTE of staff departments. Lines: who leads which teams."
        ),
        "structure_coaches": gettext("A triangle stands for {coaches} FTE of coaches."),
        "structure_new_way": gettext(
            "A dot in a circle: this team works in the new way, together with the teams beside it."
        ),
        "structure_alt": gettext(
            "{option}: {figures}. Part of the staff that works in the new way: {share}."
        ),
        "today": gettext("Today"),
        "what": gettext("What"),
        "about": gettext("about {middle} ({low} to {high})"),
        "managers_short": gettext("Managers"),
        "teams_short": gettext("Teams"),
        "support_short": gettext("Staff departments"),
        "coaches_short": gettext("Coaches"),
        "teams_count": gettext("Teams"),
        "managers_count": gettext("FTE of managers"),
        "support_count": gettext("FTE of staff departments"),
        "primary_count": gettext("FTE in the primary process"),
        "coaches_count": gettext("FTE of coaches"),
        "team_size_count": gettext("FTE per team"),
        "span_count": gettext("FTE per FTE of managers"),
    }


def _drawer() -> dict[str, str]:
    reason = fields_of(OwnAssumption)["reason"]
    return {
        "all_figures": gettext("Advanced: every figure of the calculation"),
        "figures_note": gettext(
            "Grades: A large studies and official statistics; B one good study or official "
            "document; C a case, press or self-report; D opinion or assumption."
        ),
        "own_note": gettext(
            "Do you know better? Fill in your own range, with the reason. It stays in the case and "
            "is marked as your own assumption, in the report too."
        ),
        "search": gettext("Search"),
        "everything": gettext("Everything"),
        "found": gettext("{shown} of {all} figures"),
        "own_count": gettext("of these your own assumption: {count}"),
        "replace": gettext("Fill in your own"),
        "change": gettext("Change your own"),
        "own_value": gettext("Your range"),
        "own_value_note": gettext("Such as 50% to 70%, or 5 to 9, middle 6."),
        "own_reason": reason.title,
        "own_reason_note": reason.description,
        "use": gettext("Use this"),
        "standard": gettext("Put back"),
        "close": gettext("Close"),
        "own_effect": gettext("{option}: the net saving was {before} a year. Now it is {after}."),
        "own_same": gettext("{option}: the net saving stays {after} a year."),
        "column_figure": gettext("Figure"),
        "column_middle": gettext("Middle"),
        "column_range": gettext("Range"),
        "column_unit": gettext("Unit"),
        "column_grade": gettext("Grade"),
        "column_status": gettext("What it rests on"),
        "column_source": gettext("Note and source"),
    }
