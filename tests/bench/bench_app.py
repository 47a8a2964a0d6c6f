"""One visitor, and fifteen at once: how long they wait for the options page of ``selfmgmt app``.

``python -m tests.bench.bench_app`` runs it. One visitor comes with Chromium, fresh each time, until
the charts stand there; beside it in the same run the same page by Voila itself, with its own
template. Fifteen would in truth have fifteen computers, so they come without a browser: until the
page is whole and its widgets answer.
"""

import asyncio
import os
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from subprocess import DEVNULL, Popen
from urllib.error import URLError
from urllib.request import urlopen

import psutil
from playwright.async_api import Browser, async_playwright
from playwright.async_api import TimeoutError as TooLate

from selfmgmt.resources import NOTEBOOKS
from tests.browser.chromium import FLAGS, find_chromium
from tests.workspace.frames import message
from tests.workspace.served import Served, Visitor, kernel_of, listening, serving

VISITORS, ARRIVE_WITHIN = 15, 10  # seconds
HUNG = 120  # seconds after which a visitor is lost
ROUNDS = 5
DRAWN = "svg[role=img]"
PAGE = "/30_options"


async def visit(browser: Browser, link: str) -> float | None:
    """Seconds until the page can be used, by somebody who was never here; None when it hangs."""
    context = await browser.new_context()
    page = await context.new_page()
    begin = time.perf_counter()
    try:
        await page.goto(link, timeout=HUNG * 1000)
        await page.locator(DRAWN).first.wait_for(timeout=HUNG * 1000)
        return time.perf_counter() - begin
    except TooLate:
        return None
    finally:
        await page.close(run_before_unload=True)


async def alone(link: str, rest: float) -> list[float | None]:
    """One visitor after another, each finding a page ready."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=find_chromium(), args=FLAGS)
        waits = []
        for _ in range(ROUNDS):
            await asyncio.sleep(rest)
            waits.append(await visit(browser, link))
        await browser.close()
    return waits


def together(origin: str) -> tuple[list[float | None], list[float]]:
    """All visitors, each at a computer of their own; and the memory in MB of each kernel."""
    gap = ARRIVE_WITHIN / VISITORS
    with ThreadPoolExecutor(VISITORS) as crowd:
        waits = crowd.map(lambda number: drop_in(origin, gap * number), range(VISITORS))
        return list(waits), kernels()


def drop_in(origin: str, after: float) -> float | None:
    """Seconds until a page is whole and its widgets answer, as a browser would ask them."""
    time.sleep(after)
    begin = time.perf_counter()
    try:
        visitor = Visitor(origin, patience=HUNG)
        kernel = kernel_of(visitor.get(PAGE))
        with listening(visitor, kernel) as socket:
            socket.send(message("comm_info_request", target_name="jupyter.widget"))
            while "jupyter.widget" not in str(socket.recv(timeout=HUNG)):
                pass
    except (TimeoutError, URLError):
        return None
    return time.perf_counter() - begin


def kernels() -> list[float]:
    """Memory of their own (USS) of all kernels that we started, in MB."""
    processes = psutil.Process().children(recursive=True)
    ours = [one for one in processes if "ipykernel_launcher" in " ".join(one.cmdline())]
    return [one.memory_full_info().uss / 1e6 for one in ours]


def told(waits: list[float | None]) -> str:
    """The middle, the longest, and how many hung."""
    served = sorted(wait for wait in waits if wait is not None)
    hung = len(waits) - len(served)
    if not served:
        return f"all {hung} hung"
    return f"{median(served):5.1f} s median, {served[-1]:5.1f} s longest, {hung} hung"


@contextmanager
def voila() -> Iterator[str]:
    """The same page by Voila itself, with a kernel ready."""
    notebook = str(NOTEBOOKS / f"{PAGE[1:]}.ipynb")
    settings = ["--no-browser", "--port=8890", "--preheat_kernel=True", "--pool_size=1"]
    process = Popen([sys.executable, "-m", "voila", notebook, *settings], stderr=DEVNULL)
    try:
        yield "http://localhost:8890/"
    finally:
        process.terminate()
        process.wait(30)


def wait_for(link: str) -> None:
    """Until something answers."""
    for _ in range(HUNG):
        try:
            urlopen(link).close()  # noqa: S310 (our own server)
            return
        except URLError:
            time.sleep(1)


def main() -> None:
    """Print the figures."""
    rest = 4.0 if "--quick" not in sys.argv else 2.0
    log = Path("bench-pages.txt")

    def pages(ready: int) -> "contextmanager[Served]":
        return serving(NOTEBOOKS, PAGE[1:], "--no-token", "--ready", str(ready), log=log)

    print(f"load of this computer: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    with pages(1) as served:
        link = served.origin + PAGE
        print(f"one visitor, page ready    {told(asyncio.run(alone(link, rest)))} (goal 2 s)")
        waits, memory = together(served.origin)
        print(f"{VISITORS} within {ARRIVE_WITHIN} s, 1 ready    {told(waits)} (goal: none hung)")
        print(f"memory of a visitor        {median(memory):5.0f} MB (USS; {len(memory)} kernels)")
    with pages(VISITORS) as served:
        time.sleep(rest * VISITORS / 2)
        waits, _ = together(served.origin)
        print(f"{VISITORS} within {ARRIVE_WITHIN} s, all ready  {told(waits)} (goal: none hung)")
    with voila() as link:
        wait_for(link + "voila/static/voila.js")
        waits = asyncio.run(alone(link, rest))
        print(f"one visitor, Voila itself  {told(waits)} (asks jsdelivr for fonts)")
    log.unlink(missing_ok=True)


if __name__ == "__main__":
    main()
