"""The notebooks in JupyterLab: a copy to work in, and nothing asked of the outside world."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from selfmgmt.language import gettext
from selfmgmt.workspace.lab.copies import copy_notebooks

_FIRST = "00_start.ipynb"
_SETTINGS = Path(__file__).parent / "settings"
QUIET = (
    "--LabApp.news_url=None",
    "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
    "--LabApp.extension_manager=readonly",
)
"""With these JupyterLab asks nothing of the outside world."""


def open_lab(folder: Path, language: str, *, say: Callable[[str], None]) -> int:
    """Put the notebooks in ``folder`` where they are missing, and open JupyterLab on the first.

    Returns:
        The exit code of JupyterLab, which runs until the user stops it.
    """
    there = copy_notebooks(folder, language)
    if there:
        say(
            gettext(
                "These notebooks were there already and stay as they are: {names}. "
                "To get a fresh copy of one, give yours another name and start again.",
                names=", ".join(str(path.relative_to(folder)) for path in there),
            )
        )
    return subprocess.call(_command(folder), env={**os.environ, **lab_environment(language)})  # noqa: S603 (our words)


def _command(folder: Path) -> list[str]:
    first = folder / _FIRST
    if not first.exists():
        return [sys.executable, "-m", "jupyterlab", *QUIET, str(folder)]
    address = f"--LabApp.default_url=/lab/tree/{_FIRST}"  # of the link in the terminal
    return [sys.executable, "-m", "jupyterlab", *QUIET, address, str(first)]


def lab_environment(language: str) -> dict[str, str]:
    """What JupyterLab starts with: settings of ours, and after them those that the user chose."""
    ours = ("quiet", "dutch") if language == "nl" else ("quiet",)
    others = os.environ.get("JUPYTER_CONFIG_PATH")
    paths = [*(str(_SETTINGS / name) for name in ours), *filter(None, [others])]
    return {"JUPYTER_CONFIG_PATH": os.pathsep.join(paths)}
