"""From an executed notebook to a page."""

import nbformat as nbf
import pytest

from selfmgmt.reporting.pages.html import page_html, section_headings, with_anchors

PIXEL = (
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGD4"
    "DwABBAEAX+XDSwAAAABJRU5ErkJggg=="
)


def prose(text, *tags):
    """A cell of prose."""
    return nbf.v4.new_markdown_cell(text, metadata={"tags": list(tags)})


def outputs(*made):
    """A cell of code with outputs."""
    cell = nbf.v4.new_code_cell("secret = 1")
    cell.outputs = list(made)
    return cell


@pytest.fixture
def notebook():
    """A title, a section, a picture and a table, in two languages."""
    about = {"alt": 'Een "lijn"', "title": "Capaciteit < 100", "width": 10, "height": 5}
    picture = nbf.v4.new_output("display_data", {"image/png": PIXEL}, metadata={"image/png": about})
    table = nbf.v4.new_output("display_data", {"text/html": "<table id='t'></table>"})
    return nbf.v4.new_notebook(
        cells=[
            prose("# Moet het anders?\n\nEen vraag.", "lang-nl"),
            prose("# Should it change?\n\nA question.", "lang-en"),
            prose("## Wat & waarom", "lang-nl"),
            prose("## What & why", "lang-en"),
            outputs(picture, table),
        ]
    )


def page(notebook, language="nl"):
    """The page of the notebook."""
    return page_html(notebook, name="Nijkerk", byline="Vandaag.", language=language)


def test_the_page_speaks_one_language(notebook):
    """Prose of the other language is left out, and the page says which it is."""
    assert '<html lang="nl">' in page(notebook)
    assert "A question." not in page(notebook)
    assert '<html lang="en">' in page(notebook, "en")
    assert "Een vraag." not in page(notebook, "en")


def test_there_is_one_title_with_the_name(notebook):
    """The heading of the notebook becomes that of the page."""
    assert page(notebook).count("<h1") == 1
    assert "<h1>Nijkerk: moet het anders?</h1>" in page(notebook)
    assert "<title>Nijkerk: moet het anders?</title>" in page(notebook)


def test_the_contents_lead_to_the_sections(notebook):
    """Each link has its anchor."""
    assert '<a href="#wat-waarom">Wat &amp; waarom</a>' in page(notebook)
    assert '<h2 id="wat-waarom">Wat &amp; waarom</h2>' in page(notebook)


def test_a_picture_keeps_its_words(notebook):
    """Title and alternative text come from the output, escaped."""
    assert 'alt="Een &#34;lijn&#34;"' in page(notebook)
    assert "<figcaption>Capaciteit &lt; 100</figcaption>" in page(notebook)


def test_code_stays_out(notebook):
    """The reader sees outputs, not how they were made."""
    assert "secret" not in page(notebook)
    assert "<table id='t'>" in page(notebook)


def test_a_name_never_becomes_code(notebook):
    """A case file may be called anything."""
    made = page_html(notebook, name="<b>x</b>", byline="<i>", language="nl")
    assert "<b>" not in made
    assert "<i>" not in made


def test_the_notebook_is_not_changed(notebook):
    """The same notebook can be turned into two pages."""
    before = nbf.writes(notebook)
    page(notebook)
    assert nbf.writes(notebook) == before


def test_anchors_are_plain():
    """Marks and accents fall away."""
    content = "<h2>Eén vraag: waarom?</h2>"
    assert list(section_headings(content)) == [("een-vraag-waarom", "Eén vraag: waarom?")]
    assert with_anchors(content) == '<h2 id="een-vraag-waarom">Eén vraag: waarom?</h2>'


def test_no_heading_of_an_output_gets_lost(notebook):
    """Only prose makes sections; a heading that a cell shows stays as it is."""
    output = nbf.v4.new_output("display_data", {"text/html": "<h2>Los</h2>"})
    notebook.cells.append(outputs(output))
    assert "<h2>Los</h2>" in page(notebook)
    assert 'href="#los"' not in page(notebook)
