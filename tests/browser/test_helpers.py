"""The helpers see what they must see; else an empty list proves nothing."""

from pathlib import Path

from playwright.sync_api import Page

from tests.browser.axe import axe_violations

GOOD = (
    '<!doctype html><html lang="nl"><head><title>t</title></head><body><main>'
    '<h1>Kop</h1><img alt="kaart" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">'
    "</main></body></html>"
)


def test_a_good_page_has_no_violations(page: Page, requests: list[str]) -> None:
    """Language, title and alternative text are there, and nothing is fetched."""
    page.set_content(GOOD)
    assert axe_violations(page) == []
    assert requests == []


def test_a_picture_without_words_is_found(page: Page) -> None:
    """A missing alternative text is a violation, named with its element."""
    page.set_content(GOOD.replace('alt="kaart" ', ""))
    assert [found.partition(":")[0] for found in axe_violations(page)] == ["image-alt"]


def test_a_request_is_recorded(page: Page, requests: list[str], tmp_path: Path) -> None:
    """A page that asks for a second file is caught, wherever that file is."""
    (tmp_path / "page.html").write_text(
        GOOD.replace("<head>", '<head><script src="x.js"></script>')
    )
    page.goto((tmp_path / "page.html").as_uri())
    assert [Path(url).name for url in requests] == ["x.js"]
