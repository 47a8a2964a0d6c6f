"""The page of a report as building blocks in Word, to copy from into a proposal."""

import re
from collections.abc import Callable, Iterator, Sequence
from html import escape
from itertools import takewhile
from typing import TYPE_CHECKING, Any

from selfmgmt.language import gettext, speaking
from selfmgmt.reporting.documents.extra import library
from selfmgmt.reporting.documents.office import whole_file
from selfmgmt.reporting.documents.word import WordDocument
from selfmgmt.views.prose import bullets
from selfmgmt.views.tables import table_html
from selfmgmt.whole_files import replacing

if TYPE_CHECKING:
    from selfmgmt.reporting.content.content import Content
    from selfmgmt.reporting.content.sections.section import Section
    from selfmgmt.reporting.pages.rendered import RenderedReport

FILE = "report.docx"
_NEVER_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_HEADINGS = {"h2": 1, "h3": 2, "h4": 3}
_LISTS = {"ul": "List Bullet", "ol": "List Number"}


def needs_docx() -> None:
    """Raise InputError when this computer cannot make Word documents."""
    library("docx", "docx")


def write_docx(report: "RenderedReport") -> None:
    """Write the Word document of a report."""
    with replacing(report.folder / FILE) as unfinished:
        unfinished.write_bytes(docx_of_report(report.page, report.content, report.language))


def docx_of_report(page: str, content: "Content", language: str) -> bytes:
    """A request for advice and the main text of a report in Word.

    Args:
        page: The page of the report.
        content: What it is about.
        language: ``nl`` or ``en``.
    """
    from selfmgmt.reporting.content.sections.advice import advice_sections

    with speaking(language):
        request = request_html(advice_sections(content))
    return docx_of(without_what_is_folded(page), language, request)


def without_what_is_folded(page: str) -> str:
    """A page without what unfolds in a browser, and without sections in which all of it does."""
    from lxml import html  # type: ignore[import-untyped]

    tree = html.document_fromstring(page)
    main = tree.find(".//main")
    for heading in main.findall("h2"):
        following = takewhile(lambda one: one.tag != "h2", heading.itersiblings())
        rest = [one for one in following if one.tag != "p"]
        if all(one.tag == "details" or one.get("class") == "live" for one in rest) and rest:
            for one in (heading, *takewhile(lambda one: one.tag != "h2", heading.itersiblings())):
                main.remove(one)
    for one in main.findall(".//details"):
        one.drop_tree()
    return str(html.tostring(tree, encoding="unicode"))


def request_html(sections: Sequence["Section"]) -> str:
    """Sections as headings, lists and tables: of the whole, of an option, of a part of that."""
    from selfmgmt.reporting.content.sections.advice import FIRST_OF_OPTION

    parts = []
    for index, one in enumerate(sections):
        level = "h2" if not index else "h3" if one.key.startswith(FIRST_OF_OPTION) else "h4"
        notes = (f"<p>{escape(text)}</p>" for text in one.cautions)
        table = table_html(one.table).source if one.table else ""
        sentences = bullets(one.sentences).source
        parts.append(f"<{level}>{escape(one.title)}</{level}>{sentences}{table}{''.join(notes)}")
    return f"<main>{''.join(parts)}</main>"


def docx_of(page: str, language: str, request: str = "", *, opening: str | None = None) -> bytes:
    """A request for advice and the page in Word: headings, lists, tables, pictures with alt texts.

    The same page gives the same bytes.

    Args:
        page: The page of a report.
        language: ``nl`` or ``en``.
        request: What comes before it, as a piece of a page.
        opening: What stands above the contents; when left out, how to use a report.
    """
    library("docx", "docx")
    from lxml import html

    tree = html.document_fromstring(_NEVER_IN_XML.sub("", page))
    with speaking(language):
        document = WordDocument(title=tree.findtext(".//title"), language=language)
        document.paragraph(tree.find(".//p[@class='byline']"), "Subtitle")
        words = _building_blocks() if opening is None else opening
        if words:
            document.words(words, "Quote")
        document.contents()
        before = html.fragment_fromstring(_NEVER_IN_XML.sub("", request)) if request else ()
        for block in (*before, *tree.find(".//main")):
            _write(document, block)
        document.paragraph(tree.find(".//footer/p"), "Quote")
    return whole_file(document.save)


def _building_blocks() -> str:
    return gettext(
        "Building blocks for a proposal to the council or the executive, and for a request "
        "for advice to the works council. Copy what you need; take the range and the "
        "source of a figure along. The numbers of the charts, all that was computed, and the "
        "sources stand in the web page of this report."
    )


def _write(document: WordDocument, block: Any) -> None:
    """Write one block of a page, and what is in it."""
    tag, within = block.tag, block.get("class", "")
    if tag in _HEADINGS:
        document.heading(block, _HEADINGS[tag])
    elif tag in _LISTS:
        document.list_items(block.findall("li"), _LISTS[tag])
    elif tag in _WRITERS:
        _WRITERS[tag](document, block)
    elif tag == "p":
        document.paragraph(block, "Strong" if within == "lead" else "Normal")
    else:
        for part in _parts(block):
            _write(document, part)


def _parts(block: Any) -> Iterator[Any]:
    """What is in a block, without the line that unfolds it when a caption says the same."""
    for part in block:
        if part.tag == "summary" and block.find(".//table") is not None:
            continue
        yield part


def _write_terms(document: WordDocument, block: Any) -> None:
    for part in block:
        document.paragraph(part, "Strong" if part.tag == "dt" else "Normal")


def _write_figure(document: WordDocument, block: Any) -> None:
    image = block.find(".//img")
    document.caption(gettext("Chart"), block.find("figcaption").text_content())
    document.picture(
        image.get("src"),
        alt=image.get("alt"),
        width=int(image.get("width")),
        height=int(image.get("height")),
    )


def _write_table(document: WordDocument, block: Any) -> None:
    caption = block.findtext("caption")
    document.caption(gettext("Table"), caption)
    document.table(block.findall(".//tr"), caption)


_WRITERS: dict[str, Callable[[WordDocument, Any], None]] = {
    "dl": _write_terms,
    "figure": _write_figure,
    "table": _write_table,
    "summary": lambda document, block: document.paragraph(block, "Strong"),
}
