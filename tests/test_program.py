"""The shell around the commands: exit codes, faults without a traceback, tables in line."""

import errno
from collections.abc import Callable

import click
import pytest

from selfmgmt import console
from selfmgmt.errors import InputError, ServiceError
from selfmgmt.program import Command, Program, run
from selfmgmt.views.tables import Table

Says = pytest.CaptureFixture[str]


def program_that(does: Callable[[], object]) -> Program:
    """A program with one command, ``go``, and one option."""
    go = Command("go", callback=does, help="Go.")
    return Program("toy", commands={"go": go}, help="A toy.")


def raiser(fault: Exception) -> Callable[[], None]:
    """A command that fails."""

    def fail() -> None:
        raise fault

    return fail


@pytest.mark.parametrize(
    ("fault", "code", "said"),
    [
        (InputError("fte is -3.", "low is 2."), 2, "fte is -3.\nlow is 2."),
        (ServiceError("no answer"), 1, "no answer"),
        (FileNotFoundError(errno.ENOENT, "x", "case.yaml"), 2, "case.yaml"),
        (IsADirectoryError(errno.EISDIR, "x", "data"), 2, "data"),
        (PermissionError(errno.EACCES, "x", "reports"), 2, "reports"),
        (OSError(errno.ENOSPC, "No space left on device"), 1, ""),
        (OSError(errno.EIO, "the disk smokes"), 1, "the disk smokes"),
        (KeyboardInterrupt(), 130, ""),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, BaseException) else "",
)
def test_faults_are_said_in_one_message(
    fault: Exception, code: int, said: str, capsys: Says
) -> None:
    """Each kind of fault has its exit code; nothing on stdout, never a traceback."""
    assert run(program_that(raiser(fault)), ["go"]) == code
    printed = capsys.readouterr()
    assert said in printed.err
    assert printed.err.strip()
    assert printed.out == ""
    assert "Traceback" not in printed.err


def test_a_mistake_of_ours_is_not_hidden() -> None:
    """What is no fault of the user or the computer comes out as it is."""
    with pytest.raises(ZeroDivisionError, match="ours"):
        run(program_that(raiser(ZeroDivisionError("ours"))), ["go"])


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["goo"], "'goo'"),
        (["go", "--fast"], "--fast"),
        (["go", "home"], "home"),
        (["go", "--language"], "language"),
        (["go", "--language", "fr"], "'fr'"),
        (["--language=fr", "go"], "'fr'"),
    ],
)
def test_mistyped_commands_are_refused(arguments: list[str], said: str, capsys: Says) -> None:
    """Exit code 2, and the message repeats what was typed."""
    assert run(program_that(lambda: None), arguments) == 2
    assert said in capsys.readouterr().err


def test_a_mistyped_command_gets_the_nearest(capsys: Says) -> None:
    """``goo`` was meant as ``go``."""
    run(program_that(lambda: None), ["goo", "--language", "en"])
    assert capsys.readouterr().err == "There is no command 'goo'; use go.\n"


@pytest.mark.parametrize(("language", "word"), [("nl", "Instellingen:"), ("en", "Settings:")])
def test_help_speaks_the_language_of_the_reader(language: str, word: str, capsys: Says) -> None:
    """``--language`` works before and after the command."""
    for arguments in (
        ["go", "--help", "--language", language],
        ["--language", language, "go", "-h"],
    ):
        assert run(program_that(lambda: None), arguments) == 0
        assert word in capsys.readouterr().out


def test_the_program_is_not_changed_by_being_shown() -> None:
    """Help in one language does not stay for the next reader."""
    program = program_that(lambda: None)
    run(program, ["go"])
    assert [option.name for option in program.commands["go"].params] == []
    assert program.commands["go"].help == "Go."


@pytest.mark.parametrize("written", ["3", "3,0", "1.000", "x", "", "2,5", "-1"])
def test_whole_numbers(written: str, capsys: Says) -> None:
    """Dutch and English notation; what is no whole number from 1 to 10 is refused by name."""
    option = click.Option(["--draws"], callback=console.whole(1, 10))
    go = Command("go", params=[option], callback=lambda draws: draws)
    code = run(Program("toy", commands={"go": go}), ["go", "--draws", written])
    good = written in {"3", "3,0"}
    assert code == (3 if good else 2)  # the command hands its number on as exit code
    assert good or "--draws" in capsys.readouterr().err


def test_tables_stand_in_line(capsys: Says) -> None:
    """Words to the left, figures to the right."""
    table = Table(
        caption="Saving", heads=("Option", "EUR"), rows=(("nothing", "0"), ("cut", "1.200"))
    )
    console.show_table(table)
    assert capsys.readouterr().out == ("Saving\n\nOption     EUR\nnothing      0\ncut      1.200\n")


def test_a_table_wider_than_the_screen_goes_row_by_row(
    capsys: Says, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a narrow screen each row stands under its name, so that no line is broken."""
    monkeypatch.setenv("COLUMNS", "25")
    console.show_table(
        Table(caption="Saving", heads=("Option", "EUR a year"), rows=(("nothing at all", "0"),))
    )
    assert capsys.readouterr().out == "Saving\n\nnothing at all\n  EUR a year: 0\n"
    monkeypatch.setenv("COLUMNS", "10")
    console.show_table(Table(caption="Saving", heads=("A", "B"), rows=(("x", "y"),)))
    assert capsys.readouterr().out == "Saving\n\nA  B\nx  y\n"


def test_json_is_for_every_console(capsys: Says) -> None:
    """Plain ASCII, and never a number that JSON does not know."""
    console.show_json({"name": "Súdwest-Fryslân"})
    assert capsys.readouterr().out.isascii()
    with pytest.raises(ValueError, match="JSON compliant"):
        console.show_json(float("nan"))
