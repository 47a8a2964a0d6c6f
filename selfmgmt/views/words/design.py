"""What an option changes, told lever by lever against doing nothing."""

from typing import Any

from selfmgmt.case.design import Autonomy, Design
from selfmgmt.field_facts import FieldFacts, fields_of
from selfmgmt.fields import Amount
from selfmgmt.language import gettext, ngettext, small
from selfmgmt.language import gettext_noop as _
from selfmgmt.numbers import euro, number, percentage

_CHOICES = {
    "function": _("discipline"),
    "task": _("public task"),
    "area": _("neighbourhood"),
    "service": _("better service"),
    "cut": _("a budget cut"),
    "both": _("better service and a budget cut"),
    "natural_leave": _("only when someone leaves"),
    "redundancy": _("also with someone in the post"),
    "equal_money": _("every option closes the cut"),
    "described": _("as described"),
    "50%": _("in 50 of 100 futures"),
    "80%": _("in 80 of 100 futures"),
    True: _("yes"),
    False: _("no"),
}
_TODAY = _("{share} of today")
_WHOLES = {
    "coaches": _("{share} of what the teams need"),
    "primary_fte_change": _("{share} of the FTE in the primary process"),
    "hire_change": _("{share} of the budget for hired staff"),
}


def changes_sentence(design: Design) -> str:
    """Only what the option changes, in one sentence.

    >>> from selfmgmt.language import speaking
    >>> with speaking("en"):
    ...     changes_sentence(Design(managers_after="60%", greenfield=True))
    'This changes: managers afterwards: 60% of today; new organisation: yes.'
    """
    changed = changes_of(design)
    if not changed:
        return gettext("Nothing changes.")
    return gettext("This changes: {changes}.", changes="; ".join(changed))


def changes_of(design: Design) -> list[str]:
    """Each lever that differs from doing nothing, with its new value."""
    nothing, facts = Design(), fields_of(Design)
    return [
        gettext(
            "{lever}: {value}",
            lever=small(facts[name].title),
            value=value_in_words(facts[name], getattr(design, name)),
        )
        for name in facts
        if getattr(design, name) != getattr(nothing, name)
    ]


def value_in_words(facts: FieldFacts, value: Any) -> str:
    """The value of a lever as the reader writes it."""
    if isinstance(value, Amount):
        return _amount(facts, value)
    if isinstance(value, Autonomy):
        return _autonomy(value)
    if isinstance(value, bool | str):
        return gettext(_CHOICES[value])
    if facts.name == "training":
        return gettext("{amount} per FTE", amount=euro(value))
    if facts.name.endswith("_quarters"):
        return ngettext("{count} quarter", "{count} quarters", int(value))
    return percentage(value)


def _amount(facts: FieldFacts, amount: Amount) -> str:
    if amount.relative:
        return gettext(_WHOLES.get(facts.name, _TODAY), share=percentage(amount.value))
    if facts.name == "hire_change":
        return gettext("{amount} per year", amount=euro(amount.value))
    unit = gettext(facts.limits.unit) if facts.limits else ""
    return f"{number(amount.value, 0 if amount.value == round(amount.value) else 1)} {unit}".strip()


def _autonomy(mandate: Autonomy) -> str:
    """The delegation level of each domain that is not as it is today."""
    today = Autonomy()
    return ", ".join(
        gettext("{domain} {level} of 7", domain=small(facts.title), level=getattr(mandate, name))
        for name, facts in fields_of(Autonomy).items()
        if getattr(mandate, name) != getattr(today, name)
    )
