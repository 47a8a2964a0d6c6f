"""Page 1 as a page of its own: one A4, for an alderman or a clerk with five minutes."""

from typing import TYPE_CHECKING

from selfmgmt import __version__
from selfmgmt.language import gettext, speaking
from selfmgmt.numbers import long_date
from selfmgmt.reporting.pages.html import STYLE, TEMPLATES, frame_words
from selfmgmt.views.prose import Html
from selfmgmt.whole_files import write_whole

if TYPE_CHECKING:
    from selfmgmt.reporting.content.content import Content
    from selfmgmt.reporting.pages.rendered import RenderedReport

FILE = "page.html"
_FOLDER = TEMPLATES / "page"


def write_page(report: "RenderedReport") -> None:
    """Write page 1 of a report."""
    with speaking(report.language):
        page = page_of(report.content, theme=report.theme)
    write_whole(report.folder / FILE, page)


def page_of(content: "Content", *, theme: str = "") -> str:
    """Page 1 as a page that stands alone: no script, no outside request.

    Args:
        content: What it is about.
        theme: Style sheet with a municipality's own look.
    """
    from jinja2 import Environment, FileSystemLoader
    from markupsafe import Markup

    from selfmgmt.reporting.pages.sections import appendix_html, page_one_html

    environment = Environment(loader=FileSystemLoader(_FOLDER), autoescape=True)
    style = STYLE.read_text(encoding="utf-8") + theme

    def kept(inner: Html) -> Markup:
        return Markup(inner.source)  # noqa: S704  our own, with every text escaped

    page: str = environment.get_template("index.html.j2").render(
        language=content.language,
        title=page_title(content.case.name),
        byline=byline_of(content),
        style=Markup(style),  # noqa: S704  our own, and a theme that was checked
        inner=kept(page_one_html(content)),
        more=kept(appendix_html(content, "mixes")),
        words={**frame_words(), "heading": gettext("On one page")},
        version=__version__,
    )
    return page


def page_title(name: str) -> str:
    """The goal, not the means, after the name of whom it is about."""
    goal = gettext("How do we find the saving, and what is working differently worth to us?")
    return f"{name}: {goal[:1].lower()}{goal[1:]}"


def byline_of(content: "Content") -> str:
    """What it is, of which day, and of whom when municipalities share an organisation."""
    about = gettext(
        "Exploration for council, executive, directorate and teams. {day}.",
        day=long_date(content.record.made),
    )
    names = [one.name for one in content.study.members]
    shared = gettext("The organisation of {names}.", names=", ".join(names))
    return f"{about} {shared}" if len(names) > 1 else about
