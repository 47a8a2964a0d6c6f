"""Slides as one page."""

from lxml import html

from selfmgmt.language import speaking
from selfmgmt.reporting.documents.council import Slide
from selfmgmt.reporting.documents.slides import slides_page
from selfmgmt.views.figures import Chart, drawing, new_figure
from tests.reporting.documents.a_page import TABLE


def a_chart(alt="Een lijn van 1 tot 2."):
    """A small picture."""
    with drawing():
        figure = new_figure(1)
        figure.subplots().plot([1, 2])
    return Chart(figure=figure, title="Een lijn", alt=alt, table=TABLE)


def some_slides(words="Eerst."):
    """An opening, a picture and some points."""
    return [
        Slide(title="Moet het anders?", words=(words, "Dan.")),
        Slide(
            title="Wat kost het?",
            words=(words,),
            chart=a_chart(words),
            note=("Bron: wij.",),
            caveat="Een voorbeeld.",
        ),
        Slide(title="En nu?", words=(words, "Dat.")),
    ]


def page(words="Eerst.", **about):
    """The slides as a page."""
    with speaking("nl"):
        return slides_page(some_slides(words), **({"name": "Nijkerk", "language": "nl"} | about))


def test_each_slide_has_a_title_and_a_number():
    """One title of the page; the links lead from slide to slide."""
    tree = html.document_fromstring(page())
    assert tree.get("lang") == "nl"
    assert tree.findtext(".//title") == "Nijkerk: Moet het anders?"
    assert tree.xpath("//h1/text()") == ["Moet het anders?"]
    assert tree.xpath("//h2/text()") == ["Wat kost het?", "En nu?"]
    assert tree.xpath("//nav/a/@href") == ["#s2", "#s1", "#s3", "#s2"]


def test_the_picture_has_words_and_numbers():
    """The note holds the source and the table."""
    tree = html.document_fromstring(page())
    assert tree.xpath("//img/@alt") == ["Eerst."]
    assert tree.xpath("//details/p/text()") == ["Bron: wij."]
    assert tree.xpath("//details//caption/text()") == [TABLE.caption]


def test_what_has_to_be_known_stands_on_the_slide():
    """Not in the note, which nobody sees from their seat; and each slide has its number."""
    tree = html.document_fromstring(page())
    assert tree.xpath("//div[@class='slide']/p[@class='caveat']/text()") == ["Een voorbeeld."]
    assert tree.xpath("//nav/span/text()") == ["1 / 3", "2 / 3", "3 / 3"]


def test_nothing_comes_from_outside():
    """No address at all in the page."""
    assert "http" not in page()
    assert "@import" not in page()


def test_words_never_become_code():
    """Whatever a case is called."""
    bad = '<script>alert(1)</script>"><img src=x onerror=alert(1)>{{ 7 * 7 }}'
    tree = html.document_fromstring(page(bad, name=bad))
    assert len(tree.xpath("//script")) == 1
    assert len(tree.xpath("//img")) == 1
    assert tree.xpath("//@onerror") == []
    assert tree.xpath("//img/@alt") == [bad]


def test_the_same_slides_give_the_same_page():
    """No moment and no chance in it."""
    assert page() == page()


def test_a_theme_follows_the_style():
    """So that it wins."""
    made = page(theme=":root { --ink: #000001; }")
    assert made.index("--ink: #000001") > made.index("--ink: #1d2b36")
