"""Scores for other programs."""

import json
from dataclasses import replace

import pytest

from selfmgmt.analysis.beliefs import beliefs_of
from selfmgmt.analysis.robustness import robustness_of
from selfmgmt.analysis.weigh import weigh
from selfmgmt.scoring.profiles import load_profiles
from selfmgmt.views.score_document import score_document, scoring_document
from tests.views.conftest import POINTS


@pytest.fixture(scope="module")
def robustness(comparison, weighing):
    """How firm the rankings of the shared comparison are."""
    return robustness_of(comparison, weighing)


@pytest.fixture(scope="module")
def document(comparison, weighing, robustness):
    """As another program reads it."""
    return json.loads(
        json.dumps(score_document(comparison, {"ways": (weighing, robustness)}), allow_nan=False)
    )


def test_what_was_there_before_is_still_there(document):
    """Keys are a promise to other programs."""
    assert document["schema"] == "selfmgmt/score/2"
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


def test_without_rankings_there_is_no_pool(comparison, weighing, robustness):
    """Nothing is made up."""
    rankings = replace(weighing.rankings, ranked={})
    nobody = replace(robustness, roles={}, pooled=None)
    found = score_document(comparison, {"ways": (replace(weighing, rankings=rankings), nobody)})
    assert found["pooled"] is None
    assert found["roles"] == {}


def test_weights_stand_in_groups_and_flat(document):
    """Profiles and bodies alike, each adding up to one both ways."""
    assert {"balanced", "council"} <= set(document["weights"])
    for key, given in document["weights"].items():
        assert given["example"] == (key not in POINTS)
        assert sum(given["weights"].values()) == pytest.approx(1)
        assert sum(given["groups"].values()) == pytest.approx(1)


def test_scales_and_consequences_are_there(document):
    """Each criterion with its two ends, each option with its figures in their own unit."""
    assert document["criteria"]["capacity_low"]["scale"]["worst"] == 85
    low = document["consequences"]["stepwise_programme"]["capacity_low"]
    assert 80 < low["p10"] <= low["p50"] <= low["p90"] <= 100


def test_ties_are_called_so(document):
    """More than one first is a tie."""
    for role in document["roles"].values():
        assert role["tie"] == (len(role["first"]) > 1)
        assert role["places"][0] == role["first"]


def test_what_nobody_judged_stands_in_place_of_a_ranking(unweighed):
    """No roles, but what is computed, what waits, and what must be believed where it can."""
    weighing = weigh(unweighed)
    beliefs = beliefs_of(unweighed, weighing)
    document = scoring_document(unweighed, {"ways": weighing}, beliefs=beliefs, involved={})
    found = document["questions"]["ways"]
    assert found["roles"] == {}
    assert "closeness" in found["unranked"]["balanced"]
    assert set(found["computed_only"]) == set(load_profiles())
    assert set(found["believe"]["balanced"]) == set(found["options"])
