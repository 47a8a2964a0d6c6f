"""Make a case file, and check one."""

from collections.abc import Sequence
from pathlib import Path

import click

from selfmgmt import console
from selfmgmt.language import gettext
from selfmgmt.language import gettext_noop as _
from selfmgmt.program import Command


@click.command(
    cls=Command,
    help=_(
        "Make a case file from public figures, ready to fill in. Several municipalities are one "
        "organisation that they share."
    ),
)
@click.argument("municipalities", metavar=_("MUNICIPALITY..."), nargs=-1, required=True)
@click.option(
    "--output",
    "-o",
    type=click.Path(path_type=Path),
    metavar=_("FILE"),
    help=_("The file to make, .yaml or .xlsx; named after the case when left out."),
)
def new(municipalities: Sequence[str], output: Path | None) -> None:
    """Make a case file; never over one that is there."""
    from selfmgmt.case.files import new_case
    from selfmgmt.case.saving import save_case
    from selfmgmt.reference.municipalities import plain

    case = new_case(municipalities)
    path = output or Path(f"{plain(case.name).replace(' ', '-')}.case.yaml")
    save_case(case, path)
    console.say(gettext("{file} is ready to fill in.", file=path))


@click.command(
    cls=Command,
    help=_("Read a case file and tell every fault at once, and what deserves a second look."),
)
@click.argument("file", type=click.Path(path_type=Path), metavar=_("FILE"))
def check(file: Path) -> None:
    """Read a case file; a fault is an ``InputError``, and what only looks odd is told."""
    from selfmgmt.analysis.plausibility import notices, remarks
    from selfmgmt.analysis.study import study_of
    from selfmgmt.case.files import load_case

    study = study_of(load_case(file))
    console.say(gettext("{file} has no faults.", file=file))
    for notice in notices(study):
        console.say(notice)
    for remark in remarks(study):
        console.say(gettext("Look again: {remark}", remark=remark))
