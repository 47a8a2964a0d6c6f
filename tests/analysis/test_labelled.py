"""Frames: the arrays of a comparison with labels on them."""

from types import SimpleNamespace
from typing import ClassVar

import numpy as np
import pytest

from selfmgmt.analysis.labelled import Labelled, Priced, Shared
from selfmgmt.uncertainty import Quantiles
from selfmgmt.views.charts.summary import summary_chart


class World(Labelled):
    """Two options, one outcome, two draws, counted by hand."""

    options: ClassVar = {
        key: SimpleNamespace(
            outcomes={"capacity_low": Quantiles(p10=low, p50=low + 1, p90=low + 2)},
            paths={"capacity": np.array([[100.0, low], [100.0, low + 1], [100.0, low + 2]])},
        )
        for key, low in (("a", 90.0), ("b", 95.0))
    }
    draws = np.array([[90.0, 92.0], [95.0, 97.0]])
    outcomes: ClassVar = SimpleNamespace(values={"capacity_low": draws})


@pytest.fixture
def world():
    """The small world."""
    return World()


def test_each_draw_is_a_row(world):
    """The frame holds every option, outcome and draw once, with its value."""
    assert world.frame().to_dict("list") == {
        "option": ["a", "a", "b", "b"],
        "outcome": ["capacity_low"] * 4,
        "draw": [0, 1, 0, 1],
        "value": [90.0, 92.0, 95.0, 97.0],
    }


def test_the_summary_is_found_by_option_and_outcome(world):
    """The quantiles stand under option and outcome."""
    assert world.summary().loc[("b", "capacity_low")].to_dict() == {
        "p10": 95.0,
        "p50": 96.0,
        "p90": 97.0,
    }


def test_paths_have_one_row_for_each_quarter_and_quantile(world):
    """Two options, two quarters and three quantiles make twelve rows; each value is its own."""
    paths = world.paths()
    assert len(paths) == 12
    row = paths.query("option == 'b' and quarter == 1 and quantile == 'p90'")
    assert row["value"].item() == 97.0
    assert row["outcome"].item() == "capacity"


def test_a_notebook_shows_the_middles(world):
    """One column for each option, in their order."""
    shown = world._repr_html_()
    assert shown.index("<th>a</th>") < shown.index("<th>b</th>") < shown.index("91")


def test_a_price_has_a_row_for_each_step():
    """Under option, outcome and step, with its quantiles."""
    steps = {
        step: {"capacity_low": Quantiles(p10=low, p50=low + 1, p90=low + 2)}
        for step, low in (("removals", -4.0), ("working", -3.0), ("together", -7.0))
    }
    holder = type("Holder", (Priced,), {"price_of_way": {"a": SimpleNamespace(**steps)}})
    priced = holder().price()
    assert priced.loc[("a", "capacity_low", "working"), "p50"] == -2.0
    assert priced.xs("together", level="step").loc[("a", "capacity_low"), "p90"] == -5.0
    assert len(priced) == 3


def test_the_frames_of_a_comparison_hold_its_own_figures(comparison):
    """Draws, quantiles, paths and prices are those of the arrays and records."""
    (option, *_others) = [key for key in comparison.options if key == "stepwise_programme"]
    place = list(comparison.options).index(option)
    drawn = comparison.frame().query("option == @option and outcome == 'absence_mean'")["value"]
    assert drawn.tolist() == comparison.outcomes.values["absence_mean"][place].tolist()
    result = comparison.options[option]
    row = comparison.summary().loc[(option, "absence_mean")]
    assert row["p90"] == result.outcomes["absence_mean"].p90
    found = comparison.paths().query(
        "option == @option and outcome == 'capacity' and quantile == 'p10'"
    )
    assert found["value"].tolist() == result.paths["capacity"][0].tolist()
    price = comparison.price().loc[(option, "capacity_low", "working"), "p50"]
    assert price == comparison.price_of_way[option].working["capacity_low"].p50


def test_a_chart_runs_on_the_frames_of_a_comparison(comparison):
    """As in a fresh notebook cell: one of its frames in, one panel for each outcome out."""
    labels = {key: option.label for key, option in comparison.options.items()}
    outcomes = ["capacity_low", "satisfaction_mean"]
    for frame in (comparison.summary(), comparison.price().xs("working", level="step")):
        assert len(summary_chart(frame, outcomes, labels, title="x").figure.axes) == 2


def test_nobody_can_leave_one_municipality(comparison):
    """The frame is empty, with the names that it always has."""
    leaving = comparison.leaving()
    assert leaving.empty
    assert leaving.index.names == ["partner", "quantity"]
    assert leaving.columns.tolist() == ["share", "now", "after"]


def test_amounts_are_split_over_partners_and_shares_are_not():
    """A town of 10,000 and one of 30,000: a quarter and three quarters of every euro and FTE."""

    class Together(Shared):
        options: ClassVar = {
            "a": SimpleNamespace(
                outcomes={
                    "gap_eur": Quantiles(p10=-40.0, p50=0.0, p90=80.0),
                    "posts_removed_fte": Quantiles(p10=4.0, p50=8.0, p90=12.0),
                    "capacity_low": Quantiles(p10=90.0, p50=95.0, p90=99.0),
                }
            )
        }
        study: ClassVar = SimpleNamespace(
            members=[
                SimpleNamespace(code=code, inhabitants=inhabitants, budget=None, accounts=None)
                for code, inhabitants in {"small": 10_000, "large": 30_000}.items()
            ]
        )

    frame = Together().partners()
    assert frame.attrs["key"] == "inhabitants"
    assert list(frame.columns) == ["share", "p10", "p50", "p90"]
    assert {index: row.tolist() for index, row in frame.iterrows()} == {
        ("a", "gap_eur", "small"): [0.25, -10, 0, 20],
        ("a", "gap_eur", "large"): [0.75, -30, 0, 60],
        ("a", "posts_removed_fte", "small"): [0.25, 1, 2, 3],
        ("a", "posts_removed_fte", "large"): [0.75, 3, 6, 9],
    }
