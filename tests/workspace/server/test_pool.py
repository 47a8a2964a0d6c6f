"""Things made before they are asked for: in turn, again when it fails, never without end."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from selfmgmt.workspace.server.pool import KernelPool


def counting(made: list[str], *, seconds: float = 0) -> Callable[[str], Awaitable[str]]:
    """Makes ``page 1``, ``page 2``, ... and writes down each."""

    async def make(key: str) -> str:
        await asyncio.sleep(seconds)
        made.append(key)
        return f"{key} {len(made)}"

    return make


def ready(make: Callable[[str], Awaitable[str]], **settings: Any) -> KernelPool[str, str]:
    """Two of ``page`` kept ready, made one at a time."""
    return KernelPool(make, **{"keep": {"page": 2}, "at_once": 1, "patience": 1, **settings})


def test_as_many_are_ready_as_was_asked() -> None:
    """And what is taken is replaced."""
    made: list[str] = []

    async def story() -> list[str]:
        pages = ready(counting(made))
        pages.fill()
        taken = [await pages.acquire("page") for _ in range(3)]
        await asyncio.sleep(0.01)
        return taken

    assert asyncio.run(story()) == ["page 1", "page 2", "page 3"]
    assert len(made) == 5


def test_what_is_not_kept_is_made_when_asked_for() -> None:
    """And no more of it than that."""
    made: list[str] = []
    assert asyncio.run(ready(counting(made)).acquire("other")) == "other 1"
    assert made == ["other"]


def test_who_comes_first_is_served_first() -> None:
    """Of a group that comes at once, and no two get the same."""

    async def story() -> list[str]:
        pages = ready(counting([], seconds=0.001), keep={})
        served: list[str] = []

        async def visit() -> None:
            served.append(await pages.acquire("page"))

        await asyncio.gather(*(visit() for _ in range(8)))
        return served

    assert asyncio.run(story()) == [f"page {count}" for count in range(1, 9)]


def test_no_more_are_made_at_once_than_allowed() -> None:
    """The others wait their turn."""
    busy, most = 0, 0

    async def make(key: str) -> str:
        nonlocal busy, most
        busy, most = busy + 1, max(most, busy + 1)
        await asyncio.sleep(0.001)
        busy -= 1
        return key

    async def story() -> None:
        pages = ready(make, keep={}, at_once=3)
        await asyncio.gather(*(pages.acquire("page") for _ in range(10)))

    asyncio.run(story())
    assert most == 3


def test_what_was_not_used_goes_to_the_next() -> None:
    """A visitor who leaves before the page comes costs nobody anything."""

    async def story() -> list[str]:
        pages = ready(counting([]), keep={})
        first = await pages.acquire("page")
        pages.release("page", first)
        return [first, await pages.acquire("page")]

    assert asyncio.run(story()) == ["page 1", "page 1"]


@pytest.mark.parametrize("fault", ["fails", "hangs"])
def test_one_that_fails_or_hangs_is_made_once_more(
    fault: str, caplog: pytest.LogCaptureFixture
) -> None:
    """The visitor gets the second; the log tells of the first."""
    tries = 0

    async def make(key: str) -> str:
        nonlocal tries
        tries += 1
        if tries == 1 and fault == "hangs":
            await asyncio.sleep(60)
        if tries == 1:
            raise RuntimeError("kernel died")
        return key

    assert asyncio.run(ready(make, keep={}, patience=0.01).acquire("page")) == "page"
    assert "page: made once more" in caplog.text


def test_one_that_keeps_failing_is_told() -> None:
    """To who asked for it; after that there is a new chance."""
    tries = 0

    async def make(key: str) -> str:
        nonlocal tries
        tries += 1
        if tries < 3:
            raise RuntimeError("kernel died")
        return key

    async def story() -> str:
        pages = ready(make, keep={})
        with pytest.raises(RuntimeError, match="kernel died"):
            await pages.acquire("page")
        return await pages.acquire("page")

    assert asyncio.run(story()) == "page"
