"""Municipalities to compare with: a comparison, not a norm."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean, pstdev, quantiles
from typing import Literal

from selfmgmt.errors import InputError
from selfmgmt.language import gettext, ngettext
from selfmgmt.language import gettext_noop as _
from selfmgmt.numbers import number
from selfmgmt.reference.indicators import Indicator
from selfmgmt.reference.municipalities import Municipality, all_municipalities
from selfmgmt.reference.settings import setting
from selfmgmt.reference.sizes import size_class_of
from selfmgmt.uncertainty import Quantiles

NOT_A_NORM = _("This is a comparison, not a norm: a difference is a reason to ask, not to judge.")

PeerKind = Literal["size_class", "province", "nearest", "own_list"]
_TWENTIETHS = {"p10": 1, "p25": 4, "p50": 9, "p75": 14, "p90": 17}


@dataclass(frozen=True, slots=True, kw_only=True)
class PeerQuantiles(Quantiles):
    """How a figure is spread over a group: n municipalities, all of the same year."""

    p25: float
    p75: float
    n: int
    year: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A municipality that is kept out of the comparison, with the reason in a sentence."""

    municipality: Municipality
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PeerGroup:
    """Municipalities to compare with; never the own one."""

    kind: PeerKind
    members: tuple[Municipality, ...]
    left_out: tuple[LeftOut, ...]
    description: str

    def band(self, indicator: Indicator) -> PeerQuantiles | None:
        """The spread of one figure, None when too few members have it.

        Only the newest year counts: a member that lacks it is not in ``n``.
        """
        years = [indicator.year([member]) for member in self.members]
        year = max(filter(None, years), default=0)
        values = [
            value
            for member, its_year in zip(self.members, years, strict=True)
            if its_year == year and (value := indicator.value([member])) is not None
        ]
        if len(values) < setting("fewest_in_band"):
            return None
        cuts = quantiles(values, n=20, method="inclusive")
        return PeerQuantiles(
            **{k: cuts[i] for k, i in _TWENTIETHS.items()}, n=len(values), year=year
        )


def peer_group(
    members: Sequence[Municipality],
    kind: PeerKind = "size_class",
    own_list: Sequence[Municipality] = (),
) -> PeerGroup:
    """The municipalities to compare with.

    Args:
        members: The municipality, or those that share one organisation; they count as one, with
            their inhabitants added up.
        kind: Same ``size_class``, same ``province``, ``nearest`` in inhabitants and address
            density, or the user's ``own_list``.
        own_list: The user's choice, for the kind of that name.

    Raises:
        InputError: There are no members, the kind is unknown, or the own list is empty.
    """
    if not members:
        raise InputError(gettext("members is empty; name at least one municipality."))
    own = {member.code for member in members}
    others = [other for other in all_municipalities() if other.code not in own]
    if kind == "size_class":
        return _group(kind, _same_size(members, others), _size_words(members))
    if kind == "province":
        return _group(kind, _same_province(members, others), _province_words(members))
    if kind == "nearest":
        return _nearest(members, others)
    if kind == "own_list":
        return _own_list([other for other in own_list if other.code not in own])
    raise InputError(
        gettext("kind is {given}; use size_class, province, nearest or own_list.", given=repr(kind))
    )


def _group(kind: PeerKind, found: Sequence[Municipality], description: str) -> PeerGroup:
    return PeerGroup(
        kind=kind,
        members=tuple(item for item in found if not item.low_own_payroll),
        left_out=tuple(_left_out(item) for item in found if item.low_own_payroll),
        description=description,
    )


def _left_out(municipality: Municipality) -> LeftOut:
    reason = gettext(
        "{name} is left out: it has next to no staff of its own on the payroll.",
        name=municipality.everyday_name,
    )
    return LeftOut(municipality=municipality, reason=reason)


def _same_size(
    members: Sequence[Municipality], others: Sequence[Municipality]
) -> list[Municipality]:
    wanted = _size_class(members)
    return [other for other in others if other.size_class == wanted]


def _size_class(members: Sequence[Municipality]) -> object:
    if len(members) == 1:
        return members[0].size_class
    return size_class_of(sum(member.inhabitants for member in members))


def _size_words(members: Sequence[Municipality]) -> str:
    return gettext("Municipalities of the same size: {size}.", size=_size_class(members))


def _same_province(
    members: Sequence[Municipality], others: Sequence[Municipality]
) -> list[Municipality]:
    wanted = {member.province for member in members}
    return [other for other in others if other.province in wanted]


def _province_words(members: Sequence[Municipality]) -> str:
    provinces = ", ".join(sorted({member.province for member in members}))
    return gettext("Municipalities in the same province: {province}.", province=provinces)


def _own_list(chosen: Sequence[Municipality]) -> PeerGroup:
    if not chosen:
        raise InputError(
            gettext("own_list names no other municipality; name at least one to compare with.")
        )
    words = ngettext(
        "{count} municipality of your own choice.",
        "{count} municipalities of your own choice.",
        len(chosen),
    )
    return _group("own_list", chosen, words)


def _nearest(members: Sequence[Municipality], others: Sequence[Municipality]) -> PeerGroup:
    """The nearest that can be compared; who was nearer and cannot be, is left out by name."""
    count = int(setting("nearest_peers"))
    ranked = _by_distance(members, others)
    positions = [index for index, other in enumerate(ranked) if not other.low_own_payroll]
    inhabitants = number(sum(member.inhabitants for member in members))
    words = (
        gettext(
            "The {count} municipalities most alike in inhabitants ({inhabitants}) and address "
            "density.",
            count=count,
            inhabitants=inhabitants,
        )
        if _density(members)
        else gettext(
            "The {count} municipalities most alike in inhabitants ({inhabitants}); the address "
            "density is not known.",
            count=count,
            inhabitants=inhabitants,
        )
    )
    return _group("nearest", ranked[: positions[count - 1] + 1], words)


def _by_distance(
    members: Sequence[Municipality], others: Sequence[Municipality]
) -> list[Municipality]:
    """The others, nearest first, in standard deviations of log inhabitants and address density."""
    density = _density(members)
    known = [other for other in others if density is None or other.address_density is not None]
    sizes = _standardised(
        [math.log(other.inhabitants) for other in known],
        math.log(sum(member.inhabitants for member in members)),
    )
    densities = (
        [0.0] * len(known)
        if density is None
        else _standardised([float(other.address_density or 0) for other in known], density)
    )
    distance = [math.hypot(size, dense) for size, dense in zip(sizes, densities, strict=True)]
    order = sorted(range(len(known)), key=lambda index: (distance[index], known[index].code))
    return [known[index] for index in order]


def _standardised(values: Sequence[float], centre: float) -> list[float]:
    spread = pstdev(values) or 1.0
    return [(value - centre) / spread for value in values]


def _density(members: Sequence[Municipality]) -> float | None:
    """Addresses per km2 around the average inhabitant of the members."""
    if any(member.address_density is None for member in members):
        return None
    weights = [member.inhabitants for member in members]
    return fmean([float(member.address_density or 0) for member in members], weights)
