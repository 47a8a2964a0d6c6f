"""What the live page says beside the words of the explorer, in the language of the reader."""

from selfmgmt.case.mandate import decision_domains
from selfmgmt.case.mix import Mix
from selfmgmt.evidence.show import STATUS_WORDS
from selfmgmt.field_facts import fields_of
from selfmgmt.language import gettext, small
from selfmgmt.views.widgets.levers import MANDATE, levers


def page_sentences(*, whole: bool) -> dict[str, str]:
    """Sentences by their key; ``{name}`` in them is filled in by the page.

    Args:
        whole: Whether all of the case is on the page.
    """
    groups = {f"group_{key}": small(one.title) for key, one in fields_of(Mix).items()}
    return {
        **_bar(),
        "left_out": "" if whole else _left_out(),
        **_refusals(),
        **_own(),
        **_options(),
        **_sizes(),
        **_values(),
        **groups,
    }


def allowed_words() -> dict[str, str]:
    """Lever to what may be filled in there."""
    found = {path: lever.facts.allowed for path, lever in levers().items()}
    for path, lever in levers().items():
        if path.startswith(MANDATE):
            domain = decision_domains()[lever.facts.name]
            reason = str(domain.reason).rstrip(".")
            highest = domain.max_level
            found[path] = gettext("1 to {highest}. {reason}", highest=highest, reason=reason)
    return found


def _bar() -> dict[str, str]:
    return {
        "offline": gettext("Works without internet. Nothing leaves this device."),
        "keep": gettext("Download my case"),
        "print": gettext("Print"),
        "share_file": gettext(
            "The link is copied. It works on this device; for others, send this file along."
        ),
        "share_file_yourself": gettext(
            "Copy the address of this page yourself. It works on this device; for others, send "
            "this file along."
        ),
        "share_web": gettext("The link is copied. It shows what you see now."),
        "share_web_yourself": gettext(
            "Copy the address of this page yourself. It shows what you see now."
        ),
        "link_broken": gettext(
            "This link is not complete or was made by another page. You see the page as it was at "
            "the start."
        ),
        "print_note": gettext(
            "Each figure is the middle, with between brackets the range in which 8 in 10 possible "
            "futures lie."
        ),
        "print_foot": gettext(
            "Computed on a live page of selfmgmt. Much of it rests on assumptions; the report "
            "tells which. A comparison, not a norm."
        ),
    }


def _left_out() -> str:
    return gettext(
        "What people filled in for themselves or their team is not on this page; keep the case "
        "file for that."
    )


def _refusals() -> dict[str, str]:
    given = {"given": "{given}"}
    return {
        "number": gettext(
            "{given} is not a number; write for example 3,5 or 1.234,5 or 12% or € 1,2 mln.",
            **given,
        ),
        "outside": gettext(
            "{given} is outside what is allowed; use {allowed}.", **given, allowed="{allowed}"
        ),
        "unit": gettext(
            "{given} has no unit; write {share} or {amount}.",
            **given,
            share="{share}",
            amount="{amount}",
        ),
        "readings": gettext("{given} can be read in two ways; write 1% or 100%.", **given),
        "horizon": gettext(
            "the horizon of {horizon} quarters ends before due_quarter {due}; "
            "look further ahead or set due_quarter earlier.",
            horizon="{horizon}",
            due="{due}",
        ),
        "cannot": gettext("{given} is nothing that this page can do.", **given),
        "keep_one": gettext("Keep at least one option on the page."),
        "too_many": gettext("There are {most} options; take one away first.", most="{most}"),
        "nothing_left": gettext(
            "{fault} Choose one of the two.",
            fault=gettext("Without a way of working and without a saving mix nothing changes."),
        ),
        "name_taken": gettext(
            "Name: there is another option called {name}. Think of another name.", name="{name}"
        ),
    }


def _own() -> dict[str, str]:
    given, ends = {"given": "{given}", "unit": "{unit}"}, {"low": "{low}", "high": "{high}"}
    status = STATUS_WORDS["own"]
    return {
        "missing": gettext("this is missing; fill it in."),
        "too_long": gettext(
            "this text is too long; use at most {max_length} characters.", max_length=200
        ),
        "unprintable": gettext(
            "{given} holds characters that cannot be printed; remove them.", given="{given}"
        ),
        "order": gettext(
            "low {low}, central {central}, high {high} are not in rising order; "
            "low comes first and high last.",
            **ends,
            central="{central}",
        ),
        "percent_here": gettext(
            "{given} is a percentage, and here stands a number ({unit}); write {whole} or {part}.",
            **given,
            whole="{whole}",
            part="{part}",
        ),
        "other_unit": gettext(
            "{given} has another unit than this field ({unit}); write it in that unit.", **given
        ),
        "range": gettext("{low} to {high}", **ends),
        "range_middle": gettext("{low} to {high}, middle {middle}", **ends, middle="{middle}"),
        "status_own": gettext(status),
        "own_used": gettext("Computed with own assumptions: {list}.", list="{list}"),
        "own_more": gettext("and {count} more", count="{count}"),
    }


def _options() -> dict[str, str]:
    options = {"options": "{options}"}
    return {
        "came": gettext("Now in your comparison: {options}", **options),
        "went": gettext("Out of your comparison: {options}", **options),
        "numbered": gettext("{option} ({number})", option="{option}", number="{number}"),
        "pair": gettext("{way}; {mix}", way="{way}", mix="{mix}"),
        "as_now": gettext("As it is now"),
    }


def _sizes() -> dict[str, str]:
    mixed = {"times": "{times}", "mix": "{mix}"}
    share = {"share": "{share}"}
    shares = {"shares": "{shares}"}
    changes = {"changes": "{changes}"}
    return {
        "sized_mixed": gettext("Sized to the target: {times} × {mix}.", **mixed),
        "sized_alone": gettext("Without a saving mix."),
        "described_mixed": gettext("As described: {times} × {mix}.", **mixed),
        "described_alone": gettext("As described, without a saving mix."),
        "reach": gettext("Gets to {share} of the target.", **share),
        "deep": gettext("Deeper than anyone measured."),
        "falls_short": gettext(
            "That gets to {share} of the target; then nothing more may go, here or without this "
            "way of working.",
            **share,
        ),
        "passes": gettext("By itself it already passes the target: it gets to {share}.", **share),
        "gone": gettext("What goes: {shares}.", **shares),
        "gone_beside": gettext("What goes beside this way of working: {shares}.", **shares),
        "gone_nothing": gettext("Nothing goes beside what belongs to this way of working."),
        "price": gettext("The price of working this way, at the same money: {changes}.", **changes),
        "changes": gettext("This changes: {changes}.", **changes),
        "changes_nothing": gettext("Nothing changes."),
    }


def _values() -> dict[str, str]:
    share, count, amount = {"share": "{share}"}, {"count": "{count}"}, {"amount": "{amount}"}
    return {
        "level": gettext("level {level} of 7", level="{level}"),
        "quarters": gettext("{count} quarters", **count),
        "of_staff_cost": gettext("of staff cost"),
        "of_today": gettext("{share} of today", **share),
        "of_need": gettext("{share} of what the teams need", **share),
        "of_primary": gettext("{share} of the FTE in the primary process", **share),
        "of_hire": gettext("{share} of the budget for hired staff", **share),
        "about_teams": gettext("about {count} teams", **count),
        "about": gettext("about {amount}", **amount),
        "about_fte": gettext("about {count} FTE", **count),
        "per_fte": gettext("{amount} per FTE", **amount),
        "per_year": gettext("{amount} per year", **amount),
        "unit_FTE": gettext("FTE"),
        "unit_EUR": gettext("EUR per year"),
        "unit_teams": gettext("teams"),
    }
