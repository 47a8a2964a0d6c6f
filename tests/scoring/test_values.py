import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from selfmgmt.errors import InputError
from selfmgmt.language import speaking
from selfmgmt.scoring import load_criteria, performance_of, rank_options
from selfmgmt.scoring.values import Yardstick, figures_of, rescaled

CRITERIA = load_criteria()
LOW, PAYBACK, SERVICE = (CRITERIA[key] for key in ("capacity_low", "payback", "service_quality"))

figures = arrays(float, (3, 20), elements=st.floats(-1, 1, width=32))
WEIGHTS = np.array([3.0, 1, 2])
KEYS = ("capacity_low", "satisfaction", "falls_back")


def test_worked_by_hand() -> None:
    """Half the gap, once the target spent, 2 points of satisfaction lost: 0.5, 0.5 and 0.4."""
    found = performance_of(
        {
            "net_saving_due_eur": [50, 150],
            "one_off_peak_eur": [100, 0],
            "satisfaction_mean": [0.68, 0.70],
        },
        {key: CRITERIA[key] for key in ("net_saving", "transition_cost", "satisfaction")},
        options=("a", "b"),
        against=Yardstick(nothing={"satisfaction_mean": 0.70}, target=100),
    )
    assert found.values[0] == pytest.approx(np.array([[0.5, 0.5, 0.4], [1, 1, 0.6]]))


@pytest.mark.parametrize(
    ("key", "worst", "best"),
    [
        ("net_saving", 0, 1),
        ("transition_cost", 2, 0),
        ("capacity_low", 85, 100),
        ("capacity_end", 85, 105),
        ("satisfaction", -0.06, 0.04),
        ("absence", 0.03, -0.01),
        ("turnover", 0.04, -0.01),
        ("steerability", -30, 10),
        ("vulnerability", 0.05, 0),
        ("falls_back", 0.6, 0),
        ("closeness", 0, 100),
    ],
)
def test_the_scales_are_those_that_were_agreed(key: str, worst: float, best: float) -> None:
    """Each criterion has two fixed ends."""
    assert (CRITERIA[key].ends.worst, CRITERIA[key].ends.best) == (worst, best)


def values_of(figures: np.ndarray, options: tuple[str, ...]) -> dict[str, float]:
    """The mean value of each option on three criteria with fixed weights."""
    performance = performance_of(
        {
            "capacity_low": 92.5 + 7.5 * figures,
            "satisfaction_mean": 0.7 + 0.05 * figures[:, ::-1],
            "falls_back": 0.3 - 0.3 * figures,
        },
        {key: CRITERIA[key] for key in KEYS},
        options=options,
        against=Yardstick(nothing={"satisfaction_mean": 0.7}),
    )
    ranking = rank_options(performance.values, WEIGHTS, options=options, criteria=KEYS)
    return {key: band.mean for key, band in ranking.bands.items()}


@given(figures)
def test_another_option_never_changes_the_order_of_two(figures: np.ndarray) -> None:
    """Whatever stands beside them, two options keep their values, and so their order."""
    two = values_of(figures[:2], ("a", "b"))
    three = values_of(figures, ("a", "b", "c"))
    assert {key: three[key] for key in two} == pytest.approx(two, abs=1e-12)


@given(figures)
def test_bounded_and_better_is_never_worse(figures: np.ndarray) -> None:
    """Performance lies within 0 and 1 and rises with the outcome."""
    scaled = rescaled(figures, CRITERIA["satisfaction"].ends).ravel()
    assert ((scaled >= 0) & (scaled <= 1)).all()
    assert (np.diff(scaled[np.argsort(figures.ravel())]) >= 0).all()


@given(figures, st.floats(0, 1))
def test_a_change_is_the_same_from_any_level(figures: np.ndarray, level: float) -> None:
    """Two points less satisfied counts the same where few are satisfied as where all are."""
    found = [
        performance_of(
            {"satisfaction": figures + start},
            {"satisfaction": CRITERIA["satisfaction"]},
            options=("a", "b", "c"),
            against=Yardstick(nothing={"satisfaction": start}),
        ).values
        for start in (0.0, level)
    ]
    np.testing.assert_allclose(found[0], found[1], atol=1e-9)


def test_without_a_target_there_is_no_money_to_score() -> None:
    """Nothing asked, nothing closed: both criteria of money are left out, and it is told why."""
    keys = ("net_saving", "transition_cost", "capacity_low")
    found = performance_of(
        {"net_saving_due_eur": [5, 6], "one_off_peak_eur": [1, 2], "capacity_low": [99, 98]},
        {key: CRITERIA[key] for key in keys},
        options=("a", "b"),
    )
    assert found.criteria == ("capacity_low",)
    assert found.left_out == {"net_saving": "no target", "transition_cost": "no target"}


def test_a_chance_is_that_of_all_draws() -> None:
    """Falling back in 3 of 10 draws is half of 60%, whichever draws they are."""
    found = performance_of(
        {"falls_back": [[1.0] * 3 + [0.0] * 7, [0.0] * 10]},
        {"falls_back": CRITERIA["falls_back"]},
        options=("a", "b"),
    )
    assert found.values[0, :, 0].tolist() == pytest.approx([0.5, 1])


def test_never_is_worst() -> None:
    """A payback that never comes is worth nothing, and one halfway the period is worth half."""
    found = performance_of(
        {"payback_quarter": [8, 16, np.inf]},
        {"payback": PAYBACK},
        options=("a", "b", "c"),
        against=Yardstick(horizon=16),
    )
    assert found.values[0, :, 0].tolist() == [0.5, 0, 0]
    assert performance_of(
        {"payback_quarter": [8], "capacity_low": [90]},
        {"payback": PAYBACK, "capacity_low": CRITERIA["capacity_low"]},
        options=("a",),
    ).left_out == {"payback": "not computed"}


def test_judgements_keep_their_anchors() -> None:
    """50 and 55 out of 100 differ 0.05, not the whole scale."""
    performance = performance_of(
        {"service_quality": [50, 55]}, {"service_quality": SERVICE}, options=("a", "b")
    )
    assert performance.values[0, :, 0].tolist() == [0.5, 0.55]


def test_what_is_missing_is_left_out_by_name() -> None:
    """A criterion nobody computed or judged for every option is named, with the reason."""
    performance = performance_of(
        {"capacity_low": [1, 2], "closeness": [50, np.nan]},
        {key: CRITERIA[key] for key in ("closeness", "capacity_low", "payback", "local_colour")},
        options=("a", "b"),
    )
    assert performance.criteria == ("capacity_low",)
    assert performance.left_out == {
        "closeness": "not judged",
        "payback": "not computed",
        "local_colour": "not judged",
    }


def test_certain_and_drawn_outcomes_go_together() -> None:
    """One figure per option holds in every draw."""
    performance = performance_of(
        {"capacity_low": np.arange(8.0).reshape(2, 4), "service_quality": [10, 20]},
        {"capacity_low": LOW, "service_quality": SERVICE},
        options=("a", "b"),
    )
    assert performance.values.shape == (4, 2, 2)
    assert (performance.values[:, :, 1] == [0.1, 0.2]).all()


def test_only_some_options_keep_their_scale() -> None:
    """Leaving out the best option does not make the next one best."""
    performance = performance_of(
        {"capacity_low": [85, 88.75, 100]}, {"capacity_low": LOW}, options=("a", "b", "c")
    )
    some = performance.only({"b", "a"})
    assert some.options == ("a", "b")
    assert some.values.tolist() == [[[0], [0.25]]]
    with pytest.raises(InputError, match=r"x.*a, b, c"):
        performance.only(["a", "x"])


def test_the_result_cannot_be_changed() -> None:
    """Performance is read-only."""
    performance = performance_of(
        {"capacity_low": [1, 2]}, {"capacity_low": LOW}, options=("a", "b")
    )
    with pytest.raises(ValueError, match="read-only"):
        performance.values[0] = 1


@pytest.mark.parametrize(
    ("given_outcomes", "said"),
    [
        ({}, "outcome"),
        ({"capacity_low": [1, 2, 3]}, r"capacity_low.*\(3, 1\)"),
        ({"capacity_low": [[[1], [2]]]}, r"capacity_low.*\(1, 2, 1\)"),
        ({"capacity_low": [1, np.nan]}, "capacity_low"),
        ({"capacity_low": [1, np.inf]}, "capacity_low"),
        ({"capacity_low": [[], []]}, r"capacity_low.*\(2, 0\)"),
        ({"capacity_low": ["much", 1]}, "capacity_low"),
        ({"service_quality": [-1, 101]}, "service_quality.*-1.*101"),
        ({"capacity_low": [[1, 2], [3, 4]], "capacity_end": [[1, 2, 3], [1, 2, 3]]}, r"\[2, 3\]"),
    ],
)
def test_refusals(given_outcomes: dict[str, object], said: str) -> None:
    """Arrays that cannot be used are refused by name."""
    with speaking("en"), pytest.raises(InputError, match=said):
        performance_of(given_outcomes, CRITERIA, options=("a", "b"))


def test_figures_are_measured_as_their_scale_says() -> None:
    """Two options in four draws: saving of the target, content against nothing, a chance.

    What nobody judged and what was not computed are left out for that reason.
    """
    keys = ("net_saving", "satisfaction", "falls_back", "payback", "closeness", "absence")
    found, left_out = figures_of(
        {
            "net_saving_due_eur": [[50.0, 100, 100, 200], [0, 50, 100, 150]],
            "satisfaction_mean": [[0.7, 0.7, 0.7, 0.6], [0.8, 0.6, 0.7, 0.7]],
            "falls_back": [[1.0, 0, 0, 1], [0, 0, 0, 1]],
            "payback_quarter": [8.0, np.inf],
            "closeness": [np.nan, 50],
        },
        {key: CRITERIA[key] for key in keys},
        options=("one", "other"),
        against=Yardstick(
            nothing={"satisfaction_mean": [0.6, 0.6, 0.7, 0.7]},
            target=[100.0, 100, 200, 100],
            horizon=16,
        ),
    )
    assert found["net_saving"].tolist() == [[0.5, 1, 0.5, 2], [0, 0.5, 0.5, 1.5]]
    assert found["satisfaction"] == pytest.approx(np.array([[0.1, 0.1, 0, -0.1], [0.2, 0, 0, 0]]))
    assert found["falls_back"].tolist() == [[0.5], [0.25]]
    assert found["payback"].tolist() == [[0.5], [np.inf]]
    assert left_out == {"closeness": "not judged", "absence": "not computed"}


def test_criteria_are_left_out_with_a_reason_beside_what_was_left_out() -> None:
    """The options and what is measured of them stay as they are."""
    whole = performance_of(
        {"capacity_low": [90, 100]}, {"capacity_low": LOW, "service_quality": SERVICE}, options="ab"
    )
    less = whole.leaving_out(["net_saving"], "equal money")
    assert less.left_out == {"service_quality": "not judged", "net_saving": "equal money"}
    assert whole.left_out == {"service_quality": "not judged"}
    assert less.values is whole.values
