"""Words as shapes."""

import numpy as np
import pytest
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.font_manager import FontProperties

from selfmgmt.views.figures import Chart, drawing, new_figure, picture
from selfmgmt.views.lettering import Lettering
from selfmgmt.views.tables import Table

WORDS = "Zelforganisatie: \N{EURO SIGN} 1,5 mln"


@pytest.fixture(params=[("normal", 9.0, 0.0), ("bold", 8.5, 0.0), ("normal", 9.0, 38.0)])
def both(request):
    """The same words by us and by matplotlib: black on white, and how large they are."""
    weight, size, angle = request.param
    font = FontProperties(family="DejaVu Sans", weight=weight, size=size)
    found = []
    with drawing():
        for pen in (Lettering(500, 300, 220), RendererAgg(500, 300, 220)):
            gc = pen.new_gc()
            gc.set_foreground("black")
            pen.draw_text(gc, 20.25, 250.5, WORDS, font, angle)
            ink = np.asarray(pen.buffer_rgba())[..., 3] / 255
            found.append((ink, pen.get_text_width_height_descent(WORDS, font, ismath=False)))
    return found


def test_letters_look_as_matplotlib_draws_them(both):
    """Nowhere more than a shade apart, and as much ink."""
    (ours, _), (theirs, _) = both
    assert np.abs(ours - theirs).max() < 0.2
    assert ours.sum() == pytest.approx(theirs.sum(), rel=0.01)


def test_words_are_as_large_as_matplotlib_measures_them(both):
    """Within a pixel."""
    (_, ours), (_, theirs) = both
    assert ours == pytest.approx(theirs, abs=1)


def test_formulas_are_still_drawn():
    """Though the product has none."""
    pen = Lettering(200, 100, 220)
    font = FontProperties(family="DejaVu Sans", size=9)
    pen.draw_text(pen.new_gc(), 20, 60, "$x^2$", font, 0, ismath=True)
    assert np.asarray(pen.buffer_rgba())[..., 3].any()
    assert min(pen.get_text_width_height_descent("$x^2$", font, ismath=True)[:2]) > 0


NAMES = [
    "Kosten $5 en $10",
    r"Ronde $\kosten$ 1",
    r"\frac{ x^2_i {y} $",
    "<b>vet</b> & co",
    "\N{HEBREW LETTER ALEF}\N{HEBREW LETTER BET}",
    "\N{CJK UNIFIED IDEOGRAPH-6F22} \N{GRINNING FACE}",
]


@pytest.mark.parametrize("name", NAMES)
def test_what_people_write_is_drawn_as_it_is(name: str) -> None:
    """No sign is a formula, and no letter that the font lacks stops a picture."""
    with drawing():
        figure = new_figure(1)
        label = figure.subplots().set_title(name)
        table = Table(caption="a", heads=("a",), rows=())
        chart = Chart(figure=figure, title=name, alt=name, table=table)
        assert picture(chart).startswith(b"\x89PNG")
    assert label.get_text() == name
    assert label._preprocess_math(name) == (name, False)
