"""The part of the staff that works in the social domain, and what hangs on it."""

from collections.abc import Mapping, Sequence
from typing import Any

from selfmgmt.case.known_figure import KnownFigure, own_figure
from selfmgmt.evidence.options import NamedOption
from selfmgmt.fields import Amount, Estimate
from selfmgmt.language import gettext
from selfmgmt.reference.municipalities import Municipality
from selfmgmt.reference.settings import setting
from selfmgmt.reference.structure import social_domain_staff_share

_DIGITS = 3  # a scope of 25,6%: more would promise too much


def social_share(own: Estimate | None, members: Sequence[Municipality]) -> KnownFigure:
    """The share of staff in the social domain: own, from the annual accounts, or national.

    Args:
        own: What the user filled in.
        members: The municipalities that the organisation serves.
    """
    return own_figure(own) or _public_share(members)


def local_levers(
    named: NamedOption, given: Mapping[str, Any], share: KnownFigure
) -> dict[str, Any]:
    """The levers of a named option that follow from how large the social domain is here.

    Args:
        named: The option; most have no such lever.
        given: The levers that the user set; they win.
        share: The share of staff in the social domain.
    """
    if named.social_scope is None:
        return {}
    scope = round(given.get("scope", share.estimate.central), _DIGITS)
    left = round(1 - named.social_scope.managers_less * scope, _DIGITS)
    return {"scope": scope, "managers_after": Amount(value=left, relative=True)}


def why_not_here(named: NamedOption, *, scope: float, teams: float) -> str:
    """Why an option has too little to work on in this organisation; empty when it fits.

    Args:
        named: The named option that it is based on.
        scope: The share of staff that it is about.
        teams: Teams of today.
    """
    if named.social_scope is None:
        return ""
    if scope < setting("social_share_least"):
        return gettext(
            "This does not fit here: hardly any staff works in the social domain, so that work is "
            "done elsewhere."
        )
    if scope * teams < setting("social_teams_fewest"):
        return gettext(
            "This does not fit here: the social domain is smaller than two teams of your own."
        )
    return ""


def _public_share(members: Sequence[Municipality]) -> KnownFigure:
    found = social_domain_staff_share(members)
    if found.estimate is not None:
        return KnownFigure(
            estimate=found.estimate,
            origin="public",
            source=gettext(
                "Staff cost in the social domain (task field 6) as a share of all staff cost, "
                "{accounts} (CBS, Iv3). Your own figure is better.",
                accounts=found.accounts,
            ),
        )
    low, central, high = (setting(f"social_share_{end}") for end in ("low", "central", "high"))
    return KnownFigure(
        estimate=Estimate(low=low, central=central, high=high),
        origin="default",
        source=gettext(
            "{problem} So this is how it is in the middle half of all municipalities.",
            problem=found.problem,
        ),
    )
