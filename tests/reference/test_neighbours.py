"""Municipalities that share a border."""

from selfmgmt.reference.municipalities import all_municipalities, find_municipality
from selfmgmt.reference.neighbours import neighbours


def names(*members: str) -> set[str]:
    """The names of the neighbours."""
    return {str(one) for one in neighbours([find_municipality(name) for name in members])}


def test_those_of_nijkerk() -> None:
    """As on any map."""
    assert names("Nijkerk") == {"Amersfoort", "Barneveld", "Bunschoten", "Putten", "Zeewolde"}


def test_an_island_has_none() -> None:
    """There is water all around."""
    assert names("Texel") == set()


def test_members_are_no_neighbours_of_themselves() -> None:
    """Several with one organisation have the neighbours of all."""
    assert names("Nijkerk", "Putten") >= names("Nijkerk") - {"Putten"}
    assert not names("Nijkerk", "Putten") & {"Nijkerk", "Putten"}


def test_neighbours_are_mutual() -> None:
    """Who borders on me, I border on."""
    beside = {one.code: {x.code for x in neighbours([one])} for one in all_municipalities()}
    assert all(code in beside[other] for code, others in beside.items() for other in others)
