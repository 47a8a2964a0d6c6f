"""Show the figures of the model, and fetch the newest public ones."""

import click

from selfmgmt import console
from selfmgmt.cli.shared import json_option
from selfmgmt.language import gettext_noop as _
from selfmgmt.program import Command


@click.command(
    cls=Command, help=_("Show every figure of the model. With its range, unit, grade and source.")
)
@json_option
def evidence(as_json: bool) -> None:
    """Show the ledger."""
    from selfmgmt.evidence.ledger import load_ledger
    from selfmgmt.evidence.show import finding_rows, ledger_rows, ledger_text

    ledger = load_ledger()
    if as_json:
        console.show_json({"parameters": ledger_rows(ledger), "findings": finding_rows(ledger)})
    else:
        console.show_lines([ledger_text(ledger)])


@click.command(cls=Command, help=_("Fetch the newest figures of Statistics Netherlands (CBS)."))
@click.option(
    "--base-url", metavar=_("ADDRESS"), help=_("A service that answers in the place of the CBS.")
)
def refresh(base_url: str | None) -> None:
    """Fetch newer public figures into the user's own data folder."""
    from selfmgmt.reference.refresh import refresh as fetch

    fetched = fetch(base_url=base_url, say=console.say)
    console.show_lines(fetched.sentences())
