"""A page in a real browser, a record of all that it asks for, and our own pages, served."""

import asyncio
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Request, expect, sync_playwright

from selfmgmt.resources import NOTEBOOKS
from tests.browser.chromium import FLAGS, MISSING, find_chromium
from tests.workspace.served import Served, serving

PATIENCE = 60_000  # milliseconds, on a computer that does a lot more


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The browser of all tests; each has a context of its own in it, see ``page``."""
    path = find_chromium()
    if path is None:
        pytest.fail(MISSING)
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        loop = asyncio.get_running_loop()
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield browser
        asyncio._set_running_loop(loop)
        browser.close()


@pytest.fixture
def requests() -> list[str]:
    """Addresses that ``page`` asked for beside the page itself; a report asks for none."""
    return []


@pytest.fixture
def page(browser: Browser, requests: list[str]) -> Iterator[Page]:
    """An empty page of 1280 by 800; :meth:`Page.set_viewport_size` makes it a telephone.

    Playwright's event loop counts as running only while there is a page: a notebook, or anything
    else with an event loop of its own, could not run in a later test.
    """

    def record(request: Request) -> None:
        if not request.is_navigation_request() and not request.url.startswith(("data:", "blob:")):
            requests.append(request.url)

    asyncio._set_running_loop(browser._loop)
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    context.set_default_timeout(PATIENCE)
    context.on("request", record)
    yield context.new_page()
    for one in context.pages:
        if one.url.startswith("http"):
            one.goto("about:blank")  # a served page then stops its kernel
    for each in browser.contexts:  # those of other people in the test too
        each.close()
    asyncio._set_running_loop(None)


@pytest.fixture
def errors(page: Page) -> list[str]:
    """What went wrong in the page; nothing should."""
    found: list[str] = []
    page.on("pageerror", lambda error: found.append(str(error)))
    page.on("console", lambda line: found.append(line.text) if line.type == "error" else None)
    return found


@pytest.fixture(scope="session")
def ours(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Our own pages, each made when somebody asks for it."""
    log = tmp_path_factory.mktemp("ours") / "log.txt"
    with serving(NOTEBOOKS, "--ready", "0", log=log) as pages:
        yield pages
