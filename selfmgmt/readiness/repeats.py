"""Whether a second measurement is one: answer sheets that come back are those of the first."""

from collections import Counter
from collections.abc import Sequence

import numpy as np

from selfmgmt.errors import InputError
from selfmgmt.language import gettext
from selfmgmt.numbers import percentage
from selfmgmt.readiness.answers import Answers
from selfmgmt.readiness.groups import Rules

_MOST_REPEATED = 0.2
"""Of the sheets with so much in them that nobody fills in the same twice by chance."""
_TELLING, _VARIED = 8, 3

_Sheets = Counter[tuple[float, ...]]


def refuse_repeated(before: Answers, after: Answers) -> None:
    """Refuse two measurements of which the difference is about a few people only.

    Args:
        before: The first measurement.
        after: The second.

    Raises:
        InputError: More than a fifth of the sheets of the second are in the first as well, or the
            two differ in fewer sheets than a group must have to be shown.
    """
    items = [item for item in before.items if item in after.items]
    first, second = (_sheets(answers, items) for answers in (before, after))
    telling = Counter({sheet: count for sheet, count in second.items() if _is_telling(sheet)})
    repeated = (telling & first).total()
    if repeated > _MOST_REPEATED * telling.total():
        raise InputError(
            gettext(
                "this is no second measurement: {share} of its answer sheets are in the first as "
                "well, so a change would tell what the few others answered. Give only the answers "
                "of the new measurement.",
                share=percentage(repeated / telling.total()),
            )
        )
    least = Rules().min_respondents
    if items and max((second - first).total(), (first - second).total()) < least:
        raise InputError(
            gettext(
                "this is no second measurement: it differs from the first in fewer than {least} "
                "answer sheets, so a change would tell what those people answered.",
                least=least,
            )
        )


def _sheets(answers: Answers, items: Sequence[str]) -> _Sheets:
    """How often each set of answers to these items was given; 0 stands for no answer."""
    columns = [answers.items.index(item) for item in items]
    return Counter(map(tuple, np.nan_to_num(answers.values[:, columns]).tolist()))


def _is_telling(sheet: tuple[float, ...]) -> bool:
    given = [answer for answer in sheet if answer]
    return len(given) >= _TELLING and len(set(given)) >= _VARIED
