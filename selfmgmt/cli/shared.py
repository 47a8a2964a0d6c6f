"""What several commands ask for: the case, the draws, the seed, the address to listen at."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from selfmgmt import console
from selfmgmt.language import gettext_noop as _

if TYPE_CHECKING:
    from selfmgmt.case import Case


_Command = TypeVar("_Command", bound=Callable[..., Any])
_CASE_FILES = (".yaml", ".yml", ".xlsx")

seed_option = click.option(
    "--seed",
    callback=console.whole(0, 2**32 - 1),
    default="1",
    metavar="N",
    help=_("Start of the random numbers, 1 when left out. The same start gives the same figures."),
)
draws_option = click.option(
    "--draws",
    callback=console.whole(100, 1_000_000),
    default="2048",
    metavar="N",
    help=_("How many possible futures to compute, 2,048 when left out."),
)
json_option = click.option(
    "--json", "as_json", is_flag=True, help=_("Print only the results, for other programs.")
)
host_option = click.option(
    "--host",
    default="127.0.0.1",
    metavar=_("ADDRESS"),
    help=_("Where to listen; only this computer when left out. 0.0.0.0 lets others in."),
)
cases_option = click.option(
    "--case",
    "cases",
    type=click.Path(path_type=Path),
    multiple=True,
    metavar=_("FILE"),
    help=_("A case file; may be repeated."),
)
subject_argument = click.argument("subject", metavar=_("FILE|MUNICIPALITY"))


def path_option(
    name: str, metavar: str, words: str, *, folder: bool = False
) -> Callable[[_Command], _Command]:
    """An option that names a file, or a ``folder``; ``None`` when it is left out."""
    kind = click.Path(path_type=Path, file_okay=not folder)
    return click.option(name, type=kind, metavar=metavar, help=words)


def case_of(subject: str) -> "Case":
    """The case in a file, or one from public figures for a municipality.

    What every reader of its results must know is said on stderr.
    """
    from selfmgmt.analysis.plausibility import notices
    from selfmgmt.analysis.study import study_of
    from selfmgmt.case.files import load_case, new_case

    is_file = Path(subject).suffix.lower() in _CASE_FILES or Path(subject).exists()
    case = load_case(subject) if is_file else new_case([subject])
    for notice in notices(study_of(case)):
        console.say(notice)
    return case
