"""A saving mix: what goes, group by group, to find the rest of a cut."""

from typing import Annotated

from pydantic import AfterValidator, Field

from selfmgmt.case.design import Share
from selfmgmt.case.known import NONE, known_mixes
from selfmgmt.evidence.mixes import named_mixes
from selfmgmt.fields import Limits, Record, WholeNumber
from selfmgmt.language import gettext
from selfmgmt.language import gettext_noop as _
from selfmgmt.values import Key, YesNo, unknown, validation_error


class Mix(Record):
    """What goes at size 1; the size of the cut multiplies it.

    Each share is of what is there today. A group stops at its own bound, and the others go on.
    """

    managers: Share = Field(
        default=0, title=_("Managers"), description=_("Share of today's managers that goes.")
    )
    support: Share = Field(
        default=0,
        title=_("Staff departments"),
        description=_("Share of today's posts in staff departments that goes."),
    )
    primary: Share = Field(
        default=0,
        title=_("Work for residents"),
        description=_("Share of today's posts in the primary process that goes."),
    )
    hired: Share = Field(
        default=0,
        title=_("Hired staff"),
        description=_("Share of today's budget for hired staff that goes."),
    )
    tasks: Share = Field(
        default=0, title=_("Tasks"), description=_("Share of the work for residents that stops.")
    )
    hired_first: YesNo = Field(
        default=False,
        title=_("Hired staff first"),
        description=_("Yes when posts only go after no hired staff is left."),
    )
    rollout_quarters: Annotated[WholeNumber, Limits(0, 40, _("quarters"))] = Field(
        default=6, title=_("Roll-out"), description=_("How long it takes until all has gone.")
    )
    imposed: Share = Field(
        default=0.9,
        title=_("Imposed"),
        description=_("0% when people help to decide what goes, 100% when it is decreed."),
    )


def _known(key: str) -> str:
    if key not in known_mixes():
        raise validation_error(unknown(key, known_mixes()))
    return key


def _new(key: str) -> str:
    if key in (*named_mixes(), NONE):
        raise validation_error(
            gettext("{given} is a mix of selfmgmt already; think of another key.", given=key)
        )
    return key


MixKey = Annotated[str, AfterValidator(_known)]
"""A named mix, one of the case's own, or ``none``."""
OwnMixes = dict[Annotated[Key, AfterValidator(_new)], Mix]
