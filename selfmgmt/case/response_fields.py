"""The values that an answer of one person is made of."""

import re
from typing import Annotated

from pydantic import (
    AfterValidator,
    BeforeValidator,
)

from selfmgmt.case.known import known_criteria
from selfmgmt.case.means import is_means, means_refused
from selfmgmt.fields import Limits, Number, OneOf
from selfmgmt.language import gettext
from selfmgmt.language import gettext_noop as _
from selfmgmt.numbers import quoted
from selfmgmt.values import validation_error, without_open

POINTS = Limits(0, 1000, _("points"))


TIMES = Limits(1, 9, _("1 equally important, 9 extremely more"))


_LETTER = re.compile("[A-Z]")


def _no_means(key: str) -> str:
    if is_means(key):
        raise validation_error(means_refused(key))
    return key


def _letter(written: str) -> str:
    if not _LETTER.fullmatch(written):
        raise validation_error(
            gettext(
                "{given} cannot stand here; call each person by one capital letter, A to Z, and "
                "use no names.",
                given=quoted(written),
            )
        )
    return written


def listed(written: object) -> object:
    """One text may name several criteria, with commas between them."""
    return [part.strip() for part in written.split(",")] if isinstance(written, str) else written


def not_all_zero(points: dict[str, float]) -> dict[str, float]:
    """``points`` if any of them counts; a validator for pydantic."""
    if points and not any(points.values()):
        raise validation_error(
            gettext("all points are 0; give points to what matters, or leave all open.")
        )
    return points


Criterion = Annotated[str, AfterValidator(_no_means), OneOf(known_criteria)]


Points = Annotated[Number, POINTS]


Comparison = Annotated[Number, TIMES]


OpenCells = BeforeValidator(without_open)


PointsByCriterion = Annotated[dict[Criterion, Points], OpenCells, AfterValidator(not_all_zero)]


Comparisons = Annotated[dict[Criterion, Comparison], OpenCells]


Letter = Annotated[str, AfterValidator(_letter)]
