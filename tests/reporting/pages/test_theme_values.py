"""Values of a theme."""

import re

import pytest
import tinycss2
from hypothesis import given
from hypothesis import strategies as st

from selfmgmt.reporting.pages.theme_values import READERS, contrast

SAFE = {
    "colour": r"#[0-9a-f]{6}",
    "font": r'("[\w -]+"|serif|sans-serif|monospace|system-ui)(, ("[\w -]+"|[a-z-]+))*',
    "weight": r"[1-9]\d\d",
    "size": r"[\d.]+rem",
    "number": r"[\d.]+",
}
PIECES = st.sampled_from(
    ["#fff", "red", "Arial", '"x"', "'</style>'", ",", "400", "16px", "1.5", "url(x)", "var(--a)",
     ";", "}", "{", "/*", "*/", "\\", "<", "expression(", ")", "hsl(1 2% 3%)", "@import", "é"]
)  # fmt: skip


@pytest.mark.parametrize("kind", READERS)
@given(pieces=st.lists(PIECES, max_size=5))
def test_nothing_but_safe_values_comes_out(kind, pieces):
    """Whatever goes in, what comes out is a colour, a name or a number, or nothing."""
    parts = tinycss2.parse_component_value_list(" ".join(pieces), skip_comments=True)
    value = READERS[kind]([part for part in parts if part.type != "whitespace"], 0.9, 2)
    assert value is None or re.fullmatch(SAFE[kind], value)


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#777777", "#ffffff", 4.48),
        ("#767676", "#ffffff", 4.54),
        ("#ff0000", "#ffffff", 4.0),
    ],
)
def test_contrast_is_that_of_the_guidelines(one, other, ratio):
    """Published pairs, either way round."""
    assert contrast(one, other) == pytest.approx(ratio, abs=0.005)
    assert contrast(one, other) == contrast(other, one)
