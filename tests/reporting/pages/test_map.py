"""The municipalities as shapes and as classes."""

import math

from hypothesis import given
from hypothesis import strategies as st

from selfmgmt.reference.municipalities import all_municipalities
from selfmgmt.reporting.pages.map import CLASSES, class_bounds, class_of, map_drawing

figures = st.lists(st.floats(-1e7, 1e7, allow_subnormal=False), min_size=1, max_size=60)


def test_every_municipality_is_drawn_in_little_room() -> None:
    """All of them, closed, in less than 300 kB."""
    paths = map_drawing().paths
    assert set(paths) == {one.code for one in all_municipalities()}
    assert sum(map(len, paths.values())) < 300_000
    assert all(path.startswith("M") and path.endswith("z") for path in paths.values())


def test_the_map_has_the_shape_of_the_country() -> None:
    """Higher than wide: some 310 by 260 km."""
    drawing = map_drawing()
    assert 0.8 < drawing.width / drawing.height < 0.9


@given(figures)
def test_bounds_rise_and_are_round(values: list[float]) -> None:
    """One step apart; the step is 1, 2, 2.5 or 5 with noughts."""
    bounds = class_bounds(values)
    assert len(bounds) == CLASSES - 1
    step = bounds[1] - bounds[0]
    assert step > 0
    mantissa = step / 10 ** math.floor(math.log10(step) + 1e-9)
    assert min(abs(mantissa - nice) for nice in (1, 2, 2.5, 5)) < 1e-3


@given(figures)
def test_the_middle_of_the_figures_is_spread_over_classes(values: list[float]) -> None:
    """What is higher is never in a lower class."""
    bounds = class_bounds(values)
    groups = [class_of(value, bounds) for value in sorted(values)]
    assert groups == sorted(groups)
    assert set(groups) <= set(range(CLASSES))
