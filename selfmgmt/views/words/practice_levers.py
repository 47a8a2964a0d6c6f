"""What follows for the model from what was filled in on instruments of practice, in sentences."""

from collections.abc import Mapping
from typing import Any

from selfmgmt.case.design import Autonomy, Design
from selfmgmt.fields import fields_of
from selfmgmt.language import gettext
from selfmgmt.numbers import percentage


def lever_sentences(levers: Mapping[str, Any]) -> list[str]:
    """One sentence for each lever, the mandate of teams domain by domain.

    >>> lever_sentences({"frames": 0.5, "autonomy": {"goals": 3}})
    ['Kaders: 50%.', 'Doelen: het team heeft niveau 3.']
    """
    titles, domains = fields_of(Design), fields_of(Autonomy)
    plain = [
        gettext("{lever}: {share}.", lever=titles[key].title, share=percentage(value))
        for key, value in levers.items()
        if key != "autonomy"
    ]
    mandate = [
        gettext("{lever}: the team has level {level}.", lever=domains[key].title, level=level)
        for key, level in levers.get("autonomy", {}).items()
    ]
    return plain + mandate
