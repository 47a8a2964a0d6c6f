"""Sections on demand: sentences and pictures of the case on the page, made when someone asks."""

from base64 import b64encode
from html import escape
from pathlib import Path
from typing import Any, ClassVar

import anywidget
import traitlets

from selfmgmt.errors import InputError
from selfmgmt.language import current_language, gettext, speaking
from selfmgmt.reporting.content.content import Content
from selfmgmt.simulation import DRAWS
from selfmgmt.views.prose import Html
from selfmgmt.views.tables import Table, table_html
from selfmgmt.views.widgets.bundle import style, widget_module
from selfmgmt.workspace.lab.bar import CaseBar
from selfmgmt.workspace.lab.section_views import Views
from selfmgmt.workspace.lab.sections import SECTIONS

_HERE = Path(__file__).parent


class OnDemandSections(anywidget.AnyWidget):
    """Buttons, each with what it makes beneath it.

    Args:
        bar: Holds the case; what stands on the page when a button is pressed counts.
        page: Which sections there are; one of ``SECTIONS``.
        seed: Start of the random numbers.
        draws: Number of possible futures.
    """

    _esm: ClassVar = widget_module(_HERE / "on_demand.js")
    _css: ClassVar = style(_HERE / "tables.css", _HERE / "on_demand.css")

    page = traitlets.Dict().tag(sync=True)
    state = traitlets.Dict().tag(sync=True)

    def __init__(self, bar: CaseBar, page: str, *, seed: int, draws: int = DRAWS) -> None:
        self._bar, self._sections = bar, SECTIONS[page]
        self._seed, self._draws = seed, draws
        self._content: Content | None = None
        self._language = current_language()
        sections = [
            {"key": key, "title": gettext(section.title), "about": gettext(section.about)}
            for key, section in self._sections.items()
        ]
        words = {
            "make": gettext("Show"),
            "again": gettext("Show again with the case as it is now"),
            "busy": gettext("Being computed; this takes some seconds."),
            "done": gettext("Ready."),
        }
        super().__init__(page={"sections": sections, "words": words, "language": self._language})
        self.on_msg(lambda _widget, message, _buffers: self.answer(message))

    def answer(self, message: object) -> None:
        """Make the section that the page asks for; what fails is told in its place."""
        key = str(message.get("section")) if isinstance(message, dict) else ""
        if key not in self._sections:
            return
        with speaking(self._language):
            try:
                html = _html(self._sections[key].views(self._content_now())).source
            except InputError as fault:
                html = _fault(str(fault))
            except Exception:  # the page must live on, whatever happens
                self.log.exception("section %s", key)
                html = _fault(gettext("Something went wrong here. Your case is still there."))
        self.state = {**self.state, key: html}

    def _content_now(self) -> Content:
        """The case as it stands on the page, with what was computed of it before."""
        if self._content is None or self._content.case != self._bar.case:
            self._content = Content(
                case=self._bar.case, language=self._language, seed=self._seed, draws=self._draws
            )
        return self._content


def _html(views: Views) -> Html:
    return Html("".join(_piece(view, views) for view in views))


def _piece(view: Any, others: Views) -> str:
    if isinstance(view, Html):
        return view.source
    if isinstance(view, Table):
        return table_html(view).source
    from selfmgmt.views.figures import numbers_html, picture

    data = b64encode(picture(view)).decode("ascii")
    numbers = "" if view.table in others else numbers_html(view).source
    return (
        f'<figure><img src="data:image/png;base64,{data}" alt="{escape(view.alt)}">'
        f"<figcaption>{escape(view.title)}</figcaption></figure>{numbers}"
    )


def _fault(words: str) -> str:
    return f'<p class="fault" role="alert">{escape(words)}</p>'
