"""The scoring on a page, with and without anybody who ranks."""

import pytest

from selfmgmt.analysis.robustness import robustness_of
from selfmgmt.analysis.weigh import weigh
from selfmgmt.language import speaking
from selfmgmt.views.scoring import apart_views, information_views, robustness_views


@pytest.fixture(autouse=True)
def _english():
    with speaking("en"):
        yield


def test_without_judgements_there_is_nothing_to_test_or_to_divide(unweighed, labels):
    """No order, so no views about it."""
    weighing = weigh(unweighed)
    robustness = robustness_of(unweighed, weighing)
    assert robustness_views(weighing, robustness, labels) == []
    assert apart_views(weighing, robustness, labels) == []
    assert information_views({}, unweighed, labels) == []


def test_with_weights_of_bodies_it_is_told_how_sure_the_order_is(world):
    """And where bodies part."""
    robustness = robustness_of(world.comparison, world.weighing)
    assert len(robustness_views(world.weighing, robustness, world.labels)) == 5
    assert len(apart_views(world.weighing, robustness, world.labels)) == 3
