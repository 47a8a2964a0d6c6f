"""The question: the cut that has to close, and what is decided about staff and teams."""

from selfmgmt.analysis.bands import Band
from selfmgmt.analysis.compare import Comparison
from selfmgmt.analysis.option_result import OptionResult
from selfmgmt.analysis.plans import EQUAL_MONEY
from selfmgmt.case.baseline import Organisation
from selfmgmt.case.known import DO_NOTHING
from selfmgmt.fields import Amount
from selfmgmt.language import gettext, ngettext
from selfmgmt.numbers import exact_percentage, number, percentage
from selfmgmt.views.outcomes import money
from selfmgmt.views.words.place import known_number


def question_sentences(comparison: Comparison) -> list[str]:
    """The cut, the staff and the structure that the options are about."""
    study = comparison.study
    question, organisation = study.case.question, study.organisation
    fte, teams = organisation.fte.estimate.central, organisation.team_count.estimate.central
    managers = fte * organisation.manager_share.estimate.central
    return [
        target_sentence(comparison),
        gettext(
            "The staff is about {fte} FTE, of which about {managers} FTE are managers. "
            "There are about {teams} teams.",
            fte=known_number(fte) if organisation.fte.estimate.known else number(fte),
            managers=number(managers),
            teams=number(teams),
        ),
        *_not_counted(organisation),
        gettext(
            "This report looks {quarters} quarters ahead, which is {years} years. It compares "
            "{count} options. Doing nothing is one of them.",
            quarters=question.horizon,
            years=number(question.horizon / 4, 0 if question.horizon % 4 == 0 else 1),
            count=len(comparison.options),
        ),
    ]


def _not_counted(organisation: Organisation) -> list[str]:
    if not {"manager_share", "team_count"} & set(organisation.missing):
        return []
    return [
        gettext(
            "As far as they are not your own, the figures on managers and teams are national "
            "ranges."
        )
    ]


def target_sentence(comparison: Comparison) -> str:
    """How much has to be saved, and by when."""
    question, target = comparison.study.case.question, comparison.saving_target
    if target.p90 <= 0:
        return gettext("No saving target is filled in. So no option can miss it.")
    amount = _target_amount(question.saving_target, target)
    if question.example:
        return gettext(
            "As an example, this report calculates with a saving of {amount} a year from quarter "
            "{quarter} on. It is not a task that the municipality has; fill in your own.",
            amount=amount,
            quarter=question.due_quarter,
        )
    return gettext(
        "The organisation has to save {amount} a year, from quarter {quarter} on.",
        amount=amount,
        quarter=question.due_quarter,
    )


def _target_amount(written: Amount, target: Band) -> str:
    """The target in euros; one that was given as a percentage says of what."""
    if target.p10 == target.p90:
        amount = money(target.p50)
    else:
        amount = gettext(
            "about {middle} ({low} to {high})",
            middle=money(target.p50),
            low=money(target.p10),
            high=money(target.p90),
        )
    if not written.relative:
        return amount
    return gettext(
        "{share} of staff cost (payroll and hired-in staff), {amount}",
        share=exact_percentage(written.value),
        amount=amount,
    )


def closing_sentences(comparison: Comparison) -> list[str]:
    """Which options close the cut, with which chance, and what gap the others leave."""
    if comparison.saving_target.p90 <= 0:
        return [target_sentence(comparison)]
    options = [one for one in comparison.options.values() if one.outcomes["gross_saving_eur"].p50]
    if not options:
        return [gettext("None of the options plans a saving, so the cut stays open.")]
    if comparison.size == EQUAL_MONEY:
        return _reach_sentences(comparison)
    best = max(options, key=lambda one: one.target_met_probability)
    return [
        _chance_sentence(options, comparison.study.case.question.due_quarter),
        gettext(
            "{option} has the best chance: {chance}. {gap}",
            option=best.label,
            chance=percentage(best.target_met_probability),
            gap=_gap_sentence(best),
        ),
    ]


def _reach_sentences(comparison: Comparison) -> list[str]:
    """That options are sized to the target, and which of them cannot get there."""
    found = [one for one in comparison.options.values() if one.key != DO_NOTHING]
    short = [one for one in found if round(100 * one.reach) < 100]
    certainty = comparison.sizing.certainty
    reached = gettext(
        "{count} of {all} options get there in {certainty} of 100 possible futures. They were made "
        "as large as that takes, so that they can be held side by side.",
        count=len(found) - len(short),
        all=len(found),
        certainty=certainty,
    )
    if not short:
        return [reached]
    return [
        reached,
        gettext(
            "Not far enough, however much goes: {options}.",
            options=", ".join(f"{one.label} ({percentage(one.reach)})" for one in short),
        ),
    ]


def _chance_sentence(options: list[OptionResult], due: int) -> str:
    likely = sum(one.target_met_probability >= 0.5 for one in options)
    if not likely:
        return gettext(
            "No option has more than an even chance to reach the saving by quarter {due}. "
            "The cut does not close yet.",
            due=due,
        )
    return ngettext(
        "{count} option has at least an even chance to reach the saving by quarter {due}.",
        "{count} options have at least an even chance to reach the saving by quarter {due}.",
        likely,
        due=due,
    )


def _gap_sentence(option: OptionResult) -> str:
    gap = option.outcomes["gap_eur"]
    if gap.p50 <= 0:
        return gettext("At the middle of the range the cut closes.")
    return gettext(
        "At the middle of the range {gap} a year is then still missing ({low} to {high}).",
        gap=money(gap.p50),
        low=money(max(gap.p10, 0)),
        high=money(max(gap.p90, 0)),
    )
