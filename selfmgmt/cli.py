"""The commands: ``selfmgmt`` and ``python -m selfmgmt``.

A command reads what was asked, calls the room that does the work, and shows the answer. Rooms are
imported inside it, so that help and refusals come at once.
"""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from selfmgmt import __version__, console
from selfmgmt.errors import InputError
from selfmgmt.language import current_language, gettext
from selfmgmt.language import gettext_noop as _

if TYPE_CHECKING:
    from selfmgmt.analysis.compare import Comparison
    from selfmgmt.analysis.weigh import Weighing
    from selfmgmt.case import Case
    from selfmgmt.scoring.roles import RoleRanking

_CASE_FILES = (".yaml", ".yml", ".xlsx")

_seed = click.option(
    "--seed",
    callback=console.whole(0, 2**32 - 1),
    default="1",
    metavar="N",
    help=_("Start of the random numbers, 1 when left out. The same start gives the same figures."),
)
_draws = click.option(
    "--draws",
    callback=console.whole(100, 1_000_000),
    default="10000",
    metavar="N",
    help=_("How many possible futures to compute, 10,000 when left out."),
)
_json = click.option(
    "--json", "as_json", is_flag=True, help=_("Print only the results, for other programs.")
)
_subject = click.argument("subject", metavar=_("FILE|MUNICIPALITY"))


def main() -> int:
    """Run the command that was typed; the result is the exit code."""
    return console.run(program, sys.argv[1:])


@click.group(
    "selfmgmt",
    cls=console.Program,
    help=_("Weigh budget cuts, staff size and team structure of a Dutch municipality."),
)
@click.version_option(__version__, message="%(version)s", help=_("Show the version."))
def program() -> None:
    """Hold the commands together."""


@program.command(
    help=_(
        "Make a case file from public figures, ready to fill in. Several municipalities are one "
        "organisation that they share."
    )
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
    from selfmgmt.case.files import new_case, save_case
    from selfmgmt.reference.municipalities import plain

    case = new_case(municipalities)
    path = output or Path(f"{plain(case.name).replace(' ', '-')}.case.yaml")
    save_case(case, path)
    console.say(gettext("{file} is ready to fill in.", file=path))


@program.command(help=_("Read a case file and tell every fault at once."))
@click.argument("file", type=click.Path(path_type=Path), metavar=_("FILE"))
def check(file: Path) -> None:
    """Read a case file; a fault is an ``InputError``."""
    from selfmgmt.analysis.study import study_of
    from selfmgmt.case.files import load_case

    study_of(load_case(file))
    console.say(gettext("{file} has no faults.", file=file))


@program.command(
    help=_("Put the options side by side. From a case file, or from public figures alone.")
)
@_subject
@click.option(
    "--option",
    "options",
    multiple=True,
    metavar=_("NAME"),
    help=_("Only this option and doing nothing; may be repeated."),
)
@_draws
@_seed
@_json
def compare(subject: str, options: Sequence[str], draws: int, seed: int, as_json: bool) -> None:
    """Compare options and show the figures that matter most."""
    from selfmgmt.analysis.compare import compare as compare_options
    from selfmgmt.views.document import comparison_document
    from selfmgmt.views.words.design import changes_sentence
    from selfmgmt.views.words.options import key_table

    comparison = compare_options(_case(subject), options=options, draws=draws, seed=seed)
    found = comparison.options
    changes = {key: changes_sentence(option.design) for key, option in found.items()}
    if as_json:
        console.show_json(comparison_document(comparison, changes))
        return
    console.show_table(key_table(comparison))
    console.show_entries((found[key].label, words) for key, words in changes.items())


@program.command(help=_("Rank the options for each role, with the reason."))
@_subject
@_draws
@_seed
@_json
def score(subject: str, draws: int, seed: int, as_json: bool) -> None:
    """Rank the options for each role."""
    from selfmgmt.analysis.compare import compare as compare_options
    from selfmgmt.analysis.weigh import weigh
    from selfmgmt.views.words.roles import agreement_sentences, reasons_table

    comparison = compare_options(_case(subject), draws=draws, seed=seed)
    weighing = weigh(comparison)
    if as_json:
        console.show_json(_scores(comparison, weighing))
        return
    labels = {key: option.label for key, option in comparison.options.items()}
    console.show_table(reasons_table(weighing, labels))
    console.show_lines(["", *agreement_sentences(weighing, labels)])


@program.command(help=_("Make the report of one or more municipalities or case files."))
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
@_seed
def report(municipalities: Sequence[str], cases: Sequence[Path], out: Path, seed: int) -> None:
    """Render reports and say where they are."""
    from selfmgmt.reporting.report import render_reports

    if not (municipalities or cases):
        raise InputError(gettext("Name a municipality, or give a case file with --case."))
    made = render_reports(
        municipalities, cases=cases, out=out, language=current_language(), seed=seed
    )
    console.show_lines(str(paths.html) for paths in made)


@program.command(help=_("Show every figure of the model. With its range, unit, grade and source."))
@_json
def evidence(as_json: bool) -> None:
    """Show the ledger."""
    from selfmgmt.evidence.ledger import load_ledger
    from selfmgmt.evidence.show import finding_rows, ledger_rows, ledger_text

    ledger = load_ledger()
    if as_json:
        console.show_json({"parameters": ledger_rows(ledger), "findings": finding_rows(ledger)})
    else:
        console.show_lines([ledger_text(ledger)])


@program.command(help=_("Fetch the newest figures of Statistics Netherlands (CBS)."))
@click.option(
    "--base-url", metavar=_("ADDRESS"), help=_("A service that answers in the place of the CBS.")
)
def refresh(base_url: str | None) -> None:
    """Fetch newer public figures into the user's own data folder."""
    from selfmgmt.reference.refresh import refresh as fetch

    fetched = fetch(base_url=base_url, say=console.say)
    console.show_lines(fetched.sentences())


@program.command(
    help=_("Open the notebooks in JupyterLab. They are copied to FOLDER when it is not there yet.")
)
@click.argument(
    "folder", type=click.Path(path_type=Path), default=Path("notebooks"), metavar=_("[FOLDER]")
)
def lab(folder: Path) -> int:
    """Start JupyterLab on the notebooks, without news or update checks from outside."""
    import shutil
    import subprocess

    from selfmgmt.resources import NOTEBOOKS

    if not folder.exists():
        shutil.copytree(NOTEBOOKS, folder)
    quiet = (
        "--LabApp.news_url=None",
        "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
        "--LabApp.extension_manager=readonly",
    )
    command = [sys.executable, "-m", "jupyterlab", *quiet, str(folder)]
    return subprocess.call(command)  # noqa: S603 (all words but the folder are ours)


def _case(subject: str) -> "Case":
    """The case in a file, or one from public figures for a municipality."""
    from selfmgmt.case.files import load_case, new_case

    is_file = Path(subject).suffix.lower() in _CASE_FILES or Path(subject).exists()
    return load_case(subject) if is_file else new_case([subject])


def _scores(comparison: "Comparison", weighing: "Weighing") -> dict[str, Any]:
    """The rankings in plain lists, texts and numbers."""
    rankings = weighing.rankings
    return {
        "schema": "selfmgmt/score/1",
        "case": comparison.study.case.name,
        "seed": comparison.seed,
        "draws": comparison.draws,
        "roles": {key: _role(role) for key, role in rankings.ranked.items()},
        "unranked": {key: list(criteria) for key, criteria in rankings.unranked.items()},
        "set_aside": list(weighing.set_aside),
        "kendall_w": rankings.agreement.kendall_w,
        "wanted_by": {key: list(roles) for key, roles in rankings.agreement.wanted_by.items()},
    }


def _role(role: "RoleRanking") -> dict[str, Any]:
    from dataclasses import asdict

    from selfmgmt.scoring.ranking import why

    ranking = role.ranking
    return {
        "label": str(role.label),
        "example_weights": role.example,
        "weights": dict(zip(ranking.criteria, ranking.weights.tolist(), strict=True)),
        "places": [list(place) for place in ranking.places],
        "values": {option: asdict(band) for option, band in ranking.bands.items()},
        "chance_first": ranking.chance_first,
        "why": asdict(why(ranking)) if len(ranking.options) > 1 else None,
        "left_out": list(role.left_out),
    }
