"""The page of weighing: answers by any method reach the case, and what follows is told."""

import json
import re
import subprocess
import sys
from typing import Any

import pytest

from selfmgmt.case import Case, load_case, save_case
from selfmgmt.language import speaking
from selfmgmt.views.widgets.weigh import Weigh

DRAWS = 500
CASE = {
    "name": "Nijkerk",
    "municipalities": "Nijkerk",
    "options": dict.fromkeys(("cut_across_the_board", "stepwise_programme")),
    "question": {"saving_target": "5%"},
    "criteria": {"green": {"label": "Green", "at_0": "a", "at_50": "b", "at_100": "c"}},
}


@pytest.fixture
def weigh() -> Weigh:
    """Nijkerk with two options and a criterion of its own, in English."""
    with speaking("en"):
        return Weigh(Case.model_validate(CASE), draws=DRAWS)


def answer(weigh: Weigh, **message: Any) -> dict[str, Any]:
    """The state after one message, as it travels to the page."""
    weigh.answer({"seq": "v-1", **message})
    state: dict[str, Any] = json.loads(json.dumps(weigh.state))
    assert state["seq"] == "v-1"
    return state


def give(weigh: Weigh, field: str, value: str) -> dict[str, Any]:
    """The state after one answer."""
    return answer(weigh, do="set", field=field, value=value)


def keep_only(weigh: Weigh, *keys: str) -> dict[str, Any]:
    """The state when only these criteria count."""
    state = weigh.state
    for one in weigh.state["criteria"]:
        if one["on"] and one["key"] not in keys:
            state = answer(weigh, do="count", field=one["key"])
    return state


def test_it_starts_without_answers(weigh: Weigh) -> None:
    """The case holds nobody's weights, and every criterion is asked about, its own ones too."""
    assert weigh.case.voices == {}
    assert weigh.state["result"] is None
    assert "green" in {one["key"] for one in weigh.state["criteria"]}


def test_a_swing_is_told_in_its_unit(weigh: Weigh) -> None:
    """Each question says what is worst and what is best, for any set of options."""
    helps = {one["field"]: one["help"] for one in weigh.state["questions"]}
    assert helps["points.net_saving"] == "From 0% (worst) to 100% (best)."
    assert "percentage points (worst)" in helps["points.absence"]


def test_points_become_a_voice(weigh: Weigh) -> None:
    """With weights, a verdict and an order."""
    give(weigh, "points.capacity_low", "100")
    state = give(weigh, "points.absence", "12,5")
    assert weigh.case.voices["council"]["A"].points["absence"] == 12.5
    assert state["result"]["weights"][0] == {
        "key": "capacity_low",
        "label": "Lowest capacity on the way",
        "share": "89%",
        "at": pytest.approx(100 / 1.125),
        "counted": True,
    }
    assert "count 8 times as much" in state["result"]["verdict"]
    assert state["standing"]["rows"][0]["rank"] == 1
    assert state["respondents"]["table"] is None


def test_an_order_is_kept_once_it_is_confirmed(weigh: Weigh) -> None:
    """The order that the page starts with is nobody's, and one move does not make it somebody's."""
    assert answer(weigh, do="method", method="order")["to_go"] == 1
    assert weigh.case.voices == {}
    first = weigh.state["questions"][0]["field"]
    assert answer(weigh, do="move", criterion=first, by=1)["to_go"] == 1
    answer(weigh, do="count", field="green")
    assert weigh.case.voices == {}
    answer(weigh, do="keep")
    assert weigh.case.voices["council"]["A"].order[1] == first
    answer(weigh, do="move", criterion=first, by=-1)
    assert weigh.case.voices["council"]["A"].order[0] == first
    answer(weigh, do="add")
    answer(weigh, do="method", method="order")
    answer(weigh, do="keep")
    assert weigh.case.voices["council"]["B"].order[0] == first


def test_contradictions_are_told(weigh: Weigh) -> None:
    """The three comparisons that do not fit, in words."""
    keys = ("net_saving", "absence", "green")
    answer(weigh, do="method", method="pairs")
    assert keep_only(weigh, *keys)["to_go"] == 3
    give(weigh, "pairs.net_saving.absence", "5")
    give(weigh, "pairs.absence.green", "5")
    state = give(weigh, "pairs.net_saving.green", "-5")
    assert state["result"]["contradicts"]
    assert "contradict each other here: net saving counts 5" in state["result"]["verdict"]
    assert "green counts 5 times as much as net saving" in state["result"]["verdict"]


def test_best_and_worst(weigh: Weigh) -> None:
    """The comparisons are asked once both ends are chosen; a fault is told at its question."""
    answer(weigh, do="method", method="best_worst")
    keep_only(weigh, "net_saving", "absence", "green")
    assert len(give(weigh, "best", "net_saving")["questions"]) == 2
    assert len(give(weigh, "worst", "green")["questions"]) == 5
    give(weigh, "from_best.green", "4")
    give(weigh, "from_best.absence", "2")
    assert give(weigh, "to_worst.absence", "2")["result"]["verdict"].endswith("fully.")
    state = give(weigh, "to_worst.absence", "5")
    assert "No comparison can be larger" in state["faults"]["to_worst.absence"]
    assert weigh.case.voices["council"]["A"].others_to_worst["absence"] == 2


def test_a_mean_comes_with_the_differences() -> None:
    """Two people of a role: the mean, and beside it who wants what."""
    judged = {"green": {"cut_across_the_board": 20, "stepwise_programme": 80}}
    with speaking("en"):
        weigh = Weigh(Case.model_validate({**CASE, "judgements": judged}), draws=DRAWS)
    give(weigh, "points.vulnerability", "100")
    answer(weigh, do="add")
    state = give(weigh, "points.green", "100")
    assert state["letters"] == ["A", "B"]
    assert len(state["standing"]["rows"]) == 2
    assert "They do not agree" in " ".join(state["respondents"]["sentences"])
    assert state["respondents"]["table"]["heads"] == ["Criterion", "A", "B", "On average"]
    state = answer(weigh, do="drop")
    assert list(weigh.case.voices["council"]) == ["A"]
    assert state["respondents"] == {"sentences": [], "table": None}


def test_incomplete_answers_leave_the_last_ones(weigh: Weigh) -> None:
    """The case always holds what was complete, and the page says so."""
    give(weigh, "points.net_saving", "100")
    state = answer(weigh, do="method", method="pairs")
    assert state["result"]["stale"]
    assert weigh.case.voices["council"]["A"].method == "swing"


def test_steps_can_be_taken_back(weigh: Weigh) -> None:
    """Answers, also those that are not complete yet."""
    give(weigh, "points.net_saving", "100")
    answer(weigh, do="hold", role="teams")
    assert answer(weigh, do="undo")["role"] == "council"
    assert answer(weigh, do="undo")["result"] is None
    assert weigh.case.voices == {}
    assert answer(weigh, do="redo")["result"]


def test_another_person_and_role(weigh: Weigh) -> None:
    """What each said before stands on the page again."""
    give(weigh, "points.net_saving", "100")
    assert answer(weigh, do="hold", role="teams")["result"] is None
    state = answer(weigh, do="hold", role="council")
    values = {one["field"]: one["value"] for one in state["questions"]}
    assert values["points.net_saving"] == "100"


def test_the_case_can_be_kept(weigh: Weigh, tmp_path: Any) -> None:
    """Voices are in the file."""
    give(weigh, "points.green", "100")
    with speaking("en"):
        save_case(weigh.case, tmp_path / "new.case.yaml")
        assert load_case(tmp_path / "new.case.yaml") == weigh.case


def test_only_weight_on_what_nobody_judged_gives_no_order(weigh: Weigh) -> None:
    """The weights are there; the order waits for the judgements."""
    state = give(weigh, "points.green", "100")
    assert state["standing"]["rows"] == []
    assert "nobody has judged the options on green" in state["standing"]["sentences"][0]
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
def test_nonsense_is_answered_too(weigh: Weigh, message: object) -> None:
    """Nothing that arrives can break the page."""
    weigh.answer(message)
    assert weigh.state["alarm"]


def test_the_page_asks_only_for_words_that_are_there(weigh: Weigh) -> None:
    """Every key that stands in the module is in the words."""
    asked = set(re.findall(r'say\.text\("(\w+)"', str(weigh._esm)))
    assert len(asked) > 15
    assert asked <= set(weigh.page["words"])


def test_points_of_a_role_are_those_of_its_first_person() -> None:
    """Nothing is asked twice: they stand in the fields, and a change makes them that person's."""
    with speaking("en"):
        weigh = Weigh(
            Case.model_validate(
                {**CASE, "weights": {"council": {"net_saving": 60, "absence": 40}}}
            ),
            draws=DRAWS,
        )
    values = {one["field"]: one["value"] for one in weigh.state["questions"]}
    assert (values["points.net_saving"], values["points.absence"]) == ("60", "40")
    assert weigh.state["result"]["weights"][0]["share"] == "60%"
    answer(weigh, do="add")
    give(weigh, "points.green", "100")
    assert set(weigh.case.voices["council"]) == {"A", "B"}
    assert weigh.case.voices["council"]["A"].points["net_saving"] == 60
    assert weigh.case.weights == {}
    answer(weigh, do="undo")
    assert weigh.case.weights


def test_the_ends_of_each_scale_are_told_in_its_unit(weigh: Weigh) -> None:
    """What counts is asked with the worst and the best that is allowed for."""
    ends = {one["key"]: (one["worst"], one["best"], one["unit"]) for one in weigh.state["criteria"]}
    assert ends["capacity_low"] == ("85.0", "100.0", "index (today is 100)")
    assert ends["absence"] == ("+3.0", "−1.0 percentage points", "beside doing nothing")
    assert ends["green"][:2] == ("0", "100")


def test_there_is_an_order_once_all_that_counts_is_judged(weigh: Weigh) -> None:
    """Ranges are fine, doing nothing need not be judged; a gap is told in place of an order."""
    give(weigh, "points.closeness", "40")
    give(weigh, "judgements.closeness.cut_across_the_board", "10 tot 30")
    assert give(weigh, "judgements.closeness.stepwise_programme", "50")["standing"]["rows"]
    state = give(weigh, "judgements.closeness.stepwise_programme", "")
    assert state["standing"]["rows"] == []
    assert (
        "nobody has judged the options on close to residents" in state["standing"]["sentences"][0]
    )


@pytest.mark.parametrize(
    ("field", "written", "fault"),
    [
        ("points.net_saving", "much", "'much' is not a number"),
        ("points.net_saving", "-5", "0 to 1,000"),
        ("judgements.closeness.do_nothing", "101", "0 to 100"),
        ("judgements.closeness.stepwise_programme", "70 tot 50", "rising order"),
        ("judgements.net_saving.stepwise_programme", "50", "nothing that this page"),
        ("judgements.closeness.nonsense", "50", "nothing that this page"),
        ("points.nonsense", "50", "not asked here"),
    ],
)
def test_what_cannot_be_is_told_at_the_field(
    weigh: Weigh, field: str, written: str, fault: str
) -> None:
    """The case and the order stay as they were."""
    before, case = weigh.state["standing"], weigh.case
    state = give(weigh, field, written)
    assert fault in state["faults"][field]
    assert weigh.case == case
    assert state["standing"] == before


def test_the_conclusion_gives_no_outcome_away(weigh: Weigh) -> None:
    """While people weigh it says who did, and what waits for a judgement."""
    assert weigh.conclusion.startswith("0 of 7 roles have given their weights. Nobody has judged")
    give(weigh, "points.vulnerability", "100")
    assert weigh.conclusion.startswith("1 of 7 roles has")
    assert weigh.state["standing"]["rows"][0]["label"] not in weigh.conclusion


def test_two_roles_that_differ_are_explained_in_a_sentence(weigh: Weigh) -> None:
    """What each puts first, and the criterion that they weigh so differently."""
    for at, option in enumerate(("cut_across_the_board", "stepwise_programme")):
        give(weigh, f"judgements.green.{option}", str(20 + 60 * at))
    give(weigh, "points.green", "100")
    answer(weigh, do="hold", role="executive")
    state = give(weigh, "points.vulnerability", "100")
    assert state["divides"]["sentence"].startswith("Executive sets ")
    assert "100%" in state["divides"]["sentence"]
    assert any(row[0] == "Council" for row in state["divides"]["rows"])


def test_the_picture_comes_when_it_is_asked_for(weigh: Weigh) -> None:
    """As PNG, once a role has an order; it goes when the points change."""
    assert answer(weigh, do="picture")["picture"] is None
    give(weigh, "points.capacity_low", "100")
    state = answer(weigh, do="picture")
    assert state["picture"]["source"].startswith("data:image/png;base64,")
    assert state["picture"]["alt"]
    assert give(weigh, "points.absence", "1")["picture"] is None


def test_a_case_with_nothing_to_choose_is_drawn_too(weigh: Weigh) -> None:
    """Only doing nothing: no reasons, no faults."""
    weigh.show(Case(name="Nijkerk", municipalities="Nijkerk"))
    give(weigh, "points.capacity_low", "1")
    assert weigh.state["standing"]["why"] is None
    assert weigh.state["faults"] == {}


def test_the_kernel_stays_light() -> None:
    """Nothing heavy is loaded until a static picture is asked for."""
    code = """
import sys
from selfmgmt.case import new_case
from selfmgmt.views.widgets.weigh import Weigh
weigh = Weigh(new_case(["Nijkerk"]), draws=400)
weigh.answer({"do": "set", "field": "points.net_saving", "value": "10"})
print(*{"matplotlib", "pandas", "scipy", "seaborn"} & set(sys.modules))
"""
    assert subprocess.check_output([sys.executable, "-c", code], text=True).strip() == ""


def test_a_criterion_of_ones_own_is_made_changed_and_taken_away(weigh: Weigh) -> None:
    """Told at each field what is missing; then it is asked about, judged, renamed and gone."""
    case = weigh.case
    clean = {"label": "Clean", "at_0": "a", "at_50": "b", "at_100": "c", "better": "lower"}

    def make(key: str, **given: str) -> dict[str, Any]:
        return answer(weigh, do="criterion", key=key, given=given, field=f"criteria.{key or 'new'}")

    faults = make("", label="Self-organisation", at_0="a")["faults"]
    assert "is a means, not a goal" in faults["criteria.new.label"]
    assert set(faults) == {f"criteria.new.{name}" for name in ("label", "at_50", "at_100")}
    assert "with this name" in make("", **{**clean, "label": "net SAVING"})["faults"].popitem()[1]
    state = make("", **clean)
    assert state["judgements"][-1]["own"] == {**clean, "description": ""}
    assert "points.clean" in {one["field"] for one in state["questions"]}
    for option in weigh.case.options:
        give(weigh, f"judgements.clean.{option}", "50")
    assert make("clean", **{**clean, "label": "Cleaner"})["judgements"][-1]["label"] == "Cleaner"
    state = answer(weigh, do="no_criterion", key="clean", field="criteria.clean")
    assert "points.clean" not in {one["field"] for one in state["questions"]}
    assert "clean" not in weigh.case.judgements
    for _step in range(20):
        answer(weigh, do="undo")
    assert weigh.case == case


def test_a_criterion_that_people_compared_stays(weigh: Weigh) -> None:
    """Their answers would not hold without it, so it is told who they are."""
    give(weigh, "points.green", "50")
    state = answer(weigh, do="no_criterion", key="green", field="criteria.green")
    assert "compared this criterion with others (Council)" in state["faults"]["criteria.green"]
    assert weigh.case.criteria
