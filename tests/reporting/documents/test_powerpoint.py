"""Slides in PowerPoint."""

from io import BytesIO

import pytest
from pptx import Presentation

from selfmgmt.reporting.documents.council import Slide
from selfmgmt.reporting.documents.powerpoint import pptx_of
from tests.reporting.documents.test_slides import some_slides


@pytest.fixture
def presentation():
    """The slides, opened again."""
    return Presentation(BytesIO(pptx_of(some_slides(), name="Nijkerk", language="nl")))


def test_titles_words_and_notes_are_where_they_belong(presentation):
    """In the places that PowerPoint reads aloud as such."""
    slides = list(presentation.slides)
    assert [one.shapes.title.text for one in slides] == [
        "Moet het anders?",
        "Wat kost het?",
        "En nu?",
    ]
    assert slides[2].placeholders[1].text == "Eerst.\nDat."
    assert slides[1].notes_slide.notes_text_frame.text == "Bron: wij."


def test_the_picture_has_words_and_stays_on_the_slide(presentation):
    """Alternative text, and no edge outside."""
    (figure,) = [shape for shape in presentation.slides[1].shapes if shape.shape_type == 13]
    assert figure._element.nvPicPr.cNvPr.get("descr") == "Eerst."
    assert figure.left + figure.width <= presentation.slide_width
    assert figure.top + figure.height <= presentation.slide_height


def test_few_words_are_written_larger(presentation):
    """A slide without a picture has room; beside one the words stay small."""
    beside, alone = (presentation.slides[at].placeholders[1] for at in (1, 2))
    assert [size_of(one) for one in (beside, alone)] == [20, 36]
    many = Slide(title="Veel", words=("woord " * 75,), note=("Bron: wij.",))
    made = Presentation(BytesIO(pptx_of([many], name="Nijkerk", language="nl")))
    assert size_of(made.slides[0].placeholders[1]) == 28


def size_of(shape):
    """Points of its letters."""
    return shape.text_frame.paragraphs[0].runs[0].font.size.pt


def test_each_slide_has_its_number_and_what_has_to_be_known(presentation):
    """The number where the layout has it; the caveat on the slide itself, not in its note."""
    for number, slide in enumerate(presentation.slides, start=1):
        (field,) = slide.shapes._spTree.iter("{*}fld")
        assert (field.get("type"), field.find("{*}t").text) == ("slidenum", str(number))
    for shape in presentation.slides[1].shapes:
        assert shape.left + shape.width <= presentation.slide_width
        assert shape.top + shape.height <= presentation.slide_height
    texts = [
        shape.text_frame.text for shape in presentation.slides[1].shapes if shape.has_text_frame
    ]
    assert "Een voorbeeld." in texts


def test_it_says_its_language_and_title(presentation):
    """For the voice that reads it."""
    runs = [
        run
        for slide in presentation.slides
        for paragraph in slide.placeholders[1].text_frame.paragraphs
        for run in paragraph.runs
    ]
    assert {run._r.rPr.get("lang") for run in runs} == {"nl-NL"}
    assert presentation.core_properties.title == "Nijkerk: Moet het anders?"
    assert presentation.core_properties.author.startswith("selfmgmt")


def test_the_same_slides_give_the_same_bytes():
    """No moment and no chance in it."""
    first = pptx_of(some_slides(), name="Nijkerk", language="nl")
    assert pptx_of(some_slides(), name="Nijkerk", language="nl") == first
