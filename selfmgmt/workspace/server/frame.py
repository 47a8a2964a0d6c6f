"""What stands around the content of a page: one frame for pages, lists, questions and faults."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from selfmgmt.language import current_language, gettext
from selfmgmt.reporting.pages.html import STYLE

TEMPLATES = Path(__file__).parent / "templates" / "app"
_CONTENT = "<!-- content -->"


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The halves of a page around its content."""

    above: str
    below: str


def frame(title: str, *, language_links: Mapping[str, str], home: str | None = None) -> Frame:
    """The frame of a page that is titled ``title``, in the language of the reader.

    Args:
        title: What the page is called.
        language_links: Language to the address of the same page in that language.
        home: Address of the list of pages, when there is one to go to.
    """
    html = _rendered(
        "frame.html.j2",
        title=title,
        language=current_language(),
        language_links=language_links,
        home=home,
        content=_CONTENT,
        words=words(),
        styles=_styles(),
    )
    above, _, below = html.partition(_CONTENT)
    return Frame(above=above, below=below)


def list_content(pages: Sequence[Any], address: Mapping[str, str]) -> str:
    """A list of pages, each with its address by name and its first lines; last the science."""
    science = gettext(
        "How the model works, equation by equation: the notebooks 90_model and further, which "
        "“selfmgmt lab” opens to compute along with."
    )
    return _rendered("list.html.j2", pages=pages, address=address, science=science)


def entrance_content(*, refused: bool, fields: str) -> str:
    """The question for the access code; ``fields`` are hidden ones that go along."""
    return _rendered("entrance.html.j2", words=words(), refused=refused, fields=fields)


def fault_content(*sentences: str) -> str:
    """What went wrong, in words for the reader."""
    return _rendered("fault.html.j2", sentences=sentences)


def words() -> dict[str, str]:
    """The words of the frame, in the language of the reader."""
    return {
        "skip": gettext("To the content"),
        "home": gettext("All pages"),
        "nl": "Nederlands",
        "en": "English",
        "moment": gettext("One moment. This page is being prepared."),
        "script": gettext("This page needs JavaScript. Turn it on in your browser."),
        "fault": gettext("This page could not be finished."),
        "cause": gettext(
            "Reload the page to try again. Does it happen again? Then tell the person who gave you "
            "the link; the cause is in the window where the pages were started."
        ),
        "lost": gettext("The connection with this page is lost; it stopped or had a long rest."),
        "again": gettext("Load the page again"),
        "code": gettext("Access code"),
        "open": gettext("Open the pages"),
        "ask": gettext(
            "These pages are behind an access code. Use the link that you were given, or type the "
            "code: it is the last part of that link, after token=."
        ),
        "refused": gettext("That code is not right. Copy it once more from the link."),
        "footer": gettext("An exploration, not an intended decision. Made with selfmgmt."),
    }


@cache
def _styles() -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in (STYLE, TEMPLATES / "app.css"))


def _rendered(name: str, **values: Any) -> str:
    return str(_templates().get_template(name).render(**values))


@cache
def _templates() -> Any:
    from jinja2 import Environment, FileSystemLoader

    return Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True)
