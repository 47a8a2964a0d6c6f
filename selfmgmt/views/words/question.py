"""The question: the cut that has to close, and what is decided about staff and teams."""

from selfmgmt.analysis.compare import Comparison
from selfmgmt.fields import Amount
from selfmgmt.language import gettext
from selfmgmt.numbers import euro, exact_percentage, long_date
from selfmgmt.uncertainty import Quantiles
from selfmgmt.views.calendar import Calendar
from selfmgmt.views.outcomes import money


def amount_sentence(comparison: Comparison, calendar: Calendar) -> str:
    """The cut in one sentence: in euros, for each inhabitant, and from which day on."""
    study, target = comparison.study, comparison.saving_target
    if target.p90 <= 0:
        return gettext("No saving target is filled in. So no option can miss it.")
    people = sum(member.inhabitants for member in study.members)
    words = {
        "name": study.case.name,
        "amount": _target_amount(study.case.question.saving_target, target),
        "each": euro(target.p50 / people),
        "day": long_date(calendar.at(study.case.question.due_quarter)),
    }
    if study.case.question.example:
        return gettext(
            "How can {name} save {amount} from {day} on? That is {each} for each inhabitant. This "
            "amount is an example, not a task that the municipality has.",
            **words,
        )
    return gettext(
        "How can {name} save {amount} from {day} on? That is {each} for each inhabitant. The "
        "amount is the municipality's own.",
        **words,
    )


def _target_amount(written: Amount, target: Quantiles) -> str:
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
        return gettext("{amount} a year", amount=amount)
    return gettext(
        "{amount} a year ({share} of staff cost: payroll and hired-in staff)",
        share=exact_percentage(written.value),
        amount=amount,
    )
