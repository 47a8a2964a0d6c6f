"""The name of an uncertain figure, and a value of it, in words."""

from selfmgmt.case.organisation import OwnFigures
from selfmgmt.evidence.ledger import load_ledger
from selfmgmt.field_facts import fields_of
from selfmgmt.language import gettext
from selfmgmt.numbers import percentage
from selfmgmt.simulation.parameters import EFFECTS
from selfmgmt.views.words.organisation import known_value_words


def quantity_title(key: str) -> str:
    """The name of a figure of the organisation, of its readiness, or of the ledger.

    >>> from selfmgmt.language import speaking
    >>> with speaking("en"):
    ...     quantity_title("manager_share"), quantity_title("readiness")
    ('Share of managers', 'Readiness')
    """
    if key == "readiness":
        return gettext("Readiness")
    facts = fields_of(OwnFigures)
    return facts[key].title if key in facts else str(load_ledger().parameter(key).label)


def quantity_in_words(key: str, value: float) -> str:
    """A drawn value of a figure, in two digits: more would promise too much.

    A people effect is drawn as a place between its bad end (0) and its good end (1).
    """
    if key in EFFECTS:
        return gettext("{share} of the way from bad to good", share=percentage(value))
    if key == "readiness":
        return percentage(value)
    if key in fields_of(OwnFigures):
        return known_value_words(key, value)
    return load_ledger().parameter(key).unit.write(float(f"{value:.2g}"))
