"""What people answered on the readiness scan, without the answers of anyone."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from selfmgmt import console
from selfmgmt.cli.shared import json_option, path_option, seed_option
from selfmgmt.errors import InputError
from selfmgmt.language import gettext
from selfmgmt.language import gettext_noop as _
from selfmgmt.program import Command

if TYPE_CHECKING:
    from selfmgmt.readiness.survey import Findings
    from selfmgmt.views.tables import Table

_file = click.Path(path_type=Path)


@click.command(
    cls=Command,
    help=_(
        "Read the answers to the readiness scan, .csv, .xlsx or .ods. Shows scores, how good they "
        "are, and what is withheld to protect people. Or, with --forms, write the scan itself."
    ),
)
@click.argument("answers", type=_file, required=False, metavar=_("ANSWERS"))
@path_option(
    "--forms",
    _("FOLDER"),
    _(
        "Write the scan to this folder: on paper, for LimeSurvey, Microsoft Forms and Excel, and "
        "as an empty table; and the team yardstick on paper."
    ),
)
@path_option(
    "--sizes",
    _("FILE"),
    _("How many people were asked: a table of teams, roles and 'total' with their number."),
)
@path_option(
    "--before", _("ANSWERS"), _("The answers of an earlier measurement, to see what changed.")
)
@path_option(
    "--into", _("FILE"), _("A case file to put the scores in. Its last version stays beside it.")
)
@seed_option
@json_option
def readiness(  # noqa: PLR0913, PLR0917  one for each option
    answers: Path | None,
    forms: Path | None,
    sizes: Path | None,
    before: Path | None,
    into: Path | None,
    seed: int,
    as_json: bool,
) -> None:
    """Show what a survey says; nothing about fewer people than the rules allow."""
    if forms:
        _write_forms(forms)
    if answers is None:
        if forms:
            return
        raise InputError(gettext("Give a file with answers, or --forms FOLDER to get the scan."))
    from selfmgmt.readiness.survey import read_findings
    from selfmgmt.views.survey_document import survey_document

    findings = read_findings(answers, sizes=sizes, before=before, seed=seed)
    if into:
        _put_into(into, findings)
    if as_json:
        console.show_json(survey_document(findings))
    else:
        _show(findings)


def _write_forms(folder: Path) -> None:
    """Write the scan for every way to ask it."""
    from selfmgmt.readiness.survey_files import write_survey_files

    for path in write_survey_files(folder):
        console.say(gettext("{file} is written.", file=path))


def _put_into(path: Path, findings: "Findings") -> None:
    """Store the scores, and nothing else, in a case file."""
    from selfmgmt.case.files import load_case
    from selfmgmt.case.saving import save_case
    from selfmgmt.readiness.survey_profile import readiness_of

    measured = readiness_of(findings.profile, response=findings.response)
    save_case(load_case(path).model_copy(update={"readiness": measured}), path, overwrite=True)
    console.say(gettext("{file} now has the scores of this survey.", file=path))


def _show(findings: "Findings") -> None:
    from selfmgmt.readiness.wording import load_survey
    from selfmgmt.views.words import reliability, survey
    from selfmgmt.views.words.survey_waves import wave_sentences, wave_table

    roles = {key: str(role.label) for key, role in load_survey().roles.items()}
    _show_part(survey.score_table(findings.profile), survey.score_sentences(findings.profile))
    quality, agreement = findings.quality, findings.agreement
    _show_part(reliability.quality_table(quality), reliability.quality_sentences(quality))
    _show_part(reliability.agreement_table(agreement), reliability.agreement_sentences(agreement))
    _show_part(gettext("Roles"), survey.difference_sentences(findings.roles, roles))
    _show_part(gettext("Teams"), survey.difference_sentences(findings.teams))
    if findings.since:
        _show_part(wave_table(findings.since), wave_sentences(findings.since))
    withheld = survey.withheld_sentences(findings.published)
    _show_part(gettext("Not shown"), [*withheld, survey.rounding_sentence()])
    _show_part(gettext("What was done to read the file"), list(map(str, findings.remarks)))


def _show_part(head: "Table | str", lines: list[str]) -> None:
    """Print a table or a heading, and the sentences that belong to it."""
    if isinstance(head, str):
        console.show_lines([head])
    else:
        console.show_table(head)
    console.show_lines(["", *lines, ""])
