"""What axe-core has against a page."""

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

WCAG_2_1_AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]


def axe_violations(
    page: Page, tags: list[str] = WCAG_2_1_AA, part: dict[str, list[str]] | None = None
) -> list[str]:
    """Each violation of the WCAG rules in ``tags``, with its elements; none is good.

    Args:
        page: The page.
        tags: Names of groups of rules.
        part: Selectors to ``include`` or ``exclude``; the whole page when left out.
    """
    options = {"runOnly": {"type": "tag", "values": tags}, "resultTypes": ["violations"]}
    found = Axe().run(page, context=part, options=options).response["violations"]
    return [f"{rule['id']}: {rule['help']} {_places(rule)}" for rule in found]


def _places(rule: dict[str, Any]) -> str:
    return "; ".join(str(node["target"]) for node in rule["nodes"])
