"""Slides for the council in PowerPoint, to change at will."""

from collections.abc import Sequence
from copy import deepcopy
from io import BytesIO
from typing import TYPE_CHECKING, Any

from selfmgmt.language import speaking
from selfmgmt.reporting.documents.extra import library
from selfmgmt.reporting.documents.office import LOCALES, describe, whole_file
from selfmgmt.whole_files import replacing

if TYPE_CHECKING:
    from selfmgmt.reporting.documents.council import Slide
    from selfmgmt.reporting.pages.rendered import RenderedReport

FILE = "slides.pptx"
_WIDE, _HIGH = 33.867, 19.05  # centimetres, 16 by 9
_TITLE, _WORDS = (1.8, 1.4, 30.2, 2.6), (1.8, 4.4, 30.2, 12)  # left, top, width, height
_WORDS_BY_PICTURE = (1.8, 4.4, 10.8, 12)  # the words, when there is a picture
_PICTURE = (13.8, 4.2, 18.2, 13.6)
_CAVEAT_BY_PICTURE, _CAVEAT = (1.8, 17.2, 10.8, 1.4), (1.8, 17.4, 27, 1)
_NUMBER = (29.8, 17.7, 2.2, 0.9)
_FEW = 40  # words that leave room for larger letters
_LARGE, _MIDDLE, _SMALL = 36, 28, 20  # points, of few words, of more, and beside a picture
_INK, _ACCENT = (0x1D, 0x2B, 0x36), (0x14, 0x60, 0x7A)
_SLIDE_NUMBER = 13  # the kind of such a place
_OPENING, _CONTENT = 0, 1  # layouts that every presentation starts with


def needs_pptx() -> None:
    """Raise InputError when this computer cannot make PowerPoint files."""
    library("pptx", "pptx")


def write_pptx(report: "RenderedReport") -> None:
    """Write the slides of a report for PowerPoint."""
    from selfmgmt.reporting.documents.council import council_slides

    with speaking(report.language), replacing(report.folder / FILE) as unfinished:
        slides = council_slides(report.content)
        unfinished.write_bytes(pptx_of(slides, name=report.name, language=report.language))


def pptx_of(slides: Sequence["Slide"], *, name: str, language: str) -> bytes:
    """The slides as a file for PowerPoint: titles, words, pictures with alt text, notes.

    The same slides give the same bytes.

    Args:
        slides: The slides.
        name: Whom they are about.
        language: ``nl`` or ``en``.
    """
    library("pptx", "pptx")
    from pptx import Presentation
    from pptx.util import Cm

    presentation = Presentation()
    presentation.slide_width, presentation.slide_height = Cm(_WIDE), Cm(_HIGH)
    title = f"{name}: {slides[0].title}"
    describe(presentation.core_properties, title, LOCALES[language])
    for index, slide in enumerate(slides):
        layout = presentation.slide_layouts[_CONTENT if index else _OPENING]
        _fill(presentation.slides.add_slide(layout), slide, LOCALES[language], index + 1)
    return whole_file(presentation.save)


def _fill(target: Any, slide: "Slide", locale: str, index: int) -> None:
    title, words = target.shapes.title, target.placeholders[1]
    _write(title, [slide.title], locale, size=36, color=_ACCENT)
    _write(words, slide.words, locale, size=_size(slide))
    _space(words)
    _move(title, _TITLE)
    _move(words, _WORDS_BY_PICTURE if slide.chart else _WORDS)
    if slide.chart:
        _draw(target, slide.chart)
    if slide.caveat:
        _write(target.shapes.add_textbox(0, 0, 0, 0), [slide.caveat], locale, size=14)
        _move(target.shapes[-1], _CAVEAT_BY_PICTURE if slide.chart else _CAVEAT)
    _number(target, index)
    _write(target.notes_slide.notes_placeholder, slide.note, locale)


def _size(slide: "Slide") -> int:
    if slide.chart:
        return _SMALL
    return _LARGE if len(" ".join(slide.words).split()) <= _FEW else _MIDDLE


def _space(shape: Any) -> None:
    """Air between the points."""
    from pptx.util import Pt

    for paragraph in shape.text_frame.paragraphs:
        paragraph.space_after = Pt(12)


def _number(target: Any, index: int) -> None:
    """The number of the slide, in the place that its layout has for it."""
    (there,) = (
        one
        for one in target.slide_layout.placeholders
        if one.placeholder_format.type == _SLIDE_NUMBER
    )
    target.shapes._spTree.append(deepcopy(there._element))
    _move(target.shapes[-1], _NUMBER)
    (field,) = target.shapes[-1]._element.iter("{*}fld")
    field.find("{*}t").text = str(index)


def _write(
    shape: Any,
    lines: Sequence[str],
    locale: str,
    size: int = 0,
    color: tuple[int, int, int] = _INK,
) -> None:
    from pptx.dml.color import RGBColor
    from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
    from pptx.util import Pt

    frame = shape.text_frame
    frame.word_wrap, frame.vertical_anchor = True, MSO_ANCHOR.TOP
    frame.text = "\n".join(lines)
    for paragraph in frame.paragraphs:
        paragraph.alignment = PP_ALIGN.LEFT
        for run in paragraph.runs:
            run._r.get_or_add_rPr().set("lang", locale)
            if size:
                run.font.size = Pt(size)
                run.font.color.rgb = RGBColor(*color)  # type: ignore[no-untyped-call]


def _draw(target: Any, chart: Any) -> None:
    from pptx.util import Cm

    from selfmgmt.views.figures import picture

    left, top, width, height = map(Cm, _PICTURE)
    drawn = target.shapes.add_picture(BytesIO(picture(chart)), left, top)
    scale = min(width / drawn.width, height / drawn.height)
    drawn.width, drawn.height = int(drawn.width * scale), int(drawn.height * scale)
    drawn._element.nvPicPr.cNvPr.set("descr", chart.alt)
    drawn.name = chart.title


def _move(shape: Any, where: tuple[float, ...]) -> None:
    from pptx.util import Cm

    shape.left, shape.top, shape.width, shape.height = map(Cm, where)
