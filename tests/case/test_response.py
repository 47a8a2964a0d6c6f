"""What one person said: only what belongs to the method, complete, and without a name."""

from typing import Any

import pytest
from pydantic import ValidationError

from selfmgmt.case import Case
from selfmgmt.case.response import METHODS, Response
from selfmgmt.language import speaking

GOOD: dict[str, dict[str, Any]] = {
    "points": {"points": {"net_saving": 50, "closeness": "12,5"}},
    "swing": {"points": {"net_saving": 100, "closeness": 40}},
    "order": {"order": "net_saving, closeness"},
    "best_worst": {
        "best": "net_saving",
        "worst": "closeness",
        "best_to_others": {"closeness": 8, "absence": 2},
        "others_to_worst": {"net_saving": 8, "absence": 5},
    },
    "pairs": {"pairs": {"net_saving": {"closeness": 3, "absence": 2}, "absence": {"closeness": 2}}},
}


@pytest.mark.parametrize("method", METHODS)
def test_each_method_reads(method: str) -> None:
    """Each method has its own fields, and tells which criteria stand in them."""
    response = Response.model_validate({"method": method, **GOOD[method]})
    assert {"net_saving", "closeness"} <= set(response.compared())


@pytest.mark.parametrize("method", METHODS)
def test_what_another_method_asks_is_refused(method: str) -> None:
    """No answer is kept that does not count."""
    others = {name: one for said in GOOD.values() for name, one in said.items()}
    extra = next(name for name in others if name not in GOOD[method])
    said = {"method": method, **GOOD[method], extra: others[extra]}
    with speaking("en"), pytest.raises(ValidationError, match="does not use this"):
        Response.model_validate(said)


@pytest.mark.parametrize("method", METHODS)
def test_a_method_without_answers_is_refused(method: str) -> None:
    """It says which fields to fill in."""
    with speaking("en"), pytest.raises(ValidationError, match=next(iter(GOOD[method]))):
        Response(method=method)


def test_the_ends_are_compared_with_themselves() -> None:
    """The best with itself and the worst with itself count as 1, and need not be written."""
    response = Response.model_validate({"method": "best_worst", **GOOD["best_worst"]})
    assert response.from_best() == {"net_saving": 1, "closeness": 8, "absence": 2}
    assert response.to_worst() == {"closeness": 1, "net_saving": 8, "absence": 5}


@pytest.mark.parametrize("name", ["Jan", "a", "AB", "", "1"])
def test_a_person_is_a_letter(name: str) -> None:
    """There is no room for a name."""
    case = {"name": "Urk", "municipalities": "Urk"}
    voices = {"council": {name: {"method": "order", "order": "closeness"}}}
    with speaking("en"), pytest.raises(ValidationError, match="one capital letter"):
        Case.model_validate({**case, "voices": voices})
