"""Which municipalities are compared: a kind of group, or a list of one's own."""

import math
from collections.abc import Callable, Sequence
from dataclasses import replace

from selfmgmt.errors import InputError
from selfmgmt.language import gettext, ngettext
from selfmgmt.reference.municipalities import Municipality, find_municipality
from selfmgmt.reference.neighbours import neighbours
from selfmgmt.reference.peers import PeerGroup, peer_group
from selfmgmt.reference.settings import setting

GROUPS = ("nearest", "neighbours", "size_class", "province", "own_list")


_WRITTEN = {"nearest": 0, "neighbours": 1, "size": 2, "size_class": 2, "province": 3}


def read_group(written: str) -> tuple[str, str]:
    """The parameters ``group`` and ``others`` of the notebook for what someone wrote.

    Raises:
        InputError: It is no kind of group, and not all of it are municipalities.

    >>> read_group("size"), read_group("Ede, barneveld")
    (('size_class', ''), ('own_list', 'GM0228, GM0203'))
    """
    if written in _WRITTEN:
        return GROUPS[_WRITTEN[written]], ""
    codes: list[str] = []
    faults: list[str] = []
    for name in filter(None, map(str.strip, written.split(","))):
        try:
            codes.append(find_municipality(name).code)
        except InputError as fault:
            faults += fault.faults
    if not codes:
        kinds = gettext(
            "--compare-with is {given}; use nearest, neighbours, size or province, or name "
            "municipalities with commas between.",
            given=repr(written),
        )
        faults.append(kinds)
    if faults:
        raise InputError(*faults)
    return "own_list", ", ".join(codes)


def group_of(members: Sequence[Municipality], group: str, others: str = "") -> PeerGroup:
    """The municipalities to lay beside ``members``; of many, those most alike in inhabitants.

    Raises:
        InputError: There is no such group, or nobody is in it.
    """
    kinds: dict[str, Callable[[], PeerGroup]] = {
        "nearest": lambda: peer_group(members, "nearest"),
        "neighbours": lambda: _neighbours(members),
        "size_class": lambda: peer_group(members, "size_class"),
        "province": lambda: peer_group(members, "province"),
        "own_list": lambda: peer_group(members, "own_list", _read(others)),
    }
    if group not in kinds:
        raise InputError(
            gettext(
                "group is {given}; use {choices}.", given=repr(group), choices=", ".join(GROUPS)
            )
        )
    found = kinds[group]()
    if not found.members:
        raise InputError(
            gettext("group {group} holds no other municipality; choose another.", group=group)
        )
    return _few(found, members) if group != "own_list" else found


def _neighbours(members: Sequence[Municipality]) -> PeerGroup:
    bordering = neighbours(members)
    if not bordering:
        raise InputError(
            gettext("group is neighbours, but no municipality borders on it; choose another.")
        )
    words = ngettext("{count} neighbour.", "{count} neighbours.", len(bordering))
    return replace(peer_group(members, "own_list", bordering), description=words)


def _read(others: str) -> list[Municipality]:
    names = [name.strip() for name in others.split(",") if name.strip()]
    return [find_municipality(name) for name in names]


def _few(found: PeerGroup, members: Sequence[Municipality]) -> PeerGroup:
    """The group, or the part of it that fits side by side."""
    most = int(setting("nearest_peers"))
    if len(found.members) <= most:
        return found
    own = sum(member.inhabitants for member in members)
    alike = sorted(found.members, key=lambda one: abs(math.log(one.inhabitants / own)))[:most]
    words = gettext("Shown are the {count} of them that are most alike in inhabitants.", count=most)
    return replace(
        found, members=tuple(alike), left_out=(), description=f"{found.description} {words}"
    )
