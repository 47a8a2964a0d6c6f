"""The explorer answers every question of its page, and always with a state that can be drawn."""

import json
import re
from typing import Any, ClassVar

import pytest

from selfmgmt.analysis.compare import compare
from selfmgmt.case import Case, load_case, save_case
from selfmgmt.errors import InputError
from selfmgmt.language import speaking
from selfmgmt.views.widgets.explorer import COARSE, Explorer

DRAWS = 2_500


@pytest.fixture
def explorer(case: Case) -> Explorer:
    """Nijkerk with three options, in English."""
    with speaking("en"):
        return Explorer(case, draws=DRAWS, seed=1)


def answer(explorer: Explorer, **message: Any) -> dict[str, Any]:
    """The state after one message, as it travels to the page."""
    explorer.answer({"seq": "v-1", **message})
    state: dict[str, Any] = json.loads(json.dumps(explorer.state))
    assert state["seq"] == "v-1"
    return state


def test_it_starts_with_all_draws(explorer: Explorer, case: Case) -> None:
    """What is shown first is what the report would say; the case is untouched."""
    assert explorer.state["results"]["draws"] == DRAWS
    assert explorer.case == case
    assert not explorer.state["undo"]


def test_a_move_is_quick_and_a_look_is_whole(explorer: Explorer) -> None:
    """Coarse draws while the hand moves, all draws when it rests, from the same seed."""
    state = answer(explorer, do="set", lever="managers_after", value="50%", gesture=1)
    assert state["results"]["draws"] == COARSE
    assert state["positions"]["managers_after"]["at"] == 50
    assert explorer.case.design("fewer_managers_only").managers_after.value == 0.5
    assert answer(explorer, do="look")["results"]["draws"] == DRAWS


def test_the_mix_follows_the_lever(explorer: Explorer) -> None:
    """More positions gone with the way of working is less that must go beside it."""

    def size(state: dict[str, Any]) -> float:
        return float(state["results"]["options"]["fewer_managers_only"]["m"])

    sizes = [
        size(answer(explorer, do="set", lever="support_after", value=value))
        for value in ("100%", "90%", "80%")
    ]
    assert sizes == sorted(sizes, reverse=True)
    assert len(set(sizes)) == 3


def test_a_fault_leaves_the_last_good_state(explorer: Explorer) -> None:
    """The page gets the sentence and the lever; all else stays."""
    before = answer(explorer, do="look")
    state = answer(explorer, do="set", lever="managers_after", value="heel veel")
    assert state["fault"]["lever"] == "managers_after"
    assert "'heel veel' is not a number" in state["fault"]["words"]
    assert state | {"fault": None} == before
    assert answer(explorer, do="look")["fault"] is None


def test_what_nobody_foresaw_becomes_a_message(
    explorer: Explorer, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """The page lives on in the language of its reader, whatever language is spoken now."""
    monkeypatch.setattr(explorer, "_results", None)
    with speaking("nl"):
        state = answer(explorer, do="set", lever="coaches", value="2")
    assert state["fault"]["words"].startswith("Something went wrong")
    assert explorer.case.design("fewer_managers_only").coaches.value == 0


@pytest.mark.parametrize("message", [None, 3, [], "look", {}, {"do": None}, {"do": ["set"]}])
def test_nonsense_is_answered_too(explorer: Explorer, message: object) -> None:
    """Nothing that arrives can break the explorer."""
    explorer.answer(message)
    assert explorer.state["fault"]["words"]


def test_another_case_starts_anew(explorer: Explorer) -> None:
    """Its figures and its options are there at once, and nothing before it can be undone."""
    answer(explorer, do="set", lever="coaches", value="2")
    other = Case.model_validate(
        {"name": "Putten", "municipalities": "Putten", "organisation": {"fte": "312,5"}}
    )
    with speaking("nl"):
        explorer.show(other)
    state = explorer.state
    assert explorer.case.name == "Putten"
    assert state["shown"] == ["cut_across_the_board", "", ""]
    assert state["results"]["draws"] == DRAWS
    assert not state["undo"]
    assert explorer.figures[0]["middle"] == "312.5"
    assert explorer.figures[0]["status"] == "own figure"


def test_a_case_that_cannot_be_shown_changes_nothing(explorer: Explorer, case: Case) -> None:
    """The page keeps the last good one."""
    before = explorer.state
    wrong = case.model_copy(update={"municipalities": ("GM9999",)})
    with pytest.raises(InputError, match="GM9999"):
        explorer.show(wrong)
    assert explorer.state == before
    assert explorer.case == case


def test_what_rests_on_assumptions_waits_until_asked(explorer: Explorer, case: Case) -> None:
    """Not while the hand moves; when somebody asks the same shares as ``compare`` gives."""
    state = answer(explorer, do="set", lever="training", value="1000", gesture=1)
    options = state["results"]["options"]
    assert not any("assumption_share" in option for option in options.values())
    assert not state["whole"]
    answer(explorer, do="undo")
    assert (
        "assumption_share"
        not in answer(explorer, do="look")["results"]["options"]["vanguard_first"]
    )
    found = answer(explorer, do="look", shares=True)["results"]["options"]["vanguard_first"]
    whole = compare(case, draws=DRAWS, seed=1).assumption_share["vanguard_first"]
    shares = found["assumption_share"]
    assert shares.keys() == whole.keys()
    for outcome, share in shares.items():
        assert share == pytest.approx(whole[outcome], abs=1e-4)


def test_options_are_named_copied_and_taken_away(explorer: Explorer) -> None:
    """A name that is taken is refused at its field."""
    state = answer(explorer, do="copy")
    assert state["label"] == "Fewer managers only (2)"
    state = answer(explorer, do="rename", lever="label", value="Vanguard first")
    assert state["fault"]["lever"] == "label"
    assert "Vanguard first" in state["fault"]["words"]
    assert answer(explorer, do="rename", lever="label", value="Plan B")["label"] == "Plan B"
    state = answer(explorer, do="include", place=state["place"], within=False)
    assert state["note"] == "Out of your comparison: Plan B"
    (plan,) = [one for one in state["options"] if one["label"] == "Plan B"]
    assert not plan["within"]


def test_a_figure_of_ones_own_counts_until_it_is_put_back(explorer: Explorer, case: Case) -> None:
    """The result changes, the row says whose figure it is, and undo knows it."""
    before = answer(explorer, do="look")["results"]
    fault = answer(
        explorer, do="assume", figure="dip_depth", value="90%", reason="", lever="figure.dip_depth"
    )["fault"]
    assert (fault["lever"], list(fault["fields"])) == ("figure.dip_depth", ["value", "reason"])
    own = {"do": "assume", "figure": "savings_realisation", "value": "90%", "reason": "x"}
    changed = answer(explorer, **own)["results"]
    beside = changed["options"]["fewer_managers_only"]["m"]
    assert beside < before["options"]["fewer_managers_only"]["m"]
    (row,) = [row for row in explorer.figures if row.get("own")]
    assert (row["status"], row["reason"], row["text"]) == ("own assumption", "x", "90%")
    whole = compare(explorer.case, draws=DRAWS, seed=1)
    shown = answer(explorer, do="look")["results"]["options"]["fewer_managers_only"]
    assert shown["net_saving_eur"]["p50"] == round(
        whole.options["fewer_managers_only"].outcomes["net_saving_eur"].p50
    )
    answer(explorer, do="undo")
    assert answer(explorer, do="look")["results"] == before
    assert not any(row.get("own") for row in explorer.figures)
    answer(explorer, do="redo")
    answer(explorer, do="standard", figure="savings_realisation")
    assert explorer.case == case


def test_a_link_lays_the_options_as_they_lay(explorer: Explorer, case: Case) -> None:
    """Another explorer of the same case then shows the same."""
    answer(explorer, do="show", place=0, option="")
    answer(explorer, do="hold", place=2)
    other = Explorer(explorer.case, draws=DRAWS, seed=1)
    other.set_layout(explorer.layout)
    assert (other.state["shown"], other.state["place"]) == (
        ["", "stepwise_programme", "vanguard_first"],
        2,
    )
    assert other.layout == explorer.layout != ""
    other.set_layout("")
    assert other.layout == ""


def test_undo_and_redo(explorer: Explorer) -> None:
    """Back and forth, and the page knows which of the two can be done."""
    answer(explorer, do="set", lever="coaches", value="2", gesture=1)
    back = answer(explorer, do="undo")
    assert (back["undo"], back["redo"]) == (False, True)
    assert back["positions"]["coaches"]["text"] == "0"
    again = answer(explorer, do="redo")
    assert (again["undo"], again["redo"]) == (True, False)
    assert again["positions"]["coaches"]["text"] == "2 FTE"


def test_the_case_can_be_kept(explorer: Explorer, tmp_path: Any) -> None:
    """What was explored is a case like any other."""
    answer(explorer, do="set", lever="question.saving_target", value="€ 800.000")
    answer(explorer, do="set", lever="autonomy.goals", value="4")
    answer(explorer, do="show", place=2, option="within_frames")
    answer(explorer, do="choose", place=2, mix="fewer_tasks")
    assert explorer.case.mix_of("within_frames") == "fewer_tasks"
    with speaking("en"):
        save_case(explorer.case, tmp_path / "new.case.yaml")
        assert load_case(tmp_path / "new.case.yaml") == explorer.case


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_page_has_all_its_words(case: Case, language: str) -> None:
    """In the language of the reader, with nothing left empty."""
    with speaking(language):
        explorer = Explorer(case, draws=400)
    assert explorer.page["language"] == language
    assert all(explorer.page["words"].values())
    assert explorer.page["words"]["undo"] == {"nl": "Ongedaan maken", "en": "Undo"}[language]


def test_the_page_asks_only_for_words_that_are_there(explorer: Explorer) -> None:
    """Every key that stands in the module is in the words, but for what only the live page has."""
    source = str(explorer._esm)
    asked = set(re.findall(r'say\.text\("(\w+)"', source))
    asked -= set(re.findall(r'say\.has\("(\w+)"', source))
    asked |= {"column_source", "managers_short", "span_count", "chart_price", "about_price"}
    assert len(asked) > 20
    assert asked <= set(explorer.page["words"])


def test_further_questions_are_answered_about_the_case(case: Case) -> None:
    """What answers them sits elsewhere; the page gets the answer with its whole state."""

    class Echo:
        page: ClassVar = {"sections": [{"key": "why", "title": "Why?", "about": "All of it."}]}
        state: ClassVar[dict[str, str]] = {}

        def answer(self, message: Any) -> None:
            self.state[message["section"]] = "<p>Because.</p>"

    explorer = Explorer(case, draws=400, further=Echo())
    assert explorer.page["questions"] == Echo.page["sections"]
    assert answer(explorer, do="ask", question="why")["whole"]
    assert explorer.answers == {"why": "<p>Because.</p>"}
    assert not explorer.state["undo"]


def test_a_look_is_said_to_be_one(explorer: Explorer, case: Case) -> None:
    """Until it is put in the comparison, by hand or by a move."""
    state = answer(explorer, do="show", place=2, option="within_frames")
    assert [one["within"] for one in state["options"] if one["key"] == "within_frames"] == [False]
    assert explorer.case == case
    assert state["note"] == ""
    state = answer(explorer, do="set", lever="coaches", value="2")
    assert state["note"].startswith("Now in your comparison: Within frames")
    assert answer(explorer, do="look")["note"] == state["note"]
