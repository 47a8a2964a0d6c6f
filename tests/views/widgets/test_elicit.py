"""The page of weights: answers by any method reach the case, and what follows is told."""

import json
import re
from typing import Any

import pytest

from selfmgmt.case import Case, load_case, save_case
from selfmgmt.language import speaking
from selfmgmt.views.widgets.choose import Choose
from selfmgmt.views.widgets.elicit import Elicit

DRAWS = 500
CASE = {
    "name": "Nijkerk",
    "municipalities": "Nijkerk",
    "options": dict.fromkeys(("cut_across_the_board", "stepwise_programme")),
    "question": {"saving_target": "5%"},
    "criteria": {"green": {"label": "Green", "at_0": "a", "at_50": "b", "at_100": "c"}},
}


@pytest.fixture
def elicit() -> Elicit:
    """Nijkerk with two options and a criterion of its own, in English."""
    with speaking("en"):
        return Elicit(Case.model_validate(CASE), draws=DRAWS)


def answer(elicit: Elicit, **message: Any) -> dict[str, Any]:
    """The state after one message, as it travels to the page."""
    elicit.answer({"seq": "v-1", **message})
    state: dict[str, Any] = json.loads(json.dumps(elicit.state))
    assert state["seq"] == "v-1"
    return state


def give(elicit: Elicit, field: str, value: str) -> dict[str, Any]:
    """The state after one answer."""
    return answer(elicit, do="set", field=field, value=value)


def keep_only(elicit: Elicit, *keys: str) -> dict[str, Any]:
    """The state when only these criteria count."""
    state = elicit.state
    for one in elicit.state["criteria"]:
        if one["on"] and one["key"] not in keys:
            state = answer(elicit, do="count", field=one["key"])
    return state


def test_it_starts_without_answers(elicit: Elicit) -> None:
    """The case holds nobody's weights, and every criterion is asked about, its own ones too."""
    assert elicit.case.voices == {}
    assert elicit.state["result"] is None
    assert "green" in {one["key"] for one in elicit.state["criteria"]}


def test_a_swing_is_told_in_its_unit(elicit: Elicit) -> None:
    """Each question says what is worst and what is best, for any set of options."""
    helps = {one["field"]: one["help"] for one in elicit.state["questions"]}
    assert helps["points.net_saving"] == "From 0% (worst) to 100% (best)."
    assert "percentage points (worst)" in helps["points.absence"]


def test_points_become_a_voice(elicit: Elicit) -> None:
    """With weights, a verdict and an order."""
    give(elicit, "points.capacity_low", "100")
    state = give(elicit, "points.absence", "12,5")
    assert elicit.case.voices["council"]["A"].points["absence"] == 12.5
    assert state["result"]["weights"][0] == {
        "label": "Lowest capacity on the way",
        "share": "89%",
        "at": pytest.approx(100 / 1.125),
        "counted": True,
    }
    assert "count 8 times as much" in state["result"]["verdict"]
    assert state["result"]["order"][0]["place"] == 1
    assert state["group"]["table"] is None


def test_an_order_is_kept_when_it_is_moved_or_confirmed(elicit: Elicit) -> None:
    """The order that the page starts with is nobody's."""
    assert answer(elicit, do="method", method="order")["to_go"] == 1
    assert elicit.case.voices == {}
    first = elicit.state["questions"][0]["field"]
    answer(elicit, do="move", criterion=first, by=1)
    assert elicit.case.voices["council"]["A"].order[1] == first
    answer(elicit, do="add")
    answer(elicit, do="method", method="order")
    answer(elicit, do="keep")
    assert elicit.case.voices["council"]["B"].order[0] == first


def test_contradictions_are_told(elicit: Elicit) -> None:
    """The three comparisons that do not fit, in words."""
    keys = ("net_saving", "absence", "green")
    answer(elicit, do="method", method="pairs")
    assert keep_only(elicit, *keys)["to_go"] == 3
    give(elicit, "pairs.net_saving.absence", "5")
    give(elicit, "pairs.absence.green", "5")
    state = give(elicit, "pairs.net_saving.green", "-5")
    assert state["result"]["contradicts"]
    assert "contradict each other here: net saving counts 5" in state["result"]["verdict"]
    assert "green counts 5 times as much as net saving" in state["result"]["verdict"]


def test_best_and_worst(elicit: Elicit) -> None:
    """The comparisons are asked once both ends are chosen; a fault is told at its question."""
    answer(elicit, do="method", method="best_worst")
    keep_only(elicit, "net_saving", "absence", "green")
    assert len(give(elicit, "best", "net_saving")["questions"]) == 2
    assert len(give(elicit, "worst", "green")["questions"]) == 5
    give(elicit, "from_best.green", "4")
    give(elicit, "from_best.absence", "2")
    assert give(elicit, "to_worst.absence", "2")["result"]["verdict"].endswith("fully.")
    state = give(elicit, "to_worst.absence", "5")
    assert "No comparison can be larger" in state["faults"]["to_worst.absence"]
    assert elicit.case.voices["council"]["A"].others_to_worst["absence"] == 2


def test_a_mean_comes_with_the_differences() -> None:
    """Two people of a role: the mean, and beside it who wants what."""
    judged = {"green": {"cut_across_the_board": 20, "stepwise_programme": 80}}
    with speaking("en"):
        elicit = Elicit(Case.model_validate({**CASE, "judgements": judged}), draws=DRAWS)
    give(elicit, "points.vulnerability", "100")
    answer(elicit, do="add")
    state = give(elicit, "points.green", "100")
    assert state["letters"] == ["A", "B"]
    assert len(state["group"]["order"]) == 2
    assert "They do not agree" in " ".join(state["group"]["told"])
    assert state["group"]["table"]["heads"] == ["Criterion", "A", "B", "On average"]
    state = answer(elicit, do="drop")
    assert list(elicit.case.voices["council"]) == ["A"]
    assert state["group"] == {"told": [], "order": [], "cautions": [], "table": None}


def test_incomplete_answers_leave_the_last_ones(elicit: Elicit) -> None:
    """The case always holds what was complete, and the page says so."""
    give(elicit, "points.net_saving", "100")
    state = answer(elicit, do="method", method="pairs")
    assert state["result"]["stale"]
    assert elicit.case.voices["council"]["A"].method == "swing"


def test_steps_can_be_taken_back(elicit: Elicit) -> None:
    """Answers, also those that are not complete yet."""
    give(elicit, "points.net_saving", "100")
    answer(elicit, do="hold", role="teams")
    assert answer(elicit, do="undo")["role"] == "council"
    assert answer(elicit, do="undo")["result"] is None
    assert elicit.case.voices == {}
    assert answer(elicit, do="redo")["result"]


def test_another_person_and_role(elicit: Elicit) -> None:
    """What each said before stands on the page again."""
    give(elicit, "points.net_saving", "100")
    assert answer(elicit, do="hold", role="teams")["result"] is None
    state = answer(elicit, do="hold", role="council")
    values = {one["field"]: one["value"] for one in state["questions"]}
    assert values["points.net_saving"] == "100"


def test_the_case_can_be_kept(elicit: Elicit, tmp_path: Any) -> None:
    """Voices are in the file."""
    give(elicit, "points.green", "100")
    with speaking("en"):
        save_case(elicit.case, tmp_path / "new.case.yaml")
        assert load_case(tmp_path / "new.case.yaml") == elicit.case


def test_only_weight_on_what_nobody_judged_gives_no_order(elicit: Elicit) -> None:
    """The weights are there; the order waits for the judgements."""
    state = give(elicit, "points.green", "100")
    assert state["result"]["order"] == []
    assert not state["result"]["weights"][0]["counted"]


@pytest.mark.parametrize(
    "message",
    [
        None,
        {},
        {"do": "hold", "role": "nobody"},
        {"do": "person", "letter": "Q"},
        {"do": "method", "method": "guess"},
        {"do": "move", "criterion": "net_saving", "by": 7},
    ],
)
def test_nonsense_is_answered_too(elicit: Elicit, message: object) -> None:
    """Nothing that arrives can break the page."""
    elicit.answer(message)
    assert elicit.state["alarm"]


def test_the_page_asks_only_for_words_that_are_there(elicit: Elicit) -> None:
    """Every key that stands in the module is in the words."""
    asked = set(re.findall(r'say\.text\("(\w+)"', str(elicit._esm)))
    assert len(asked) > 15
    assert asked <= set(elicit.page["words"])


def test_two_pages_on_one_case(elicit: Elicit) -> None:
    """Answers show on the page of choosing, points given there show here, nothing is lost."""
    with speaking("en"):
        choose = Choose(elicit.case, draws=DRAWS)
    assert elicit.beside(choose) is choose
    give(elicit, "points.net_saving", "100")
    assert choose.case == elicit.case
    answer(elicit, do="add")
    answer(elicit, do="method", method="best_worst")
    give(elicit, "best", "net_saving")
    choose.answer({"do": "hold", "role": "teams"})
    choose.answer({"do": "set", "field": "weights.net_saving", "value": "12"})
    assert elicit.case.weights["teams"]["net_saving"] == 12
    assert (elicit.state["letter"], elicit.state["questions"][0]["value"]) == ("B", "net_saving")
