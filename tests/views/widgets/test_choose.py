"""The page of choosing: points and judgements change the order, and the case can be kept."""

import json
import re
import subprocess
import sys
from typing import Any

import pytest

from selfmgmt.case import Case, load_case, save_case
from selfmgmt.language import speaking
from selfmgmt.scoring.profiles import load_profiles
from selfmgmt.views.widgets.choose import COARSE, Choose
from selfmgmt.workspace.bar import CaseBar

DRAWS = 2_500


@pytest.fixture
def choose(case: Case) -> Choose:
    """Nijkerk with three options that are judged but that nobody weighed, in English."""
    with speaking("en"):
        return Choose(case, draws=DRAWS, seed=1)


@pytest.fixture
def case(case: Case) -> Case:
    """The shared case when nobody gave weights."""
    return case.model_copy(update={"weights": {}})


def answer(choose: Choose, **message: Any) -> dict[str, Any]:
    """The state after one message, as it travels to the page."""
    choose.answer({"seq": "v-1", **message})
    state: dict[str, Any] = json.loads(json.dumps(choose.state))
    assert state["seq"] == "v-1"
    return state


def give(choose: Choose, field: str, value: str) -> dict[str, Any]:
    """The state after points or a judgement were given."""
    return answer(choose, do="set", field=field, value=value)


def test_it_starts_with_examples(choose: Choose, case: Case) -> None:
    """They are marked as such, and the case holds none of them."""
    assert choose.state["criteria"]["example"]
    assert all(row["example"] for row in choose.state["everyone"]["rows"])
    assert choose.case == case
    assert choose.state["draws"] == DRAWS


def test_points_of_a_role_become_its_own(choose: Choose) -> None:
    """All points of the role are kept from then on, and only of this role."""
    state = give(choose, "weights.net_saving", "12,5")
    assert not state["criteria"]["example"]
    (role,) = choose.case.weights
    assert choose.case.weights[role]["net_saving"] == 12.5
    rest = {key: at for key, at in choose.case.weights[role].items() if at and key != "net_saving"}
    assert rest == pytest.approx(
        {key: at for key, at in load_profiles()["balanced"].weights.items() if key != "net_saving"},
        abs=0.05,
    )
    assert state["draws"] == COARSE
    assert answer(choose, do="look")["draws"] == DRAWS


def test_shares_add_up_to_all(choose: Choose) -> None:
    """What counts is shared out over the criteria that can be counted."""
    shares = [row["share"] for row in choose.state["criteria"]["rows"]]
    assert None in shares  # every option saves the same
    total = sum(int(share.removesuffix("%")) for share in shares if share)
    assert total == pytest.approx(100, abs=len(shares) / 2)


def test_all_weight_on_one_criterion_puts_its_best_first(choose: Choose) -> None:
    """Only service, or only no falling back: the first place goes to another option."""
    rows = [row["key"] for row in choose.state["criteria"]["rows"]]

    def first(wanted: str) -> str:
        for key in (wanted, *(key for key in rows if key != wanted)):
            state = give(choose, f"weights.{key}", "100" if key == wanted else "0")
        return str(state["standing"]["rows"][0]["label"])

    assert first("service_quality") != first("falls_back")


def test_going_back_to_the_example(choose: Choose, case: Case) -> None:
    """The role has no points of its own any more."""
    give(choose, "weights.net_saving", "0")
    assert answer(choose, do="example")["criteria"]["example"]
    assert choose.case == case


def test_there_is_an_order_once_all_that_counts_is_judged(choose: Choose) -> None:
    """Ranges are fine, doing nothing need not be judged; a gap is told in place of an order."""
    options = [key for key in choose.case.options if key != "do_nothing"]
    give(choose, "weights.closeness", "40")
    assert give(choose, f"judgements.closeness.{options[0]}", "10 tot 30")["standing"]["rows"]
    state = give(choose, f"judgements.closeness.{options[0]}", "")
    assert state["standing"]["rows"] == []
    assert "nobody has judged the options on close to residents" in state["standing"]["told"][0]


@pytest.mark.parametrize(
    ("field", "written", "fault"),
    [
        ("weights.net_saving", "much", "'much' is not a number"),
        ("weights.net_saving", "-5", "0 to 1,000"),
        ("judgements.closeness.do_nothing", "101", "0 to 100"),
        ("judgements.closeness.do_nothing", "70 tot 50", "rising order"),
        ("judgements.net_saving.do_nothing", "50", "nothing that this page"),
        ("judgements.closeness.nonsense", "50", "nothing that this page"),
        ("weights.nonsense", "50", "nothing that this page"),
        ("weights", "50", "nothing that this page"),
    ],
)
def test_what_cannot_be_is_told_at_the_field(
    choose: Choose, case: Case, field: str, written: str, fault: str
) -> None:
    """The case and the order stay as they were."""
    before = choose.state["standing"]
    state = give(choose, field, written)
    assert fault in state["faults"][field]
    assert choose.case == case
    assert state["standing"] == before


def test_at_least_something_counts(choose: Choose) -> None:
    """The last point cannot be taken away."""
    keys = [row["key"] for row in choose.state["criteria"]["rows"]]
    for key in keys:
        state = give(choose, f"weights.{key}", "0")
    assert "all points are 0" in state["faults"][f"weights.{keys[-1]}"]


def test_a_role_without_points_of_its_own_has_no_order(choose: Choose) -> None:
    """The page says so; meanwhile the examples are those of profiles."""
    assert choose.state["standing"]["rows"] == []
    assert "has not given weights" in choose.state["standing"]["told"][0]
    assert [row["key"] for row in choose.state["everyone"]["rows"]] == list(load_profiles())


def test_two_roles_that_differ_are_explained_in_a_sentence(choose: Choose) -> None:
    """What each puts first, and the criterion that they weigh so differently."""
    for row in choose.state["criteria"]["rows"]:
        wanted = row["key"] == "service_quality"
        give(choose, f"weights.{row['key']}", "100" if wanted else "0")
    state = answer(choose, do="hold", role="executive")
    for row in state["criteria"]["rows"]:
        wanted = row["key"] == "falls_back"
        state = give(choose, f"weights.{row['key']}", "100" if wanted else "0")
    told = state["divides"]["told"]
    assert told.startswith("Executive sets ")
    assert "100%" in told
    assert "0%" in told
    assert any(row[0] == "Council" for row in state["divides"]["rows"])


def test_doing_nothing_is_set_aside_when_there_is_a_cut(choose: Choose) -> None:
    """It closes no gap, and that is said."""
    give(choose, "weights.closeness", "1")
    assert "Do nothing" not in {row["label"] for row in choose.state["standing"]["rows"]}
    assert any("Not ranked: Do nothing" in words for words in choose.state["agreement"])


def test_the_picture_comes_when_it_is_asked_for(choose: Choose) -> None:
    """As PNG, with the same in words and figures; it goes when the points change."""
    assert choose.state["picture"] is None
    made = answer(choose, do="picture")
    assert made["picture"]["source"].startswith("data:image/png;base64,")
    assert made["picture"]["alt"]
    assert give(choose, "weights.net_saving", "1")["picture"] is None


def test_steps_can_be_taken_back(choose: Choose, case: Case) -> None:
    """A drag is one step, and the role comes along."""
    for at in ("90", "80", "70"):
        answer(choose, do="set", field="weights.net_saving", value=at, gesture=3)
    answer(choose, do="hold", role="teams")
    assert answer(choose, do="undo")["role"] == "council"
    assert answer(choose, do="undo")["criteria"]["example"]
    assert choose.case == case


def test_a_case_with_nothing_to_choose_is_drawn_too(choose: Choose) -> None:
    """Only doing nothing: no reasons, no faults."""
    choose.show(Case(name="Nijkerk", municipalities="Nijkerk"))
    give(choose, "weights.capacity_low", "1")
    assert choose.state["standing"]["why"] is None
    assert choose.state["faults"] == {}


def test_the_bar_takes_its_case(choose: Choose, tmp_path: Any) -> None:
    """Points and judgements are in the file."""
    bar = CaseBar(choose.case)
    bar.bind(choose)
    give(choose, "weights.net_saving", "12,5")
    give(choose, "judgements.closeness.do_nothing", "40 tot 60")
    with speaking("en"):
        save_case(bar.case, tmp_path / "new.case.yaml")
        assert load_case(tmp_path / "new.case.yaml") == choose.case


@pytest.mark.parametrize("message", [None, 3, [], {}, {"do": "hold", "role": "nobody"}])
def test_nonsense_is_answered_too(choose: Choose, message: object) -> None:
    """Nothing that arrives can break the page."""
    choose.answer(message)
    assert choose.state["alarm"]


def test_the_page_asks_only_for_words_that_are_there(choose: Choose) -> None:
    """Every key that stands in the module is in the words."""
    asked = set(re.findall(r'say\.text\("(\w+)"', str(choose._esm)))
    assert len(asked) > 15
    assert asked <= set(choose.page["words"])


def test_the_kernel_stays_light() -> None:
    """Nothing heavy is loaded until a static picture is asked for."""
    code = """
import sys
from selfmgmt.case import new_case
from selfmgmt.views.widgets.choose import Choose
choose = Choose(new_case(["Nijkerk"]), draws=400)
choose.answer({"do": "set", "field": "weights.net_saving", "value": "10"})
print(*{"matplotlib", "pandas", "scipy", "seaborn"} & set(sys.modules))
"""
    assert subprocess.check_output([sys.executable, "-c", code], text=True).strip() == ""


def test_criteria_of_ones_own_and_the_mean_of_people(case: Case) -> None:
    """An own criterion is weighed and judged; a mean of people is shown, and changed by them."""
    green = {"label": "Green", "at_0": "a", "at_50": "b", "at_100": "c"}
    voices = {"A": {"method": "swing", "points": {"green": 1, "net_saving": 3}}}
    said = {**dict(case), "criteria": {"green": green}, "voices": {"council": voices}}
    with speaking("en"):
        choose = Choose(Case.model_validate(said), draws=DRAWS)
    rows = {row["key"]: row for row in choose.state["criteria"]["rows"]}
    assert (rows["green"]["label"], rows["green"]["text"]) == ("Green", "25")
    assert not choose.state["criteria"]["example"]
    state = give(choose, "weights.green", "50")
    assert "mean of what people" in state["faults"]["weights.green"]
    for option in choose.case.options:
        give(choose, f"judgements.green.{option}", "50")
    answer(choose, do="hold", role="teams")
    assert not give(choose, "weights.green", "50")["faults"]
    assert choose.case.weights["teams"]["green"] == 50


def test_a_criterion_of_ones_own_is_made_changed_and_taken_away(choose: Choose, case: Case) -> None:
    """Told at each field what is missing; then it is judged, weighed, renamed and gone."""
    green = {"label": "Green", "at_0": "a", "at_50": "b", "at_100": "c", "better": "lower"}

    def make(key: str, **given: str) -> dict[str, Any]:
        form = f"criteria.{key or 'new'}"
        return answer(choose, do="criterion", key=key, given=given, field=form)

    faults = make("", label="Self-organisation", at_0="a")["faults"]
    assert "is a means, not a goal" in faults["criteria.new.label"]
    assert set(faults) == {f"criteria.new.{name}" for name in ("label", "at_50", "at_100")}
    assert set(make("", **{**green, "label": ""})["faults"]) == {"criteria.new.label"}
    assert "with this name" in make("", **{**green, "label": "net SAVING"})["faults"].popitem()[1]
    state = make("", **green)
    assert state["faults"] == {}
    assert state["judgements"][-1]["own"] == {**green, "description": ""}
    assert choose.case.criteria["green"].better == "lower"
    for option in choose.case.options:
        give(choose, f"judgements.green.{option}", "50")
    give(choose, "weights.green", "50")
    assert make("green", **{**green, "label": "Greener"})["judgements"][-1]["label"] == "Greener"
    assert make("", **green)["judgements"][-1]["key"] == "green_2"
    answer(choose, do="no_criterion", key="green_2")
    state = answer(choose, do="no_criterion", key="green", field="criteria.green")
    assert "green" not in {row["key"] for row in state["criteria"]["rows"]}
    assert choose.case.criteria == {}
    assert "green" not in choose.case.judgements
    assert "green" not in choose.case.weights["council"]
    for _step in range(20):
        answer(choose, do="undo")
    assert choose.case == case


def test_a_criterion_that_people_compared_stays(case: Case) -> None:
    """Their answers would not hold without it, so it is told who they are."""
    green = {"label": "Green", "at_0": "a", "at_50": "b", "at_100": "c"}
    voices = {"A": {"method": "swing", "points": {"green": 1, "net_saving": 3}}}
    said = {**dict(case), "criteria": {"green": green}, "voices": {"council": voices}}
    with speaking("en"):
        choose = Choose(Case.model_validate(said), draws=DRAWS)
    state = answer(choose, do="no_criterion", key="green", field="criteria.green")
    assert "compared this criterion with others (Council)" in state["faults"]["criteria.green"]
    assert choose.case.criteria
