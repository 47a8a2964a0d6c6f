"""What answers at each address of the pages."""

from collections.abc import Mapping
from typing import Any, Protocol
from urllib.parse import parse_qs, urlencode, urlsplit

from jupyter_server.base.handlers import FileFindHandler, JupyterHandler
from jupyter_server.utils import url_escape
from tornado.web import HTTPError, authenticated
from voila.static_file_handler import MultiStaticFileHandler
from voila.voila_identity_provider import VoilaLoginHandler

from selfmgmt.language import LANGUAGES, gettext, speaking
from selfmgmt.workspace.server.frame import (
    Frame,
    entrance_content,
    fault_content,
    frame,
    list_content,
    words,
)
from selfmgmt.workspace.server.pages import Page
from selfmgmt.workspace.server.sockets import PlainFaults

_NOT_FOUND = 404
_NOT_ACCEPTABLE = 406
_BUSY = 503


class _Server(Protocol):
    """What the handlers ask of the server."""

    pages: dict[tuple[str, str], Page]
    language: str

    async def has_room(self) -> bool: ...

    async def acquire(self, key: tuple[str, str]) -> Any: ...

    def release(self, key: tuple[str, str], rendered: Any) -> None: ...


class _FrameHandler(JupyterHandler):
    """Answers with a page in the frame, in the language of the visitor."""

    @property
    def server(self) -> _Server:
        server: _Server = self.settings["page_server"]
        return server

    @property
    def content_security_policy(self) -> str:
        """The browser itself refuses all that is not from here."""
        return (
            "default-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; "
            "script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:; "
            "form-action 'self'; frame-ancestors 'self'; base-uri 'self'; object-src 'none'"
        )

    @property
    def language(self) -> str:
        """The language that the address asks for, or else that of the server."""
        requested = self.query.get("language", "")
        return str(requested if requested in LANGUAGES else self.server.language)

    @property
    def query(self) -> dict[str, str]:
        """What the address asks for, whatever bytes it is written with."""
        requested = self.request.query_arguments
        return {name: values[-1].decode(errors="replace") for name, values in requested.items()}

    def frame(self, title: str, *, home: bool = True) -> Frame:
        """The frame of this page; the address of the others keeps its language."""
        many = len({name for name, _ in self.server.pages}) > 1
        return frame(
            title,
            language_links={one: self.here(language=one) for one in LANGUAGES},
            home=self.address("") if home and many else None,
        )

    def here(self, **changed: str) -> str:
        """This address, with other values in its query; never with the token."""
        query = {name: value for name, value in self.query.items() if name != "token"}
        return f"{self.request.path}?{urlencode({**query, **changed})}".rstrip("?")

    def address(self, name: str) -> str:
        """The address of a page, in the language of this one."""
        language = "" if self.language == self.server.language else f"?language={self.language}"
        return f"{self.base_url}{url_escape(name)}{language}"

    def left_token(self) -> bool:
        """Take the token out of the address, so that nobody passes it on by accident."""
        if not self.get_query_argument("token", ""):
            return False
        self.redirect(self.here())
        return True

    def write_error(self, status_code: int, **about: Any) -> None:  # noqa: ARG002 (in the log)
        """Say it in words; the log has the details."""
        with speaking(self.language):
            title, sentence = _in_words(status_code)
            around = self.frame(title)
            self.finish(around.above + fault_content(sentence) + around.below)


def _in_words(status_code: int) -> tuple[str, str]:
    """A title and a sentence for what went wrong."""
    if status_code == _NOT_FOUND:
        return (
            gettext("This page does not exist"),
            gettext("Check the address, or choose a page from the list."),
        )
    if status_code == _BUSY:
        return (
            gettext("It is busy"),
            gettext("All places are taken. Load this page again in a few minutes."),
        )
    return words()["fault"], words()["cause"]


class ListHandler(_FrameHandler):
    """The pages in order; with one page, that page."""

    @authenticated
    def get(self) -> None:
        """Answer with the list."""
        if self.left_token():
            return
        pages = [page for page in self.server.pages.values() if page.language == self.language]
        if len(pages) == 1:
            self.redirect(self.address(pages[0].name))
            return
        addresses = {page.name: self.address(page.name) for page in pages}
        with speaking(self.language):
            around = self.frame(gettext("Weigh cuts, staff and teams"), home=False)
            self.finish(around.above + list_content(pages, addresses) + around.below)


class PageHandler(_FrameHandler):
    """One page: its frame at once, and the rest as soon as it is there."""

    visitor_left = False

    @authenticated
    async def get(self, name: str) -> None:
        """Answer with a page that has a kernel of its own."""
        page: Page | None = self.server.pages.get((name, self.language))
        if page is None:
            raise HTTPError(_NOT_FOUND)
        if self.left_token():
            return
        if not wants_a_page(self.request.headers):
            raise HTTPError(_NOT_ACCEPTABLE)
        if not await self.server.has_room():
            raise HTTPError(_BUSY)
        self.xsrf_token  # noqa: B018 (sets the cookie with which the page may stop its kernel)
        self.set_header("Cache-Control", "no-store")
        with speaking(self.language):
            around = self.frame(page.title)
            self.write(around.above)
            self.flush()
            self.finish(await self._content((page.name, page.language)) + around.below)

    async def _content(self, key: tuple[str, str]) -> str:
        try:
            rendered = await self.server.acquire(key)
        except Exception:
            self.log.exception("%s: no page", key)
            return fault_content(words()["fault"], words()["cause"])
        if self.visitor_left:
            self.server.release(key, rendered)
        return str(rendered.html)

    def on_connection_close(self) -> None:
        """Remember that nobody waits any more."""
        super().on_connection_close()
        self.visitor_left = True


class EntranceHandler(_FrameHandler, VoilaLoginHandler):
    """Asks for the access code."""

    @property
    def language(self) -> str:
        """The language that is asked for here, or at the address where the visitor wants to go."""
        wanted = parse_qs(urlsplit(self.get_argument("next", "")).query).get("language", [""])[-1]
        requested = self.get_query_argument("language", wanted)
        return str(requested if requested in LANGUAGES else self.server.language)

    def _render(self, message: Any = None) -> None:
        with speaking(self.language):
            around = self.frame(gettext("Access"), home=False)
            content = entrance_content(refused=bool(message), fields=self.xsrf_form_html())
            self.finish(around.above + content + around.below)


class MissingHandler(_FrameHandler):
    """Any other address."""

    @authenticated
    def get(self) -> None:
        """Say that there is nothing here."""
        raise HTTPError(_NOT_FOUND)


def wants_a_page(headers: Mapping[str, str]) -> bool:
    """Whether a request is for a page to read, and not for a picture, a script or a maybe.

    A page costs a kernel, so a page elsewhere must not be able to ask for many in passing.

    >>> wants_a_page({"Sec-Fetch-Dest": "image"}), wants_a_page({"Accept": "text/html, */*"})
    (False, True)
    """
    if "Sec-Purpose" in headers or headers.get("Purpose") == "prefetch":
        return False
    if "Sec-Fetch-Dest" in headers:
        return headers["Sec-Fetch-Dest"] == "document"
    return "Accept" not in headers or "text/html" in headers["Accept"].lower()


class ScriptHandler(PlainFaults, FileFindHandler):
    """The scripts of the widgets."""


class LastingFileHandler(PlainFaults, MultiStaticFileHandler):
    """Files that a browser may keep."""

    def get_cache_time(self, *_about: Any) -> int:
        """A day, in seconds."""
        return 24 * 60 * 60
