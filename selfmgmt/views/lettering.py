"""How words get into a picture: as outlines that are kept, for charts repeat their words."""

import re
from collections.abc import Collection
from functools import lru_cache
from typing import Any

import numpy as np
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.font_manager import FontProperties, findfont, get_font
from matplotlib.path import Path
from matplotlib.textpath import text_to_path
from matplotlib.transforms import Affine2D

_KEPT = 1_024  # words or lines; what all reports share fits amply
_BOX = "\N{WHITE SQUARE}"
_RIGHT_TO_LEFT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff"
_TURNED = re.compile(f"[{_RIGHT_TO_LEFT}](?:[{_RIGHT_TO_LEFT} ]*[{_RIGHT_TO_LEFT}])?")


class Lettering(RendererAgg):  # type: ignore[misc]  # matplotlib gives it no types
    """Draws as Agg does, except that a line of words is one shape and not many small pictures.

    The letters are not hinted, so both come out the same; a shape is made and measured once.
    """

    def draw_text(  # noqa: PLR0913, PLR0917  this is how matplotlib calls it
        self, gc: Any, x: float, y: float, s: str, prop: FontProperties, angle: float,
        ismath: Any = False, mtext: Any = None,
    ) -> None:  # fmt: skip
        """Fill the outline of the words; only formulas go the usual way."""
        if ismath:
            super().draw_text(gc, x, y, s, prop, angle, ismath, mtext)
            return
        size = self.points_to_pixels(prop.get_size_in_points()) / text_to_path.FONT_SCALE
        transform = Affine2D().scale(size).rotate_deg(angle).translate(x, self.height - y)
        gc.set_linewidth(0)
        gc.set_snap(False)
        self.draw_path(gc, _outline(s, prop.copy()), transform, gc.get_rgb())

    def get_text_width_height_descent(
        self, s: str, prop: FontProperties, ismath: Any
    ) -> tuple[float, float, float]:
        """How large the words are, in pixels."""
        wide, high, below = _size(s, prop.copy(), ismath)
        return tuple(map(self.points_to_pixels, (wide, high, below)))


def drawable(words: str, has: Collection[int]) -> str:
    """``words`` as they can be drawn from left to right.

    Args:
        words: What people wrote.
        has: Code points of the letters that the font has; others become an empty box.

    >>> drawable("plan \N{HEBREW LETTER ALEF}\N{HEBREW LETTER BET} 7", {*range(32, 1500)})
    'plan בא 7'
    >>> drawable("a\N{GRINNING FACE}", {97, 9633})
    'a□'
    """
    visible = "".join(letter if ord(letter) in has else _BOX for letter in words)
    return _TURNED.sub(lambda run: run[0][::-1], visible)


@lru_cache(_KEPT)
def _drawn(words: str, font: FontProperties) -> str:
    if words.isascii():
        return words
    return drawable(words, get_font(findfont(font)).get_charmap().keys() | {ord("\n")})


@lru_cache(_KEPT)
def _outline(words: str, font: FontProperties) -> Path:
    corners, codes = text_to_path.get_text_path(font, _drawn(words, font))
    return Path(np.array(corners), np.array(codes, dtype=Path.code_type))


@lru_cache(_KEPT)
def _size(words: str, font: FontProperties, ismath: Any) -> tuple[float, float, float]:
    return text_to_path.get_text_width_height_descent(_drawn(words, font), font, ismath)
