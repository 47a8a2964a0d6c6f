"""From an executed notebook to one page that stands alone: no script, no outside request."""

import re
from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass
from functools import cache, lru_cache
from html import unescape
from pathlib import Path
from typing import Any

from selfmgmt import __version__
from selfmgmt.language import gettext, speaking
from selfmgmt.reference.municipalities import plain
from selfmgmt.reporting.pages.startup import without_slow_checks

TEMPLATES = Path(__file__).parent / "templates"
STYLE = TEMPLATES / "report" / "style.css"
_SECTION = re.compile(r"<h2>(.*?)</h2>", re.DOTALL)
_TITLE = re.compile(r"\A# (.+)\n*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What stands around the content of a report."""

    language: str
    title: str
    byline: str
    words: dict[str, str]
    style: str
    version: str = __version__


def page_html(notebook: Any, *, name: str, byline: str, language: str, theme: str = "") -> str:
    """The page of an executed notebook: prose in ``language`` and outputs, without code.

    Args:
        notebook: An executed notebook node; it is not changed.
        name: Whom the report is about; stands before the title of the notebook.
        byline: One line under the title.
        language: ``nl`` or ``en``.
        theme: A municipality's own look as a style sheet, to follow that of the page.
    """
    translated = in_language(notebook, language)
    question = take_title(translated)
    with speaking(language):
        page = Page(
            language=language,
            title=f"{name}: {question[:1].lower()}{question[1:]}",
            byline=byline,
            words=frame_words(),
            style=STYLE.read_text(encoding="utf-8") + theme,
        )
        body, _ = _exporter().from_notebook_node(translated, resources={"page": page})
    return str(body)


def section_headings(content: str) -> Iterator[tuple[str, str]]:
    """Anchor and words of each section, for the list of contents.

    >>> list(section_headings("<h2>Cijfers en bronnen</h2>"))
    [('cijfers-en-bronnen', 'Cijfers en bronnen')]
    """
    for match in _SECTION.finditer(content):
        yield _anchor(match[1]), match[1]


def with_anchors(content: str) -> str:
    """``content`` with an anchor at each section."""
    return _SECTION.sub(lambda match: f'<h2 id="{_anchor(match[1])}">{match[1]}</h2>', content)


def _anchor(words: str) -> str:
    return plain(unescape(words)).replace(" ", "-")


def frame_words() -> dict[str, str]:
    """What stands around the content of each page."""
    return {
        "skip": gettext("To the content"),
        "contents": gettext("Contents"),
        "footer": gettext("An exploration, not an intended decision. Made with selfmgmt."),
    }


@cache
def _exporter() -> Any:
    """The exporter of nbconvert, made once.

    Not its HTMLExporter, which would parse each page again with all pictures in it. Without its
    preprocessors, which have no work here but each check the whole notebook.
    """
    without_slow_checks()
    from nbconvert import TemplateExporter

    return TemplateExporter(
        template_name="report",
        file_extension=".html",
        extra_template_basedirs=[str(TEMPLATES)],
        default_preprocessors=[],
        filters={
            "markdown2html": _markdown,
            "section_headings": section_headings,
            "with_anchors": with_anchors,
        },
    )


@lru_cache(maxsize=256)  # the prose of a notebook is the same in every report
def _markdown(source: str) -> str:
    from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath

    renderer = IPythonRenderer(escape=False, exclude_anchor_links=True)
    return str(MarkdownWithMath(renderer=renderer).render(source))


def in_language(notebook: Any, language: str) -> Any:
    """A copy of the notebook with only the prose of one language; it shares the outputs."""
    translated = copy(notebook)
    translated.cells = [copy(cell) for cell in notebook.cells if _is_in(cell, language)]
    return translated


def _is_in(cell: Any, language: str) -> bool:
    languages = {tag for tag in cell.metadata.get("tags", []) if tag.startswith("lang-")}
    return not languages or f"lang-{language}" in languages


def take_title(notebook: Any) -> str:
    """Take the first heading out of the notebook, so that the page has one title."""
    for cell in notebook.cells:
        match = _TITLE.match(cell.source) if cell.cell_type == "markdown" else None
        if match:
            cell.source = cell.source[match.end() :]
            return match[1].strip()
    return gettext("Report")
