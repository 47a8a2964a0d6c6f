"""What is under a page that weighs is computed once, until something changes that matters to it."""

from selfmgmt.case import Case
from selfmgmt.views.widgets.base_comparison import base_comparison


def test_only_what_matters_is_computed_anew() -> None:
    """Other weights keep the draws; another option or figure does not."""
    case = Case.model_validate({"name": "x", "municipalities": "Urk", "options": {"mine": {}}})
    first = base_comparison(case, None, draws=100, seed=1)
    weighed = Case.model_validate({**dict(case), "weights": {"council": {"net_saving": 1}}})
    again = base_comparison(weighed, first, draws=100, seed=1)
    assert again.outcomes is first.outcomes
    assert again.study.case == weighed
    assert first.outcomes.paths == {}  # a kernel waits for its visitor with what is weighed alone
    other = Case.model_validate({**dict(case), "options": {"mine": {"scope": "50%"}}})
    assert base_comparison(other, first, draws=100, seed=1).outcomes is not first.outcomes
