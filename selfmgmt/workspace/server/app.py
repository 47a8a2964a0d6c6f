"""The notebooks as pages: start the server, say where it is, and open the browser."""

import logging
import os
import signal
import threading
from collections.abc import Callable
from dataclasses import dataclass, field

from traitlets.config import Config

from selfmgmt.language import gettext
from selfmgmt.reporting.pages.html import section_headings, with_anchors
from selfmgmt.reporting.pages.startup import without_slow_checks
from selfmgmt.workspace.server.access import open_browser
from selfmgmt.workspace.server.pages import chosen_notebooks, make_pages

_LONGEST_STEP = 50  # seconds a cell may take
_REST = 600  # seconds without a visitor after which a kernel stops
_SHARE = 256 * 2**20  # bytes of memory for each page that is open; one takes about half of it
_FEWEST, _USUAL = 4, 32  # pages, on the smallest computer and on one that does not tell
_FILTERS = {"section_headings": section_headings, "with_anchors": with_anchors}


@dataclass(frozen=True, slots=True, kw_only=True)
class Access:
    """Who can reach the pages.

    ``host`` is the address to listen at: a loopback address is for this computer only. ``port`` is
    the one to listen at, or to look for a free one from. ``code`` is what visitors need, in the
    link or typed; when empty everyone may come in.
    """

    host: str
    port: int
    code: str = field(default="", repr=False)


def open_app(
    notebook: str | None,
    language: str,
    access: Access,
    *,
    pool_size: int,
    say: Callable[[str], None],
) -> None:
    """Serve the pages until the user stops it.

    Args:
        notebook: One page by its name, or a notebook of the user's own; None for all pages.
        language: The language of visitors who do not choose one.
        access: Who can reach the pages.
        pool_size: How many of each page to keep ready.
        say: Tells the user something.

    Raises:
        InputError: There is no such notebook.
    """
    notebooks = chosen_notebooks(notebook)
    _install_signal_handlers()
    without_slow_checks()
    from selfmgmt.workspace.server.page_server import LOOPBACK, PageServer

    def announce(address: str) -> None:
        link = f"{address}?token={access.code}" if access.code else address
        say(gettext("The pages are at {link}", link=link))
        say(gettext("Press Ctrl and C to stop."))
        threading.Thread(target=open_browser, args=[link], daemon=True).start()

    if access.host not in LOOPBACK:
        say(_warning(bool(access.code)))
    server = PageServer.instance(
        config=_settings(access),
        config_file_paths=[],
        pages=make_pages(notebooks),
        language=language,
        keep={(name, language): pool_size for name in notebooks},
        most_open=_most_open_pages(),
    )
    server.announce = announce
    server.initialize([])
    _install_signal_handlers()  # Voila has its own way, for one of the two
    server.start()


def _install_signal_handlers() -> None:
    """End on Ctrl-C or when the system asks, also where whoever started us ignores these."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.default_int_handler)


def _warning(code: bool) -> str:
    """What it means to let others in."""
    if code:
        return gettext(
            "Others can now reach these pages: everyone who can reach this computer and has the "
            "link. What they do is not encrypted on its way. Use this only on a network that you "
            "trust, or behind a server with https."
        )
    return gettext(
        "Others can now reach these pages: everyone who can reach this computer, without any "
        "access code. What they do is not encrypted on its way. Use this only behind a server "
        "that does both: asks who it is, and uses https."
    )


def _most_open_pages() -> int:
    """How many pages may be open at the same time: what this computer has memory for."""
    try:
        memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, OSError, ValueError):  # Windows does not tell
        return _USUAL
    return max(_FEWEST, memory // _SHARE)


def _settings(access: Access) -> Config:
    return Config(
        {
            "Voila": {
                "ip": access.host,
                "port": access.port,
                "token": access.code,
                "log_level": logging.WARNING,
            },
            "VoilaConfiguration": {
                "template": "base",
                "allow_template_override": "NO",
                "allow_theme_override": "NO",
                "extension_allowlist": [
                    "@jupyter-widgets/jupyterlab-manager",
                    "@voila-dashboards/widgets-manager8",
                    "anywidget",
                ],
                "multi_kernel_manager_class": "selfmgmt.workspace.server.kernels.PageKernels",
                "show_tracebacks": True,  # to our template, which shows only what is for people
            },
            "VoilaExporter": {"filters": _FILTERS},
            "VoilaExecutor": {"timeout": _LONGEST_STEP, "startup_timeout": 20},
            "KernelRestarter": {"restart_limit": 0},  # a new kernel knows nothing of the page
            "MappingKernelManager": {
                "cull_idle_timeout": _REST,
                "cull_interval": 60,
                "allow_tracebacks": False,
            },
        }
    )
