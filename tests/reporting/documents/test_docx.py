"""The page as building blocks in Word."""

from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from lxml import etree

from selfmgmt.language import speaking
from selfmgmt.reporting.documents.docx import docx_of, without_what_is_folded
from selfmgmt.views.tables import Table, table_html
from tests.reporting.documents.a_page import ABOUT, small_page

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="module")
def written():
    """The bytes of a small page in Word."""
    return docx_of(small_page(), "nl")


@pytest.fixture(scope="module")
def document(written):
    """It opened again."""
    return docx.Document(BytesIO(written))


def by_style(document, style):
    """The paragraphs of one style."""
    return [one.text for one in document.paragraphs if one.style.name == style]


def words_in(element):
    """All that is written in it."""
    return "".join(one.text for one in element.iter(f"{W}t"))


def test_headings_are_headings(document):
    """Word lists them, and takes them along in a copy."""
    assert by_style(document, "Title") == ["Nijkerk: moet het anders?"]
    assert by_style(document, "Heading 1") == ["Wat & waarom"]
    assert by_style(document, "Heading 2") == ["Klein"]


def test_pages_have_a_header_and_a_number(document):
    """The title above all but the first, and the number of each below, of how many."""
    section = document.sections[0]
    assert section.header.paragraphs[0].text == "Nijkerk: moet het anders?"
    assert section.first_page_header.paragraphs[0].text == ""
    for footer in (section.footer, section.first_page_footer):
        (line,) = footer.paragraphs
        fields = [one.get(f"{W}instr").strip() for one in line._p.iter(f"{W}fldSimple")]
        assert fields == ["PAGE", "NUMPAGES"]
        assert words_in(line._p) == "Pagina 1 van 1"


def test_a_table_of_contents_leads_to_the_headings(document):
    """Word brings it up to date when it opens the document; without Word it is there too."""
    kinds = [one.get(f"{W}fldCharType") for one in document.element.body.iter(f"{W}fldChar")]
    assert kinds == ["begin", "separate", "end"]
    (words,) = document.element.body.iter(f"{W}instrText")
    assert words.text.strip().startswith('TOC \\o "1-2"')
    links = [one for one in document.element.body.iter(f"{W}hyperlink") if one.get(f"{W}anchor")]
    assert [words_in(one) for one in links] == ["Wat & waarom", "Klein"]
    marks = {
        one.get(f"{W}name"): words_in(one.getparent())
        for one in document.element.body.iter(f"{W}bookmarkStart")
    }
    assert [marks[one.get(f"{W}anchor")] for one in links] == ["Wat & waarom", "Klein"]


def test_words_stay_as_they_are(document):
    """Strong words are strong, and an amount does not break."""
    (words,) = [one for one in document.paragraphs if one.text.startswith("Een vraag met")]
    assert words.text == "Een vraag met een € 5 erin."
    assert [run.text for run in words.runs if run.bold] == ["vraag"]
    assert document.tables[0].cell(2, 1).text == "€\xa01,2\xa0mln"


def test_lists_are_lists_and_each_starts_at_one(document):
    """Two numbered lists after each other do not count on."""
    assert {"Eerst dit.", "minder bazen"} <= set(by_style(document, "List Bullet"))
    numbered = [one for one in document.paragraphs if one.style.name == "List Number"]
    numbers = [one._p.pPr.numPr.numId.val for one in numbered]
    assert [one.text for one in numbered] == ["Doe dit.", "Doe dat.", "Opnieuw."]
    assert numbers[0] == numbers[1] != numbers[2]


def test_tables_have_heads_and_a_caption(document):
    """The head comes back on each page, and the caption counts by itself."""
    (table,) = document.tables
    assert [cell.text for cell in table.rows[0].cells] == ["Mogelijkheid", "Euro", "Waarom"]
    assert table.rows[0]._tr.find(f".//{W}tblHeader") is not None
    assert table.rows[1]._tr.find(f".//{W}tblHeader") is None
    assert table._tbl.find(f".//{W}tblCaption").get(f"{W}val") == "Wat het kost"
    with speaking("nl"):
        captions = [one for one in document.paragraphs if one.style.name == "Caption"]
    assert [one.text.split(". ")[-1] for one in captions] == ["Capaciteit < 100", "Wat het kost"]
    assert all(one._p.find(f"{W}fldSimple") is not None for one in captions)


def test_a_cell_keeps_its_lines_and_no_word_breaks():
    """A line is a line in Word too, and the column of a long word is wide enough for it."""
    heads = ("Mogelijkheid", "Leidinggevenden over", "Klein", "Kans", "Geld")
    row = ("Niets", "47\n41 FTE", "1", "2", "3")
    source = table_html(Table(caption="Wat", heads=heads, rows=(row,))).source
    page = small_page().replace("</main>", f"{source}</main>")
    table = docx.Document(BytesIO(docx_of(page, "nl"))).tables[-1]
    assert table.rows[1].cells[1].text == "47\n41 FTE"
    widths = [column.width.cm for column in table.columns]
    assert sum(widths) == pytest.approx(15.5, abs=0.01)
    assert widths[1] > 15 * 0.17 > widths[2]


def test_pictures_have_words(document):
    """The same as on the page."""
    (about,) = document.element.body.iter("{*}docPr")
    assert about.get("descr") == ABOUT["alt"]


def test_it_says_its_language_and_title(written, document):
    """In its styles and its properties; no person is named."""
    styles = etree.fromstring(ZipFile(BytesIO(written)).read("word/styles.xml"))
    assert {one.get(f"{W}val") for one in styles.iter(f"{W}lang")} == {"nl-NL"}
    assert document.core_properties.title == "Nijkerk: moet het anders?"
    assert document.core_properties.language == "nl-NL"
    assert document.core_properties.author.startswith("selfmgmt")


def test_only_safe_links_are_links():
    """Of the two on the page one would run something."""
    page = small_page().replace("</main>", '<p><a href="javascript:alert(1)">Klik</a></p></main>')
    document = docx.Document(BytesIO(docx_of(page, "nl")))
    assert "Klik" in document.paragraphs[-2].text
    links = [one.target_ref for one in document.part.rels.values() if one.is_external]
    assert links == ["https://voorbeeld.nl/?a=1&b=2"]


def test_what_unfolds_stays_in_the_web_page():
    """Numbers of charts go, and a section in which all unfolds, or that only a browser shows."""
    inner = (
        "<h2>Wel</h2><ul></ul><details><summary>Cijfers</summary><p>1</p></details>"
        "<h2>Bijlage</h2><p>Alles.</p><details><summary>Meer</summary><p>2</p></details>"
        '<h2>Schuiven</h2><p>Zelf.</p><div class="live"></div><h2>Ook</h2><p>Daar.</p>'
    )
    page = without_what_is_folded(f"<html><body><main>{inner}</main></body></html>")
    assert page.split("<main>")[1].split("</main>")[0] == (
        "<h2>Wel</h2><ul></ul><h2>Ook</h2><p>Daar.</p>"
    )


def test_the_same_page_gives_the_same_bytes(written):
    """No moment and no chance in it."""
    assert docx_of(small_page(), "nl") == written
    assert {one.date_time[0] for one in ZipFile(BytesIO(written)).infolist()} == {2026}


def test_signs_that_word_cannot_hold_are_left_out():
    """They would make the whole document unreadable."""
    page = small_page().replace("Een <strong>", "E\x00e\x0bn\ufffe <strong>")
    opened = docx.Document(BytesIO(docx_of(page, "nl")))
    assert "Een vraag met een € 5 erin." in [one.text for one in opened.paragraphs]
