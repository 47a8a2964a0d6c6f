"""What stands around the words of a Word document: header, page numbers, table of contents."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from selfmgmt.language import gettext

_DEEPEST = 2  # levels of headings in the table of contents
_INDENT = 0.6  # centimetres for each level


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading in the document."""

    paragraph: Any
    level: int


def add_header_and_footer(document: Any, title: str) -> None:
    """The title above each page but the first, and the number of the page below each."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    section = document.sections[0]
    section.different_first_page_header_footer = True
    section.header.paragraphs[0].text = title
    words = gettext("Page {page} of {pages}", page="\0", pages="\0").split("\0")
    for footer in (section.footer, section.first_page_footer):
        line = footer.paragraphs[0]
        line.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        for text, field in zip(words, ("PAGE", "NUMPAGES", ""), strict=True):
            line.add_run(text)
            if field:
                line._p.append(_simple_field(field, line.add_run("1")._r))


def fill_contents(target: Any, headings: Sequence[Heading]) -> None:
    """Put a table of contents before the paragraph ``place``, with a link to each heading.

    Word brings it up to date when the document is opened: only Word knows the pages.
    """
    visible = [one for one in headings if one.level <= _DEEPEST]
    for number, heading in enumerate(visible):
        _mark(heading.paragraph, number)
    lines = [_line(target, heading, number) for number, heading in enumerate(visible)]
    if lines:
        start = lines[0].insert_paragraph_before("", "Normal")
        _begin(start)
        target.add_run()._r.append(_element("w:fldChar", {"w:fldCharType": "end"}))


def _line(target: Any, heading: Heading, number: int) -> Any:
    from docx.shared import Cm, Pt

    line = target.insert_paragraph_before("", "Normal")
    line.paragraph_format.left_indent = Cm(_INDENT * (heading.level - 1))
    line.paragraph_format.space_after = Pt(2)
    link = _element("w:hyperlink", {"w:anchor": _anchor(number)})
    link.append(line.add_run(heading.paragraph.text)._r)
    line._p.append(link)
    return line


def _begin(start: Any) -> None:
    for kind, more in (("begin", {"w:dirty": "true"}), ("", {}), ("separate", {})):
        run = start.add_run()._r
        if kind:
            run.append(_element("w:fldChar", {"w:fldCharType": kind, **more}))
        else:
            words = _element("w:instrText", {})
            words.text = f' TOC \\o "1-{_DEEPEST}" \\h \\z \\u '
            run.append(words)


def _mark(paragraph: Any, number: int) -> None:
    """A bookmark around a heading."""
    start = _element("w:bookmarkStart", {"w:id": str(number), "w:name": _anchor(number)})
    properties = paragraph._p.pPr
    properties.addnext(start)
    paragraph._p.append(_element("w:bookmarkEnd", {"w:id": str(number)}))


def _anchor(number: int) -> str:
    return f"_Toc{number + 1:06}"


def _simple_field(code: str, visible: Any) -> Any:
    field = _element("w:fldSimple", {"w:instr": f" {code} "})
    field.append(visible)
    return field


def _element(tag: str, values: dict[str, str]) -> Any:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    element = OxmlElement(tag)
    for key, value in values.items():
        element.set(qn(key), value)
    return element
