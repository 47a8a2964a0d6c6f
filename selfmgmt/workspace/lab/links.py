"""The pages in the order of the work, and whether their reader sits at this computer."""

import os
from pathlib import Path

from selfmgmt.language import gettext_noop as _
from selfmgmt.resources import NOTEBOOKS

OWNED = "JPY_SESSION_NAME"  # Jupyter gives it to the kernel of a notebook that someone has open
_NAMES = {
    "00_start": _("Start"),
    "10_baseline": _("Your organisation"),
    "20_readiness": _("Readiness"),
    "30_options": _("Options"),
    "40_choose": _("Choose"),
    "50_who_decides": _("Who decides"),
    "55_tensions": _("Tensions"),
    "60_people": _("People"),
    "70_roadmap": _("Roadmap"),
}
PAGES = {key: name for key, name in _NAMES.items() if (NOTEBOOKS / f"{key}.ipynb").exists()}
"""Notebook to what its page is called."""


def own_folder() -> Path | None:
    """The folder in which the reader works; None unless it is sure that the reader is its owner.

    Jupyter names the session of a notebook that someone has open. Pages that are served to
    visitors have none: of a visitor's case nothing is written on the computer that serves.
    """
    return Path.cwd() if OWNED in os.environ else None
