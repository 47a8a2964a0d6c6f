"""The command line in the language of the reader: help, faults and exit codes.

``run`` wraps a plain click program. Its help strings are messages for :func:`gettext`; every
command gets ``--language`` and ``--help`` here.
"""

import copy
import errno
import sys
from collections.abc import Sequence
from difflib import get_close_matches
from itertools import pairwise
from typing import TypeVar

import click

from selfmgmt.console import say
from selfmgmt.errors import InputError, SelfmgmtError
from selfmgmt.language import gettext, use_language

DONE, PARTLY, REFUSED, STOPPED = 0, 1, 2, 130


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
