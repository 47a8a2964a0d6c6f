"""Open the notebooks."""

import sys
from pathlib import Path

import click

from selfmgmt.language import gettext_noop as _


@click.command(
    help=_("Open the notebooks in JupyterLab. They are copied to FOLDER when it is not there yet.")
)
@click.argument(
    "folder", type=click.Path(path_type=Path), default=Path("notebooks"), metavar=_("[FOLDER]")
)
def lab(folder: Path) -> int:
    """Start JupyterLab on the notebooks, without news or update checks from outside."""
    import shutil
    import subprocess

    from selfmgmt.resources import NOTEBOOKS

    if not folder.exists():
        shutil.copytree(NOTEBOOKS, folder)
    quiet = (
        "--LabApp.news_url=None",
        "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
        "--LabApp.extension_manager=readonly",
    )
    command = [sys.executable, "-m", "jupyterlab", *quiet, str(folder)]
    return subprocess.call(command)  # noqa: S603 (all words but the folder are ours)
