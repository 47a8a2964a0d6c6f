"""Sections on demand: sentences and pictures of the case on the page, made when someone asks."""

from base64 import b64encode
from html import escape
from typing import Any, ClassVar

import anywidget
import traitlets

from selfmgmt.errors import InputError
from selfmgmt.language import current_language, gettext, speaking
from selfmgmt.reporting.content.content import Content
from selfmgmt.simulation import DRAWS
from selfmgmt.views.prose import Html
from selfmgmt.views.tables import Table, table_html
from selfmgmt.workspace.lab.bar import CaseBar
from selfmgmt.workspace.lab.sections import LOOKS, Views
from selfmgmt.workspace.lab.tables import with_tables


class OnDemandSections(anywidget.AnyWidget):
    """Buttons, each with what it makes beneath it.

    Args:
        bar: Holds the case; what stands on the page when a button is pressed counts.
        page: Which looks there are; one of ``LOOKS``.
        seed: Start of the random numbers.
        draws: Number of possible futures.
    """

    _esm: ClassVar = with_tables("on_demand.js")
    _css: ClassVar = with_tables("on_demand.css")

    page = traitlets.Dict().tag(sync=True)
    shown = traitlets.Dict().tag(sync=True)

    def __init__(self, bar: CaseBar, page: str, *, seed: int, draws: int = DRAWS) -> None:
        self._bar, self._looks = bar, LOOKS[page]
        self._seed, self._draws = seed, draws
        self._content: Content | None = None
        self._language = current_language()
        looks = [
            {"key": key, "title": gettext(look.title), "about": gettext(look.about)}
            for key, look in self._looks.items()
        ]
        words = {
            "make": gettext("Show"),
            "again": gettext("Show again with the case as it is now"),
            "busy": gettext("Being computed; this takes some seconds."),
            "done": gettext("Ready."),
        }
        super().__init__(page={"looks": looks, "words": words, "language": self._language})
        self.on_msg(lambda _widget, message, _buffers: self.answer(message))

    def answer(self, message: Any) -> None:
        """Make the look that the page asks for; what fails is told in its place."""
        key = str(message.get("look")) if isinstance(message, dict) else ""
        if key not in self._looks:
            return
        with speaking(self._language):
            try:
                html = _html(self._looks[key].views(self._now())).source
            except InputError as fault:
                html = _fault(str(fault))
            except Exception:  # the page must live on, whatever happens
                self.log.exception("look %s", key)
                html = _fault(gettext("Something went wrong here. Your case is still there."))
        self.shown = {**self.shown, key: html}

    def _now(self) -> Content:
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
