"""Put the options side by side, and rank them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from selfmgmt import console
from selfmgmt.cli.shared import (
    case_of,
    draws_option,
    json_option,
    seed_option,
    subject_argument,
)
from selfmgmt.language import gettext_noop as _

if TYPE_CHECKING:
    from selfmgmt.analysis.compare import Comparison
    from selfmgmt.analysis.weigh import Weighing
    from selfmgmt.scoring.roles import RoleRanking


@click.command(
    help=_("Put the options side by side. From a case file, or from public figures alone.")
)
@subject_argument
@click.option(
    "--option",
    "options",
    multiple=True,
    metavar=_("NAME"),
    help=_("Only this option and doing nothing; may be repeated."),
)
@draws_option
@seed_option
@json_option
def compare(subject: str, options: Sequence[str], draws: int, seed: int, as_json: bool) -> None:
    """Compare options and show the figures that matter most."""
    from selfmgmt.analysis.compare import compare as compare_options
    from selfmgmt.views.document import comparison_document
    from selfmgmt.views.words.design import changes_sentence
    from selfmgmt.views.words.options import key_table

    comparison = compare_options(case_of(subject), options=options, draws=draws, seed=seed)
    found = comparison.options
    changes = {key: changes_sentence(option.design) for key, option in found.items()}
    if as_json:
        console.show_json(comparison_document(comparison, changes))
        return
    console.show_table(key_table(comparison))
    console.show_entries((found[key].label, words) for key, words in changes.items())


@click.command(help=_("Rank the options for each role, with the reason."))
@subject_argument
@draws_option
@seed_option
@json_option
def score(subject: str, draws: int, seed: int, as_json: bool) -> None:
    """Rank the options for each role."""
    from selfmgmt.analysis.compare import compare as compare_options
    from selfmgmt.analysis.weigh import weigh
    from selfmgmt.views.words.roles import agreement_sentences, reasons_table

    comparison = compare_options(case_of(subject), draws=draws, seed=seed)
    weighing = weigh(comparison)
    if as_json:
        console.show_json(_scores(comparison, weighing))
        return
    labels = {key: option.label for key, option in comparison.options.items()}
    console.show_table(reasons_table(weighing, labels))
    console.show_lines(["", *agreement_sentences(weighing, labels)])


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
