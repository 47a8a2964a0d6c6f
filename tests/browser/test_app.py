"""The notebooks as people open them: as pages, and in JupyterLab."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urlsplit

import psutil
import pytest
from playwright.sync_api import Page, Response, ViewportSize

from selfmgmt.workspace.server.pages import notebooks_for_pages
from tests.browser.axe import WCAG_2_1_AA, axe_violations
from tests.workspace.served import LONGEST_START, Served, Visitor

OURS = [f"/{name}?language={one}" for name in notebooks_for_pages() for one in ("nl", "en")]
QUICK = OURS[::4] + OURS[3::4]  # each page in one language, half of them in either
KERNEL = "JSON.parse(document.getElementById('jupyter-config-data').text).kernelId"
SIZES: list[ViewportSize] = [
    {"width": 1280, "height": 800},
    {"width": 1024, "height": 768},
    {"width": 640, "height": 400},  # 1280 by 800 at 200 per cent
]
TAGS = [*WCAG_2_1_AA, "wcag22aa", "best-practice"]


def hosts(requests: list[str]) -> set[str]:
    """The computers that were asked for something."""
    return {urlsplit(url).netloc for url in requests}


def open_page(page: Page, served: Served, address: str) -> Response | None:
    """Go in with the link, and on to ``address``."""
    page.goto(served.link)
    return page.goto(served.origin + address)


def test_what_is_on_a_page_moves(
    page: Page, served: Served, errors: list[str], requests: list[str]
) -> None:
    """A click reaches Python and the answer comes back; the address keeps what it had."""
    open_page(page, served, "/10_count?scenario=abc&language=en")
    page.get_by_role("button", name="Stand 0").click()
    page.get_by_role("button", name="Stand 10").click()
    page.get_by_role("button", name="Stand 20").wait_for()
    assert page.url.endswith("/10_count?scenario=abc&language=en")
    assert page.get_by_text("One moment.").locator("visible=true").count() == 0
    page.get_by_role("link", name="Nederlands").click()
    page.get_by_role("heading", name="Tellen").wait_for()
    assert page.url.endswith("/10_count?scenario=abc&language=nl")
    assert errors == []
    assert hosts(requests) == {urlsplit(served.origin).netloc}


def test_the_frame_helps_who_cannot_see_or_use_a_mouse(page: Page, served: Served) -> None:
    """First the way to the content, then the list of pages; one main part and one title."""
    open_page(page, served, "/10_count")
    page.get_by_role("button", name="Stand 0").wait_for()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.hash") == "#content"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.tagName") == "MAIN"
    assert page.get_by_role("main").count() == 1
    assert page.get_by_role("heading", level=1).all_inner_texts() == ["Tellen"]


@pytest.mark.parametrize(
    "address", ["/", "/10_count", "/20_break", "/99_nothing", "/login?next=%2F"]
)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_nothing_stands_in_the_way(page: Page, served: Served, address: str, language: str) -> None:
    """No violations of WCAG 2.2 A and AA or of good practice, on broken pages neither."""
    link = f"{address}{'&' if '?' in address else '?'}language={language}"
    if "login" in address:
        page.goto(served.origin + link)
    else:
        open_page(page, served, link)
    if "count" in address:
        page.get_by_role("button", name="Stand 0").wait_for()
    assert page.locator("html").get_attribute("lang") == language
    assert axe_violations(page, TAGS) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 1280


def test_a_closed_page_gives_its_memory_back(page: Page, served: Served) -> None:
    """The kernel stops with the page that it belongs to."""
    open_page(page, served, "/10_count")
    page.get_by_role("button", name="Stand 0").wait_for()
    kernel = page.evaluate(KERNEL)
    visitor = served.visitor()
    assert kernel in visitor.get(f"/api/kernels/{kernel}")
    page.goto("about:blank")
    with pytest.raises(HTTPError, match="404"):
        keep_asking(visitor, f"/api/kernels/{kernel}")


def keep_asking(visitor: Visitor, address: str) -> None:
    """Until it is refused, or for too long."""
    for _ in range(LONGEST_START * 10):
        visitor.get(address)
        time.sleep(0.1)


def test_a_lost_page_says_so(page: Page, served: Served) -> None:
    """With a way to go on; and a page that waited is not given out when its kernel is gone."""
    open_page(page, served, "/10_count?language=en")
    page.get_by_role("button", name="Stand 0").wait_for()
    for kernel in psutil.Process(served.process.pid).children():
        kernel.kill()
    page.get_by_text("The connection with this page is lost").wait_for()
    assert axe_violations(page, TAGS) == []
    page.get_by_role("link", name="Load the page again").click()
    page.get_by_role("button", name="Stand 0").click()
    page.get_by_role("button", name="Stand 10").wait_for()


def open_ours(page: Page, served: Served, address: str) -> None:
    """One of our own pages, once all that is on it is there."""
    open_page(page, served, address)
    page.locator(".selfmgmt-bar").wait_for()
    page.wait_for_function("!document.querySelector('.widget:has(script)')")


@pytest.mark.parametrize(
    "address",
    [one if one in QUICK else pytest.param(one, marks=pytest.mark.slow) for one in OURS],
)
def test_our_pages_stand_in_nobodys_way(
    page: Page, ours: Served, errors: list[str], requests: list[str], address: str
) -> None:
    """Accessible when enlarged, within the screen in every size, and nothing asked elsewhere."""
    open_ours(page, ours, address)
    for size in SIZES:
        page.set_viewport_size(size)
        page.wait_for_function(f"document.documentElement.scrollWidth <= {size['width']}")
    assert axe_violations(page, TAGS) == []
    assert errors == []
    assert hosts(requests) == {urlsplit(ours.origin).netloc}


@pytest.mark.slow
@pytest.mark.parametrize("address", OURS)
def test_our_pages_are_accessible_in_every_size(page: Page, ours: Served, address: str) -> None:
    """Wide and narrow too."""
    open_ours(page, ours, address)
    for size in SIZES:
        page.set_viewport_size(size)
        assert axe_violations(page, TAGS) == []


@contextmanager
def laboratory(folder: Path, language: str = "nl") -> Iterator[Callable[[str], str]]:
    """JupyterLab as ``selfmgmt lab`` starts it; gives the address of a notebook by its name."""
    runtime = folder / "runtime"
    as_root = folder / "jupyter_server_config.json"  # for where tests run in a container
    as_root.write_text('{"ServerApp": {"allow_root": true}}')
    command = [sys.executable, "-m", "selfmgmt", "lab", str(folder / "werk")]
    command += ["--language", language]
    around = {**os.environ, "BROWSER": "true", "JUPYTER_RUNTIME_DIR": str(runtime)}
    around["JUPYTER_CONFIG_DIR"] = str(folder)
    with (folder / "log.txt").open("wb") as log:
        process = subprocess.Popen(command, env=around, stderr=log, start_new_session=True)
    try:
        yield _address(runtime)
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(30)


def _address(runtime: Path) -> Callable[[str], str]:
    for _ in range(LONGEST_START * 10):
        for file in runtime.glob("jpserver-*.json"):
            written = file.read_text()
            if not written.endswith("}"):  # it is being written
                continue
            about = json.loads(written)
            if not _listens(about["port"]):
                continue
            query = f"?token={about['token']}"
            return lambda name: f"{about['url']}lab/tree/{name}.ipynb{query}"
        time.sleep(0.1)
    raise AssertionError("JupyterLab did not start")


def _listens(port: int) -> bool:
    with socket.socket() as line:
        return line.connect_ex(("127.0.0.1", port)) == 0


def test_jupyterlab_opens_in_dutch_and_stays_inside(
    page: Page, errors: list[str], requests: list[str], tmp_path: Path
) -> None:
    """The page of the chosen language, menus in Dutch, and nothing asked of the outside world."""
    with laboratory(tmp_path) as address:
        page.goto(address("30_options"))
        page.get_by_role("heading", name="Wat als we het zo doen?").wait_for()
        page.get_by_role("menuitem", name="Bestand").wait_for()
        page.wait_for_timeout(2_000)  # in which it would look for news
        assert page.get_by_text("What if we do it this way?").count() == 0
        assert page.locator(".jp-toast-button, .jp-Dialog").count() == 0
        assert hosts(requests) == {urlsplit(address("")).netloc}
        page.goto("about:blank")
