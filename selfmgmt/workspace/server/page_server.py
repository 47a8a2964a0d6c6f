"""The server of the pages: Voila with our own template, and with nothing that pages do not need.

Visitors move what is on a page. They cannot run code: the server passes on only the messages of
widgets. There is no address that lists, reads or writes files, or that starts a kernel.
"""

import asyncio
import os
import time
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from jupyter_core.utils import ensure_async
from jupyter_server.base.handlers import FileFindHandler
from jupyter_server.services.kernels.handlers import KernelHandler
from jupyter_server.utils import url_path_join
from tornado.ioloop import IOLoop
from traitlets import Dict as DictTrait
from traitlets import Integer, Unicode
from voila._version import __version__ as voila_version
from voila.app import Voila
from voila.notebook_renderer import NotebookRenderer
from voila.paths import collect_static_paths, collect_template_paths
from voila.shutdown_kernel_handler import VoilaShutdownKernelHandler
from voila.tornado.kernel_websocket_handler import VoilaKernelWebsocketHandler
from voila.utils import get_page_config

from selfmgmt.language import speaking
from selfmgmt.reporting.pages.html import TEMPLATES as REPORT_TEMPLATES
from selfmgmt.workspace.lab.links import OWNED
from selfmgmt.workspace.server.frame import TEMPLATES, words
from selfmgmt.workspace.server.handlers import (
    EntranceHandler,
    LastingFileHandler,
    ListHandler,
    MissingHandler,
    PageHandler,
    ScriptHandler,
)
from selfmgmt.workspace.server.messages import LARGEST
from selfmgmt.workspace.server.pages import Page
from selfmgmt.workspace.server.pool import KernelPool
from selfmgmt.workspace.server.sockets import LeavingHandler, OneKernelHandler, PageSocket

Key = tuple[str, str]  # name and language of a page

LOOPBACK = ("127.0.0.1", "::1", "localhost")

_KEPT = {
    FileFindHandler: ScriptHandler,
    KernelHandler: OneKernelHandler,
    VoilaKernelWebsocketHandler: PageSocket,
    VoilaShutdownKernelHandler: LeavingHandler,
}
"""Handlers of Voila to ours that take their place."""
_PATIENCE = 60  # seconds to wait for a page to be made
_FAREWELL = 5  # seconds for one who is just leaving, as who loads a page again
_PAUSE = 0.2  # seconds between two looks
_COOKIE = {"samesite": "Lax"}  # not sent along by pages elsewhere, but by a link in a message
_PING = 30_000  # milliseconds without a sign of life after which a visitor has left


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendered:
    """A page with its kernel: the part that goes into the frame."""

    html: str
    kernel: str


class PageServer(Voila):
    """Serves pages, each visitor with a kernel of their own."""

    pages = DictTrait(help="The pages by name and language.")
    language = Unicode(help="The language of who does not choose one.")
    keep = DictTrait(help="How many of each page to keep ready.")
    most_open = Integer(help="How many pages may be open at the same time.")
    announce: Callable[[str], None]
    awaited = 0
    """Visitors for whom a page is being made."""

    def setup_template_dirs(self) -> None:
        """Our templates, on those of the report, on those of nbconvert."""
        below = collect_template_paths(["voila", "nbconvert"], "base", prune=True)
        self.template_paths = [str(TEMPLATES), str(REPORT_TEMPLATES), *below]
        self.static_paths = collect_static_paths(["voila", "nbconvert"], "base")

    def init_settings(self) -> dict[str, Any]:
        """The settings of the web server."""
        settings: dict[str, Any] = super().init_settings()
        self.identity_provider.login_handler_class = EntranceHandler
        self.identity_provider.cookie_options = _COOKIE
        self.pool = KernelPool(
            self._render, keep=self.keep, at_once=os.cpu_count() or 1, patience=_PATIENCE
        )
        return {
            **settings,
            "page_server": self,
            "allow_remote_access": self.ip not in LOOPBACK,
            "default_handler_class": MissingHandler,
            "ws_ping_timeout": _PING,
            "websocket_max_message_size": LARGEST,
            "xsrf_cookie_kwargs": _COOKIE,
        }

    def init_handlers(self) -> list[Any]:
        """From Voila only what a page needs to move; then our own."""
        kept = {**_KEPT, EntranceHandler: EntranceHandler}
        return [
            (self._static + "/(.*)", LastingFileHandler, {"paths": self.static_paths}),
            *(
                (address, kept[handler], *more)
                for address, handler, *more in super().init_handlers()
                if handler in kept
            ),
            (url_path_join(self.server_url, "/"), ListHandler),
            (url_path_join(self.server_url, r"/([^/]+)"), PageHandler),
        ]

    def launch_browser(self) -> None:
        """Say where the pages are and start making them; Voila calls this once it listens."""
        IOLoop.current().add_callback(self.pool.fill)
        self.announce(self.connection_url)

    async def acquire(self, key: Key) -> Rendered:
        """A page for one visitor, with a kernel that lives."""
        self.awaited += 1
        try:
            while True:
                rendered = await self.pool.acquire(key)
                if rendered.kernel in self.kernel_manager:
                    self.kernel_manager.acquire(rendered.kernel)
                    return rendered
        finally:
            self.awaited -= 1

    def release(self, key: Key, rendered: Rendered) -> None:
        """Keep the page of a visitor who left before it came."""
        self.kernel_manager.release(rendered.kernel)
        self.pool.release(key, rendered)

    async def has_room(self) -> bool:
        """Whether one more visitor can come in, be it after one who is just leaving."""
        until = time.monotonic() + _FAREWELL
        while self.awaited + self.kernel_manager.in_use >= self.most_open:
            if time.monotonic() > until:
                return False
            await asyncio.sleep(_PAUSE)
        return True

    async def _render(self, key: Key) -> Rendered:
        kernels = self.kernel_manager
        renderer = await self._renderer(self.pages[key])
        kernel = await ensure_async(
            kernels.start_kernel(
                kernel_name=renderer.notebook.metadata.kernelspec.name,
                cwd=self.root_dir,
                env={key: value for key, value in os.environ.items() if key != OWNED},
            )
        )
        kernels.pooled.add(kernel)
        try:
            html = await renderer.generate_content_str(kernel, kernels.get_kernel(kernel))
        except BaseException:
            kernels.pooled.discard(kernel)
            await ensure_async(kernels.shutdown_kernel(kernel, now=True))
            raise
        return Rendered(html=html, kernel=kernel)

    def _page_config(self) -> dict[str, Any]:
        config = get_page_config(
            self.base_url, self.app.settings, self.log, self.voila_configuration
        )
        return {**config, "fullStaticUrl": self._static}

    @property
    def _static(self) -> str:
        """Where Voila's scripts are: another address for another version, so they can be kept."""
        return str(url_path_join(self.server_url, "voila", "static", voila_version))

    async def _renderer(self, page: Page) -> "_Renderer":
        renderer = _Renderer(
            voila_configuration=self.voila_configuration,
            traitlet_config=self.config,
            notebook_path=f"{page.name}.ipynb",
            template_paths=self.template_paths,
            config_manager=self.config_manager,
            contents_manager=self.contents_manager,
            base_url=self.base_url,
            kernel_spec_manager=self.kernel_spec_manager,
            page_config=self._page_config(),
        )
        renderer.page = page
        await renderer.initialize()
        with speaking(page.language):
            renderer.resources["words"] = words()
        return renderer


class _Renderer(NotebookRenderer):
    """Renders a page that has been read already."""

    page: Page

    async def load_notebook(self, path: str) -> Any:  # noqa: ARG002 (Voila's signature)
        return await self.fix_notebook(deepcopy(self.page.notebook))
