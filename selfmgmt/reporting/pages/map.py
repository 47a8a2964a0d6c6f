"""The municipalities as shapes for a drawing, and figures as the classes that colour them."""

import math
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from selfmgmt.reference.shapes import Ring, municipality_shapes

CLASSES = 5
_HEIGHT = 1000  # units of the drawing, which is some 300 km high
_ROUND_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
_TAIL = 20  # a twentieth at each end does not stretch the classes

Point = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """Code to the path of a municipality in SVG, all within ``width`` by ``height`` units."""

    width: int
    height: int
    paths: dict[str, str]


@cache
def map_drawing() -> Drawing:
    """All municipalities, north up; borders that two share are drawn the same for both.

    A degree of longitude is shrunk as it is in the middle of the country, so shapes look right.
    """
    shapes = municipality_shapes()
    points = [point for rings in shapes.values() for ring in rings for point in ring]
    west, east = min(x for x, _ in points), max(x for x, _ in points)
    south, north = min(y for _, y in points), max(y for _, y in points)
    unit = _HEIGHT / (north - south)
    shrunk = unit * math.cos(math.radians((north + south) / 2))

    def on_paper(ring: Ring) -> list[Point]:
        return [(round((x - west) * shrunk), round((north - y) * unit)) for x, y in ring]

    return Drawing(
        width=math.ceil((east - west) * shrunk),
        height=_HEIGHT,
        paths={
            code: "".join(_closed(on_paper(ring)) for ring in rings)
            for code, rings in shapes.items()
        },
    )


def _closed(points: Sequence[Point]) -> str:
    """A ring as a path in steps from point to point, as short as can be written.

    >>> _closed([(10, 10), (10, 10), (12, 9), (12, 14), (10, 10)])
    'M10 10l2-1 0 5z'
    """
    steps = [(to[0] - at[0], to[1] - at[1]) for at, to in pairwise(points)]
    words = " ".join(f"{x} {y}" for x, y in steps[:-1] if x or y)
    return f"M{points[0][0]} {points[0][1]}l{words or '0 0'}z".replace(" -", "-")


def class_bounds(values: Sequence[float]) -> tuple[float, ...]:
    """Round figures, one step apart, that divide ``values`` over the classes.

    The lowest and the highest class are open, so that a few extremes do not stretch the others.

    >>> class_bounds([3.0, 11.0, 14.0, 22.0])
    (5.0, 10.0, 15.0, 20.0)
    """
    ordered = sorted(values)
    tail = len(ordered) // _TAIL
    low, high = ordered[tail], ordered[-1 - tail]
    step = _round_up((high - low) / CLASSES)
    first = math.floor(low / step) + 1
    return tuple(step * (first + index) for index in range(CLASSES - 1))


def _round_up(step: float) -> float:
    """The next round figure: 1, 2, 2.5 or 5 with noughts."""
    if step <= 0:
        return 1.0
    size = 10.0 ** math.floor(math.log10(step))
    return size * next(nice for nice in _ROUND_STEPS if nice * size >= step * (1 - 1e-9))


def class_of(value: float, bounds: Sequence[float]) -> int:
    """The class of a figure, 0 the lowest; a figure on a bound belongs to the class above.

    >>> class_of(4.9, (5, 10, 15, 20)), class_of(5, (5, 10, 15, 20)), class_of(99, (5, 10, 15, 20))
    (0, 1, 4)
    """
    return bisect_right(bounds, value)
