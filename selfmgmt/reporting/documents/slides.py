"""Slides for the council as one page: works offline, by keyboard, by ear and on paper."""

from base64 import b64encode
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from selfmgmt import __version__
from selfmgmt.language import gettext, speaking
from selfmgmt.reporting.pages.html import STYLE, TEMPLATES
from selfmgmt.whole_files import write_whole

if TYPE_CHECKING:
    from selfmgmt.reporting.documents.council import Slide
    from selfmgmt.reporting.pages.rendered import RenderedReport

FILE = "slides.html"
_FOLDER = TEMPLATES / "slides"


def write_slides(report: "RenderedReport") -> None:
    """Write the slides of a report as a page."""
    from selfmgmt.reporting.documents.council import council_slides

    with speaking(report.language):
        page = slides_page(
            council_slides(report.content),
            name=report.name,
            language=report.language,
            theme=report.theme,
        )
    write_whole(report.folder / FILE, page)


def slides_page(slides: Sequence["Slide"], *, name: str, language: str, theme: str = "") -> str:
    """The slides as a page without outside requests.

    Args:
        slides: The slides.
        name: Whom they are about.
        language: ``nl`` or ``en``.
        theme: Style sheet with a municipality's own look.
    """
    from jinja2 import Environment, FileSystemLoader
    from markupsafe import Markup

    from selfmgmt.views.tables import table_html

    environment = Environment(loader=FileSystemLoader(_FOLDER), autoescape=True)
    environment.filters["base64"] = _base64
    environment.filters["numbers"] = lambda chart: Markup(table_html(chart.table).source)  # noqa: S704
    style = "".join(path.read_text("utf-8") for path in (STYLE, _FOLDER / "slides.css")) + theme
    script = (_FOLDER / "slides.js").read_text("utf-8")
    page: str = environment.get_template("index.html.j2").render(
        slides=slides,
        name=name,
        language=language,
        version=__version__,
        style=Markup(style),  # noqa: S704  our own, and a theme that was checked
        script=Markup(script),  # noqa: S704
        words=_words(),
    )
    return page


def _base64(chart: Any) -> str:
    from selfmgmt.views.figures import picture

    return b64encode(picture(chart)).decode()


def _words() -> dict[str, str]:
    return {
        "note": gettext("Explanation and source"),
        "slides": gettext("Slide"),
        "previous": gettext("Previous"),
        "next": gettext("Next"),
    }
