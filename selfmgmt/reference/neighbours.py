"""Which municipalities share a border, as the outlines of the map tell."""

from collections import Counter
from collections.abc import Sequence
from functools import cache
from itertools import permutations

from selfmgmt.reference.municipalities import Municipality, all_municipalities
from selfmgmt.reference.shapes import municipality_shapes

_A_LINE = 2  # points in common; in one point municipalities only touch


def neighbours(members: Sequence[Municipality]) -> tuple[Municipality, ...]:
    """The municipalities that border on one of the members, over water too; never a member.

    >>> from selfmgmt.reference.municipalities import find_municipality
    >>> [str(one) for one in neighbours([find_municipality("Nijkerk")])]
    ['Zeewolde', 'Barneveld', 'Putten', 'Amersfoort', 'Bunschoten']
    """
    own = {member.code for member in members}
    adjacent = {code for member in members for code in _borders().get(member.code, ())} - own
    return tuple(one for one in all_municipalities() if one.code in adjacent)


@cache
def _borders() -> dict[str, set[str]]:
    """Code to the codes of its neighbours: neighbours have the points of their border in common."""
    at: dict[tuple[float, float], set[str]] = {}
    for code, rings in municipality_shapes().items():
        for ring in rings:
            for point in ring:
                at.setdefault(point, set()).add(code)
    shared = Counter(pair for codes in at.values() for pair in permutations(codes, 2))
    borders: dict[str, set[str]] = {}
    for (code, other), points in shared.items():
        if points >= _A_LINE:
            borders.setdefault(code, set()).add(other)
    return borders
