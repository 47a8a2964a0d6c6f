from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfmgmt.errors import InputError
from selfmgmt.fields import Estimate
from selfmgmt.readiness.instrument import load_instrument
from selfmgmt.readiness.profile import advice, readiness_profile

DEFAULT = Estimate(low=0.35, central=0.5, high=0.65)
MARGIN = Estimate(low=0.05, central=0.1, high=0.2)
KNOWN = {"default": DEFAULT, "weakest_weight": 0.5}
KEYS = list(load_instrument().dimensions)

answers = st.floats(1, 5)
ranges = st.tuples(answers, answers, answers).map(sorted).map(lambda ends: estimate(*ends))
assessments = st.fixed_dictionaries({}, optional=dict.fromkeys(KEYS, st.none() | ranges))


def estimate(low: float, central: float, high: float) -> Estimate:
    """A range."""
    return Estimate(low=low, central=central, high=high)


def rho(scores: dict[str, Estimate | None]) -> Estimate:
    """Readiness of the whole with the margin and default of these tests."""
    return readiness_profile(scores, margin=MARGIN, **KNOWN).rho


def flat(score: float) -> Estimate:
    """A score without a range."""
    return Estimate.model_validate(score)


def test_nothing_filled_in_is_the_default() -> None:
    """Without answers readiness is the ledger's own range, to the last digit."""
    profile = readiness_profile(
        dict.fromkeys(KEYS), margin=MARGIN, default=DEFAULT, weakest_weight=0.5
    )
    assert profile.rho == DEFAULT
    assert profile.weakest == ()
    assert profile.unfilled == tuple(KEYS)
    assert advice(profile) == {}


def test_worked_by_hand() -> None:
    """Half the weakest, 0.25, and half the mean, (0.25 + 3 x 0.75) / 4; so for each end."""
    scores = dict.fromkeys(["support", "change", "politics"], flat(4))
    found = rho({"trust": estimate(1, 2, 3), **scores})
    assert found.low == pytest.approx(0 / 2 + (0 + 3 * 0.65) / 8)
    assert found.central == pytest.approx(0.25 / 2 + (0.25 + 3 * 0.75) / 8)
    assert found.high == pytest.approx(0.6 / 2 + (0.6 + 3 * 0.85) / 8)


def test_one_weak_dimension_among_strong_ones_decides() -> None:
    """One 1 and seven 5s: the mean would be 0.875."""
    weak = next(key for key in KEYS if key != "frameworks")
    assert rho({key: flat(5) for key in KEYS} | {weak: flat(1)}).central == pytest.approx(3 / 7)


def test_fewer_than_four_answers_tell_too_little() -> None:
    """And what the frames are is a condition of its own, so it is no answer here."""
    three = {key: flat(1) for key in KEYS if key != "frameworks"}
    three = dict(list(three.items())[:3])
    assert rho(three) == DEFAULT
    assert rho({**three, "frameworks": flat(1)}) == DEFAULT
    assert rho({**three, "support": flat(1), "change": flat(1)}) != DEFAULT


def test_all_threes_is_the_middle() -> None:
    """All threes give 0.5, and the margin on both sides."""
    found = rho({key: flat(3) for key in KEYS})
    assert found.central == 0.5
    assert (found.low, found.high) == (pytest.approx(0.4), pytest.approx(0.6))


def test_ends_are_cut_off() -> None:
    """No margin goes under 0 or over 1."""
    assert rho({key: flat(1) for key in KEYS}).low == 0
    assert rho({key: flat(5) for key in KEYS}).high == 1


def test_ties_are_named_as_ties() -> None:
    """Two equally weak dimensions are both named, each with its advice."""
    scores = {key: flat(4) for key in KEYS} | {"support": flat(2), "trust": flat(2)}
    profile = readiness_profile(scores, margin=MARGIN, **KNOWN)
    assert profile.weakest == ("trust", "support")
    assert advice(profile)["support"].practice[0] == "K1.6"


def test_an_open_dimension_is_never_the_weakest() -> None:
    """What nobody judged is not called weak."""
    profile = readiness_profile(
        {"change": flat(5)}, margin=MARGIN, default=DEFAULT, weakest_weight=0.5
    )
    assert profile.weakest == ("change",)
    assert "trust" in profile.unfilled
    assert profile.filled.keys() == {"change"}


def test_any_range_will_do_as_margin() -> None:
    """A parameter of the ledger fits as it is."""

    @dataclass(frozen=True)
    class Parameter:
        low: float = 0.05
        central: float = 0.1
        high: float = 0.2

    found = readiness_profile(
        {"trust": flat(3)}, margin=Parameter(), default=DEFAULT, weakest_weight=0.5
    )
    assert found.dimensions["trust"].low == pytest.approx(0.4)


def test_all_faults_at_once() -> None:
    """Unknown dimensions and scores off the scale are named together."""
    wrong = {"trust": flat(0), "support": estimate(4, 5, 6), "mood": flat(3)}
    with pytest.raises(InputError, match="mood") as caught:
        rho(wrong)
    assert len(caught.value.faults) == 3
    assert "trust" in caught.value.faults[1]
    assert "support" in caught.value.faults[2]


@given(assessments)
def test_bounded_and_in_order(scores: dict[str, Estimate | None]) -> None:
    """Readiness and each dimension stay within 0 and 1, low to high."""
    profile = readiness_profile(scores, margin=MARGIN, **KNOWN)
    for score in (profile.rho, *profile.dimensions.values()):
        assert 0 <= score.low <= score.central <= score.high <= 1


@given(assessments, st.sampled_from(KEYS), ranges, ranges)
def test_a_better_score_never_lowers_readiness(
    scores: dict[str, Estimate | None], key: str, one: Estimate, other: Estimate
) -> None:
    """Readiness is monotone in each score, at all three ends."""
    ends = ((getattr(one, end), getattr(other, end)) for end in ("low", "central", "high"))
    worse = estimate(*(min(pair) for pair in ends))
    below, above = rho(scores | {key: worse}), rho(scores | {key: one})
    assert below.low <= above.low
    assert below.central <= above.central
    assert below.high <= above.high


PARTS = [key for key in KEYS if key != "frameworks"]


@given(st.lists(ranges, min_size=7, max_size=7), st.permutations(PARTS))
def test_dimensions_weigh_the_same(scores: list[Estimate], order: list[str]) -> None:
    """Which dimension has which score makes no difference to the whole."""
    assert rho(dict(zip(PARTS, scores, strict=True))) == rho(dict(zip(order, scores, strict=True)))
