"""Put the options side by side, and rank them."""

from collections.abc import Sequence
from datetime import date

import click

from selfmgmt import console
from selfmgmt.cli.shared import (
    case_of,
    draws_option,
    json_option,
    seed_option,
    subject_argument,
)
from selfmgmt.language import current_language
from selfmgmt.language import gettext_noop as _
from selfmgmt.program import Command


@click.command(
    cls=Command,
    help=_("Put the options side by side. From a case file, or from public figures alone."),
)
@subject_argument
@click.option(
    "--option",
    "options",
    multiple=True,
    metavar=_("NAME"),
    help=_("Only this option and doing nothing; may be repeated."),
)
@click.option(
    "--size",
    metavar="equal-money|described",
    help=_(
        "equal-money: every option finds the saving that is asked for; described: every option as "
        "it was written down. Equal-money when left out and there is a target."
    ),
)
@click.option(
    "--mix",
    metavar=_("NAME"),
    help=_("The saving mix beside every way of working, for example hiring_first."),
)
@click.option(
    "--certainty",
    metavar="50|80",
    help=_("In how many of 100 possible futures the saving must be there; 50 when left out."),
)
@draws_option
@seed_option
@json_option
def compare(
    subject: str, *, draws: int, seed: int, as_json: bool, options: Sequence[str], **settings: str
) -> None:
    """Compare options and show the figures that matter most."""
    from selfmgmt.analysis.compare import compare as compare_options
    from selfmgmt.views.calendar import case_calendar
    from selfmgmt.views.document import comparison_document
    from selfmgmt.views.words.design import changes_sentence
    from selfmgmt.views.words.effects import goes_table, notice_table
    from selfmgmt.views.words.sizing import sizing_sentence, sizing_sentences

    comparison = compare_options(
        case_of(subject),
        options=options,
        draws=draws,
        seed=seed,
        **settings,
    )
    found = comparison.options
    changes = {key: changes_sentence(option.design) for key, option in found.items()}
    if as_json:
        console.show_json(comparison_document(comparison, changes))
        return
    console.show_table(goes_table(comparison, found))
    console.show_lines([""])
    console.show_table(notice_table(comparison, found))
    calendar = case_calendar(comparison.study.case, date.today())
    console.show_lines(["", *sizing_sentences(comparison, calendar), ""])
    console.show_entries(
        (option.label, f"{changes[key]} {sizing_sentence(comparison, option)}".strip())
        for key, option in found.items()
    )


@click.command(
    cls=Command,
    help=_("Score the options: what they do, what one must believe, and who would choose what."),
)
@subject_argument
@draws_option
@seed_option
@json_option
def score(subject: str, draws: int, seed: int, as_json: bool) -> None:
    """Score the options, each question apart."""
    from selfmgmt.analysis.robustness import robustness_of
    from selfmgmt.reporting.content.content import Content
    from selfmgmt.reporting.content.sections.score import score_sections
    from selfmgmt.views.score_document import score_document

    content = Content(case=case_of(subject), language=current_language(), seed=seed, draws=draws)
    if as_json:
        weighings = {
            question: (weighing, robustness_of(content.comparison, weighing))
            for question, weighing in content.weighings.items()
        }
        console.show_json(score_document(content.comparison, weighings))
        return
    for part in score_sections(content):
        console.show_lines(filter(None, [part.title, *part.sentences]))
        if part.table and part.table.rows:
            console.show_lines([""])
            console.show_table(part.table)
            console.show_lines([""])


@click.command(
    cls=Command,
    help=_("Show what it takes to reach the target. For every way of working and saving mix."),
)
@subject_argument
@click.option(
    "--certainty",
    metavar="50%",
    help=_("In which part of the possible futures the saving must be there; 50% when left out."),
)
@click.option(
    "--capacity-floor",
    metavar="95",
    help=_("Lowest capacity for residents that is allowed, today is 100; 95 when left out."),
)
@click.option(
    "--satisfaction-drop",
    metavar="2%",
    help=_("How much satisfaction may fall; 2% when left out."),
)
@click.option(
    "--support-floor",
    metavar="50%",
    help=_("Which part of today's staff departments must stay; 50% when left out."),
)
@click.option(
    "--draws",
    callback=console.whole(100, 10_000),
    default="500",
    metavar="N",
    help=_("How many possible futures for each size, 500 when left out."),
)
@seed_option
@json_option
def search(subject: str, draws: int, seed: int, as_json: bool, **settings: str | None) -> None:
    """Follow every pair to the target, and show what that takes."""
    from selfmgmt.analysis.search import goal_of
    from selfmgmt.analysis.search import search as search_pairs
    from selfmgmt.analysis.study import study_of
    from selfmgmt.views.search_document import search_document
    from selfmgmt.views.words import search as words

    goal = goal_of(settings)
    study = study_of(case_of(subject))
    with console.share_done() as on_progress:
        found = search_pairs(study, goal=goal, draws=draws, seed=seed, progress=on_progress)
    if as_json:
        console.show_json(search_document(study, found))
        return
    console.show_lines([*words.search_sentences(study, found), ""])
    console.show_table(words.search_table(study, found))
    console.show_lines(["", words.search_caution()])
