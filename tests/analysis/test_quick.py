"""Options at their size, as quickly as a hand moves: the same as when there is time."""

import numpy as np
import pytest

from selfmgmt.analysis.plans import Sizing, sized_options
from selfmgmt.analysis.price import prices_of
from selfmgmt.analysis.quick import quick_prices, quickly_sized
from selfmgmt.analysis.study import study_of
from selfmgmt.case import Case
from selfmgmt.simulation import simulate
from tests.analysis.conftest import WRITTEN

OPTIONS = ("cut_across_the_board", "stepwise_programme", "hiring_first")
DRAWS = 200
EURO = 1.0


@pytest.fixture(scope="module", params=["equal_money", "described"])
def both(request):
    """The study, and its options sized at leisure and quickly."""
    case = Case.model_validate(WRITTEN | {"options": dict.fromkeys(OPTIONS)})
    study = study_of(case)
    sizing = Sizing(size=request.param, mix="evenly", certainty=50)
    found = [sized(study, sizing, draws=DRAWS, seed=1) for sized in (sized_options, quickly_sized)]
    return study, *found


def test_sizes_are_those_that_take_longer(both):
    """Plan, reach, what goes, and the mix alone at the same money, to the euro."""
    study, slow, quick = both
    assert list(quick) == list(slow)
    target = study.question.saving_target.value
    for key, one in quick.items():
        assert one.pair == slow[key].pair
        assert one.plan == slow[key].plan, key
        assert one.reach == pytest.approx(slow[key].reach, abs=EURO / target), key
        assert one.gone == pytest.approx(slow[key].gone)
        assert one.none.way == slow[key].none.way
        assert one.none.factor == pytest.approx(slow[key].none.factor, abs=1e-4), key
        assert one.removals == one.none


def test_prices_are_those_that_take_longer(both):
    """What the way does in all, of the outcomes that are shown; nothing else is told."""
    study, slow, _quick = both
    shown = ("capacity_low", "net_saving_due_eur")
    run = simulate(
        [one.plan for one in slow.values()],
        study.inputs,
        question=study.question,
        draws=DRAWS,
        seed=1,
    )
    expected = prices_of(study, slow, run.values, draws=DRAWS, seed=1)
    found = quick_prices(study, slow, run.values, shown=shown, draws=DRAWS, seed=1)
    assert list(found) == list(expected)
    for key, price in found.items():
        assert set(price.together) == set(shown)
        assert price.removals == price.working == {}
        for name in shown:
            told, slowly = price.together[name], expected[key].together[name]
            assert np.array([told.p10, told.p50, told.p90]) == pytest.approx(
                np.array([slowly.p10, slowly.p50, slowly.p90]), rel=1e-9, abs=1e-9
            ), (key, name)
