"""Figures and ranges on one line: read as people write them, and read back as they were shown."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfmgmt.case.ranges import read_range, text_of_range
from selfmgmt.errors import InputError
from selfmgmt.fields import Estimate, Limits
from selfmgmt.language import speaking

POINTS, SHARE = Limits(0, 100, "points"), Limits(0, 0.3, "share of FTE")


@pytest.mark.parametrize(
    ("written", "limits", "low", "central", "high"),
    [
        ("312,5", None, 312.5, 312.5, 312.5),
        ("50 tot 70", POINTS, 50, 60, 70),
        ("50 to 70", POINTS, 50, 60, 70),
        ("50-70", POINTS, 50, 60, 70),
        ("50 – 70", POINTS, 50, 60, 70),  # a dash, as word processors make it
        ("50 tot 80, midden 60", POINTS, 50, 60, 80),
        ("50 to 80; middle 60", POINTS, 50, 60, 80),
        ("1,2 tot 1,4 mln", None, 1_200_000, 1_300_000, 1_400_000),
        ("900k tot 1,1 mln", None, 900_000, 1_000_000, 1_100_000),
        ("5% tot 7%", SHARE, 0.05, 0.06, 0.07),
        ("5-7%", SHARE, 0.05, 0.06, 0.07),
        ("5 tot 7", SHARE, 0.05, 0.06, 0.07),
        ("6,5", SHARE, 0.065, 0.065, 0.065),
        ("0,065", SHARE, 0.065, 0.065, 0.065),
    ],
)
def test_what_people_write(
    written: str, limits: Limits | None, low: float, central: float, high: float
) -> None:
    """One figure, or a range with its middle halfway unless it is given."""
    estimate = Estimate.model_validate(read_range(written, limits))
    assert list(dict(estimate).values()) == pytest.approx([low, central, high])


@pytest.mark.parametrize(
    "written", ["veel", "50 tot", "tot 70", "50 tot 60 tot 70", "midden 3", "-"]
)
def test_what_is_no_range_is_refused(written: str) -> None:
    """The message names what cannot be read."""
    with speaking("en"), pytest.raises(InputError, match="is not a number"):
        read_range(written)


@pytest.mark.parametrize(
    ("written", "limits", "words"),
    [
        ("80%", POINTS, "write 80 or 0.8"),
        ("50 tot 80 %", POINTS, "is a percentage"),
        ("€ 5", POINTS, "another unit"),
        ("1", SHARE, "write 1% or 100%"),
    ],
)
def test_a_unit_that_the_field_has_not_is_refused(written: str, limits: Limits, words: str) -> None:
    """On the page as in a file: with the readings, and never divided."""
    with speaking("en"), pytest.raises(InputError, match=words):
        read_range(written, limits)


def test_empty_is_open() -> None:
    """Nothing filled in is nothing known, both ways."""
    assert read_range("  ") is None
    assert text_of_range(None) == ""


ends = st.lists(st.floats(0, 0.3, allow_subnormal=False), min_size=3, max_size=3).map(sorted)


@given(ends, st.sampled_from(["nl", "en"]), st.sampled_from([None, SHARE]))
def test_what_is_shown_is_read_back(
    figures: list[float], language: str, limits: Limits | None
) -> None:
    """The text in a field means the estimate from which it was made."""
    estimate = Estimate(**dict(zip(("low", "central", "high"), figures, strict=True)))
    with speaking(language):
        found: Any = read_range(text_of_range(estimate, limits), limits)
        assert Estimate.model_validate(found) == estimate
