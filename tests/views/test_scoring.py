"""The scoring on a page, with and without anybody who ranks."""

import pytest

from selfmgmt.analysis.robustness import robustness_of
from selfmgmt.analysis.weigh import weigh
from selfmgmt.language import speaking
from selfmgmt.views.figures import Chart
from selfmgmt.views.prose import Html
from selfmgmt.views.scoring import (
    apart_views,
    choice_views,
    firmness_views,
    knowing_views,
    question_views,
)
from selfmgmt.views.tables import Table


@pytest.fixture(autouse=True)
def _english():
    with speaking("en"):
        yield


def captions(views):
    """What the tables among some views are about."""
    return [view.caption for view in views if isinstance(view, Table)]


def test_without_judgements_a_page_tells_what_must_be_believed(unweighed, labels):
    """Consequences and beliefs, no order and no chart of places; nothing to test or to divide."""
    weighing = weigh(unweighed)
    views = choice_views(unweighed, weighing, labels)
    told = " ".join(captions(views))
    assert "What each option does" in views[-1].source
    assert "What you must believe" in told
    assert any("So there is none here" in view.source for view in views if isinstance(view, Html))
    assert "comes first for whom" not in told
    assert not any(isinstance(view, Chart) for view in views)
    firm = robustness_of(unweighed, weighing)
    assert firmness_views(weighing, firm, labels) == []
    assert apart_views(weighing, firm, labels) == []
    assert knowing_views({}, unweighed, labels) == []


def test_with_weights_of_bodies_the_order_is_there_too(world):
    """The table of reasons, the chart of places, and where bodies part."""
    views = choice_views(*world)
    assert "What comes first for whom, and why" in captions(views)
    assert isinstance(views[-2], Chart)
    firm = robustness_of(world.comparison, world.weighing)
    assert len(firmness_views(world.weighing, firm, world.labels)) == 5
    assert len(apart_views(world.weighing, firm, world.labels)) == 3


def test_a_question_of_a_report_has_its_options_their_effects_and_for_ways_the_price(world):
    """What is not asked gets one sentence."""
    weighings = {"ways": world.weighing}
    told = " ".join(captions(question_views(world.comparison, weighings, "ways")))
    for part in ("How far it gets", "noticed of it", "at the same money"):
        assert part in told
    (only,) = question_views(world.comparison, weighings, "mixes")
    assert "no options to lay side by side" in only.source
