"""Consequences for staff: building blocks for the four questions of article 25 of the WOR."""

from selfmgmt.analysis.compare import Band, Comparison, OptionResult
from selfmgmt.language import gettext
from selfmgmt.language import gettext_noop as _
from selfmgmt.numbers import euro, number, percentage
from selfmgmt.views.words.question import target_sentence
from selfmgmt.views.words.warnings import wholes_of

_MOTIVES = {
    "service": _("better service"),
    "cut": _("a budget cut"),
    "both": _("better service and a budget cut"),
}


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
    motives = dict.fromkeys(gettext(_MOTIVES[one.design.motive]) for one in changing)
    return " ".join(
        [
            target_sentence(comparison),
            gettext("Reasons given with the options: {motives}.", motives=", ".join(motives))
            if motives
            else "",
        ]
    ).strip()


def _consequences(comparison: Comparison, changing: list[OptionResult]) -> str:
    if not changing:
        return gettext("None, as long as nothing changes.")
    managers, support = _removed(comparison, changing)
    return " ".join(
        [
            gettext(
                "Depending on the option {managers} FTE of managers and {support} FTE in staff "
                "departments go.",
                managers=managers,
                support=support,
            ),
            gettext(
                "In the end sickness absence is {absence}, and {turnover} of staff leaves in a "
                "year. These ranges take all options together.",
                absence=_span(changing, "absence_end"),
                turnover=_span(changing, "turnover_end"),
            ),
            gettext("This report says nothing about individual employees."),
        ]
    )


def _removed(comparison: Comparison, changing: list[OptionResult]) -> tuple[str, str]:
    """FTE of managers and in staff departments that go, over the options."""
    wholes = wholes_of(comparison.study)
    managers, support = wholes["managers_after"], wholes["support_after"]
    return (
        _from_to([managers - one.design.managers_after.of(managers) for one in changing]),
        _from_to([support - one.design.support_after.of(support) for one in changing]),
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


def _from_to(values: list[float]) -> str:
    low, high = number(min(values)), number(max(values))
    return low if low == high else gettext("{low} to {high}", low=low, high=high)


def _span(options: list[OptionResult], outcome: str) -> str:
    bands: list[Band] = [one.outcomes[outcome] for one in options]
    return gettext(
        "{low} to {high}",
        low=percentage(min(band.p10 for band in bands), 1),
        high=percentage(max(band.p90 for band in bands), 1),
    )
