"""Consequences for staff: building blocks for the four questions of article 25 of the WOR."""

from collections.abc import Iterable

from selfmgmt.analysis.bands import Band
from selfmgmt.analysis.compare import Comparison
from selfmgmt.analysis.option_result import OptionResult
from selfmgmt.language import gettext, ngettext
from selfmgmt.language import gettext_noop as _
from selfmgmt.numbers import euro, number, percentage
from selfmgmt.views.words.question import target_sentence
from selfmgmt.views.words.warnings import wholes_of

_MOTIVES = {"service": _("better service"), "cut": _("a budget cut")}


def works_council_answers(comparison: Comparison) -> list[tuple[str, str]]:
    """The four questions that a request for advice must answer, with what is known so far."""
    changing = [one for one in comparison.options.values() if one.design.scope or _positions(one)]
    return [
        (gettext("Which decision?"), _decision(changing)),
        (gettext("Why?"), _reasons(comparison, changing)),
        (gettext("What are the consequences for staff?"), _consequences(comparison, changing)),
        (gettext("Which measures are there?"), _measures(changing)),
    ]


def _decision(changing: list[OptionResult]) -> str:
    return gettext(
        "There is no intended decision yet. These options are explored: {options}.",
        options="; ".join(one.label for one in changing) or gettext("none"),
    )


def _reasons(comparison: Comparison, changing: list[OptionResult]) -> str:
    given = {one.design.motive for one in changing}
    motives = [gettext(words) for key, words in _MOTIVES.items() if {key, "both"} & given]
    return " ".join(
        [
            target_sentence(comparison),
            gettext("Reasons given with the options: {motives}.", motives="; ".join(motives))
            if motives
            else "",
        ]
    ).strip()


def _consequences(comparison: Comparison, changing: list[OptionResult]) -> str:
    if not changing:
        return gettext("None, as long as nothing changes.")
    managers, support, primary = _removed(comparison, changing)
    sentences = (
        gettext(
            "Depending on the option these positions go: {managers} FTE of managers, {support} "
            "FTE in staff departments and {primary} FTE in the primary process.",
            managers=managers,
            support=support,
            primary=primary,
        ),
        _added(changing),
        gettext(
            "Over all years sickness absence is {absence} on average. In the worst quarter "
            "{turnover} of staff leaves, as a share in a year. These ranges take all options "
            "together.",
            absence=_span(changing, "absence_mean"),
            turnover=_span(changing, "turnover_worst"),
        ),
        gettext("This report says nothing about individual employees."),
    )
    return " ".join(filter(None, sentences))


def _removed(comparison: Comparison, changing: list[OptionResult]) -> tuple[str, str, str]:
    """FTE of managers, in staff departments and in the primary process that go, over options."""
    wholes = wholes_of(comparison.study)
    managers, support = wholes["managers_after"], wholes["support_after"]
    primary = wholes["primary_fte_change"]
    mix = [comparison.sized[one.key].gone for one in changing]
    ways = [one.design for one in changing]
    return (
        _gone(
            managers * (1 + gone.get("managers", 0)) - way.managers_after.of(managers)
            for way, gone in zip(ways, mix, strict=True)
        ),
        _gone(
            support * (1 + gone.get("support", 0)) - way.support_after.of(support)
            for way, gone in zip(ways, mix, strict=True)
        ),
        _gone(
            primary * gone.get("primary", 0) - way.primary_fte_change.of(primary)
            for way, gone in zip(ways, mix, strict=True)
        ),
    )


def _measures(changing: list[OptionResult]) -> str:
    budgets = [one.design.training for one in changing if one.design.training]
    coached = sum(one.design.coaches.value > 0 for one in changing)
    return " ".join(
        [
            gettext(
                "The calculation lets positions go with people who leave anyway, as far as "
                "possible. What remains costs money for guidance to other work."
            ),
            gettext("{count} of {all} options have coaches.", count=coached, all=len(changing)),
            gettext(
                "The training budget is {low} to {high} per FTE, where there is one.",
                low=euro(min(budgets)),
                high=euro(max(budgets)),
            )
            if budgets
            else gettext("No option has a training budget yet."),
        ]
    )


def _positions(option: OptionResult) -> bool:
    return option.outcomes["gross_saving_eur"].p50 != 0


def _added(changing: list[OptionResult]) -> str:
    count = sum(one.design.primary_fte_change.value > 0 for one in changing)
    if not count:
        return ""
    return ngettext(
        "In {count} option FTE is added in the primary process.",
        "In {count} options FTE is added in the primary process.",
        count,
    )


def _gone(fte: Iterable[float]) -> str:
    """From the least to the most FTE that goes; what is added counts as nothing gone."""
    values = list(fte)
    low, high = number(max(min(values), 0)), number(max(*values, 0))
    return low if low == high else gettext("{low} to {high}", low=low, high=high)


def _span(options: list[OptionResult], outcome: str) -> str:
    bands: list[Band] = [one.outcomes[outcome] for one in options]
    return gettext(
        "{low} to {high}",
        low=percentage(min(band.p10 for band in bands), 1),
        high=percentage(max(band.p90 for band in bands), 1),
    )
