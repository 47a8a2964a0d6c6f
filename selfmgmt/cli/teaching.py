"""Teaching sessions: prepare one, hold it, read answers, and tell what came of it."""

from collections.abc import Sequence
from pathlib import Path

import click

from selfmgmt import console
from selfmgmt.cli.shared import host_option
from selfmgmt.language import current_language
from selfmgmt.language import gettext_noop as _
from selfmgmt.program import Program

_folder = click.argument("folder", type=click.Path(path_type=Path), metavar=_("FOLDER"))


@click.group(
    cls=Program,
    help=_("Hold a session with a group: prepare it, vote in it, and report on it."),
)
def teach() -> None:
    """Hold the commands for sessions together."""


@teach.command(
    help=_(
        "Prepare a session: guide, roles, cards and forms to print, and the page for answer codes."
    )
)
@click.option(
    "--case",
    default="small",
    metavar="small|middle|shared|FILE",
    help=_("A ready case with a made-up organisation, or a case file of your own."),
)
@click.option(
    "--out", type=click.Path(path_type=Path), required=True, metavar=_("FOLDER"), help=_("Where.")
)
@click.option(
    "--people",
    callback=console.whole(5, 60),
    default="15",
    metavar="N",
    help=_("For how many people, 15 when left out."),
)
@click.option(
    "--tables",
    callback=console.whole(1, 10),
    default="3",
    metavar="N",
    help=_("At how many tables, 3 when left out."),
)
@click.option(
    "--length",
    default="90",
    metavar="90|150|half_days",
    help=_("How long: 90 or 150 minutes, or three half-days."),
)
@click.option(
    "--vote",
    "ballots",
    multiple=True,
    metavar=_("NAME"),
    help=_("What to vote on, in this order; may be repeated. The usual when left out."),
)
@click.option("--no-word", is_flag=True, help=_("Make pages only, and no Word documents."))
def prepare(  # noqa: PLR0913  the settings of the command
    *,
    case: str,
    out: Path,
    people: int,
    tables: int,
    length: str,
    ballots: Sequence[str],
    no_word: bool,
) -> None:
    """Prepare a session and say what to print."""
    from selfmgmt.teaching.prepare import Plan
    from selfmgmt.teaching.prepare import prepare as prepare_session

    plan = Plan(
        case=case,
        people=people,
        tables=tables,
        length=length,
        ballots=ballots,
        word=not no_word,
    )
    console.show_lines(map(str, prepare_session(plan, out, current_language())))


@teach.command(
    help=_(
        "Open the room of a session on this computer or on your network, for people to vote with "
        "their phones. It goes on where it was after a stop."
    )
)
@_folder
@host_option
@click.option(
    "--port",
    callback=console.whole(1, 65535),
    default="8877",
    metavar="N",
    help=_("The port, 8877 when left out."),
)
@click.option(
    "--address",
    default="",
    metavar=_("ADDRESS"),
    help=_("How participants reach the room when that differs, such as https://room.example."),
)
def serve(folder: Path, host: str, port: int, address: str) -> None:
    """Serve a room until it is stopped or closed."""
    from selfmgmt.teaching.serve import serve as serve_room

    serve_room(folder, host=host, port=port, address=address, say=console.say)


@teach.command(
    help=_(
        "Put answers in the folder of a session: a pasted chat with answer codes (.txt), or a "
        "table from Microsoft Forms, LimeSurvey or a spreadsheet (.csv, .xlsx, .ods)."
    )
)
@_folder
@click.argument("file", type=click.Path(path_type=Path), metavar=_("ANSWERS"))
@click.option(
    "--vote",
    "ballot",
    default="",
    metavar=_("NAME"),
    help=_("Which ballot a table answers; codes tell it themselves."),
)
@click.option(
    "--round",
    "round_number",
    callback=console.whole(1, 9),
    default="1",
    metavar="N",
    help=_("Which round a table belongs to, 1 when left out."),
)
def read(folder: Path, file: Path, ballot: str, round_number: int) -> None:
    """Read answers and say what was done with them."""
    from selfmgmt.teaching.gather import gather

    console.show_lines(gather(folder, file, ballot=ballot, round_number=round_number))


@teach.command(
    "to-case",
    help=_(
        "Put what a session voted in a case: the weights of each body, readiness and tensions. "
        "Groups of fewer than five people do not go along."
    ),
)
@_folder
@click.option(
    "--case",
    "case_file",
    type=click.Path(path_type=Path),
    default=None,
    metavar=_("FILE"),
    help=_("The case file; that of the session when left out. What it holds is kept beside it."),
)
def to_case(folder: Path, case_file: Path | None) -> None:
    """Put the votes in a case and say what went in."""
    from selfmgmt.teaching.outcome import answers_in
    from selfmgmt.teaching.session import CASE_FILE, read_session
    from selfmgmt.teaching.to_case import write_votes

    session, answers = read_session(folder), answers_in(folder)
    console.show_lines(write_votes(case_file or folder / CASE_FILE, answers, session))


@teach.command(
    help=_(
        "Make the report of a session: weights before and after, what divides people, "
        "predictions, agreements and next steps. Write those two in notes.yaml first."
    )
)
@_folder
@click.option("--no-word", is_flag=True, help=_("Make a page only, and no Word document."))
def report(folder: Path, no_word: bool) -> None:
    """Make the report of a session and say where it is."""
    from selfmgmt.teaching.report import write_report

    console.show_lines(map(str, write_report(folder, current_language(), word=not no_word)))
