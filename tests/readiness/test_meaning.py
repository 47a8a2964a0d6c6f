"""What the figures on quality mean."""

import pytest

from selfmgmt.language import LANGUAGES, speaking
from selfmgmt.readiness.meaning import load_coefficients


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_figure_is_explained_with_a_source(language) -> None:
    """A label, a meaning and words for each band, from low to high, in both languages."""
    with speaking(language):
        for found in load_coefficients().values():
            assert str(found.label)
            assert str(found.meaning).endswith(".")
            assert found.source
            starts = [band.from_ for band in found.bands]
            assert starts == sorted(set(starts))


def test_a_value_has_the_words_of_its_band() -> None:
    """The band begins at its own value; what is under all of them is in the lowest."""
    agreement = load_coefficients()["agreement"]
    assert [agreement.step(value) for value in (-1, 0, 0.5, 0.51, 0.71, 1)] == [0, 0, 0, 1, 2, 2]
    assert "sterke" in agreement.words(0.8)
