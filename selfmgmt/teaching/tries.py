"""Wrong codes: a few at once from one address, and then one every so often."""

import time
from collections.abc import Callable

_MOST, _PAUSE = 20, 30.0  # tries, and seconds after which one more is allowed


class Tries:
    """How often each address gave a wrong code; people behind one address share it for a while."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._wrong: dict[str, tuple[float, float]] = {}

    def allows(self, address: str) -> bool:
        """Whether a code from this address is looked at."""
        return self._count(address) <= _MOST - 1

    def add(self, address: str) -> None:
        """Remember a wrong code."""
        self._wrong[address] = (self._count(address) + 1, self._clock())

    def _count(self, address: str) -> float:
        count, since = self._wrong.get(address, (0.0, 0.0))
        return max(0.0, count - (self._clock() - since) / _PAUSE)
