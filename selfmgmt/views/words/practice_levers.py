"""What follows for the model from what was filled in on instruments of practice, in sentences."""

from collections.abc import Mapping
from typing import Any

from selfmgmt.case import Case
from selfmgmt.case.design import Autonomy, Design
from selfmgmt.case.practice_figures import counted_cover, fewest_reported
from selfmgmt.evidence.ledger import load_ledger
from selfmgmt.evidence.show import STATUS_WORDS
from selfmgmt.field_facts import fields_of
from selfmgmt.language import gettext
from selfmgmt.numbers import percentage

_DEFINITIONS = {"frames": "frames_decides_from", "control": "control_known_by"}
"""The line of the ledger that says how a lever is counted on an instrument."""


def lever_sentences(levers: Mapping[str, Any]) -> list[str]:
    """One sentence for each lever, the mandate of teams domain by domain.

    >>> lever_sentences({"autonomy": {"goals": 3}})
    ['Doelen: het team heeft niveau 3.']
    """
    titles, domains = fields_of(Design), fields_of(Autonomy)
    plain = [
        gettext("{lever}: {share}.", lever=titles[key].title, share=percentage(value))
        + definition_of(key)
        for key, value in levers.items()
        if key != "autonomy"
    ]
    mandate = [
        gettext("{lever}: the team has level {level}.", lever=domains[key].title, level=level)
        for key, level in levers.get("autonomy", {}).items()
    ]
    return plain + mandate


def definition_of(lever: str) -> str:
    """How the ledger defines a lever that is counted on an instrument; empty without a line.

    >>> definition_of("control").rpartition(". ")[2]
    'Oordeel D (aanname).'
    """
    if lever not in _DEFINITIONS:
        return ""
    line = load_ledger().for_calculation(_DEFINITIONS[lever])
    return " " + gettext(
        "{note} Grade {grade} ({status}).",
        note=line.note,
        grade=line.grade,
        status=gettext(STATUS_WORDS[line.status]),
    )


def cover_sentences(case: Case) -> list[str]:
    """The chance of an uncovered function as teams counted it, and what stands in the case."""
    counted, own = counted_cover(case), case.organisation.vulnerability_today
    if counted is None:
        return [
            gettext(
                "No team of {fewest} people or more has filled in who can do what yet.",
                fewest=fewest_reported(),
            )
        ]
    words = gettext(
        "Counted: on {middle} of working days ({low} to {high}) a task is uncovered, the mean over "
        "all tasks of teams of {fewest} people or more.",
        middle=percentage(counted.central, 1),
        low=percentage(counted.low, 1),
        high=percentage(counted.high, 1),
        fewest=fewest_reported(),
    )
    if own is None:
        return [words, gettext("In your case it is still an estimate from the number of staff.")]
    return [words, gettext("In your case stands {share}.", share=percentage(own.central, 1))]
