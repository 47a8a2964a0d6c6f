"""What a municipality might have filled in on every instrument, for the tests."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from selfmgmt.case import Case

_FILE = Path(__file__).with_name("filled_in.yaml")


@cache
def filled_in() -> dict[str, Any]:
    """The section of a case, as it is written."""
    content: dict[str, Any] = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return content


def example_case(**practice: Any) -> Case:
    """Nijkerk with one option, and with all instruments or only those that are given."""
    return Case.model_validate(
        {
            "name": "Nijkerk",
            "municipalities": "Nijkerk",
            "question": {"saving_target": "5%"},
            "options": {"stepwise_programme": None},
            "practice": practice or filled_in(),
        }
    )
