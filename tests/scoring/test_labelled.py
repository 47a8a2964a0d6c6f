"""The weights of a case as a frame."""

import pytest

from selfmgmt.case import Case
from selfmgmt.scoring.labelled import MEAN, RoleWeights

CASE = Case.model_validate(
    {
        "name": "x",
        "municipalities": "Urk",
        "weights": {"teams": {"absence": 30, "net_saving": 10}},
        "voices": {
            "council": {
                "A": {"method": "swing", "points": {"net_saving": 100, "absence": 25}},
                "B": {"method": "order", "order": "absence, net_saving"},
            }
        },
    }
)


def test_people_and_their_mean_stand_under_their_role():
    """By hand: A gives 0.8 and 0.2, B 0.25 and 0.75; the role has the mean."""
    frame = RoleWeights(CASE).frame().set_index(["role", "person", "criterion"])["weight"]
    assert frame["council", "A", "net_saving"] == pytest.approx(0.8)
    assert frame["council", "B", "absence"] == pytest.approx(0.75)
    assert frame["council", MEAN, "net_saving"] == pytest.approx(0.525)
    assert frame["teams", MEAN, "absence"] == pytest.approx(0.75)
    assert frame.groupby(["role", "person"]).sum().tolist() == pytest.approx([1.0] * 4)


def test_a_notebook_shows_them_in_per_cents():
    """Criteria down, people across."""
    html = RoleWeights(CASE)._repr_html_()
    assert "80%" in html
    assert "council" in html


def test_a_case_without_weights_gives_an_empty_table():
    """With the same columns."""
    frame = RoleWeights(Case(name="x", municipalities="Urk")).frame()
    assert list(frame.columns) == ["role", "person", "criterion", "weight"]
    assert frame.empty
