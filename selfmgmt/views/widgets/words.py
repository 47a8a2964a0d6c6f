"""Every word that the page of the explorer shows, in the language of the reader."""

from selfmgmt.case.design import Design
from selfmgmt.evidence.assumption import OwnAssumption
from selfmgmt.field_facts import fields_of
from selfmgmt.language import gettext
from selfmgmt.language import gettext_noop as _
from selfmgmt.simulation.conditions import CONDITIONS
from selfmgmt.views.outcomes import OUTCOMES
from selfmgmt.views.widgets.chart_words import chart_words

_SHORT = {  # titles that fit beside a figure
    "gross_saving_eur": _("Planned"),
    "realised_saving_eur": _("Realised"),
    "leaked_eur": _("Leaks away"),
    "running_cost_eur": _("New costs"),
    "net_saving_eur": _("Net saving"),
    "transition_cost_eur": _("One-off costs"),
    "one_off_peak_eur": _("Money put in first"),
    "posts_removed_fte": _("Posts that go, FTE"),
    "capacity_low": _("Lowest service"),
    "satisfaction_mean": _("Satisfied staff"),
    "satisfaction_worst": _("Satisfied, worst"),
    "absence_worst": _("Sickness, worst"),
    "turnover_worst": _("Leaving, worst"),
    "steerability_low": _("Lowest grip"),
    "vulnerability_end": _("Task uncovered"),
    "falls_back": _("Managers come back"),
    "work_redesign": _("Work redesigned"),
    "interdependence": _("Need each other"),
    "frames": _("Clear frames"),
    "readiness": _("Readiness"),
}


def page_words() -> dict[str, str]:
    """The words by their key on the page; ``{name}`` in them is filled in by the page."""
    return {
        **{key: outcome.title for key, outcome in OUTCOMES.items()},
        **{key: facts.title for key, facts in fields_of(Design).items() if key in CONDITIONS},
        **{f"{key}_short": gettext(name) for key, name in _SHORT.items()},
        "readiness": gettext("Readiness"),
        **_toolbar(),
        **_levers(),
        **_cards(),
        **chart_words(),
        **_panel(),
        **_figures_panel(),
    }


def _toolbar() -> dict[str, str]:
    return {
        "explorer": gettext("Options explorer"),
        "parts": gettext("Parts of the page"),
        "levers": gettext("Levers"),
        "options": gettext("Options"),
        "charts": gettext("Charts"),
        "undo": gettext("Undo"),
        "redo": gettext("Redo"),
        "replay": gettext("Replay"),
        "fit": gettext("Fit to target"),
        "share": gettext("Share this"),
        "large": gettext("Large"),
        "more": gettext("More"),
        "key": gettext("Key"),
        "keys": gettext("Keys and how to read this"),
        "key_does": gettext("What it does"),
        "key_1": gettext("Adjust option 1, 2 or 3"),
        "key_z": gettext("Take the last step back (z)"),
        "key_y": gettext("Take it again (y)"),
        "key_r": gettext("Show the last change once more, slider and charts together (r)"),
        "key_d": gettext("Make every option as large as the target asks, or as described (d)"),
        "key_g": gettext("Large letters, for a room (g)"),
        "key_m": gettext("All the rest: what changes, assumptions, further questions (m)"),
        "replayed": gettext("That was the last change."),
        "target": gettext("To be saved: {amount} a year, from {month} on."),
        "no_target": gettext("No saving target is filled in. So no option can miss it."),
        "share_copied": gettext("The link is copied. It holds the case and these columns."),
        "share_yourself": gettext("Copy the address of this page: it holds the case."),
        "share_local": gettext(
            "A link to this computer works on this computer only. Send a colleague the case file: "
            "see Save and share, above."
        ),
        "silence": gettext("The calculation does not answer. Run this page again."),
    }


def _levers() -> dict[str, str]:
    return {
        "holding": gettext("You adjust: {option}"),
        "this_option": gettext("Name, copy, comparison"),
        "name": gettext("Name"),
        "copy": gettext("Copy as a new option"),
        "reset": gettext("Back to the example"),
        "only": gettext("Compare these options only"),
        "field": gettext("{lever}, as a figure"),
        "about_lever": gettext("About: {lever}"),
    }


def _cards() -> dict[str, str]:
    return {
        "place": gettext("Option {number}"),
        "none": gettext("No option"),
        "in_comparison": gettext("In your comparison"),
        "only_look": gettext("Only look"),
        "within": gettext("in your comparison"),
        "hold": gettext("Adjust"),
        "hold_this": gettext("Adjust: {option}"),
        "adapted": gettext("{option} (adapted)"),
        "way": gettext("Way"),
        "mix": gettext("Saves by"),
        "met": gettext("Finds the saving: in {chance} of 100 futures."),
        "met_on_average": gettext("Finds it: in {chance} of 100 futures."),
        "gap": gettext("Still to find: {amount} ({low} to {high}). Found in {chance} of 100."),
    }


def _panel() -> dict[str, str]:
    return {
        "close": gettext("Close"),
        "changes": gettext("Only what changes"),
        "beside": gettext("What goes beside it, and what this way of working costs"),
        "sure": gettext("What rests on assumptions"),
        "questions": gettext("Further questions"),
        "make": gettext("Show"),
        "working": gettext("Being computed; this takes some seconds."),
        "done": gettext("Ready."),
        "numbers": gettext("The numbers of this chart"),
        "no_range": gettext("no range"),
        "sure_note": gettext(
            "The part of each range that rests on assumptions (grade D), "
            "not on research or on your own figures."
        ),
        "sure_sentence": gettext(
            "{option}: of most outcomes {middle} of the range rests on assumptions; it goes from "
            "{low} to {high}."
        ),
        "sure_same": gettext("{option}: of every outcome {middle} of the range does so."),
        "legend": gettext(
            "Of 100 possible futures 80 lie within a range. It is an exploration and not a "
            "forecast. While you move a lever, figures of that option are rougher; they settle "
            "when you pause."
        ),
    }


def _figures_panel() -> dict[str, str]:
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
