"""Signs and words for differences."""

from hypothesis import given
from hypothesis import strategies as st

from selfmgmt.language import speaking
from selfmgmt.uncertainty import Quantiles
from selfmgmt.views.words.verdict import SIGNS, verdict_of, verdict_words

interval = st.lists(st.floats(-50, 50), min_size=3, max_size=3).map(sorted)
OPPOSITE = {"better": "worse", "worse": "better", "either": "either", "same": "same"}


@given(interval=interval)
def test_the_other_way_round_is_the_opposite(interval):
    """Less absence is as good as more satisfaction."""
    low, middle, high = interval
    found = verdict_of("capacity_low", Quantiles(p10=low, p50=middle, p90=high))
    turned = verdict_of("capacity_low", Quantiles(p10=-high, p50=-middle, p90=-low))
    assert turned == OPPOSITE[found]
    fewer = verdict_of("posts_removed_fte", Quantiles(p10=low, p50=middle, p90=high))
    assert fewer == turned


def test_a_range_on_both_sides_of_nothing_is_open():
    """Whatever its middle; what is written as nothing is the same."""
    assert verdict_of("satisfaction_mean", Quantiles(p10=-0.01, p50=0.03, p90=0.05)) == "either"
    assert verdict_of("satisfaction_mean", Quantiles(p10=-0.0001, p50=0, p90=0.0002)) == "same"
    with speaking("en"):
        assert [verdict_words(key) for key in SIGNS] == [
            "▲ better",
            "▼ worse",
            "◆ open",
            "= the same",
        ]
