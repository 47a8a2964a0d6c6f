"""A criterion of one's own: what people judge beside the criteria of selfmgmt."""

from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field

from selfmgmt.case.known import criteria
from selfmgmt.case.means import is_means, means_refused
from selfmgmt.case.names import not_too_many, refuse_twins
from selfmgmt.fields import Record
from selfmgmt.language import gettext
from selfmgmt.language import gettext_noop as _
from selfmgmt.values import Key, Line, validation_error


def _goal(name: str) -> str:
    if is_means(name):
        raise validation_error(means_refused(name))
    return name


def _filled(name: str) -> str:
    if not name:
        raise validation_error(gettext("this is empty; fill it in."))
    return name


def _new(key: str) -> str:
    if key in criteria():
        raise validation_error(
            gettext(
                "{given} is a criterion of selfmgmt already ({label}); use that one, or think of "
                "another key.",
                given=key,
                label=criteria()[key],
            )
        )
    return key


Words = Annotated[Line, AfterValidator(_filled)]


class OwnCriterion(Record):
    """A public goal on which people judge each option from 0 to 100 points."""

    label: Annotated[Words, AfterValidator(_goal)] = Field(
        title=_("Name"), description=_("What people call this criterion.")
    )
    description: Line | None = Field(
        default=None, title=_("Meaning"), description=_("What it is about, in one sentence.")
    )
    better: Literal["higher", "lower"] = Field(
        default="higher",
        title=_("Better"),
        description=_("higher when 100 points are best, lower when 0 points are best."),
    )
    at_0: Words = Field(
        title=_("0 points"), description=_("What one sees when an option gets 0 points.")
    )
    at_50: Words = Field(
        title=_("50 points"),
        description=_("What one sees at 50 points, such as the way it is now."),
    )
    at_100: Words = Field(
        title=_("100 points"), description=_("What one sees when an option gets 100 points.")
    )


def _each_with_a_name(own: dict[str, OwnCriterion]) -> dict[str, OwnCriterion]:
    known = {key: str(label) for key, label in criteria().items()}
    refuse_twins(known | {key: criterion.label for key, criterion in own.items()})
    return own


MOST_CRITERIA = 30
OwnCriteria = Annotated[
    dict[Annotated[Key, AfterValidator(_goal), AfterValidator(_new)], OwnCriterion],
    BeforeValidator(not_too_many(MOST_CRITERIA)),
    AfterValidator(_each_with_a_name),
]
