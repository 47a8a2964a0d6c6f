"""Tables that everyone can read."""

import xml.etree.ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfmgmt.errors import InputError
from selfmgmt.views.tables import Table, table_html

cells = st.text(st.characters(codec="utf-8", exclude_categories=("C",)), max_size=8)


def parsed(table: Table) -> ET.Element:
    """The table as elements; anything that is not well formed fails here."""
    return ET.fromstring(table_html(table).source)  # noqa: S314  our own output


def example(**changes):
    """A table of two options."""
    parts = {
        "caption": "Kansen",
        "heads": ("Mogelijkheid", "Kans", "Waarom"),
        "rows": (("Niets doen", "0%", "geen"), ("Kopgroep", "12%", "klein")),
        "words": ("Waarom",),
    }
    return Table(**(parts | changes))


def test_every_head_says_what_it_heads():
    """Columns and rows are scoped, and no corner is empty."""
    heads = parsed(example()).findall(".//th")
    assert [head.get("scope") for head in heads] == ["col"] * 3 + ["row"] * 2
    assert all(head.text for head in heads)


def test_the_caption_comes_first():
    """A table says what it is about."""
    table = parsed(example()).find("table")
    assert table[0].tag == "caption"
    assert table[0].text == "Kansen"


def test_figures_stand_right_and_words_left():
    """Only the columns named as words hold words."""
    row = parsed(example()).findall(".//td")
    assert [cell.get("class") for cell in row] == ["figure", "words"] * 2


def test_no_line_ends_between_a_sign_and_its_euro_mark():
    """A joiner that nobody sees holds them together; the cell stays one piece."""
    cell = "\N{MINUS SIGN}€ 2 (\N{MINUS SIGN}€ 3 tot +€ 1)"
    row = parsed(example(rows=(("Kopgroep", cell, "klein"),))).find(".//td")
    assert row.text.count("\N{WORD JOINER}€") == cell.count("€")
    assert row.text.replace("\N{WORD JOINER}", "") == cell
    assert len(row) == 0


def test_a_narrow_screen_finds_the_head_beside_each_cell():
    """Rows become blocks there, and keep their roles."""
    table = parsed(example())
    assert [cell.get("data-head") for cell in table.findall(".//td")] == ["Kans", "Waarom"] * 2
    assert {cell.get("role") for cell in table.iter("td")} == {"cell"}


def test_a_wide_table_can_be_scrolled_by_keyboard():
    """Six columns may not fit; then the frame takes the focus and has a name."""
    wide = example(heads=tuple("abcdef"), rows=(tuple("123456"),), words=())
    assert parsed(wide).get("tabindex") == "0"
    assert parsed(wide).get("aria-label") == "Kansen"
    assert parsed(example()).get("tabindex") is None


@given(st.lists(st.tuples(cells, cells), max_size=4), cells.filter(bool))
def test_any_text_comes_through_unchanged(rows, caption):
    """Escaping loses nothing and lets nothing in."""
    table = parsed(example(caption=caption, heads=("a", "b"), rows=tuple(rows), words=()))
    found = [tuple(cell.text or "" for cell in row) for row in table.findall(".//tbody/tr")]
    assert found == rows
    assert table.findtext(".//caption") == caption


def test_a_crooked_table_is_refused_with_every_fault():
    """Too short a row and an empty head are both told."""
    with pytest.raises(InputError, match=r"1 .*3(.|\n)*'Kansen'"):
        example(heads=("Mogelijkheid", "", "Waarom"), rows=(("Niets doen",),))
