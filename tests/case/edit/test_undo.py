"""Steps go back and forth, and never further than there is."""

from hypothesis import given
from hypothesis import strategies as st

from selfmgmt.case.edit.undo import Steps


@given(st.lists(st.integers(), min_size=1))
def test_back_to_the_start_and_forth_again(values: list[int]) -> None:
    """As many steps back as were taken forward; then all of them again."""
    steps = Steps(now=values[0])
    for value in values[1:]:
        steps = steps.after(value)
    back = steps
    for _step in values:
        back = back.undone()
    assert (back.now, back.past) == (values[0], ())
    for _step in values:
        back = back.redone()
    assert (back.now, back.past, back.future) == (steps.now, steps.past, ())


def test_one_gesture_is_one_step() -> None:
    """All positions of a drag go back at once; the next drag is another step."""
    steps = Steps(now=0)
    for value, gesture in ((1, 5), (2, 5), (3, 6)):
        steps = steps.after(value, gesture)
    assert (steps.undone().now, steps.undone().undone().now) == (2, 0)


def test_a_new_step_ends_what_could_be_redone() -> None:
    """After going back and another way there is no forth."""
    steps = Steps(now=1).after(2).undone().after(3)
    assert steps.redone() == steps
