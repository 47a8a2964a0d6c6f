"""Size classes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfmgmt.language import speaking
from selfmgmt.reference.sizes import size_class_of, size_classes


@pytest.mark.parametrize(
    ("inhabitants", "key"),
    [
        (1_202, "lt_10k"),
        (9_999, "lt_10k"),
        (10_000, "10k_20k"),
        (49_999, "20k_50k"),
        (50_000, "50k_100k"),
        (100_000, "gt_100k"),
    ],
)
def test_borders_belong_to_the_class_above(inhabitants: int, key: str) -> None:
    """10,000 inhabitants is not fewer than 10,000."""
    assert size_class_of(inhabitants).key == key


def test_the_four_large_cities_are_named() -> None:
    """Utrecht is in the G4, whatever its size."""
    assert size_class_of(370_000, "GM0344").key == "g4"
    assert size_class_of(370_000, "GM0014").key == "gt_100k"


@given(st.integers(0, 2_000_000))
def test_every_size_has_one_class(inhabitants: int) -> None:
    """The classes leave no gap and do not overlap."""
    found = [size for size in size_classes().values() if size.holds("GM0000", inhabitants)]
    assert len(found) == 1
    assert found[0].monitor_class in size_classes()


def test_a_class_reads_in_both_languages() -> None:
    """Labels stand beside the data."""
    words = str(size_class_of(1))
    with speaking("en"):
        assert (words, str(size_class_of(1))) == (
            "minder dan 10.000 inwoners",
            "fewer than 10,000 inhabitants",
        )
