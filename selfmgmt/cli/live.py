"""Write the live page: the explorer in one file, for whoever has nothing installed."""

from collections.abc import Sequence
from pathlib import Path

import click

from selfmgmt import console
from selfmgmt.cli.shared import cases_option
from selfmgmt.errors import InputError
from selfmgmt.language import gettext
from selfmgmt.language import gettext_noop as _
from selfmgmt.program import Command


@click.command(
    cls=Command,
    help=_(
        "Write the explorer of options as one file that works by itself: in a mail, on a stick, "
        "on a telephone, without internet and without anything installed. It speaks Dutch and "
        "English; --language says which comes first."
    ),
)
@click.argument("municipalities", metavar=_("MUNICIPALITY..."), nargs=-1)
@cases_option
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("live"),
    metavar=_("FOLDER"),
    help=_("Where the pages go; the folder live when left out."),
)
def live(municipalities: Sequence[str], cases: Sequence[Path], out: Path) -> None:
    """Write a page for each, and say where they are."""
    from selfmgmt.case.files import load_case, new_case
    from selfmgmt.live.file import write_page

    if not (municipalities or cases):
        raise InputError(gettext("Name a municipality, or give a case file with --case."))
    wanted = [(new_case([name]), "") for name in municipalities]
    wanted += [(load_case(path), path.stem) for path in cases]
    console.show_lines(str(write_page(case, out, name=name)) for case, name in wanted)
