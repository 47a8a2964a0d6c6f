"""A Word document that people can read with their ears as well."""

import re
from base64 import b64decode
from collections.abc import Sequence
from io import BytesIO
from typing import Any

from selfmgmt.reporting.documents.office import LOCALES, describe
from selfmgmt.reporting.documents.word_parts import (
    Heading,
    add_header_and_footer,
    fill_contents,
)

_SAFE_LINKS = ("https://", "http://", "mailto:")
_WIDEST = 15.5  # centimetres between the margins
_HIGHEST = 16  # centimetres, so that its title and some words fit above it
_PIXELS_PER_CM = 42  # CSS pixels of a picture
_INK, _SOFT, _LINK = "1D2B36", "51606C", "14607A"
_FIRST, _SHARES = 1.9, {"words": 1.5}  # of the width of a column with figures
_USUAL, _NARROW = 0.42, 0.12  # centimetres left and right of the words in a cell, together
_LETTER = 0.0195  # centimetres that a letter is wide, for each point of its size
_CELL, _SMALL, _MANY = 9.0, 6.5, 8  # points in a table, also in one of more than so many columns
_FONT = "Calibri"
_LOOKS = (
    ("Normal", 11, _INK),
    ("Title", 24, _INK),
    ("Subtitle", 11, _SOFT),
    ("Quote", 11, _SOFT),
    ("Heading 1", 16, _INK),
    ("Heading 2", 13, _INK),
    ("Heading 3", 11, _INK),
    ("Caption", 10, _INK),
)
_WORD = "http://schemas.microsoft.com/office/word"
_SPACE = re.compile("[ \t\r\n]+")  # a space that may not break stays


class WordDocument:
    """An empty document, to be filled from the top.

    Args:
        title: Stands above it, and in its properties.
        language: ``nl`` or ``en``.
    """

    def __init__(self, *, title: str, language: str) -> None:
        from docx import Document

        self._document: Any = Document()
        describe(self._document.core_properties, title, LOCALES[language])
        _dress(self._document, LOCALES[language])
        self._numbers: dict[str, int] = {}
        self._headings: list[Heading] = []
        self._contents: Any = None
        self._document.add_paragraph(title, "Title")
        add_header_and_footer(self._document, title)

    def save(self, target: BytesIO) -> None:
        """Write the document; once."""
        if self._contents is not None:
            fill_contents(self._contents, self._headings)
        self._document.save(target)

    def contents(self) -> None:
        """The table of contents comes here."""
        self._contents = self._document.add_paragraph()

    def words(self, text: str, style: str) -> None:
        """A paragraph of plain words."""
        self._document.add_paragraph(text, style)

    def heading(self, element: Any, level: int) -> None:
        """A heading that Word lists as one."""
        written = self._document.add_paragraph(_text(element), f"Heading {level}")
        self._headings.append(Heading(paragraph=written, level=level))

    def paragraph(self, element: Any, style: str) -> None:
        """A paragraph with what stands in ``element``; ``Strong`` is one that leads the next."""
        leads = style == "Strong"
        written = self._document.add_paragraph(style="Normal" if leads else style)
        _fill(written, element, bold=leads)
        written.paragraph_format.keep_with_next = leads or None

    def list_items(self, items: Sequence[Any], style: str) -> None:
        """A list; one with numbers starts at 1."""
        number = _new_numbers(self._document) if style == "List Number" else None
        for item in items:
            written = self._document.add_paragraph(style=style)
            _fill(written, item)
            if number is not None:
                written._p.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = number

    def caption(self, kind: str, text: str) -> None:
        """A caption with a number that Word keeps up to date, also after copying."""
        self._numbers[kind] = self._numbers.get(kind, 0) + 1
        written = self._document.add_paragraph(f"{kind} ", "Caption")
        written.paragraph_format.keep_with_next = True
        field = _element("w:fldSimple", {"w:instr": f" SEQ {kind} \\* ARABIC "})
        counted = written.add_run(str(self._numbers[kind]))._r
        field.append(counted)
        written._p.append(field)
        written.add_run(f". {text}")

    def picture(self, source: str, *, alt: str, width: int, height: int) -> None:
        """A picture with words for those who do not see it.

        Args:
            source: Its address, that holds the picture itself.
            alt: What it says.
            width: In CSS pixels.
            height: In CSS pixels; one that is higher than a page becomes smaller.
        """
        from docx.shared import Cm

        content = BytesIO(b64decode(source.partition("base64,")[2]))
        wide = Cm(min(width / _PIXELS_PER_CM, _WIDEST, _HIGHEST * width / height))
        about = self._document.add_paragraph().add_run().add_picture(content, wide)._inline.docPr
        about.set("descr", alt)
        about.set("name", " ".join(("picture", str(about.id))))

    def table(self, rows: Sequence[Any], caption: str) -> None:
        """A table of which Word repeats the heads on each page, and says what it is about.

        Args:
            rows: The rows, the first with the heads.
            caption: What it shows.
        """
        from docx.shared import Cm

        table = self._document.add_table(len(rows), len(rows[0]), "Table Grid")
        size = _SMALL if len(rows[0]) > _MANY else _CELL
        _set_widths(table, rows, size)
        table._tbl.tblPr.append(_element("w:tblCaption", {"w:val": caption}))
        if size == _SMALL:
            _narrow_margins(table)
        for index, (row, cells) in enumerate(zip(rows, table.rows, strict=True)):
            for source, cell in zip(row, cells.cells, strict=True):
                _fill_cell(cell.paragraphs[0], source, size, bold=index == 0)
            if row.get("data-height"):  # room to write in, in centimetres
                cells.height = Cm(float(row.get("data-height")))
            about = cells._tr.get_or_add_trPr()
            about.append(_element("w:cantSplit"))
            if index == 0:
                about.append(_element("w:tblHeader"))
        self._document.add_paragraph().paragraph_format.space_after = 0


def _dress(document: Any, locale: str) -> None:
    """The language of the document, and a look that gives way to that of another document."""
    from docx.shared import Cm, Pt, RGBColor

    styles = document.styles
    for mark in styles.element.iter("{*}lang"):
        mark.set(_name("w:val"), locale)
    for section in document.sections:
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(2.5)
    for name, size, colour in _LOOKS:
        font = styles[name].font
        font.size, font.color.rgb, font.italic = Pt(size), RGBColor.from_string(colour), False
        font.name = _FONT
        styles[name].element.rPr.rFonts.attrib.pop(_name("w:asciiTheme"), None)
        styles[name].element.rPr.rFonts.attrib.pop(_name("w:hAnsiTheme"), None)
    mode = {"w:name": "compatibilityMode", "w:uri": _WORD, "w:val": "15"}  # that of Word since 2013
    document.settings.element.find(_name("w:compat")).append(_element("w:compatSetting", mode))


def _new_numbers(document: Any) -> int:
    """A fresh count for a numbered list."""
    numbering = document.part.numbering_part.numbering_definitions._numbering
    style = document.styles["List Number"].element.pPr.numPr.numId.val
    number = numbering.add_num(numbering.num_having_numId(style).abstractNumId.val)
    number.add_lvlOverride(ilvl=0).add_startOverride(1)
    return int(number.numId)


def _set_widths(table: Any, rows: Sequence[Any], size: float) -> None:
    """Columns with words wider than those with figures, the first the widest; none breaks a word.

    A head that has ``data-share`` says itself how wide its column is beside the others.
    """
    from docx.shared import Cm

    heads = rows[0]
    usual = [_FIRST, *(_SHARES.get(head.get("class"), 1) for head in heads[1:])]
    shares = [
        float(head.get("data-share", share)) for head, share in zip(heads, usual, strict=True)
    ]
    asked = [_WIDEST * share / sum(shares) for share in shares]
    around = _NARROW if size == _SMALL else _USUAL
    longest = [max(_longest(row[at]) for row in rows) for at in range(len(heads))]
    least = [around + letters * _LETTER * size for letters in longest]
    for column, width in zip(table.columns, _fitted(asked, least), strict=True):
        column.width = Cm(width)
        for cell in column.cells:
            cell.width = column.width


def _fitted(asked: Sequence[float], least: Sequence[float]) -> list[float]:
    """Widths of at least what each needs; what they take more, those with room give.

    >>> _fitted([4.0, 2.0, 2.0], [1.0, 3.0, 2.0])
    [3.0, 3.0, 2.0]
    """
    short = sum(max(need - width, 0) for width, need in zip(asked, least, strict=True))
    spare = sum(max(width - need, 0) for width, need in zip(asked, least, strict=True))
    given = min(short / spare, 1.0) if spare else 0.0
    return [
        width - given * (width - need) if width > need else need if spare >= short else width
        for width, need in zip(asked, least, strict=True)
    ]


def _longest(cell: Any) -> int:
    """Letters of the longest word in a cell; a hyphen may end a line."""
    return max(map(len, re.split(r"[ \t\r\n-]+", str(cell.text_content()))), default=0)


def _narrow_margins(table: Any) -> None:
    margins = _element("w:tblCellMar")
    for side in ("left", "right"):
        margins.append(_element(f"w:{side}", {"w:w": "30", "w:type": "dxa"}))
    table._tbl.tblPr.find(_name("w:tblCaption")).addprevious(margins)


def _fill_cell(paragraph: Any, source: Any, size: float, *, bold: bool) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    _fill(paragraph, source, bold=bold, lines=True)
    paragraph.paragraph_format.space_after = 0
    if source.get("class") == "figure":
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    for run in paragraph.runs:
        run.font.size = Pt(size)


def _fill(paragraph: Any, element: Any, *, bold: bool | None = None, lines: bool = False) -> None:
    """Write the words of ``element``, with links, strong words as such, and lines when asked."""
    _run(paragraph, element.text, bold, lines)
    for part in element:
        if part.tag == "a" and part.get("href", "").startswith(_SAFE_LINKS):
            _link(paragraph, part)
        elif part.get("class") == "source":
            paragraph.add_run().add_break()
            _fill(paragraph, part, lines=lines)
        else:
            strong = bold or part.tag in ("strong", "b") or None
            _fill(paragraph, part, bold=strong, lines=lines)
        _run(paragraph, part.tail, bold, lines)


def _run(paragraph: Any, text: str | None, bold: bool | None, lines: bool) -> None:
    for index, line in enumerate((text or "").split("\n") if lines else [text or ""]):
        if index and paragraph.runs:
            paragraph.runs[-1].add_break()
        words = _SPACE.sub(" ", line)
        if words.strip(" "):
            paragraph.add_run(words if paragraph.runs else words.lstrip(" ")).bold = bold


def _link(paragraph: Any, source: Any) -> None:
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.shared import RGBColor

    key = paragraph.part.relate_to(
        source.get("href"), RELATIONSHIP_TYPE.HYPERLINK, is_external=True
    )
    link = _element("w:hyperlink", {"r:id": key})
    run = paragraph.add_run(_text(source))
    run.underline, run.font.color.rgb = True, RGBColor.from_string(_LINK)
    link.append(run._r)
    paragraph._p.append(link)


def _text(element: Any) -> str:
    return _SPACE.sub(" ", str(element.text_content())).strip(" ")


def _name(tag: str) -> str:
    from docx.oxml.ns import qn

    return str(qn(tag))


def _element(tag: str, values: dict[str, str] | None = None) -> Any:
    from docx.oxml import OxmlElement

    element = OxmlElement(tag)
    for key, value in (values or {}).items():
        element.set(_name(key), value)
    return element
