"""What commands show on the command line: messages, tables, progress, JSON."""

import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from shutil import get_terminal_size
from textwrap import fill
from typing import Any

import click

from selfmgmt.errors import InputError
from selfmgmt.language import gettext
from selfmgmt.read_numbers import parse_bare_number
from selfmgmt.views.tables import Table

_WIDE = 200  # characters, where the output goes to a file and not to a screen


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
