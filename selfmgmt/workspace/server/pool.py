"""Pages made before anyone asks, in turn, and never waited for without end."""

import asyncio
import logging
from collections import defaultdict, deque
from collections.abc import Awaitable, Callable
from typing import Generic, TypeVar

Key = TypeVar("Key")
Item = TypeVar("Item")


class KernelPool(Generic[Key, Item]):
    """Keeps a number of each thing ready, and makes more as they are taken.

    A few are made at a time, in the order in which they were asked for, so that the first of a
    group of visitors does not wait for the last. Making that fails or takes too long is tried once
    more: a kernel now and then does not come up.

    Args:
        make: Makes one.
        keep: How many of each to keep ready.
        at_once: How many to make at a time.
        patience: Seconds to wait for one to be made.
    """

    def __init__(
        self,
        make: Callable[[Key], Awaitable[Item]],
        *,
        keep: dict[Key, int],
        at_once: int,
        patience: float,
    ) -> None:
        self._make = make
        self._keep = keep
        self._turn = asyncio.Semaphore(at_once)
        self._patience = patience
        self._waiting: defaultdict[Key, deque[asyncio.Future[Item]]] = defaultdict(deque)

    def fill(self) -> None:
        """Start making what there should be."""
        for key in self._keep:
            self._fill(key)

    async def acquire(self, key: Key) -> Item:
        """One that is ready, or else the first to be so.

        Raises:
            Exception: Whatever went wrong while making it, the second time.
        """
        waiting = self._waiting[key]
        one = waiting.popleft() if waiting else asyncio.create_task(self._make_with_retry(key))
        self._fill(key)
        return await one

    def release(self, key: Key, item: Item) -> None:
        """Keep one that was taken and not used, for who comes next."""
        unused: asyncio.Future[Item] = asyncio.get_running_loop().create_future()
        unused.set_result(item)
        self._waiting[key].appendleft(unused)

    def _fill(self, key: Key) -> None:
        waiting = self._waiting[key]
        while len(waiting) < self._keep.get(key, 0):
            waiting.append(asyncio.create_task(self._make_with_retry(key)))

    async def _make_with_retry(self, key: Key) -> Item:
        async with self._turn:
            try:
                return await asyncio.wait_for(self._make(key), self._patience)
            except Exception:
                logging.getLogger(__name__).exception("%s: made once more", key)
                return await asyncio.wait_for(self._make(key), self._patience)
