"""Sections on a page: sentences, cautions, picture and table, and the appendix folded."""

from base64 import b64encode
from collections.abc import Mapping
from html import escape
from typing import Any

from selfmgmt.language import gettext
from selfmgmt.reporting.content.content import Content
from selfmgmt.reporting.content.sections.registry import APPENDIX, PAGE_ONE, section
from selfmgmt.reporting.content.sections.section import Section
from selfmgmt.reporting.pages.live_panel import MARKER
from selfmgmt.views.figures import Chart, about_chart, numbers_html, picture, show
from selfmgmt.views.prose import Html, bullets, folded, note, paragraphs
from selfmgmt.views.tables import table_html

_FITS = 10  # columns that fit on an A4 without breaking their cells


def show_section(content: Content, key: str) -> None:
    """Show one section in a notebook, without its title: that is the heading above the cell.

    Raises:
        InputError: There is no such section.
    """
    show(*views_of(section(content, key)))


def show_page_one(content: Content) -> None:
    """Show page 1 in a notebook."""
    show(page_one_html(content))


def show_live_panel() -> None:
    """Keep the place in a notebook where the web page of the report has the explorer."""
    show(Html(MARKER))


def show_appendix(content: Content) -> None:
    """Show the appendix in a notebook, each part behind a line."""
    show(*(part for key in APPENDIX if (part := appendix_html(content, key)).source))


def views_of(one: Section) -> list[Any]:
    """A section as what a notebook shows: the sentences first."""
    sentences = one.sentences
    views: list[Any] = [paragraphs(*sentences) if len(sentences) == 1 else bullets(sentences)]
    views += [one.picture] if one.picture else []
    views += [one.table] if one.table else []
    return [*views, note(*one.cautions)]


def appendix_html(content: Content, key: str) -> Html:
    """One part of the appendix, behind a line; nothing when there is nothing in it."""
    inner = "".join(_inner(part) for part in APPENDIX[key].parts(content))
    return folded(gettext(APPENDIX[key].title), Html(inner)) if inner else Html("")


def _inner(part: Any) -> str:
    """A section or a piece of a page; an empty table is left out."""
    if isinstance(part, Html):
        return part.source
    table = table_html(part.table).source if part.table and part.table.rows else ""
    chart = chart_html(part.picture) if part.picture else ""
    return bullets(part.sentences).source + chart + table


def page_one_html(content: Content) -> Html:
    """Page 1: seven sections on one sheet."""
    found = {key: section(content, key) for key in PAGE_ONE}
    table = found["consequences"].table
    parts = (
        _question(found["question"]),
        _answer(found["answer"]),
        _pair(found),
        table_html(table).source if table else "",
        _small((*found["consequences"].sentences, *found["consequences"].cautions)),
        _decide(found["decide"]),
    )
    wide = " wide" if table and len(table.heads) > _FITS else ""
    return Html(f'<div class="one{wide}">{"".join(parts)}</div>')


def _pair(found: Mapping[str, Section]) -> str:
    """The two pictures beside each other, the red frame under the first, which is the lower one."""
    left = _figure(found["mixes"]) + _own(found["own"])
    return f'<div class="pair"><div>{left}</div><div>{_figure(found["ways"])}</div></div>'


def _question(one: Section) -> str:
    return f'<p class="question">{escape(" ".join(one.sentences))}</p>'


def _own(one: Section) -> str:
    """The red frame, while something is not of the municipality itself."""
    if not one.cautions:
        return ""
    words = escape(" ".join(one.cautions))
    return f'<div class="own"><p><strong>{escape(one.title)}.</strong> {words}</p></div>'


def _answer(one: Section) -> str:
    heads = (
        gettext("What closes it."),
        gettext("At what price."),
        gettext("What we do not know."),
    )
    items = "".join(
        f"<li><strong>{escape(head)}</strong> {escape(sentence)}</li>"
        for head, sentence in zip(heads, one.sentences, strict=True)
    )
    return f'<ul class="answer">{items}</ul>'


def _figure(one: Section) -> str:
    """A picture with its title above and how to read it below; its numbers folded."""
    if one.picture is None:
        return ""
    words = escape(" ".join((*one.sentences, *one.cautions)))
    return (
        f'{chart_html(one.picture)}<p class="reading">{words}</p>{numbers_html(one.picture).source}'
    )


def chart_html(chart: Chart) -> str:
    """A picture in the page itself, with its title and its words for those who do not see it."""
    about = about_chart(chart)
    return (
        f"<figure><figcaption>{escape(about['title'])}</figcaption>"
        f'<img src="data:image/png;base64,{b64encode(picture(chart)).decode()}" '
        f'alt="{escape(about["alt"])}" width="{about["width"]}" height="{about["height"]}">'
        "</figure>"
    )


def _small(sentences: tuple[str, ...]) -> str:
    return f'<p class="reading">{escape(" ".join(sentences))}</p>' if sentences else ""


def _decide(one: Section) -> str:
    items = "".join(f"<li>{escape(text)}</li>" for text in one.sentences)
    return f'<h3>{escape(one.title)}</h3><ul class="decide">{items}</ul>'
