"""What bodies filled in on the instruments of practice: shown, and written to take along."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from selfmgmt import console
from selfmgmt.cli.shared import case_of, json_option, path_option, subject_argument
from selfmgmt.errors import InputError
from selfmgmt.language import gettext
from selfmgmt.language import gettext_noop as _
from selfmgmt.numbers import quoted
from selfmgmt.program import Command

if TYPE_CHECKING:
    from selfmgmt.case import Case


@click.command(
    cls=Command,
    help=_(
        "Show what stands out in what bodies filled in: who decides, steering, control, tensions "
        "and more. With --out as files to take along; with --forms the forms on paper."
    ),
)
@subject_argument
@path_option(
    "--out",
    _("FOLDER"),
    _(
        "Write what was filled in to this folder: for Word, for Excel and as CSV, with a draft "
        "for the algorithm register."
    ),
    folder=True,
)
@path_option(
    "--forms",
    _("FOLDER"),
    _("Write the form of every instrument to this folder, to print and fill in by hand."),
    folder=True,
)
@click.option(
    "--again",
    multiple=True,
    metavar=_("SHEET"),
    help=_("Keep the answers of a sheet under the date of today, to fill it in again."),
)
@click.option(
    "--use-cover",
    is_flag=True,
    help=_("Put the chance of an uncovered task, as teams counted it, into the case file."),
)
@click.option(
    "--connector",
    metavar=_("NUMBER"),
    help=_("Tell who holds this number what the round of connectors says of them; for them alone."),
)
@json_option
def practice(  # noqa: PLR0913, PLR0917  one for each option of the command
    subject: str,
    out: Path | None,
    forms: Path | None,
    again: tuple[str, ...],
    use_cover: bool,
    connector: str | None,
    as_json: bool,
) -> None:
    """Show what stands out; nothing of what stays with a team."""
    from selfmgmt.views.practice_document import practice_document

    case = case_of(subject)
    if again or use_cover:
        case = _write_case(case, subject, again, use_cover)
    _write_files(case, forms, out)
    if connector:
        console.say(_outcome(case, connector))
    if as_json:
        console.show_json(practice_document(case))
    elif not (forms or out or again or use_cover or connector):
        _show(case)


def _write_case(case: "Case", subject: str, sheets: tuple[str, ...], use_cover: bool) -> "Case":
    """Write the case back into its file; what the file held is kept beside it."""
    from selfmgmt.case import save_case
    from selfmgmt.case.practice_figures import with_counted_cover
    from selfmgmt.practice import find_instrument, moments

    path = Path(subject)
    if not path.is_file():
        raise InputError(
            gettext("{given} is no case file; make one with selfmgmt new.", given=quoted(subject))
        )
    for key in sheets:
        kept = moments.again(case.practice, find_instrument(key), date.today())
        case = case.model_copy(update={"practice": kept})
    if use_cover:
        case = with_counted_cover(case)
    save_case(case, path, overwrite=True)
    console.say(gettext("{file} is written.", file=path))
    return case


def _outcome(case: "Case", number: str) -> str:
    """What the round says of the person with this number."""
    from selfmgmt.practice import find_instrument
    from selfmgmt.practice.connectors import outcome_for
    from selfmgmt.practice.moments import tables_now

    sheets = tables_now(case.practice.get("connectors", {}))
    rows = {row: cells for table in sheets.values() for row, cells in table.items()}
    if outcome_for(find_instrument("connectors"), rows, number):
        return gettext("{number}: colleagues see a connector in you.", number=number)
    return gettext(
        "{number}: too few colleagues named you to say so. That is no judgement of your work.",
        number=number,
    )


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


def _write_files(case: "Case", forms: Path | None, out: Path | None) -> None:
    """The forms and the results, each to the folder that was given for them."""
    if forms:
        _write_forms(case, forms)
    if out:
        _write_results(case, out)


def _write_forms(case: "Case", folder: Path) -> None:
    from selfmgmt.practice import known_instruments
    from selfmgmt.views.practice_form import practice_form

    for key in known_instruments():
        _write(folder / f"{key}_form.html", practice_form(case, key))


def _write_results(case: "Case", folder: Path) -> None:
    from selfmgmt.analysis.case_roadmap import KEY
    from selfmgmt.reporting.documents.annex import practice_annex
    from selfmgmt.reporting.documents.register import register_document
    from selfmgmt.views.practice import open_instruments
    from selfmgmt.views.practice_tables import practice_csv, practice_workbook
    from selfmgmt.views.roadmap_files import DOCUMENTS

    for instrument in open_instruments(case):
        makers = {"docx": practice_annex, "xlsx": practice_workbook, "csv": practice_csv}
        for ending, make in makers.items():
            _write(folder / f"{instrument.key}.{ending}", make(case, instrument.key))
    _write(folder / "register.docx", register_document(case))
    for file, make_file in DOCUMENTS.items():
        if file.startswith("register"):
            _write(folder / file, make_file(case, KEY))
        elif KEY in case.practice:
            _write(folder / f"{KEY}_{file}", make_file(case, KEY))


def _write(path: Path, content: bytes) -> None:
    from selfmgmt.whole_files import replacing

    path.parent.mkdir(parents=True, exist_ok=True)
    with replacing(path) as part:
        part.write_bytes(content)
    console.say(gettext("{file} is written.", file=path))
