"""What stays while the explorer shows one case: words, levers, months, pictures."""

from datetime import date
from typing import TypedDict

from selfmgmt.case import Case
from selfmgmt.language import current_language
from selfmgmt.simulation.outcomes import LESS_IS_BETTER
from selfmgmt.views.calendar import months_of
from selfmgmt.views.outcomes import OUTCOMES
from selfmgmt.views.widgets.explorer_state import CHARTS
from selfmgmt.views.widgets.levers import LeverGroup, groups
from selfmgmt.views.widgets.words import page_words


class Page(TypedDict):
    """What stays while the explorer shows one case, as ``Page`` in ``explorer_types.js``.

    Attributes:
        kinds: Outcome to the kind of its numbers.
        less: Outcomes of which less is better.
    """

    language: str
    words: dict[str, str]
    months: list[str]
    groups: list[LeverGroup]
    charts: list[str]
    kinds: dict[str, str]
    less: list[str]


def page_of(case: Case) -> Page:
    """The page of the explorer, for one case."""
    months = months_of(case, date.today())
    return {
        "language": current_language(),
        "words": page_words(),
        "months": months,
        "groups": groups(months),
        "charts": list(CHARTS),
        "kinds": {key: outcome.kind for key, outcome in OUTCOMES.items()},
        "less": sorted(LESS_IS_BETTER),
    }
