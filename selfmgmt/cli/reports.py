"""Make reports."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from selfmgmt import console
from selfmgmt.cli.shared import cases_option, seed_option
from selfmgmt.errors import InputError
from selfmgmt.language import current_language, gettext
from selfmgmt.language import gettext_noop as _
from selfmgmt.program import Command

if TYPE_CHECKING:
    from collections.abc import Callable

    from selfmgmt.reporting.engine.batch import Progress
    from selfmgmt.reporting.engine.report import ReportPaths

_FEW = 12  # reports of which each is named


@click.command(cls=Command, help=_("Make the report of one or more municipalities or case files."))
@click.argument("municipalities", metavar=_("MUNICIPALITY..."), nargs=-1)
@click.option("--all", "everyone", is_flag=True, help=_("All municipalities of the Netherlands."))
@cases_option
@click.option(
    "--out",
    default="reports",
    metavar=_("FOLDER"),
    help=_("Where the reports go, also s3://... or az://...; the folder reports when left out."),
)
@click.option(
    "--format",
    "formats",
    default="html",
    metavar="html,...",
    help=_("Which documents to make of each report, with commas between; the page always comes."),
)
@click.option(
    "--compare-with",
    "compare_with",
    default="",
    metavar=_("GROUP"),
    help=_(
        "Make a comparison instead: with nearest (the most alike), neighbours, size, province, or "
        "municipalities of your choice with commas between."
    ),
)
@click.option(
    "--theme",
    type=click.Path(path_type=Path),
    metavar=_("FILE"),
    help=_("Your own look: a style sheet with tokens of NL Design System."),
)
@click.option(
    "--jobs",
    callback=console.whole(0, 256),
    default="0",
    metavar="N",
    help=_("How many reports to make at a time; one for each processor when left out."),
)
@click.option(
    "--timeout",
    callback=console.whole(1, 86_400),
    default="600",
    metavar="N",
    help=_("After how many seconds a report is given up, 600 when left out."),
)
@click.option(
    "--force", is_flag=True, help=_("Also make reports again that are there and did not change.")
)
@click.option(
    "--kernels",
    is_flag=True,
    help=_("Start a kernel for each report, as papermill does: slower, the same reports."),
)
@click.option(
    "--cluster",
    default="",
    metavar=_("ADDRESS"),
    help=_("Let the workers of a Dask scheduler make the reports; local starts one here."),
)
@seed_option
def report(  # noqa: PLR0913  the settings of the command
    *,
    municipalities: Sequence[str],
    everyone: bool,
    cases: Sequence[Path],
    out: str,
    formats: str,
    compare_with: str,
    theme: Path | None,
    jobs: int,
    timeout: int,
    force: bool,
    kernels: bool,
    cluster: str,
    seed: int,
) -> None:
    """Render reports and say where they are."""
    from selfmgmt.reporting.engine.batch import Effort, render_reports
    from selfmgmt.reporting.engine.remote import output_location

    with output_location(out) as location, _progress(location.send) as on_progress:
        reports = render_reports(
            _requested(municipalities, everyone=everyone, cases=cases),
            cases=cases,
            out=location.folder,
            effort=Effort(
                jobs=jobs or None,
                force=force,
                limit=timeout,
                kernels=kernels,
                cluster=cluster,
                on_progress=on_progress,
            ),
            compare_with=compare_with,
            formats=tuple(formats.replace(" ", "").split(",")),
            language=current_language(),
            seed=seed,
            theme=_style_of(theme),
        )
    console.show_lines(map(location.address_of, _listed(reports, location.folder)))


def _listed(reports: "Sequence[ReportPaths]", folder: Path) -> list[Path]:
    """Each report, or of many the list that leads to them."""
    few = len(reports) <= _FEW
    return [paths.html for paths in reports] if few else [folder / "index.html"]


def _requested(
    municipalities: Sequence[str], *, everyone: bool, cases: Sequence[Path]
) -> Sequence[str]:
    requested = [*municipalities, *(_all_codes() if everyone else ())]
    if not (requested or cases):
        raise InputError(
            gettext("Name a municipality, give a case file with --case, or ask for --all.")
        )
    return requested


def _style_of(theme: Path | None) -> str:
    from selfmgmt.reporting.pages.theme import read_theme

    if theme is None:
        return ""
    found = read_theme(theme)
    console.say(
        gettext(
            "The theme gives {count} parts of the look; {unused} other tokens are not used.",
            count=len(found.values),
            unused=found.unused,
        )
    )
    return found.css


def _all_codes() -> Iterator[str]:
    from selfmgmt.reference.municipalities import all_municipalities

    return (municipality.code for municipality in all_municipalities())


@contextmanager
def _progress(then: "Callable[[], None]") -> "Iterator[Callable[[Progress], None]]":
    """A bar on stderr with the time that is left and what failed; nothing when nobody looks.

    ``then`` is called after each report.
    """
    from tqdm import tqdm

    with tqdm(disable=None, unit=gettext("report"), leave=False) as bar:

        def on_progress(progress: "Progress") -> None:
            bar.total = progress.total
            if progress.failed:
                bar.set_postfix_str(gettext("{count} failed", count=progress.failed), refresh=False)
            bar.update(progress.done - bar.n)
            then()

        yield on_progress
