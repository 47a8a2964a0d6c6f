"""What a page may send to its kernel."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfmgmt.workspace.server.messages import Budget, FrameError, Message, read_frame
from tests.workspace.frames import frame_of, message, parts_of

WHOLE = message("comm_msg", comm_id="c", data={})


def number(value: int) -> bytes:
    """As it stands in a frame."""
    return value.to_bytes(8, "little")


def test_a_message_is_known_by_its_header() -> None:
    """With buffers or without, and on both channels that a page uses."""
    assert read_frame(WHOLE) == Message(kind="comm_msg", size=len(WHOLE))
    with_buffers = frame_of([*parts_of("comm_open"), b"", b"\x00" * 30], channel=b"control")
    assert read_frame(with_buffers).kind == "comm_open"


@pytest.mark.parametrize(
    ("frame", "fault"),
    [
        (number(2**62), "number of parts"),
        (number(2**62) + WHOLE[8:], "number of parts"),
        ((2**30 - 1).to_bytes(4, "big"), "number of parts"),
        (b"", "number of parts"),
        (number(5) + WHOLE[8:], "number of parts"),
        (number(7) + WHOLE[8:], "do not fit"),
        (WHOLE + b"x", "do not fit"),
        (WHOLE[:-1], "do not fit"),
        (WHOLE[:16] + number(2**60) + WHOLE[24:], "do not fit"),
        (frame_of(parts_of("comm_msg"), channel=b"iopub"), "no such channel"),
        (frame_of([b"[]", b"{}", b"{}", b"{}"]), "no header"),
        (frame_of([b'{"msg_type": 1}', b"{}", b"{}", b"{}"]), "no header"),
        (frame_of([b"[" * 4000, b"{}", b"{}", b"{}"]), "no header"),
        (frame_of([b"\xff", b"{}", b"{}", b"{}"]), "no header"),
        (frame_of([*parts_of("comm_msg"), *[b""] * 65]), "number of parts"),
    ],
)
def test_what_is_not_laid_out_as_a_message_is_refused(frame: bytes, fault: str) -> None:
    """Before anything of it is unpacked."""
    with pytest.raises(FrameError, match=fault):
        read_frame(frame)


@given(st.binary(max_size=400), st.integers(0, 400))
def test_no_frame_does_more_than_be_refused(noise: bytes, place: int) -> None:
    """Neither noise alone, nor noise put into a whole message."""
    for frame in (noise, WHOLE[:place] + noise + WHOLE[place + len(noise) :]):
        try:
            assert read_frame(frame).size == len(frame)
        except FrameError:
            continue


def test_a_visitor_may_send_so_many_messages_in_a_second_and_no_more() -> None:
    """Who waits may go on."""
    now = [0.0]
    budget, small = Budget(lambda: now[0]), Message(kind="comm_msg", size=10)
    assert all(budget.allows(small) for _ in range(Budget.MESSAGES))
    assert not budget.allows(small)
    now[0] += 1
    allowed = sum(itertools.takewhile(bool, (budget.allows(small) for _ in range(1000))))
    assert allowed == Budget.MESSAGES_PER_SECOND - 1  # one was owed


def test_a_visitor_may_send_so_many_bytes_and_no_more() -> None:
    """Four of the largest messages at once, then a wait."""
    now = [0.0]
    budget = Budget(lambda: now[0])
    large = Message(kind="comm_msg", size=Budget.BYTES // 4)
    assert [budget.allows(large) for _ in range(5)] == [True] * 4 + [False]
    now[0] += 2 * large.size / Budget.BYTES_PER_SECOND
    assert budget.allows(large)


def test_a_visitor_may_open_so_many_widgets_and_no_more() -> None:
    """Waiting brings none back."""
    now = [0.0]
    budget, widget = Budget(lambda: now[0]), Message(kind="comm_open", size=10)
    assert all(budget.allows(widget) for _ in range(Budget.WIDGETS))
    now[0] += 1e6
    assert not budget.allows(widget)
