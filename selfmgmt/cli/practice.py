"""What bodies filled in on the instruments of practice: shown, and written to take along."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from selfmgmt import console
from selfmgmt.cli.shared import case_of, json_option, subject_argument
from selfmgmt.language import gettext
from selfmgmt.language import gettext_noop as _

if TYPE_CHECKING:
    from selfmgmt.case import Case

_folder = click.Path(path_type=Path, file_okay=False)


@click.command(
    help=_(
        "Show what stands out in what bodies filled in: who decides, steering, control, tensions "
        "and more. With --out as files to take along; with --forms the forms on paper."
    )
)
@subject_argument
@click.option(
    "--out",
    type=_folder,
    metavar=_("FOLDER"),
    help=_("Write what was filled in to this folder: for Word, for Excel and as CSV."),
)
@click.option(
    "--forms",
    type=_folder,
    metavar=_("FOLDER"),
    help=_("Write the form of every instrument to this folder, to print and fill in by hand."),
)
@json_option
def practice(subject: str, out: Path | None, forms: Path | None, as_json: bool) -> None:
    """Show what stands out; nothing of what stays with a team."""
    from selfmgmt.views.practice_document import practice_document

    case = case_of(subject)
    if forms:
        _write_forms(case, forms)
    if out:
        _write_results(case, out)
    if as_json:
        console.show_json(practice_document(case))
    elif not (forms or out):
        _show(case)


def _show(case: "Case") -> None:
    from selfmgmt.case.practice_levers import practice_levers
    from selfmgmt.views.practice import open_instruments, result_of
    from selfmgmt.views.words.practice import finding_sentences
    from selfmgmt.views.words.practice_levers import lever_sentences

    found = open_instruments(case)
    if not found:
        console.show_lines([gettext("Nothing was filled in yet. --forms FOLDER gives the forms.")])
    for instrument in found:
        sentences = finding_sentences(instrument, result_of(case, instrument.key))
        console.show_lines([str(instrument.title), *sentences, *map(str, instrument.cautions), ""])
    levers = lever_sentences(practice_levers(case.practice))
    if levers:
        console.show_lines([gettext("What it means for the model"), *levers])


def _write_forms(case: "Case", folder: Path) -> None:
    from selfmgmt.practice import known_instruments
    from selfmgmt.views.practice_form import practice_form

    for key in known_instruments():
        _write(folder / f"{key}_form.html", practice_form(case, key))


def _write_results(case: "Case", folder: Path) -> None:
    from selfmgmt.reporting.documents.annex import practice_annex
    from selfmgmt.views.practice import open_instruments
    from selfmgmt.views.practice_tables import practice_csv, practice_workbook

    for instrument in open_instruments(case):
        makers = {"docx": practice_annex, "xlsx": practice_workbook, "csv": practice_csv}
        for ending, make in makers.items():
            _write(folder / f"{instrument.key}.{ending}", make(case, instrument.key))


def _write(path: Path, content: bytes) -> None:
    from selfmgmt.whole_files import replacing

    path.parent.mkdir(parents=True, exist_ok=True)
    with replacing(path) as part:
        part.write_bytes(content)
    console.say(gettext("{file} is written.", file=path))
