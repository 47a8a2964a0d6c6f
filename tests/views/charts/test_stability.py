"""Weights and the room that they have."""

from dataclasses import replace

import pytest

from selfmgmt.analysis.robustness import robustness_of
from selfmgmt.language import speaking
from selfmgmt.views.charts.stability import least_robust_charts, stability_chart


@pytest.fixture(scope="module")
def robustness(comparison, weighing):
    """How firm the ranking of the teams is."""
    return robustness_of(comparison, weighing).roles["teams"]


@pytest.fixture(scope="module")
def ranking(weighing):
    """The ranking of the teams."""
    return weighing.rankings.ranked["teams"].ranking


def test_the_weight_lies_within_its_interval(robustness, ranking, labels):
    """One row for each criterion, in the table as well."""
    chart = stability_chart(robustness, ranking, labels, who="Teams")
    assert len(chart.table.rows) == len(ranking.criteria)
    weights = dict(zip(ranking.criteria, ranking.weights, strict=True))
    assert all(low <= weights[key] <= high for key, (low, high) in robustness.stability.items())


def test_the_tightest_weight_is_told(robustness, ranking, labels):
    """It is where a small change decides."""
    key = next(iter(robustness.stability))
    weight = float(ranking.weights[ranking.criteria.index(key)])
    tight = replace(
        robustness,
        stability={**dict.fromkeys(robustness.stability, (0.0, 1.0)), key: (0.0, weight + 0.01)},
    )
    free = replace(robustness, stability=dict.fromkeys(robustness.stability, (0.0, 1.0)))
    with speaking("en"):
        assert "least room has" in stability_chart(tight, ranking, labels, who="Teams").alt
        assert "no weight changes" in stability_chart(free, ranking, labels, who="Teams").alt


def test_a_closer_look_is_at_the_least_firm_role(comparison, weighing, labels):
    """Its weights and its ranks; without rankings there is nothing to look at."""
    robustness = robustness_of(comparison, weighing)
    weights, ranks = least_robust_charts(robustness, weighing, labels)
    assert weights.title.split(":")[0] == ranks.title.split(":")[0]
    assert least_robust_charts(replace(robustness, roles={}), weighing, labels) == []
