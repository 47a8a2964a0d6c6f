"""The board: every move changes the case to one that can be kept, or is refused in words."""

from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfmgmt.case import Case, new_case
from selfmgmt.case.edit.undo import Steps
from selfmgmt.case.known import option_labels
from selfmgmt.errors import InputError
from selfmgmt.language import speaking
from selfmgmt.views.widgets.explorer_layout import from_layout, layout_of
from selfmgmt.views.widgets.explorer_state import (
    KNOWN_CHARTS,
    ExplorerState,
    first_view,
    is_adapted,
    moved,
    opened,
)
from selfmgmt.views.widgets.levers import levers
from selfmgmt.views.widgets.words import page_words


@pytest.fixture(scope="module")
def view(case: Case) -> ExplorerState:
    """Three options side by side, the first in hand."""
    return first_view(case)


def set_to(lever: str, value: str) -> dict[str, str]:
    """The move of one lever."""
    return {"do": "set", "lever": lever, "value": value}


def test_three_options_lie_beside_each_other(view: ExplorerState) -> None:
    """Doing nothing is not among them: it is in every picture."""
    assert view.slots == ("fewer_managers_only", "stepwise_programme", "vanguard_first")
    assert view.selected == "fewer_managers_only"


def test_a_case_without_options_has_one_to_look_at() -> None:
    """There is always something to move; until it moves, it is not in the case."""
    case = Case(name="Nijkerk", municipalities="Nijkerk")
    view = first_view(case)
    assert view.slots == ("cut_across_the_board", "", "")
    assert view.case == case
    assert "cut_across_the_board" in moved(view, set_to("coaches", "2")).case.options


def test_of_many_options_ways_of_working_come_before_mixes() -> None:
    """The first option of a new case, and then the first two with another way of working."""
    view = first_view(new_case(["Nijkerk"]))
    assert [view.case.way_of(key) for key in view.slots] == ["none", *view.slots[1:]]


@pytest.mark.parametrize(
    ("lever", "written", "found"),
    [
        ("managers_after", "50%", 12.0),
        ("managers_after", "12,5", 12.5),
        ("autonomy.methods", "6", 6),
        ("greenfield", "ja", True),
        ("team_basis", "area", "area"),
    ],
)
def test_a_lever_takes_what_people_write(
    view: ExplorerState, lever: str, written: str, found: object
) -> None:
    """Per cents, Dutch figures, levels, yes and choices."""
    design = moved(view, set_to(lever, written)).case.design(view.selected)
    head, _dot, name = lever.rpartition(".")
    value = getattr(design.autonomy if head else design, name)
    assert (value.of(24.0) if hasattr(value, "of") else value) == found


@pytest.mark.parametrize(
    ("lever", "written", "words"),
    [
        ("managers_after", "0,75", "75% of 0,75 FTE"),
        ("team_count", "1,1", "110% of 1,1 teams"),
        ("question.saving_target", "5", "5% of € 5"),
        ("coaches", "0,5", "50% of 0,5 FTE"),
    ],
)
def test_a_figure_far_from_the_organisation_is_asked_back(
    view: ExplorerState, lever: str, written: str, words: str
) -> None:
    """The page asks what a file asks; with its unit the same figure is taken."""
    with pytest.raises(InputError, match=words):
        moved(view, set_to(lever, written))
    moved(view, set_to(lever, words.partition(" of ")[2]))


def test_levers_of_one_mandate_add_up(view: ExplorerState) -> None:
    """Moving a second domain leaves the first as it was set."""
    both = moved(moved(view, set_to("autonomy.goals", "4")), set_to("autonomy.budget", "3"))
    mandate = both.case.design(view.selected).autonomy
    assert (mandate.goals, mandate.budget, mandate.methods) == (4, 3, 4)


def test_the_cut_holds_for_every_option(view: ExplorerState) -> None:
    """It is the question, and from then on no example any more."""
    question = moved(view, set_to("question.saving_target", "€ 1,2 mln")).case.question
    assert question.saving_target.value == 1_200_000
    assert not question.example


@pytest.mark.parametrize(
    ("move", "fault"),
    [
        (set_to("managers_after", "300%"), "300%"),
        (set_to("managers_after", "1.234"), "'1.234'"),
        (set_to("autonomy.goals", "7"), "7"),
        (set_to("question.due_quarter", "20"), "due_quarter"),
        (set_to("nonsense", "1"), "nonsense"),
        ({"do": "show", "place": 0, "option": "do_nothing"}, "do_nothing"),
        ({"do": "show", "place": 5, "option": ""}, "place"),
    ],
)
def test_what_cannot_be_is_refused_in_words(view: ExplorerState, move: Any, fault: str) -> None:
    """The message names what was given."""
    with speaking("en"), pytest.raises(InputError, match=fault):
        moved(view, move)


def test_options_come_and_go(view: ExplorerState) -> None:
    """A look is no choice: the case stays; one that is there changes places, one may go."""
    new = moved(view, {"do": "show", "place": 2, "option": "within_frames"})
    assert new.selected == "within_frames"
    assert new.case == view.case
    assert "within_frames" in new.everything.options
    assert moved(new, {"do": "show", "place": 2, "option": "vanguard_first"}).previews == {}
    turned = moved(view, {"do": "show", "place": 0, "option": "vanguard_first"})
    assert turned.slots == ("vanguard_first", "stepwise_programme", "fewer_managers_only")
    fewer = moved(view, {"do": "show", "place": 0, "option": ""})
    assert fewer.slots == ("", "stepwise_programme", "vanguard_first")
    assert fewer.selected == "stepwise_programme"


def test_the_last_option_stays(view: ExplorerState) -> None:
    """A page without options shows nothing."""
    for slot in (0, 1):
        view = moved(view, {"do": "show", "place": slot, "option": ""})
    with speaking("en"), pytest.raises(InputError, match="at least one"):
        moved(view, {"do": "show", "place": 2, "option": ""})


def test_an_option_goes_back_to_its_example(view: ExplorerState) -> None:
    """Reset takes the levers of the option in hand away, and nothing else."""
    adapted = moved(view, set_to("coaches", "2"))
    assert is_adapted(adapted.case, view.selected)
    assert moved(adapted, {"do": "reset"}) == view


def test_a_copy_is_an_option_of_its_own(view: ExplorerState) -> None:
    """It has the same levers and another name, and lies beside its example, in hand."""
    with speaking("en"):
        adapted = moved(view, set_to("coaches", "2"))
        copy = moved(adapted, {"do": "copy"})
        again = moved(copy, {"do": "copy"})
    assert copy.slots == ("fewer_managers_only", "fewer_managers_only_2", "vanguard_first")
    assert copy.case.design(copy.selected) == adapted.case.design(view.selected)
    assert copy.case.label(copy.selected) == "Fewer managers only (2)"
    assert again.case.label(again.selected) == "Fewer managers only (2) (2)"
    assert moved(copy, set_to("coaches", "3")).case.design(view.selected).coaches.value == 2


def test_a_copy_takes_a_free_place(view: ExplorerState) -> None:
    """Only when all three are taken it hides another."""
    two = moved(view, {"do": "show", "place": 2, "option": ""})
    assert moved(two, {"do": "copy"}).slots[:2] == view.slots[:2]


def test_an_option_gets_a_name_of_its_own(view: ExplorerState) -> None:
    """An empty one brings the usual name back."""
    named = moved(view, {"do": "rename", "value": " Plan B "})
    assert named.case.label(view.selected) == "Plan B"
    assert moved(named, {"do": "reset"}).case.label(view.selected) == "Plan B"
    assert moved(named, {"do": "rename", "value": ""}).case == view.case


@pytest.mark.parametrize("name", ["Vanguard first", " vanguard  FIRST", "Cut across the board"])
def test_no_two_options_have_the_same_name(view: ExplorerState, name: str) -> None:
    """Not those of the case, nor the named ones that can still be chosen; capitals do not help."""
    with speaking("en"), pytest.raises(InputError, match=r"another option called (?i:\w+ +\w+)"):
        moved(view, {"do": "rename", "value": name})


def test_an_option_leaves_the_comparison_and_comes_back(view: ExplorerState) -> None:
    """With what people judged of it, so that the case can be kept; it stays in view as it was."""
    points = {"service_quality": {"fewer_managers_only": 40, "vanguard_first": 60}}
    given = view.case.model_dump(exclude_none=True) | {"judgements": points}
    judged = ExplorerState(case=Case.model_validate(given), slots=view.slots, slot=0)
    adapted = moved(judged, set_to("coaches", "2"))
    fewer = moved(adapted, {"do": "include", "place": 0, "within": False})
    assert fewer.slots == adapted.slots
    assert "fewer_managers_only" not in fewer.case.options
    assert set(fewer.case.judgements["service_quality"]) == {"vanguard_first"}
    assert Case.model_validate(fewer.case.model_dump(exclude_none=True)) == fewer.case
    back = moved(fewer, {"do": "include", "place": 0, "within": True})
    assert back.case.options["fewer_managers_only"] == adapted.case.options["fewer_managers_only"]
    assert back.previews == {}


def test_the_options_in_view_can_be_the_whole_comparison(view: ExplorerState) -> None:
    """Also one that was only looked at; doing nothing stays, and judgements of others go."""
    look = moved(view, {"do": "show", "place": 1, "option": "within_frames"})
    few = moved(look, {"do": "only"})
    assert few.case.options.keys() == {"do_nothing", *filter(None, look.slots)}
    assert few.slots == look.slots
    assert few.previews == {}
    assert moved(few, {"do": "only"}).case == few.case


def test_what_is_changed_is_in_the_comparison(view: ExplorerState) -> None:
    """A lever, a name or a copy of an option that was only looked at puts it in."""
    look = moved(view, {"do": "show", "place": 1, "option": "within_frames"})
    for move in (set_to("coaches", "2"), {"do": "rename", "value": "Plan B"}, {"do": "copy"}):
        assert "within_frames" in moved(look, move).case.options


def test_options_are_sized_to_the_target_or_as_described(view: ExplorerState) -> None:
    """One button, and back."""
    described = moved(view, {"do": "fit", "fitted": False})
    assert described.case.question.size == "described"
    assert moved(described, {"do": "fit", "fitted": True}) == view


def test_a_link_shows_what_was_only_looked_at(view: ExplorerState) -> None:
    """Named options are known everywhere; the case does not get them by that."""
    look = moved(view, {"do": "show", "place": 1, "option": "within_frames"})
    assert from_layout(view.case, layout_of(look)) == look


def test_another_case_keeps_the_places_of_what_it_has_too(view: ExplorerState) -> None:
    """What it does not have leaves its place; when nothing is left, its own options come."""
    options = {"vanguard_first": None, "within_frames": None}
    other = Case.model_validate({"name": "B", "municipalities": "Putten", "options": options})
    assert opened(view, other).slots == ("", "", "vanguard_first")
    assert opened(view, other).selected == "vanguard_first"
    bare = Case(name="C", municipalities="Putten")
    assert opened(view, bare).slots == ("cut_across_the_board", "", "")


@pytest.mark.parametrize(
    ("layout", "slots", "slot"),
    [
        ("2.vanguard_first.stepwise_programme.", ("vanguard_first", "stepwise_programme", ""), 1),
        ("3.vanguard_first.gone.", ("vanguard_first", "", ""), 0),
        ("9...vanguard_first", ("", "", "vanguard_first"), 2),
    ],
)
def test_options_lie_as_a_link_tells(
    view: ExplorerState, layout: str, slots: tuple[str, ...], slot: int
) -> None:
    """What the case does not have stays away; what is left is in hand."""
    found = from_layout(view.case, layout)
    assert (found.slots, found.slot) == (slots, slot)
    assert from_layout(view.case, layout_of(found)) == found


@pytest.mark.parametrize(
    "layout", ["", "1...", "1.a", "x.vanguard_first.vanguard_first.", "1.do_nothing.."]
)
def test_what_tells_nothing_lies_as_at_the_start(view: ExplorerState, layout: str) -> None:
    """Also when an option lies in two places."""
    assert from_layout(view.case, layout) == first_view(view.case)
    assert layout_of(first_view(view.case)) == ""


def test_every_named_option_can_be_reached(view: ExplorerState) -> None:
    """Eleven can be chosen; the twelfth, doing nothing, is in every picture."""
    for key in option_labels():
        if key != "do_nothing":
            assert key in moved(view, {"do": "show", "place": 0, "option": key}).slots
    assert len(option_labels()) == 12


def test_steps_can_be_taken_back(view: ExplorerState) -> None:
    """Undo and redo; a drag is one step, and a new move ends what could be redone."""
    steps = Steps(now=view)
    for value in ("60%", "50%", "40%"):
        steps = steps.after(moved(steps.now, set_to("managers_after", value)), gesture=1)
    after = steps.after(moved(steps.now, set_to("coaches", "2")), gesture=2)
    assert after.undone().now == steps.now
    assert after.undone().undone().now == view
    assert after.undone().undone().undone().now == view
    assert after.undone().redone() == Steps(now=after.now, past=after.past)
    assert after.undone().after(view).redone().now == view


WRITTEN = st.one_of(
    st.text(max_size=12),
    st.floats(-300, 300).map("{:.1f}%".format),
    st.integers(-9000, 9000).map(str),
    st.sampled_from(["ja", "nee", "area", "cut", "", "€ 1,2 mln", "50%"]),
)
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner),
    max_leaves=5,
)
WITH_OPTION = ("reset", "copy", "rename", "include", "choose", "fit", "only")
MESSAGES = st.one_of(
    st.builds(set_to, st.sampled_from(sorted(levers())), WRITTEN),
    st.fixed_dictionaries(
        {
            "do": st.sampled_from(["look", "set", "show", "hold", *WITH_OPTION, "burn"]),
            "place": st.integers(-1, 4) | ANYTHING,
            "option": st.sampled_from(["", "do_nothing", "within_frames", "x"]) | ANYTHING,
            "lever": st.sampled_from(sorted(levers())) | ANYTHING,
            "value": WRITTEN | ANYTHING,
            "within": st.booleans() | ANYTHING,
            "fitted": st.booleans() | ANYTHING,
            "way": st.sampled_from(["", "none", "vanguard_first", "x"]) | ANYTHING,
            "mix": st.sampled_from(["", "none", "evenly", "fewer_tasks", "x"]) | ANYTHING,
        }
    ),
    ANYTHING,
)


@given(st.lists(MESSAGES, max_size=4))
def test_any_message_gives_a_case_that_can_be_kept_or_a_fault(messages: list[Any]) -> None:
    """Whatever the page sends: a whole case, or a sentence and the case as it was."""
    view = first_view(Case(name="Nijkerk", municipalities="Nijkerk"))
    for message in messages:
        with suppress(InputError):
            view = moved(view, message)
    case = view.case
    assert Case.model_validate(case.model_dump(exclude_none=True)) == case
    assert view.selected
    assert view.everything.design(view.selected)
    assert not view.previews.keys() & case.options.keys()


def test_the_charts_go_along_in_a_link_and_through_every_move(view: ExplorerState) -> None:
    """With the options where they lay, or alone; what nobody knows is refused, or left as usual."""
    chosen = moved(view, {"do": "chart", "slot": 2, "chart": "absence"})
    assert chosen.charts == ("price", "frontier", "absence", "cumulative_cash_eur")
    assert from_layout(chosen.case, layout_of(chosen)) == chosen
    here = moved(chosen, {"do": "hold", "place": 1})
    assert here.charts == chosen.charts
    assert from_layout(here.case, layout_of(here)) == here
    with pytest.raises(InputError, match="magic"):
        moved(view, {"do": "chart", "slot": 0, "chart": "magic"})
    for layout in ("~magic.price.price.price", "~absence", "~"):
        assert from_layout(view.case, layout) == first_view(view.case)


def test_every_chart_has_a_name() -> None:
    """What may be chosen is what the page calls by a name."""
    with speaking("en"):
        names = [key for key in page_words() if key.startswith("chart_")]
    assert names == [f"chart_{key}" for key in KNOWN_CHARTS]
