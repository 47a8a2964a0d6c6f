"""Outlines of the municipalities, for maps only."""

import json
from functools import cache
from typing import Any

from selfmgmt.reference.files import REFERENCE

Ring = tuple[tuple[float, float], ...]


@cache
def municipality_shapes() -> dict[str, tuple[Ring, ...]]:
    """CBS code to rings of (longitude, latitude) in degrees; outer rings and holes alike."""
    text = (REFERENCE / "map.geojson").read_text(encoding="utf-8")
    return {
        feature["properties"]["cbs_code"]: tuple(
            tuple((x, y) for x, y in ring) for ring in _rings(feature["geometry"])
        )
        for feature in json.loads(text)["features"]
    }


def _rings(geometry: Any) -> list[list[list[float]]]:
    """The rings of one shape, or of all shapes of a municipality with islands."""
    shapes = geometry["coordinates"]
    if geometry["type"] == "Polygon":
        shapes = [shapes]
    return [ring for shape in shapes for ring in shape]
