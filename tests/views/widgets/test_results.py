"""Results: one option at a time gives what all of them together give."""

import pytest

from selfmgmt.analysis.compare import Comparison, compare
from selfmgmt.analysis.study import study_of
from selfmgmt.case import Case
from selfmgmt.views.document import comparison_document
from selfmgmt.views.widgets.results import DRAWN, Results

DRAWS = 400


@pytest.fixture(scope="module")
def whole(case: Case) -> dict[str, object]:
    """What ``compare --json`` gives for the same case, draws and seed."""
    comparison: Comparison = compare(case, draws=DRAWS, seed=1)
    document: dict[str, object] = comparison_document(comparison, dict.fromkeys(case.options, ""))
    return document


def test_alone_or_together_the_figures_are_the_same(case: Case, whole: dict[str, object]) -> None:
    """Common random numbers: doing nothing and each option come out to the last digit."""
    keys = [key for key in case.options if key != "do_nothing"]
    found = Results(study_of(case), seed=1).document(case, keys, draws=DRAWS)
    for name in found.keys() - {"options"}:
        assert found[name] == whole[name]
    for key, option in whole["options"].items():  # type: ignore[attr-defined]
        for name in option.keys() - {"changed", "paths", "m_80"}:  # a page does not size twice
            assert found["options"][key][name] == option[name]
        for name in DRAWN:
            assert found["options"][key]["paths"][name] == option["paths"][name]


def test_doing_nothing_is_always_there(case: Case) -> None:
    """It is the dashed line in every picture."""
    found = Results(study_of(case), seed=1).document(case, [], draws=DRAWS)
    assert list(found["options"]) == ["do_nothing"]


def test_an_option_says_what_it_changes(case: Case) -> None:
    """In words, and its conditions as figures."""
    found = Results(study_of(case), seed=1).document(case, ["stepwise_programme"], draws=DRAWS)
    option = found["options"]["stepwise_programme"]
    assert "70%" in option["changed"]
    assert option["conditions"] == {
        "work_redesign": 0.7,
        "interdependence": 0.6,
        "frames": 0.8,
    }
