"""Scores for other programs."""

import json
from dataclasses import replace

import pytest

from selfmgmt.analysis.robustness import robustness_of
from selfmgmt.views.score_document import score_document


@pytest.fixture(scope="module")
def firm(comparison, weighing):
    """How firm the rankings of the shared comparison are."""
    return robustness_of(comparison, weighing)


@pytest.fixture(scope="module")
def document(comparison, weighing, firm):
    """As another program reads it."""
    return json.loads(json.dumps(score_document(comparison, weighing, firm), allow_nan=False))


def test_what_was_there_before_is_still_there(document):
    """Keys are a promise to other programs."""
    assert document["schema"] == "selfmgmt/score/1"
    assert {
        "case",
        "seed",
        "draws",
        "roles",
        "unranked",
        "set_aside",
        "kendall_w",
        "wanted_by",
    } <= set(document)
    for role in document["roles"].values():
        assert {"label", "example_weights", "weights", "places", "values", "why"} <= set(role)
        assert sum(role["why"]["contributions"].values()) == pytest.approx(
            role["why"]["difference"]
        )


def test_acceptabilities_add_up_both_ways(document):
    """Of each role and of all together."""
    tables = [role["acceptability"] for role in document["roles"].values()]
    for table in (*tables, document["pooled"]["acceptability"]):
        rows = list(table.values())
        assert [sum(row) for row in rows] == pytest.approx([1] * len(rows))
        assert [sum(column) for column in zip(*rows, strict=True)] == pytest.approx([1] * len(rows))


def test_pooled_comes_with_the_disagreement(document):
    """Who differ, how often, and on which criterion."""
    pooled = document["pooled"]
    assert pooled["kendall_w"] == document["kendall_w"]
    for conflict in pooled["conflicts"]:
        assert 0 <= conflict["chance"] <= 1
        assert (conflict["criterion"] is None) == (conflict["division"] is None)


def test_a_flip_is_there_or_is_null(document):
    """With its weights, which add up to one."""
    for role in document["roles"].values():
        flip = role["smallest_flip"]
        assert flip is None or sum(flip["weights"].values()) == pytest.approx(1)
        assert set(role["first_by_method"]) >= {"weighted_sum", "topsis"}


def test_without_rankings_there_is_no_pool(comparison, weighing, firm):
    """Nothing is made up."""
    rankings = replace(weighing.rankings, ranked={})
    nobody = replace(firm, roles={}, pooled=None)
    found = score_document(comparison, replace(weighing, rankings=rankings), nobody)
    assert found["pooled"] is None
    assert found["roles"] == {}
