"""Outlines for maps."""

from selfmgmt.reference.municipalities import all_municipalities
from selfmgmt.reference.shapes import municipality_shapes


def test_every_municipality_has_an_outline() -> None:
    """The same codes as the table, and nothing else."""
    assert set(municipality_shapes()) == {item.code for item in all_municipalities()}


def test_rings_are_closed_and_lie_in_the_netherlands() -> None:
    """Longitude first, then latitude."""
    for rings in municipality_shapes().values():
        assert all(ring[0] == ring[-1] and len(ring) >= 4 for ring in rings)
        assert all(3.2 < x < 7.3 and 50.7 < y < 53.6 for ring in rings for x, y in ring)


def test_islands_are_rings_of_their_own() -> None:
    """Texel is more than one shape or a single one, but never an empty one."""
    assert all(municipality_shapes().values())
    assert max(map(len, municipality_shapes().values())) > 1
