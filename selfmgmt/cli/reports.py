"""Make reports."""

from collections.abc import Sequence
from pathlib import Path

import click

from selfmgmt import console
from selfmgmt.cli.shared import seed_option
from selfmgmt.errors import InputError
from selfmgmt.language import current_language, gettext
from selfmgmt.language import gettext_noop as _


@click.command(help=_("Make the report of one or more municipalities or case files."))
@click.argument("municipalities", metavar=_("MUNICIPALITY..."), nargs=-1)
@click.option(
    "--case",
    "cases",
    type=click.Path(path_type=Path),
    multiple=True,
    metavar=_("FILE"),
    help=_("A case file; may be repeated."),
)
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    default=Path("reports"),
    metavar=_("FOLDER"),
    help=_("Where the reports go; the folder reports when left out."),
)
@seed_option
def report(municipalities: Sequence[str], cases: Sequence[Path], out: Path, seed: int) -> None:
    """Render reports and say where they are."""
    from selfmgmt.reporting.report import render_reports

    if not (municipalities or cases):
        raise InputError(gettext("Name a municipality, or give a case file with --case."))
    made = render_reports(
        municipalities, cases=cases, out=out, language=current_language(), seed=seed
    )
    console.show_lines(str(paths.html) for paths in made)
