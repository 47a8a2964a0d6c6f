"""Codes cannot be tried without end, and who tries them keeps nobody out for long."""

from selfmgmt.teaching.tries import Tries

WANTED, OTHER = "192.0.2.1", "192.0.2.2"


def test_twenty_at_once_and_then_one_every_half_minute() -> None:
    """Another address is not concerned."""
    now = [1000.0]
    tries = Tries(lambda: now[0])
    for _ in range(20):
        assert tries.allows(WANTED)
        tries.add(WANTED)
    assert not tries.allows(WANTED)
    assert tries.allows(OTHER)
    now[0] += 29
    assert not tries.allows(WANTED)
    now[0] += 1
    assert tries.allows(WANTED)
    tries.add(WANTED)
    assert not tries.allows(WANTED)


def test_an_hour_later_all_is_forgotten() -> None:
    """Nothing is saved up: never more than twenty at once."""
    now = [0.0]
    tries = Tries(lambda: now[0])
    for _ in range(20):
        tries.add(WANTED)
    now[0] += 3600
    given = 0
    while tries.allows(WANTED):
        tries.add(WANTED)
        given += 1
    assert given == 20
