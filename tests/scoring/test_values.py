import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from selfmgmt.errors import InputError
from selfmgmt.language import speaking
from selfmgmt.scoring import load_criteria, performance_of
from selfmgmt.scoring.values import Scale, rescaled, scale_of

CRITERIA = load_criteria()
SAVING, COST, PAYBACK, SERVICE = (
    CRITERIA[key] for key in ("net_saving", "transition_cost", "payback", "service_quality")
)

outcomes = arrays(float, (3, 20), elements=st.floats(-1e6, 1e6, width=32))


def test_worst_is_0_and_best_is_1() -> None:
    """Certain outcomes: the lowest saving 0, the highest 1, between them in proportion."""
    performance = performance_of(
        {"net_saving_eur": [0, 25, 100], "transition_cost_eur": [0, 25, 100]},
        {"net_saving": SAVING, "transition_cost": COST},
        options=("a", "b", "c"),
    )
    assert performance.values.tolist() == [[[0, 1], [0.25, 0.75], [1, 0]]]
    assert performance.scales["transition_cost"] == Scale(worst=100, best=0)


def test_ends_are_percentiles_of_each_option() -> None:
    """0 to 100 in steps of 1 runs from 5 to 95; one freak draw does not stretch it."""
    draws = np.arange(101.0)
    assert scale_of([draws, draws], SAVING) == Scale(worst=5, best=95)
    freak = np.where(draws == 100, 1e9, draws)
    assert scale_of([freak, draws], SAVING) == Scale(worst=5, best=95)


@given(outcomes)
def test_a_copy_of_an_option_moves_nothing(values: np.ndarray) -> None:
    """The scale does not hang on how many options are alike."""
    copied = np.vstack([values, values[:1], values[:1]])
    assert scale_of(copied, SAVING) == scale_of(values, SAVING)


@given(outcomes)
def test_turning_the_sign_turns_the_direction(values: np.ndarray) -> None:
    """A cost of x is a saving of -x."""
    saved = rescaled(values, scale_of(values, SAVING))
    spent = rescaled(-values, scale_of(-values, COST))
    np.testing.assert_allclose(saved, spent, atol=1e-9)


@given(outcomes, st.floats(0.1, 10), st.floats(-100, 100))
def test_unit_does_not_matter(values: np.ndarray, factor: float, shift: float) -> None:
    """Euros or thousands of euros, from any zero: the performance is the same."""
    whole = np.round(values)
    before = rescaled(whole, scale_of(whole, SAVING))
    moved = whole * factor + shift
    np.testing.assert_allclose(rescaled(moved, scale_of(moved, SAVING)), before, atol=1e-6)


@given(outcomes)
def test_bounded_and_better_is_never_worse(values: np.ndarray) -> None:
    """Performance lies within 0 and 1 and rises with the outcome."""
    scaled = rescaled(values, scale_of(values, SAVING)).ravel()
    assert ((scaled >= 0) & (scaled <= 1)).all()
    assert (np.diff(scaled[np.argsort(values.ravel())]) >= 0).all()


def test_no_difference_favours_nobody() -> None:
    """A criterion on which the options are alike gives each of them the same."""
    performance = performance_of(
        {"net_saving": [7.0, 7.0 + 1e-12]}, {"net_saving": SAVING}, options=("a", "b")
    )
    assert performance.values.tolist() == [[[0.5], [0.5]]]


@pytest.mark.parametrize(
    ("quarters", "values"),
    [
        ([4, 8, np.inf], [1, 0.2, 0]),
        ([4, 4, np.inf], [1, 1, 0]),
        ([np.inf, np.inf, np.inf], [0.5, 0.5, 0.5]),
    ],
)
def test_never_is_worst(quarters: list[float], values: list[float]) -> None:
    """A payback that never comes is worse than the latest one that does."""
    performance = performance_of(
        {"payback_quarter": quarters}, {"payback": PAYBACK}, options=("a", "b", "c")
    )
    assert performance.values[0, :, 0].tolist() == pytest.approx(values)


def test_judgements_keep_their_anchors() -> None:
    """50 and 55 out of 100 differ 0.05, not the whole scale."""
    performance = performance_of(
        {"service_quality": [50, 55]}, {"service_quality": SERVICE}, options=("a", "b")
    )
    assert performance.values[0, :, 0].tolist() == [0.5, 0.55]


def test_what_is_missing_is_left_out_by_name() -> None:
    """A criterion nobody computed or judged for every option is named, with the reason."""
    performance = performance_of(
        {"net_saving": [1, 2], "closeness": [50, np.nan]},
        {key: CRITERIA[key] for key in ("closeness", "net_saving", "payback", "local_colour")},
        options=("a", "b"),
    )
    assert performance.criteria == ("net_saving",)
    assert performance.left_out == {
        "closeness": "not judged",
        "payback": "not computed",
        "local_colour": "not judged",
    }


def test_certain_and_drawn_outcomes_go_together() -> None:
    """One figure per option holds in every draw."""
    performance = performance_of(
        {"net_saving": np.arange(8.0).reshape(2, 4), "service_quality": [10, 20]},
        {"net_saving": SAVING, "service_quality": SERVICE},
        options=("a", "b"),
    )
    assert performance.values.shape == (4, 2, 2)
    assert (performance.values[:, :, 1] == [0.1, 0.2]).all()


def test_only_some_options_keep_their_scale() -> None:
    """Leaving out the best option does not make the next one best."""
    performance = performance_of(
        {"net_saving": [0, 25, 100]}, {"net_saving": SAVING}, options=("a", "b", "c")
    )
    some = performance.only({"b", "a"})
    assert some.options == ("a", "b")
    assert some.values.tolist() == [[[0], [0.25]]]
    with pytest.raises(InputError, match=r"x.*a, b, c"):
        performance.only(["a", "x"])


def test_the_result_cannot_be_changed() -> None:
    """Performance is read-only."""
    performance = performance_of({"net_saving": [1, 2]}, {"net_saving": SAVING}, options=("a", "b"))
    with pytest.raises(ValueError, match="read-only"):
        performance.values[0] = 1


@pytest.mark.parametrize(
    ("given_outcomes", "said"),
    [
        ({}, "outcome"),
        ({"net_saving": [1, 2, 3]}, r"net_saving.*\(3, 1\)"),
        ({"net_saving": [[[1], [2]]]}, r"net_saving.*\(1, 2, 1\)"),
        ({"net_saving": [1, np.nan]}, "net_saving"),
        ({"net_saving": [1, np.inf]}, "net_saving"),
        ({"net_saving": [[], []]}, r"net_saving.*\(2, 0\)"),
        ({"net_saving": ["much", 1]}, "net_saving"),
        ({"service_quality": [-1, 101]}, "service_quality.*-1.*101"),
        ({"net_saving": [[1, 2], [3, 4]], "payback": [[1, 2, 3], [1, 2, 3]]}, r"\[2, 3\]"),
    ],
)
def test_refusals(given_outcomes: dict[str, object], said: str) -> None:
    """Arrays that cannot be used are refused by name."""
    with speaking("en"), pytest.raises(InputError, match=said):
        performance_of(given_outcomes, CRITERIA, options=("a", "b"))
