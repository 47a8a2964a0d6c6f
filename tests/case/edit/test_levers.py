"""A value that someone writes for a lever goes into the case, or is refused in a sentence."""

import pytest

from selfmgmt.case import Case, new_case
from selfmgmt.case.edit.levers import with_answer, with_lever, with_name
from selfmgmt.errors import InputError
from selfmgmt.language import speaking


@pytest.fixture
def case() -> Case:
    """Two options of Urk, of which one is named."""
    return Case.model_validate(
        {
            "name": "Urk",
            "municipalities": "Urk",
            "options": {"mine": {"based_on": "within_frames"}, "vanguard_first": None},
        }
    )


def test_a_lever_moves_in_one_option_only(case: Case) -> None:
    """What was written counts, and the other option stays as it is."""
    changed = with_lever(case, "mine", "coaches", "2 FTE")
    assert changed.options["mine"].changes()["coaches"].value == 2
    assert changed.options["vanguard_first"] == case.options["vanguard_first"]


def test_who_decides_moves_by_domain(case: Case) -> None:
    """A second domain leaves the first where it was put."""
    once = with_lever(case, "mine", "autonomy.methods", "5")
    twice = with_lever(once, "mine", "autonomy.staffing", "3")
    assert dict(twice.options["mine"].changes()["autonomy"]) == {"methods": 5, "staffing": 3}


def test_a_target_of_ones_own_is_no_example() -> None:
    """Also when it is the same as that of the example; another answer leaves it one."""
    case = new_case(["Urk"])
    target = str(case.question.saving_target)
    assert with_answer(case, "horizon", "20").question.example
    assert not with_answer(case, "saving_target", target).question.example


@pytest.mark.parametrize(
    ("path", "written", "words"),
    [("coaches", "-1", "outside what is allowed"), ("managers_after", "0,8", "has no unit")],
)
def test_what_is_not_allowed_is_refused(case: Case, path: str, written: str, words: str) -> None:
    """Too low, or with two readings."""
    with speaking("en"), pytest.raises(InputError, match=words):
        with_lever(case, "mine", path, written)


def test_an_answer_with_two_readings_is_refused(case: Case) -> None:
    """Five is 5% or five euros."""
    with speaking("en"), pytest.raises(InputError, match="has no unit"):
        with_answer(case, "saving_target", "5")


def test_a_name_is_one_of_its_own(case: Case) -> None:
    """Not that of another option; without a name the key counts again."""
    named = with_name(case, "mine", " Ours ")
    assert named.label("mine") == "Ours"
    assert with_name(named, "mine", "").options["mine"] == case.options["mine"]
    with speaking("en"), pytest.raises(InputError, match="another option"):
        with_name(case, "mine", case.label("vanguard_first"))
