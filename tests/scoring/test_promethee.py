import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from selfmgmt.errors import InputError
from selfmgmt.language import speaking
from selfmgmt.scoring import Preference, promethee_flows, promethee_ii

tables = arrays(float, (4, 3), elements=st.floats(-100, 100).map(lambda x: round(x, 3)))
weights = arrays(float, 3, elements=st.floats(0.1, 10))
directions = st.lists(st.booleans(), min_size=3, max_size=3)
rules = st.sampled_from(
    [
        Preference("usual"),
        Preference("u_shape", indifference=2.0),
        Preference("v_shape", preference=30.0),
        Preference("level", indifference=2.0, preference=20.0),
        Preference("linear", indifference=2.0, preference=20.0),
        Preference("gaussian", sigma=15.0),
    ]
)


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (Preference("usual"), [0, 1, 1, 1, 1]),
        (Preference("u_shape", indifference=2), [0, 0, 0, 1, 1]),
        (Preference("v_shape", preference=4), [0, 0.25, 0.5, 0.75, 1]),
        (Preference("level", indifference=1, preference=3), [0, 0, 0.5, 0.5, 1]),
        (Preference("linear", indifference=1, preference=3), [0, 0, 0.5, 1, 1]),
        (Preference("gaussian", sigma=2), 1 - np.exp(-(np.arange(5.0) ** 2) / 8)),
    ],
)
def test_the_six_shapes(rule: Preference, expected: list[float]) -> None:
    """Each shape at differences of 0 to 4, by its definition."""
    assert rule.of(np.arange(5.0)) == pytest.approx(expected)
    assert rule.of(-np.arange(5.0)).tolist() == [0] * 5


def test_worked_by_hand() -> None:
    """Three options, one to be high and one to be low: flows counted on paper."""
    flows = promethee_flows(
        [[4, 10], [2, 10], [1, 20]], [3, 1], [True, False], Preference("v_shape", preference=4)
    )
    assert flows.positive == pytest.approx([0.59375, 0.21875, 0])
    assert flows.negative == pytest.approx([0, 0.1875, 0.625])
    assert flows.net == pytest.approx([0.59375, 0.03125, -0.625])


@given(tables, weights, directions, rules)
def test_net_flows_add_up_to_nothing(
    table: np.ndarray, weight: np.ndarray, more: list[bool], rule: Preference
) -> None:
    """What one wins another loses; flows are 0 to 1."""
    flows = promethee_flows(table, weight, more, rule)
    assert flows.net.sum() == pytest.approx(0, abs=1e-12)
    assert ((flows.positive >= 0) & (flows.positive <= 1 + 1e-12)).all()
    net = promethee_ii(table, weight, more, [rule] * 3)
    np.testing.assert_allclose(net, flows.net, atol=1e-12)


@given(tables, weights, directions, rules)
def test_dominance_is_kept(
    table: np.ndarray, weight: np.ndarray, more: list[bool], rule: Preference
) -> None:
    """An option that is no worse on any criterion has no lower net flow."""
    sign = np.where(more, 1, -1)
    table[0] = np.maximum(table[0] * sign, table[1] * sign) * sign
    net = promethee_ii(table, weight, more, rule)
    assert net[0] >= net[1] - 1e-9


@given(tables, weights, directions, rules, st.permutations(range(4)), st.permutations(range(3)))
def test_order_does_not_matter(  # noqa: PLR0913, PLR0917 (what Hypothesis draws)
    table: np.ndarray,
    weight: np.ndarray,
    more: list[bool],
    rule: Preference,
    rows: list[int],
    columns: list[int],
) -> None:
    """Options and criteria may come in any order."""
    moved = promethee_ii(
        table[np.ix_(rows, columns)], weight[columns], np.array(more)[columns], rule
    )
    np.testing.assert_allclose(moved, promethee_ii(table, weight, more, rule)[rows], atol=1e-9)


@given(tables, weights, directions, rules, arrays(float, (4, 1), elements=st.floats(-9, 9)))
def test_a_criterion_without_weight_changes_nothing(
    table: np.ndarray, weight: np.ndarray, more: list[bool], rule: Preference, extra: np.ndarray
) -> None:
    """Adding a criterion with weight 0 leaves every flow as it was."""
    wider = promethee_ii(np.hstack([table, extra]), [*weight, 0], [*more, True], rule)
    np.testing.assert_allclose(wider, promethee_ii(table, weight, more, rule), atol=1e-12)


@given(tables, arrays(float, (5, 3), elements=st.floats(0.1, 10)), directions, rules)
def test_draws_of_weights_are_rows(
    table: np.ndarray, many: np.ndarray, more: list[bool], rule: Preference
) -> None:
    """A batch of weights gives what each set gives alone."""
    alone = [promethee_ii(table, one, more, rule) for one in many]
    np.testing.assert_allclose(promethee_ii(table, many, more, rule), alone, atol=1e-12)


def test_rounding_is_no_preference() -> None:
    """0.1 + 0.2 is not better than 0.3, even where any difference counts."""
    assert promethee_ii([[0.1 + 0.2], [0.3], [0.0]], [1], [True], Preference("usual")).tolist() == [
        0.5,
        0.5,
        -1,
    ]


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"kind": "vshape"}, "kind.*'vshape'.*v_shape"),
        ({"kind": "v_shape"}, "preference"),
        ({"kind": "linear", "indifference": 3, "preference": 2}, "3.*2"),
        ({"kind": "level", "indifference": 2, "preference": 2}, "2.*2"),
        ({"kind": "u_shape", "indifference": -1}, "-1"),
        ({"kind": "u_shape", "indifference": np.nan}, "nan"),
        ({"kind": "gaussian"}, "sigma.*0"),
        ({"kind": "gaussian", "sigma": np.inf}, "sigma.*inf"),
    ],
)
def test_preferences_that_are_none(settings: dict, said: str) -> None:
    """A shape without the thresholds that it needs is refused."""
    with speaking("en"), pytest.raises(InputError, match=said):
        Preference(**settings)


@pytest.mark.parametrize(
    ("table", "weight", "rules", "said"),
    [
        ([[1, 2]], [1, 1], Preference("usual"), "one alternative"),
        ([[1, 2], [2, 1]], [1, 1], [Preference("usual")], "preferences are 1.*2 criteria"),
        ([[1, 2], [2, 1]], [1], Preference("usual"), r"weights \(1,\)"),
        ([[1, np.nan], [2, 1]], [1, 1], Preference("usual"), "performance.*gaps"),
    ],
)
def test_refusals(table: object, weight: object, rules: object, said: str) -> None:
    """What cannot be ranked is refused, with what was given."""
    with speaking("en"), pytest.raises(InputError, match=said):
        promethee_ii(table, weight, [True, True], rules)
