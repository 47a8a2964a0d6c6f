"""The page as PDF."""

from io import BytesIO

import pikepdf
import pytest

from selfmgmt.reporting.documents.pdf import pdf_of
from tests.reporting.documents.a_page import ABOUT, small_page


@pytest.fixture(scope="module")
def document():
    """The PDF of a small page."""
    with pikepdf.open(BytesIO(pdf_of(small_page()))) as opened:
        yield opened


def elements(document):
    """Every element of the structure, from the top."""
    waiting = [document.Root.StructTreeRoot]
    while waiting:
        element = waiting.pop(0)
        if "/S" in element:
            yield str(element.S), element
        children = element.get("/K", [])
        children = children if isinstance(children, pikepdf.Array) else [children]
        waiting += [child for child in children if isinstance(child, pikepdf.Dictionary)]


def test_it_is_tagged_and_says_its_language_and_title(document):
    """What ``pdfinfo`` tells, and a screen reader starts from."""
    assert bool(document.Root.MarkInfo.Marked)
    assert str(document.Root.Lang) == "nl"
    assert bool(document.Root.ViewerPreferences.DisplayDocTitle)
    assert str(document.docinfo["/Title"]) == "Nijkerk: moet het anders?"


def test_headings_are_bookmarks(document):
    """The title and each section."""
    with document.open_outline() as outline:
        (top,) = outline.root
    assert top.title == "Nijkerk: moet het anders?"
    assert [child.title for child in top.children] == ["Wat & waarom"]


def test_pictures_tables_and_lists_are_known_as_such(document):
    """With alternative text, heads of columns and rows, and items."""
    found = list(elements(document))
    kinds = {kind for kind, _ in found}
    assert {"/H1", "/H2", "/H3", "/P", "/L", "/LI", "/Table", "/TR", "/TH", "/TD"} <= kinds
    words = [str(one.Alt) for kind, one in found if kind == "/Figure" and "/Alt" in one]
    assert ABOUT["alt"] in words


def test_each_cell_names_its_heads(document):
    """That of its column and that of its row: a screen reader tells both."""
    found = list(elements(document))
    heads = {str(one.ID) for kind, one in found if kind == "/TH"}
    cells = [one for kind, one in found if kind == "/TD"]
    assert (len(heads), len(cells)) == (5, 4)
    for cell in cells:
        assert len(cell.A.Headers) == 2
        assert {str(head) for head in cell.A.Headers} <= heads


def test_nothing_runs_and_nothing_leads_elsewhere(document):
    """No script; of what the page asks from elsewhere nothing is fetched."""
    assert "/OpenAction" not in document.Root
    assert "/Names" not in document.Root or "/JavaScript" not in document.Root.Names
    actions = [
        str(note.A.URI)
        for page in document.pages
        for note in page.get("/Annots", [])
        if "/A" in note and "/URI" in note.A
    ]
    assert actions == ["https://voorbeeld.nl/?a=1&b=2"]


def test_the_same_page_gives_the_same_bytes():
    """No moment and no chance in it."""
    assert pdf_of(small_page()) == pdf_of(small_page())


def test_a_theme_comes_along():
    """Another look gives another PDF."""
    assert pdf_of(small_page(theme=":root { --heading: #800000; }")) != pdf_of(small_page())
