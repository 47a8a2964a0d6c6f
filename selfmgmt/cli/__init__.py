"""The commands: ``selfmgmt`` and ``python -m selfmgmt``.

A command reads what was asked, calls the room that does the work, and shows the answer. Rooms are
imported inside it, so that help and refusals come at once.
"""

import sys

import click

from selfmgmt import __version__
from selfmgmt.cli.case_file import check, new
from selfmgmt.cli.choosing import compare, score, search
from selfmgmt.cli.figures import evidence, refresh
from selfmgmt.cli.live import live
from selfmgmt.cli.pages import app, lab
from selfmgmt.cli.people import readiness
from selfmgmt.cli.practice import practice
from selfmgmt.cli.reports import report
from selfmgmt.cli.teaching import teach
from selfmgmt.language import gettext_noop as _
from selfmgmt.program import Program, run

COMMANDS = (
    new,
    check,
    compare,
    score,
    search,
    readiness,
    practice,
    report,
    live,
    teach,
    evidence,
    refresh,
    lab,
    app,
)


def main() -> int:
    """Run the command that was typed; the result is the exit code."""
    return run(program, sys.argv[1:])


@click.group(
    "selfmgmt",
    cls=Program,
    help=_("Weigh budget cuts, staff size and team structure of a Dutch municipality."),
)
@click.version_option(__version__, message="%(version)s", help=_("Show the version."))
def program() -> None:
    """Hold the commands together."""


for command in COMMANDS:
    program.add_command(command)
