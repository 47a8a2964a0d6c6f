"""Values of a theme: read from the parts of a style sheet and written anew, or refused."""

from collections.abc import Callable, Sequence
from typing import Any

from tinycss2.color4 import Color, parse_color  # type: ignore[import-untyped]

_GENERIC = ("serif", "sans-serif", "monospace", "system-ui")
_REM = {
    "rem": 1.0,
    "em": 1.0,
    "px": 1 / 16,
    "pt": 1 / 12,
}  # a page starts from 16 pixels, 12 points
_LONGEST = 60  # letters in the name of a font
_WEIGHTS = {"normal": 400, "bold": 700}


def read_colour(parts: Sequence[Any], _low: float = 0, _high: float = 0) -> str | None:
    """A colour as ``#rrggbb``; None when it is none, or shows what is behind it."""
    colour = parse_color(parts[0]) if len(parts) == 1 else None
    if not isinstance(colour, Color) or colour.alpha != 1:
        return None
    try:
        red, green, blue, _ = colour.to("srgb")
    except NotImplementedError:
        return None
    return "#" + "".join(f"{round(255 * min(max(one, 0), 1)):02x}" for one in (red, green, blue))


def read_fonts(parts: Sequence[Any], _low: float = 0, _high: float = 0) -> str | None:
    """Names of fonts in quotes, ending with a kind that every computer has."""
    names: list[list[str]] = [[]]
    for part in parts:
        if part.type in ("ident", "string"):
            names[-1].append(part.value)
        elif part.type == "literal" and part.value == ",":
            names.append([])
        else:
            return None
    found = [" ".join(words) for words in names]
    if not all(map(_is_font, found)):
        return None
    written = [name if name in _GENERIC else f'"{name}"' for name in found]
    return ", ".join(written if found[-1] in _GENERIC else [*written, "sans-serif"])


def _is_font(name: str) -> bool:
    return name.replace(" ", "").replace("-", "").isalnum() and len(name) <= _LONGEST


def read_weight(parts: Sequence[Any], _low: float = 0, _high: float = 0) -> str | None:
    """A weight of letters from 100 to 900."""
    if len(parts) != 1:
        return None
    weight = _WEIGHTS.get(getattr(parts[0], "lower_value", ""))
    if parts[0].type == "number":
        weight = parts[0].int_value
    return str(weight) if weight and 100 <= weight <= 900 else None


def read_size(parts: Sequence[Any], low: float, high: float) -> str | None:
    """A size in rem, from ``low`` to ``high``."""
    if len(parts) != 1 or parts[0].type != "dimension" or parts[0].lower_unit not in _REM:
        return None
    size = parts[0].value * _REM[parts[0].lower_unit]
    return f"{size:.4g}rem" if low <= size <= high else None


def read_number(parts: Sequence[Any], low: float, high: float) -> str | None:
    """A number from ``low`` to ``high``."""
    if len(parts) != 1 or parts[0].type != "number":
        return None
    return f"{parts[0].value:.4g}" if low <= parts[0].value <= high else None


READERS: dict[str, Callable[[Sequence[Any], float, float], str | None]] = {
    "colour": read_colour,
    "font": read_fonts,
    "weight": read_weight,
    "size": read_size,
    "number": read_number,
}


def contrast(one: str, other: str) -> float:
    """How far two colours are apart, from 1 (the same) to 21 (black and white).

    Source:
        WCAG 2.1, definitions of contrast ratio and relative luminance.

    >>> round(contrast("#ffffff", "#000000"), 1), round(contrast("#767676", "#fff"), 2)
    (21.0, 4.54)
    """
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = parse_color(colour).coordinates
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return float(0.2126 * red + 0.7152 * green + 0.0722 * blue)
