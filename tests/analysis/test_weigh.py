"""Weighing the options of a comparison."""

from selfmgmt.analysis.compare import compare
from selfmgmt.analysis.weigh import weigh
from selfmgmt.case import Case
from tests.analysis.conftest import WRITTEN


def test_doing_nothing_is_set_aside_when_there_is_a_cut(comparison):
    """It does not answer the question, so no role ranks it."""
    weighing = weigh(comparison)
    assert weighing.set_aside == ("do_nothing",)
    for role in weighing.rankings.ranked.values():
        assert "do_nothing" not in role.ranking.order


def test_doing_nothing_counts_when_there_is_no_cut():
    """Without a cut it is an answer like any other."""
    free = WRITTEN | {"question": {}}
    weighing = weigh(compare(Case.model_validate(free), draws=300))
    assert weighing.set_aside == ()
    assert "do_nothing" in weighing.rankings.ranked["council"].ranking.order


def test_weights_of_the_case_decide():
    """A role that only wants the saving and one that only wants calm want different options."""
    weights = {"executive": {"net_saving": 100}, "works_council": {"capacity_low": 100}}
    case = Case.model_validate(WRITTEN | {"weights": weights})
    weighing = weigh(compare(case, size="described", draws=500))
    ranked = weighing.rankings.ranked
    assert ranked["executive"].ranking.order[0] == "stepwise_programme"
    assert ranked["works_council"].ranking.order[0] == "stepwise_programme"
    assert not ranked["executive"].example
    assert ranked["council"].example


def test_what_nobody_judged_is_left_out_and_named(comparison):
    """Closeness to residents cannot be computed; without judgements it does not count."""
    weighing = weigh(comparison)
    assert weighing.performance.left_out["closeness"] == "not judged"


def test_a_cut_without_a_new_way_of_working_is_known_as_such():
    """The model counts too little against it; the others and doing nothing are not in the list."""
    options = {"cut_across_the_board": {}, "stepwise_programme": {}}
    weighing = weigh(compare(Case.model_validate(WRITTEN | {"options": options}), draws=300))
    assert weighing.plain_cuts == ("cut_across_the_board",)
