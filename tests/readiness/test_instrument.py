from collections import Counter

import pytest

from selfmgmt.language import Label, speaking
from selfmgmt.readiness.instrument import load_instrument

DIMENSIONS = [
    "trust",
    "frameworks",
    "politics",
    "ownership",
    "capability",
    "support",
    "connection",
    "change",
]


def test_eight_dimensions_of_four_items() -> None:
    """The scan asks four items for each of the eight dimensions, in one order."""
    instrument = load_instrument()
    assert list(instrument.dimensions) == DIMENSIONS
    assert Counter(item.dimension for item in instrument.items) == dict.fromkeys(DIMENSIONS, 4)


def test_item_keys_are_unique() -> None:
    """Answers are recognised by the key of their item."""
    keys = [item.key for item in load_instrument().items]
    assert len(set(keys)) == len(keys) == 32


def test_reversed_items_are_known() -> None:
    """A reversed item is worded so that agreement is bad; scoring turns it round."""
    found = {item.key for item in load_instrument().items if item.reversed}
    assert found == {"T3", "F4", "P4", "O2", "S4", "N4", "X2", "X4"}


def test_words_follow_the_reader() -> None:
    """An item and its dimension speak Dutch and English."""
    item = load_instrument().items_of("trust")[0]
    with speaking("nl"):
        assert str(item.text).startswith("Leidinggevenden vertrouwen erop")
    with speaking("en"):
        assert str(item.text).startswith("Managers trust teams")


@pytest.mark.parametrize("key", DIMENSIONS)
def test_every_dimension_has_advice_from_practice(key: str) -> None:
    """Meaning, low score, advice and next step differ, and say which practice they rest on."""
    dimension = load_instrument().dimensions[key]
    words = [dimension.meaning, dimension.when_low, dimension.advice, dimension.next_step]
    assert len({word.nl for word in words}) == len({word.en for word in words}) == 4
    assert all(isinstance(word, Label) for word in words)
    assert dimension.practice


def test_dimensions_rest_on_the_practices_of_their_items() -> None:
    """Advice and questions of a dimension share at least one practice."""
    instrument = load_instrument()
    for key, dimension in instrument.dimensions.items():
        assert {item.basis for item in instrument.items_of(key)} & set(dimension.practice), key
