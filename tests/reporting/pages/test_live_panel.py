"""The explorer in a report says what the text of that report says."""

import json
import re
from typing import Any

from selfmgmt.case import new_case
from selfmgmt.reporting.pages.live_panel import MARKER, with_live_panel


def payload_in(page: str) -> dict[str, Any]:
    """What the explorer that is folded in a report starts from."""
    folded = re.search(r'<script type="application/json">(.*?)</script>', page, re.DOTALL)
    assert folded is not None
    inner = json.loads(folded[1])
    payload = re.search(r'<script[^>]*id="payload"[^>]*>(.*?)</script>', inner, re.DOTALL)
    assert payload is not None
    found: dict[str, Any] = json.loads(payload[1])
    return found


def test_it_draws_the_futures_of_the_report() -> None:
    """A report with another seed has other futures, and so has its explorer."""
    page = with_live_panel(MARKER, new_case(["Nijkerk"]), "nl", seed=7)
    assert payload_in(page)["model"]["inputs"]["seed"] == 7
