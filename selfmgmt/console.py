"""The command line in the language of the reader: help, faults, tables and exit codes.

``run`` wraps a plain click program. Its help strings are messages for :func:`gettext`; every
command gets ``--language`` and ``--help`` here.
"""

import copy
import errno
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from difflib import get_close_matches
from itertools import pairwise
from shutil import get_terminal_size
from textwrap import fill
from typing import Any, TypeVar

import click

from selfmgmt.errors import InputError, SelfmgmtError
from selfmgmt.language import gettext, use_language
from selfmgmt.numbers import parse_bare_number
from selfmgmt.views.tables import Table

DONE, PARTLY, REFUSED, STOPPED = 0, 1, 2, 130
_WIDE = 200  # characters, where the output goes to a file and not to a screen

_AnyCommand = TypeVar("_AnyCommand", bound=click.Command)


class _Formatter(click.HelpFormatter):
    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, prefix or gettext("Usage:") + " ")

    def write_heading(self, heading: str) -> None:
        words = {"Options": gettext("Settings"), "Commands": gettext("Commands")}
        super().write_heading(words.get(heading, heading))


class _Context(click.Context):
    formatter_class = _Formatter


class Command(click.Command):
    """A command whose help strings are messages to translate."""

    context_class = _Context
    allow_extra_args = True

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """What is left of ``args`` after reading them: nothing.

        Raises:
            InputError: There is more than the command takes.
        """
        more = super().parse_args(ctx, args)
        if more:
            raise InputError(gettext("{given} is too much; leave it out.", given=" ".join(more)))
        return more


class Program(click.Group):
    """The commands of a program, in the order of their definition."""

    context_class = _Context
    command_class = Command

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (click's signature)
        """The names of the commands, first things first."""
        return list(self.commands)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that ``args`` names.

        Raises:
            InputError: There is no such command; the nearest is suggested.
        """
        if args[0] not in self.commands and not args[0].startswith("-"):
            near = get_close_matches(args[0], self.commands, n=1) or list(self.commands)
            raise InputError(
                gettext(
                    "There is no command {given}; use {choices}.",
                    given=repr(args[0]),
                    choices=", ".join(near),
                )
            )
        return super().resolve_command(ctx, args)


def whole(low: int, high: int) -> Callable[[click.Context, click.Parameter, str], int]:
    """The callback of an option that takes a whole number, in Dutch or English notation.

    Raises:
        InputError: What was given is no whole number, or not from ``low`` to ``high``.
    """

    def read(_context: click.Context, option: click.Parameter, written: str) -> int:
        with suppress(InputError):
            number = parse_bare_number(written)
            if number == round(number) and low <= number <= high:
                return int(number)
        raise InputError(
            gettext(
                "{name} is {given}; use a whole number from {low} to {high}.",
                name=option.opts[0],
                given=written,
                low=low,
                high=high,
            )
        )

    return read


def run(program: Program, arguments: Sequence[str]) -> int:
    """Run ``program`` and say what went wrong, if anything, on stderr.

    Returns:
        The exit code: 0 all done, 1 some of the asked work failed, 2 the input is wrong,
        130 stopped by the user.
    """
    for stream in (sys.stdout, sys.stderr):  # a console without the euro sign is no reason to stop
        getattr(stream, "reconfigure", lambda **_: None)(errors="replace")
    try:
        use_language(_language_in(arguments))
        translated = _translated(program)
        return (
            translated.main(list(arguments), prog_name=program.name, standalone_mode=False) or DONE
        )
    except click.UsageError as fault:
        say(_usage_fault(fault))
        return REFUSED
    except SelfmgmtError as fault:
        say(str(fault))
        return REFUSED if isinstance(fault, InputError) else PARTLY
    except (OSError, MemoryError) as fault:
        return _machine_fault(fault)
    except (KeyboardInterrupt, click.Abort):
        say(gettext("Stopped."))
        return STOPPED


def say(message: str) -> None:
    """Tell the user something, apart from the results."""
    click.echo(message, err=True)


def show_json(results: Any) -> None:
    """Print results for other programs; plain ASCII, so that every console can carry them."""
    click.echo(json.dumps(results, indent=2, allow_nan=False))


@contextmanager
def share_done() -> Iterator[Callable[[float], None]]:
    """A bar on the screen, moved by telling the share that is done; none where nobody looks."""
    from tqdm import tqdm

    with tqdm(total=100, disable=None, unit="%", leave=False) as bar:
        yield lambda share: bar.update(round(100 * share) - bar.n)


def show_lines(lines: Iterable[str]) -> None:
    """Print lines."""
    for line in lines:
        click.echo(line)


def show_table(table: Table) -> None:
    """Print a table with its columns in line, or row by row where the screen is too narrow."""
    columns = list(zip(table.heads, *table.rows, strict=True))
    widths = [max(map(len, column)) for column in columns]
    if sum(widths) + 2 * len(widths) > get_terminal_size((_WIDE, 0)).columns:
        _show_rows(table)
        return
    aligned = [column[0] == table.heads[0] or column[0] in table.words for column in columns]
    click.echo(table.caption + "\n")
    for row in (table.heads, *table.rows):
        cells = (
            cell.ljust(width) if left else cell.rjust(width)
            for cell, width, left in zip(row, widths, aligned, strict=True)
        )
        click.echo("  ".join(cells).rstrip())


def _show_rows(table: Table) -> None:
    """Print each row under its name, a line for each other column."""
    click.echo(table.caption)
    for name, *cells in table.rows:
        click.echo(f"\n{name}")
        for head, cell in zip(table.heads[1:], cells, strict=True):
            click.echo(f"  {head}: {cell}")


def show_entries(entries: Iterable[tuple[str, str]]) -> None:
    """Print names, each with its explanation below it."""
    for name, words in entries:
        click.echo(f"\n{name}\n{fill(words, 78, initial_indent='  ', subsequent_indent='  ')}")


def _language_in(arguments: Sequence[str]) -> str:
    """What stands after ``--language``, read first so that all faults speak it too."""
    for word, following in pairwise([*arguments, ""]):
        name, equals, value = word.partition("=")
        if name == "--language":
            return value if equals else following
    return "nl"


def _translated(command: _AnyCommand) -> _AnyCommand:
    """A copy of ``command`` that helps in the language of the reader."""
    duplicate = copy.copy(command)
    duplicate.help = command.help and gettext(command.help)
    duplicate.options_metavar = gettext("[SETTINGS]")
    duplicate.params = [_translated_option(option) for option in command.params]
    duplicate.add_help_option = False
    click.option(
        "--language",
        metavar="nl|en",
        expose_value=False,
        help=gettext("Dutch (nl) or English (en)."),
    )(duplicate)
    click.help_option("--help", "-h", help=gettext("Show this explanation."))(duplicate)
    if isinstance(duplicate, click.Group) and isinstance(command, click.Group):
        duplicate.subcommand_metavar = gettext("COMMAND [ARGUMENTS]...")
        duplicate.commands = {name: _translated(each) for name, each in command.commands.items()}
    return duplicate


def _translated_option(option: click.Parameter) -> click.Parameter:
    duplicate = copy.copy(option)
    duplicate.metavar = option.metavar and gettext(option.metavar)
    if isinstance(duplicate, click.Option):
        duplicate.help = duplicate.help and gettext(duplicate.help)
    return duplicate


def _usage_fault(fault: click.UsageError) -> str:
    match fault:
        case click.NoSuchOption():
            words = gettext("There is no setting {given}.", given=fault.option_name)
        case click.BadOptionUsage():
            words = gettext("{option} needs a value.", option=fault.option_name)
        case click.MissingParameter() if fault.param:
            words = gettext("{name} is missing.", name=fault.param.human_readable_name)
        case _:
            words = fault.format_message()
    command = fault.ctx.command_path if fault.ctx else "selfmgmt"
    return f"{words} " + gettext("See {command} --help.", command=command)


def _machine_fault(fault: OSError | MemoryError) -> int:
    if isinstance(fault, OSError):
        return _file_fault(fault)
    say(gettext("There is not enough memory; ask for fewer draws or fewer options."))
    return PARTLY


def _file_fault(fault: OSError) -> int:
    path = str(fault.filename or "")
    match fault:
        case FileNotFoundError():
            say(gettext("{path} does not exist; check the name.", path=path))
        case IsADirectoryError() | NotADirectoryError() | FileExistsError():
            say(
                gettext(
                    "{path} is a folder where a file is needed, or the other way round.", path=path
                )
            )
        case PermissionError():
            say(gettext("{path} may not be read or written; choose another place.", path=path))
        case OSError(errno=errno.ENAMETOOLONG):
            say(gettext("{path} is too long a name; choose a shorter one.", path=path))
        case _:
            full = gettext("The disk is full; make room and try again.")
            other = gettext("The computer reports: {fault}", fault=fault)
            say(full if fault.errno == errno.ENOSPC else other)
            return PARTLY
    return REFUSED
