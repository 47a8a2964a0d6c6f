"""The form of own figures answers every question of its page with a state that can be drawn."""

import json
import re
from typing import Any

import pytest

from selfmgmt.case import Case, load_case, save_case
from selfmgmt.case.organisation import OwnFigures
from selfmgmt.errors import InputError
from selfmgmt.language import speaking
from selfmgmt.views.widgets.baseline import Baseline
from selfmgmt.workspace.lab.bar import CaseBar


@pytest.fixture
def form() -> Baseline:
    """Amersfoort with one option and nothing of its own, in English."""
    case = Case.model_validate(
        {
            "name": "Amersfoort",
            "municipalities": "Amersfoort",
            "options": {"fewer_managers_only": None},
        }
    )
    with speaking("en"):
        return Baseline(case, draws=400, seed=1)


def answer(form: Baseline, **message: Any) -> dict[str, Any]:
    """The state after one message, as it travels to the page."""
    form.answer({"seq": "v-1", **message})
    state: dict[str, Any] = json.loads(json.dumps(form.state))
    assert state["seq"] == "v-1"
    return state


def fill_in(form: Baseline, field: str, value: str) -> dict[str, Any]:
    """The state after one field is filled in."""
    return answer(form, do="set", field=field, value=value)


def test_every_figure_has_a_field(form: Baseline) -> None:
    """In the order of the record, with what is allowed and what would be used without it."""
    assert [one["key"] for one in form.page["fields"]] == list(OwnFigures.model_fields)
    assert list(form.state["fields"]) == list(OwnFigures.model_fields)
    for key, one in form.state["fields"].items():
        assert one["expected"]
        assert one["source"]
        if key == "vulnerability_today":
            assert "low" not in one  # it follows from the others
            continue
        assert one["low"] <= one["middle"] <= one["high"]


@pytest.mark.parametrize(
    ("field", "written", "found", "words"),
    [
        ("fte", "312,5", 312.5, "312.5 FTE"),
        ("cost_per_fte", "€ 85.000", 85_000, "85,000 EUR per FTE per year"),
        ("support_share", "24%", 0.24, "24.0% (share of FTE)"),
        ("absence", "6,5", 0.065, "6.5% (share of working time)"),
    ],
)
def test_a_figure_is_read_as_people_write_it(
    form: Baseline, field: str, written: str, found: float, words: str
) -> None:
    """Dutch figures, euros and per cents; the page tells how it was read."""
    state = fill_in(form, field, written)
    assert getattr(form.case.organisation, field).central == found
    assert state["fields"][field]["read"] == f"Read as: {words}"


def test_a_range_may_be_filled_in(form: Baseline) -> None:
    """Who is not sure says between what."""
    state = fill_in(form, "team_count", "20 tot 30")
    assert dict(form.case.organisation.team_count) == {"low": 20, "central": 25, "high": 30}
    assert state["fields"]["team_count"]["text"] == "20 to 30"
    assert "middle 25" in state["fields"]["team_count"]["read"]


def test_an_empty_field_is_not_known(form: Baseline) -> None:
    """What was filled in can be taken out again."""
    fill_in(form, "fte", "900")
    state = fill_in(form, "fte", " ")
    assert form.case.organisation.fte is None
    assert state["fields"]["fte"]["read"] == ""


def test_a_fault_stands_at_its_field_until_it_is_mended(form: Baseline) -> None:
    """Other fields can be filled in meanwhile; the case stays one that can be kept."""
    state = fill_in(form, "absence", "65")
    assert "65%" in state["faults"]["absence"]
    assert "0% to 30%" in state["faults"]["absence"]
    assert fill_in(form, "fte", "900")["faults"].keys() == {"absence"}
    assert form.case.organisation.absence is None
    assert fill_in(form, "absence", "6,5%")["faults"] == {}


def test_a_far_figure_gets_a_remark_and_counts(form: Baseline) -> None:
    """Ten times too much may be a comma; it is asked, not refused."""
    likely = form.state["fields"]["fte"]["high"]
    state = fill_in(form, "fte", f"{10 * likely:.0f}")
    assert "10 times the highest" in state["fields"]["fte"]["remark"]
    assert form.case.organisation.fte is not None
    assert "far less" in fill_in(form, "fte", "9")["fields"]["fte"]["remark"]
    assert fill_in(form, "fte", f"{likely:.0f}")["fields"]["fte"]["remark"] == ""


def test_the_effect_comes_when_the_hand_rests(form: Baseline) -> None:
    """First the words; then how wide the range is, and what to look up first."""
    assert form.state["effect"] is None
    state = answer(form, do="look")
    assert [one["own"] for one in state["effect"]["options"]] == [None]
    assert state["effect"]["first"] == []  # with one option no figure can change the choice
    assert fill_in(form, "manager_share", "5,5%")["effect"] is None
    effect = answer(form, do="look")["effect"]
    (option,) = effect["options"]
    narrow, wide = (option[key]["high"] - option[key]["low"] for key in ("own", "public"))
    assert narrow < wide
    assert "narrower" in effect["sentences"][0]


def test_the_comparison_comes_when_it_is_asked_for(form: Baseline) -> None:
    """Peers and earlier years, each a picture with words and numbers; no figure is lost for it."""
    answer(form, do="look")
    state = answer(form, do="picture")
    assert "not a norm" in " ".join(state["benchmark"]["sentences"])
    assert [one["source"][:22] for one in state["benchmark"]["figures"]] == [
        "data:image/png;base64,"
    ] * 2
    assert all(one["alt"] and one["table"]["rows"] for one in state["benchmark"]["figures"])
    assert state["draws"] == 400


def test_steps_can_be_taken_back(form: Baseline) -> None:
    """Undo and redo, also of what was emptied."""
    fill_in(form, "fte", "900")
    assert answer(form, do="undo")["fields"]["fte"]["text"] == ""
    assert answer(form, do="redo")["fields"]["fte"]["text"] == "900"


def test_another_case_can_be_opened(form: Baseline) -> None:
    """It starts clean: other figures, no faults, nothing to undo."""
    fill_in(form, "fte", "many")
    fill_in(form, "absence", "6%")
    other = Case(name="Boxtel", municipalities="Boxtel, Sint-Michielsgestel")
    form.show(other)
    assert form.case == other
    assert form.state["faults"] == {}
    assert not form.state["undo"]
    assert "Boxtel" in form.state["who"][0]


def test_a_case_without_options_has_nothing_to_save(form: Baseline) -> None:
    """The page says so; the figures work all the same."""
    form.show(Case(name="Boxtel", municipalities="Boxtel"))
    assert answer(form, do="look")["effect"]["options"] == []


def test_the_bar_takes_its_case(form: Baseline, tmp_path: Any) -> None:
    """What was filled in is what is saved."""
    bar = CaseBar(form.case)
    bar.bind(form)
    fill_in(form, "team_count", "20 tot 30")
    with speaking("en"):
        save_case(bar.case, tmp_path / "new.case.yaml")
        assert load_case(tmp_path / "new.case.yaml") == form.case


def test_what_does_not_exist_is_refused(form: Baseline, monkeypatch: pytest.MonkeyPatch) -> None:
    """The page keeps the case that it had."""
    before = form.case

    def nowhere(_case: Case) -> None:
        raise InputError("no such municipality")

    monkeypatch.setattr("selfmgmt.views.widgets.baseline.study_of", nowhere)
    with pytest.raises(InputError, match="no such municipality"):
        form.show(Case(name="x", municipalities="Boxtel"))
    assert form.case == before


def test_what_nobody_foresaw_becomes_a_message(
    form: Baseline, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """The page lives on in the language of its reader, with the last good case."""
    monkeypatch.setattr("selfmgmt.views.widgets.baseline.with_figure", None)
    with speaking("nl"):
        state = fill_in(form, "fte", "900")
    assert state["alarm"].startswith("Something went wrong")
    assert form.case.organisation.fte is None


@pytest.mark.parametrize(
    "message", [None, 3, [], "look", {}, {"do": ["set"]}, {"do": "set", "field": "x", "value": "1"}]
)
def test_nonsense_is_answered_too(form: Baseline, message: object) -> None:
    """Nothing that arrives can break the page."""
    form.answer(message)
    assert form.state["alarm"] or form.state["faults"]


def test_the_page_asks_only_for_words_that_are_there(form: Baseline) -> None:
    """Every key that stands in the module is in the words."""
    keys = set(re.findall(r'say\.text\("(\w+)"', str(form._esm)))
    assert len(keys) > 10
    assert keys <= set(form.page["words"])
