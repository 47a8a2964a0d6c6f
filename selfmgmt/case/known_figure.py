"""A figure of the organisation with its range, and where it comes from."""

from dataclasses import dataclass
from typing import Literal

from selfmgmt.fields import Estimate
from selfmgmt.language import gettext

Origin = Literal["own", "public", "default"]


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownFigure:
    """One figure of the organisation, where it comes from, and that in a sentence."""

    estimate: Estimate
    origin: Origin
    source: str


def own_figure(estimate: Estimate | None) -> KnownFigure | None:
    """A figure that the user gave; None when it was left open."""
    if estimate is None:
        return None
    return KnownFigure(estimate=estimate, origin="own", source=gettext("Your own figure."))
