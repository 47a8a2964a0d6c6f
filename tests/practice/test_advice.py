"""The ten pieces of advice as rules."""

from hypothesis import given
from hypothesis import strategies as st

from selfmgmt.case.design import Design
from selfmgmt.practice.advice import AdviceFinding, advice_on, load_advice
from selfmgmt.readiness.instrument import load_instrument

KEPT = {
    "methods": 6.0, "contributions": 6.0, "start_share": 0.25, "start_quarters": 2.0,
    "imposed": 0.0, "coaches": 1.0, "managers_after": 0.6, "training": 500.0, "frames": 0.9,
    "control": 0.7,
}  # fmt: skip
READY = dict.fromkeys(load_instrument().dimensions, 0.8)


def verdict(key: str, found: tuple[AdviceFinding, ...]) -> str:
    """What one piece says."""
    return next(one.verdict for one in found if one.advice.key == key)


def test_fields_exist() -> None:
    """Every lever and condition that a piece names is one of the product."""
    levers = {*Design.model_fields, *Design().autonomy.model_dump()}
    for advice in load_advice().values():
        assert {*advice.levers, *advice.only_if} <= levers
        assert set(advice.readiness) <= set(load_instrument().dimensions)
        assert advice.levers or advice.readiness


def test_a_design_that_keeps_to_all() -> None:
    """Nothing is broken, and nothing unknown."""
    assert {one.verdict for one in advice_on(KEPT, READY)} == {"kept"}


def test_each_broken_piece_names_its_field() -> None:
    """Imposed from above breaks three pieces, each by that field."""
    found = advice_on(KEPT | {"imposed": 1.0}, READY)
    broken = {one.advice.key: dict(one.fields) for one in found if one.verdict == "broken"}
    assert broken == {
        "never_imposed": {"imposed": 1.0},
        "coaching": {"imposed": 1.0},
        "training": {"imposed": 1.0},
    }


def test_a_weak_condition_breaks_what_rests_on_it() -> None:
    """Low trust breaks trusting and letting go; an unknown one leaves them open."""
    weak = advice_on(KEPT, READY | {"trust": 0.2})
    assert {one.advice.key for one in weak if one.verdict == "broken"} == {"trust", "letting_go"}
    unknown = advice_on(KEPT, {key: score for key, score in READY.items() if key != "trust"})
    assert verdict("trust", unknown) == "unknown"


def test_a_piece_with_nothing_to_say() -> None:
    """Without managers there is no letting go, and without training no training that is wasted."""
    found = advice_on(KEPT | {"managers_after": 0.0, "training": 0.0}, READY)
    assert verdict("letting_go", found) == "beside"
    assert verdict("training", found) == "beside"


@given(st.floats(0, 1), st.floats(0, 1))
def test_more_imposed_never_breaks_less(one: float, other: float) -> None:
    """The direction of a rule is that of the advice."""
    low, high = sorted((one, other))

    def broken(imposed: float) -> int:
        found = advice_on(KEPT | {"imposed": imposed}, READY)
        return sum(piece.verdict == "broken" for piece in found)

    assert broken(low) <= broken(high)
