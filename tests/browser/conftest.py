"""A page in a real browser, and a record of all that it asks for."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, Request, sync_playwright

from tests.browser.chromium import FLAGS, MISSING, find_chromium


@pytest.fixture
def requests() -> list[str]:
    """Addresses that ``page`` asked for beside the page itself; a report asks for none."""
    return []


@pytest.fixture
def page(requests: list[str]) -> Iterator[Page]:
    """An empty page of 1280 by 800; :meth:`Page.set_viewport_size` makes it a telephone.

    Not shared between tests: Playwright keeps an event loop running, in which no notebook can.
    """
    path = find_chromium()
    if path is None:
        pytest.fail(MISSING)

    def record(request: Request) -> None:
        if not request.is_navigation_request() and not request.url.startswith(("data:", "blob:")):
            requests.append(request.url)

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        context = browser.new_context(viewport={"width": 1280, "height": 800})
        context.on("request", record)
        yield context.new_page()
        browser.close()
