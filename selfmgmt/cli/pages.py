"""Open the notebooks: in JupyterLab, or as pages."""

from pathlib import Path

import click

from selfmgmt import console
from selfmgmt.cli.shared import host_option
from selfmgmt.language import current_language
from selfmgmt.language import gettext_noop as _
from selfmgmt.program import Command


@click.command(
    cls=Command,
    help=_(
        "Open the notebooks in JupyterLab. They are copied to FOLDER; what is there stays as it is."
    ),
)
@click.argument(
    "folder", type=click.Path(path_type=Path), default=Path("notebooks"), metavar=_("[FOLDER]")
)
def lab(folder: Path) -> int:
    """Start JupyterLab on a copy of the notebooks."""
    from selfmgmt.workspace.lab.launch import open_lab

    return open_lab(folder, current_language(), say=console.say)


@click.command(
    cls=Command,
    help=_(
        "Show the notebooks as pages in your browser, without code. All of them, or one: the name "
        "of a page, or a notebook of your own. Visitors can move what is on a page; they cannot "
        "run code of their own or see files. The access code is a new one each time; to keep the "
        "same link, put a code in SELFMGMT_ACCESS_CODE, or in SELFMGMT_ACCESS_CODE_FILE the name "
        "of a file with one."
    ),
)
@click.argument("notebook", required=False, metavar=_("[NOTEBOOK]"))
@host_option
@click.option(
    "--port",
    callback=console.whole(1, 65535),
    default="8866",
    metavar="N",
    help=_("The port, 8866 when left out; a next one when it is taken."),
)
@click.option(
    "--ready",
    "pool_size",
    callback=console.whole(0, 100),
    default="1",
    metavar="N",
    help=_("How many of each page to keep ready for the next visitor, 1 when left out."),
)
@click.option(
    "--no-token",
    is_flag=True,
    help=_("Let everyone in who can reach the pages, without the access code in the link."),
)
def app(notebook: str | None, host: str, port: int, pool_size: int, no_token: bool) -> None:
    """Serve the pages until it is stopped."""
    from selfmgmt.workspace.server.access import access_code
    from selfmgmt.workspace.server.app import Access, open_app

    access = Access(host=host, port=port, code="" if no_token else access_code())
    open_app(notebook, current_language(), access, pool_size=pool_size, say=console.say)
