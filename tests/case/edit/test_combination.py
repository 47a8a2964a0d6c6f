"""A way of working and a saving mix for an option: it lands in the case, and nothing is doubled."""

import pytest

from selfmgmt.case import Case
from selfmgmt.case.edit.combination import choose, mixes, ways
from selfmgmt.case.known import option_labels
from selfmgmt.errors import InputError
from selfmgmt.language import speaking


@pytest.fixture
def urk() -> Case:
    """Two named options, a mix and a way."""
    options = dict.fromkeys(("cut_across_the_board", "vanguard_first"))
    return Case.model_validate({"name": "Urk", "municipalities": "Urk", "options": options})


def pair(case: Case, key: str) -> tuple[str, str]:
    """The way and the mix of one option."""
    return case.way_of(key), case.mix_of(key)


def test_another_mix_goes_into_the_option_itself(urk: Case) -> None:
    """Its levers and its name stay; back to the usual one leaves nothing behind."""
    changed, key = choose(urk, "vanguard_first", mix="fewer_tasks")
    assert key == "vanguard_first"
    assert pair(changed, key) == ("vanguard_first", "fewer_tasks")
    assert changed.label(key) == urk.label(key)
    assert choose(changed, key, mix="evenly")[0] == urk


def test_a_pair_that_is_there_is_taken(urk: Case) -> None:
    """The plain cut with another way is the option that has both already."""
    assert choose(urk, "cut_across_the_board", way="vanguard_first") == (urk, "vanguard_first")


def test_a_named_pair_joins_the_case(urk: Case) -> None:
    """Today's way with another mix is a named option."""
    changed, key = choose(urk, "cut_across_the_board", mix="fewer_tasks")
    assert key == "fewer_tasks"
    assert changed.options[key].based_on == "fewer_tasks"
    assert "cut_across_the_board" in changed.options


def test_a_new_pair_is_an_option_of_its_own(urk: Case) -> None:
    """It says what it is; the next choice changes it, and the others stay."""
    with speaking("en"):
        mixed, _key = choose(urk, "vanguard_first", mix="fewer_tasks")
        new, key = choose(mixed, "vanguard_first", way="within_frames")
        assert pair(new, key) == ("within_frames", "fewer_tasks")
        assert new.label(key) == f"{option_labels()['within_frames']}; fewer tasks"
        again, other = choose(new, key, way="stepwise_programme")
    assert pair(again, other) == ("stepwise_programme", "fewer_tasks")
    assert len(again.options) == len(new.options) == len(mixed.options) + 1
    assert Case.model_validate(again.model_dump(exclude_none=True)) == again


def test_a_way_with_levers_of_ones_own_is_never_lost(urk: Case) -> None:
    """What somebody adapted stays in the case beside what was chosen."""
    own = urk.options["vanguard_first"].model_copy(update={"frames": 0.9, "mix": "fewer_tasks"})
    adapted = urk.model_copy(update={"options": {**urk.options, "vanguard_first": own}})
    changed, key = choose(adapted, "vanguard_first", way="within_frames")
    assert changed.options["vanguard_first"] == own
    assert pair(changed, key) == ("within_frames", "fewer_tasks")


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        ({"way": "vanguard"}, "vanguard"),
        ({"mix": "nothing"}, "nothing"),
        ({"mix": "none"}, "Choose one of the two"),
    ],
)
def test_what_cannot_be_is_refused(urk: Case, wanted: dict[str, str], words: str) -> None:
    """Unknown keys, and neither a way nor a mix."""
    with speaking("en"), pytest.raises(InputError, match=words):
        choose(urk, "cut_across_the_board", **wanted)


def test_mixes_of_ones_own_can_be_chosen() -> None:
    """With today's way they make an option by their own name."""
    case = Case.model_validate(
        {
            "name": "Urk",
            "municipalities": "Urk",
            "mixes": {"our_mix": {"support": "10%"}},
            "options": {"cut_across_the_board": None},
        }
    )
    assert "our_mix" in mixes(case)
    changed, key = choose(case, "cut_across_the_board", mix="our_mix")
    assert pair(changed, key) == ("none", "our_mix")
    assert changed.label(key) == "our mix"


def test_every_way_can_be_chosen(urk: Case) -> None:
    """Today's comes first, then the named ones, then those of the case."""
    own = Case.model_validate(
        {
            "name": "Urk",
            "municipalities": "Urk",
            "options": {"flat": {"managers_after": "50%"}, "vanguard_first": None},
        }
    )
    assert next(iter(ways(own))) == "none"
    assert list(ways(own))[-1] == "flat"
    for way in ways(urk):
        changed, key = choose(urk, "vanguard_first", way=way)
        assert changed.way_of(key) == way
