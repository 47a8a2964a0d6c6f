"""The municipalities to compare with: who they are, who is left out, and how alike they are."""

from collections.abc import Sequence

from selfmgmt.language import gettext, ngettext
from selfmgmt.numbers import number
from selfmgmt.reference.municipalities import Municipality
from selfmgmt.reference.peers import NOT_A_NORM, PeerGroup
from selfmgmt.reference.settings import setting

_NAMED = 3


def peer_sentences(group: PeerGroup, members: Sequence[Municipality]) -> list[str]:
    """Whom the organisation is compared with, who is left out, and how to read it."""
    return [
        f"{group.description} {gettext(NOT_A_NORM)}",
        *_who_they_are(group),
        *_hardly_alike(group, sum(member.inhabitants for member in members)),
        *(found.reason for found in group.left_out[:_NAMED]),
        *_more_left_out(len(group.left_out) - _NAMED),
    ]


def _who_they_are(group: PeerGroup) -> list[str]:
    if not group.members:
        return []
    sizes = [peer.inhabitants for peer in group.members]
    return [
        gettext(
            "They are {names}, with {low} to {high} inhabitants.",
            names=", ".join(sorted(peer.everyday_name for peer in group.members)),
            low=number(min(sizes)),
            high=number(max(sizes)),
        )
    ]


def _hardly_alike(group: PeerGroup, inhabitants: int) -> list[str]:
    """A caution when most of the group is far larger or smaller."""
    times = setting("peers_alike_times")
    like = [x for x in group.members if 1 / times <= x.inhabitants / inhabitants <= times]
    if 2 * len(like) >= len(group.members):
        return []
    return [
        gettext(
            "Most of them are not really alike: they are more than {times} times larger or "
            "smaller. Few municipalities are like this one, so read this comparison with care.",
            times=number(times),
        )
    ]


def _more_left_out(count: int) -> list[str]:
    if count <= 0:
        return []
    return [
        ngettext(
            "{count} other is left out for the same reason.",
            "{count} others are left out for the same reason.",
            count,
        )
    ]
