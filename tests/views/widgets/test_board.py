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
from selfmgmt.views.widgets.board import (
    KNOWN_CHARTS,
    Board,
    first_board,
    is_adapted,
    laid,
    moved,
    opened,
    table_of,
)
from selfmgmt.views.widgets.levers import levers
from selfmgmt.views.widgets.words import page_words


@pytest.fixture(scope="module")
def board(case: Case) -> Board:
    """Three options side by side, the first in hand."""
    return first_board(case)


def set_to(lever: str, value: str) -> dict[str, str]:
    """The move of one lever."""
    return {"do": "set", "lever": lever, "value": value}


def test_three_options_lie_beside_each_other(board: Board) -> None:
    """Doing nothing is not among them: it is in every picture."""
    assert board.shown == ("fewer_managers_only", "stepwise_programme", "vanguard_first")
    assert board.in_hand == "fewer_managers_only"


def test_a_case_without_options_has_one_to_look_at() -> None:
    """There is always something to move; until it moves, it is not in the case."""
    case = Case(name="Nijkerk", municipalities="Nijkerk")
    board = first_board(case)
    assert board.shown == ("cut_across_the_board", "", "")
    assert board.case == case
    assert "cut_across_the_board" in moved(board, set_to("coaches", "2")).case.options


def test_of_many_options_ways_of_working_come_before_mixes() -> None:
    """The first option of a new case, and then the first two with another way of working."""
    board = first_board(new_case(["Nijkerk"]))
    assert [board.case.way_of(key) for key in board.shown] == ["none", *board.shown[1:]]


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
    board: Board, lever: str, written: str, found: object
) -> None:
    """Per cents, Dutch figures, levels, yes and choices."""
    design = moved(board, set_to(lever, written)).case.design(board.in_hand)
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
    board: Board, lever: str, written: str, words: str
) -> None:
    """The page asks what a file asks; with its unit the same figure is taken."""
    with pytest.raises(InputError, match=words):
        moved(board, set_to(lever, written))
    moved(board, set_to(lever, words.partition(" of ")[2]))


def test_levers_of_one_mandate_add_up(board: Board) -> None:
    """Moving a second domain leaves the first as it was set."""
    both = moved(moved(board, set_to("autonomy.goals", "4")), set_to("autonomy.budget", "3"))
    mandate = both.case.design(board.in_hand).autonomy
    assert (mandate.goals, mandate.budget, mandate.methods) == (4, 3, 4)


def test_the_cut_holds_for_every_option(board: Board) -> None:
    """It is the question, and from then on no example any more."""
    question = moved(board, set_to("question.saving_target", "€ 1,2 mln")).case.question
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
def test_what_cannot_be_is_refused_in_words(board: Board, move: Any, fault: str) -> None:
    """The message names what was given."""
    with speaking("en"), pytest.raises(InputError, match=fault):
        moved(board, move)


def test_options_come_and_go(board: Board) -> None:
    """A look is no choice: the case stays; one that is there changes places, one may go."""
    new = moved(board, {"do": "show", "place": 2, "option": "within_frames"})
    assert new.in_hand == "within_frames"
    assert new.case == board.case
    assert "within_frames" in new.everything.options
    assert moved(new, {"do": "show", "place": 2, "option": "vanguard_first"}).looks == {}
    turned = moved(board, {"do": "show", "place": 0, "option": "vanguard_first"})
    assert turned.shown == ("vanguard_first", "stepwise_programme", "fewer_managers_only")
    fewer = moved(board, {"do": "show", "place": 0, "option": ""})
    assert fewer.shown == ("", "stepwise_programme", "vanguard_first")
    assert fewer.in_hand == "stepwise_programme"


def test_the_last_option_stays(board: Board) -> None:
    """A page without options shows nothing."""
    for place in (0, 1):
        board = moved(board, {"do": "show", "place": place, "option": ""})
    with speaking("en"), pytest.raises(InputError, match="at least one"):
        moved(board, {"do": "show", "place": 2, "option": ""})


def test_an_option_goes_back_to_its_example(board: Board) -> None:
    """Reset takes the levers of the option in hand away, and nothing else."""
    adapted = moved(board, set_to("coaches", "2"))
    assert is_adapted(adapted.case, board.in_hand)
    assert moved(adapted, {"do": "reset"}) == board


def test_a_copy_is_an_option_of_its_own(board: Board) -> None:
    """It has the same levers and another name, and lies beside its example, in hand."""
    with speaking("en"):
        adapted = moved(board, set_to("coaches", "2"))
        copy = moved(adapted, {"do": "copy"})
        again = moved(copy, {"do": "copy"})
    assert copy.shown == ("fewer_managers_only", "fewer_managers_only_2", "vanguard_first")
    assert copy.case.design(copy.in_hand) == adapted.case.design(board.in_hand)
    assert copy.case.label(copy.in_hand) == "Fewer managers only (2)"
    assert again.case.label(again.in_hand) == "Fewer managers only (2) (2)"
    assert moved(copy, set_to("coaches", "3")).case.design(board.in_hand).coaches.value == 2


def test_a_copy_takes_a_free_place(board: Board) -> None:
    """Only when all three are taken it hides another."""
    two = moved(board, {"do": "show", "place": 2, "option": ""})
    assert moved(two, {"do": "copy"}).shown[:2] == board.shown[:2]


def test_an_option_gets_a_name_of_its_own(board: Board) -> None:
    """An empty one brings the usual name back."""
    named = moved(board, {"do": "rename", "value": " Plan B "})
    assert named.case.label(board.in_hand) == "Plan B"
    assert moved(named, {"do": "reset"}).case.label(board.in_hand) == "Plan B"
    assert moved(named, {"do": "rename", "value": ""}).case == board.case


@pytest.mark.parametrize("name", ["Vanguard first", " vanguard  FIRST", "Cut across the board"])
def test_no_two_options_have_the_same_name(board: Board, name: str) -> None:
    """Not those of the case, nor the named ones that can still be chosen; capitals do not help."""
    with speaking("en"), pytest.raises(InputError, match=r"another option called (?i:\w+ +\w+)"):
        moved(board, {"do": "rename", "value": name})


def test_an_option_leaves_the_comparison_and_comes_back(board: Board) -> None:
    """With what people judged of it, so that the case can be kept; it stays in view as it was."""
    points = {"service_quality": {"fewer_managers_only": 40, "vanguard_first": 60}}
    given = board.case.model_dump(exclude_none=True) | {"judgements": points}
    judged = Board(case=Case.model_validate(given), shown=board.shown, place=0)
    adapted = moved(judged, set_to("coaches", "2"))
    fewer = moved(adapted, {"do": "include", "place": 0, "within": False})
    assert fewer.shown == adapted.shown
    assert "fewer_managers_only" not in fewer.case.options
    assert set(fewer.case.judgements["service_quality"]) == {"vanguard_first"}
    assert Case.model_validate(fewer.case.model_dump(exclude_none=True)) == fewer.case
    back = moved(fewer, {"do": "include", "place": 0, "within": True})
    assert back.case.options["fewer_managers_only"] == adapted.case.options["fewer_managers_only"]
    assert back.looks == {}


def test_what_is_changed_is_in_the_comparison(board: Board) -> None:
    """A lever, a name or a copy of an option that was only looked at puts it in."""
    look = moved(board, {"do": "show", "place": 1, "option": "within_frames"})
    for move in (set_to("coaches", "2"), {"do": "rename", "value": "Plan B"}, {"do": "copy"}):
        assert "within_frames" in moved(look, move).case.options


def test_options_are_sized_to_the_target_or_as_described(board: Board) -> None:
    """One button, and back."""
    described = moved(board, {"do": "fit", "fitted": False})
    assert described.case.question.size == "described"
    assert moved(described, {"do": "fit", "fitted": True}) == board


def test_a_link_shows_what_was_only_looked_at(board: Board) -> None:
    """Named options are known everywhere; the case does not get them by that."""
    look = moved(board, {"do": "show", "place": 1, "option": "within_frames"})
    assert laid(board.case, table_of(look)) == look


def test_another_case_keeps_the_places_of_what_it_has_too(board: Board) -> None:
    """What it does not have leaves its place; when nothing is left, its own options come."""
    options = {"vanguard_first": None, "within_frames": None}
    other = Case.model_validate({"name": "B", "municipalities": "Putten", "options": options})
    assert opened(board, other).shown == ("", "", "vanguard_first")
    assert opened(board, other).in_hand == "vanguard_first"
    bare = Case(name="C", municipalities="Putten")
    assert opened(board, bare).shown == ("cut_across_the_board", "", "")


@pytest.mark.parametrize(
    ("table", "shown", "place"),
    [
        ("2.vanguard_first.stepwise_programme.", ("vanguard_first", "stepwise_programme", ""), 1),
        ("3.vanguard_first.gone.", ("vanguard_first", "", ""), 0),
        ("9...vanguard_first", ("", "", "vanguard_first"), 2),
    ],
)
def test_options_lie_as_a_link_tells(
    board: Board, table: str, shown: tuple[str, ...], place: int
) -> None:
    """What the case does not have stays away; what is left is in hand."""
    found = laid(board.case, table)
    assert (found.shown, found.place) == (shown, place)
    assert laid(board.case, table_of(found)) == found


@pytest.mark.parametrize(
    "table", ["", "1...", "1.a", "x.vanguard_first.vanguard_first.", "1.do_nothing.."]
)
def test_what_tells_nothing_lies_as_at_the_start(board: Board, table: str) -> None:
    """Also when an option lies in two places."""
    assert laid(board.case, table) == first_board(board.case)
    assert table_of(first_board(board.case)) == ""


def test_every_named_option_can_be_reached(board: Board) -> None:
    """Eleven can be chosen; the twelfth, doing nothing, is in every picture."""
    for key in option_labels():
        if key != "do_nothing":
            assert key in moved(board, {"do": "show", "place": 0, "option": key}).shown
    assert len(option_labels()) == 12


def test_steps_can_be_taken_back(board: Board) -> None:
    """Undo and redo; a drag is one step, and a new move ends what could be redone."""
    steps = Steps(now=board)
    for value in ("60%", "50%", "40%"):
        steps = steps.after(moved(steps.now, set_to("managers_after", value)), gesture=1)
    after = steps.after(moved(steps.now, set_to("coaches", "2")), gesture=2)
    assert after.undone().now == steps.now
    assert after.undone().undone().now == board
    assert after.undone().undone().undone().now == board
    assert after.undone().redone() == Steps(now=after.now, past=after.past)
    assert after.undone().after(board).redone().now == board


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
WITH_OPTION = ("reset", "copy", "rename", "include", "choose", "fit")
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
    board = first_board(Case(name="Nijkerk", municipalities="Nijkerk"))
    for message in messages:
        with suppress(InputError):
            board = moved(board, message)
    case = board.case
    assert Case.model_validate(case.model_dump(exclude_none=True)) == case
    assert board.in_hand
    assert board.everything.design(board.in_hand)
    assert not board.looks.keys() & case.options.keys()


def test_the_charts_go_along_in_a_link_and_through_every_move(board: Board) -> None:
    """With the options where they lay, or alone; what nobody knows is refused, or left as usual."""
    chosen = moved(board, {"do": "chart", "slot": 2, "chart": "absence"})
    assert chosen.charts == ("price", "frontier", "absence", "cumulative_cash_eur")
    assert laid(chosen.case, table_of(chosen)) == chosen
    held = moved(chosen, {"do": "hold", "place": 1})
    assert held.charts == chosen.charts
    assert laid(held.case, table_of(held)) == held
    with pytest.raises(InputError, match="magic"):
        moved(board, {"do": "chart", "slot": 0, "chart": "magic"})
    for table in ("~magic.price.price.price", "~absence", "~"):
        assert laid(board.case, table) == first_board(board.case)


def test_every_chart_has_a_name() -> None:
    """What may be chosen is what the page calls by a name."""
    with speaking("en"):
        names = [key for key in page_words() if key.startswith("chart_")]
    assert names == [f"chart_{key}" for key in KNOWN_CHARTS]
