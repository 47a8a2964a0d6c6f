"""The JSON document of a comparison."""

import json

import pytest

from selfmgmt.analysis.compare import compare
from selfmgmt.case import Case
from selfmgmt.views.document import SCHEMA, comparison_document

PROMISED = {
    "net_saving_eur",
    "gross_saving_eur",
    "transition_cost_eur",
    "payback_quarter",
    "capacity_low",
    "capacity_end",
    "absence_end",
    "satisfaction_end",
    "steerability_end",
    "vulnerability_end",
}


@pytest.fixture(scope="module")
def document():
    """The document of a small case, through JSON and back."""
    case = Case(name="Nijkerk", municipalities=("GM0267",), options={"vanguard_first": {}})
    comparison = compare(case, draws=400)
    written = comparison_document(comparison, dict.fromkeys(comparison.options, "niets"))
    return json.loads(json.dumps(written, allow_nan=False))


def test_the_promised_keys_are_there(document):
    """Seed, draws, and for each option ranges, the chance of the target and the weak spot."""
    assert document["schema"] == SCHEMA
    assert document["seed"] == 1
    assert document["draws"] == 400
    for option in document["options"].values():
        assert option.keys() >= PROMISED
        for outcome in PROMISED:
            assert list(option[outcome]) == ["p10", "p50", "p90"]
        assert 0 <= option["target_met_probability"] <= 1
    assert document["options"]["vanguard_first"]["weakest_condition"]
    for outcome in ("capacity_low", "net_saving_eur", "gap_eur"):
        assert 0 < document["assumption_share"]["vanguard_first"][outcome] <= 1


def test_money_is_in_whole_euros_and_shares_are_fractions(document):
    """Units are as promised, wherever they stand."""
    option = document["options"]["vanguard_first"]
    assert isinstance(option["gross_saving_eur"]["p50"], int)
    assert isinstance(option["paths"]["cumulative_cash_eur"]["p50"][3], int)
    assert 0 < option["absence_end"]["p50"] < 0.2
    assert option["paths"]["capacity"]["p50"][0] == 100


def test_what_never_happens_is_null(document):
    """A payback beyond the horizon, and a share of a spread that is not there."""
    assert document["options"]["vanguard_first"]["payback_quarter"]["p90"] is None
    assert document["assumption_share"]["do_nothing"]["net_saving_eur"] is None
