"""One case to one report: the notebook executed, turned into a page, and put in place."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from selfmgmt.errors import InputError, SelfmgmtError
from selfmgmt.language import gettext, speaking
from selfmgmt.numbers import long_date
from selfmgmt.reference.municipalities import plain
from selfmgmt.reporting.content import Content, content_of
from selfmgmt.reporting.execute import execute
from selfmgmt.reporting.files import write_json, write_whole
from selfmgmt.reporting.html import page_html
from selfmgmt.reporting.overview import add_to_manifest, write_overview
from selfmgmt.reporting.results import write_results
from selfmgmt.resources import NOTEBOOKS
from selfmgmt.views.document import comparison_document
from selfmgmt.views.words.design import changes_sentence

NOTEBOOK = NOTEBOOKS / "report_municipality.ipynb"
DRAWS = 4000


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportPaths:
    """Where the parts of a report are."""

    folder: Path
    html: Path
    notebook: Path
    results: Path


def render_reports(  # noqa: PLR0913  all but one by keyword
    municipalities: Sequence[str],
    *,
    cases: Sequence[Path] = (),
    out: Path,
    language: str = "nl",
    seed: int = 1,
    draws: int = DRAWS,
) -> list[ReportPaths]:
    """Make a report for each municipality and each case file, and the overview of all.

    Args:
        municipalities: Codes or names.
        cases: Case files, each a report of its own.
        out: The folder to write in; made when it is not there.
        language: Of the reports, ``nl`` or ``en``.
        seed: Start of the random numbers.
        draws: Number of possible futures.

    Raises:
        InputError: A municipality, case file or parameter is wrong; nothing has been written.
        SelfmgmtError: Some reports could not be made; the others are there.
    """
    asked = [(name, "") for name in municipalities] + [("", str(path.absolute())) for path in cases]
    contents = _contents(asked, language=language, seed=seed, draws=draws)
    out.mkdir(parents=True, exist_ok=True)
    made, failed = [], []
    for content, (name, path) in zip(contents, asked, strict=True):
        try:
            made.append(_render(content, municipality=name, case_file=path, out=out))
        except (SelfmgmtError, OSError, RuntimeError) as fault:
            failed.append(
                gettext("{name} has no report. {fault}", name=content.case.name, fault=fault)
            )
    write_overview(out, language)
    write_results(out)
    if failed:
        raise SelfmgmtError("\n".join(failed))
    return made


def _contents(
    asked: Sequence[tuple[str, str]], *, language: str, seed: int, draws: int
) -> list[Content]:
    """What each report is about; every fault in what was asked is told at once."""
    contents: list[Content] = []
    faults: list[str] = []
    for name, path in asked:
        try:
            contents.append(
                content_of(name, case_file=path, language=language, seed=seed, draws=draws)
            )
        except InputError as fault:
            faults += fault.faults
    faults += _twins([_folder_name(content) for content in contents])
    if faults:
        raise InputError(*dict.fromkeys(faults))
    return contents


def _twins(folders: Sequence[str]) -> list[str]:
    return [
        gettext(
            "{folder} is asked for {count} times; ask for it once, or give each case its own name.",
            folder=folder,
            count=count,
        )
        for folder, count in Counter(folders).items()
        if count > 1
    ]


def render_report(  # noqa: PLR0913  all but one by keyword
    municipality: str = "",
    *,
    case_file: Path | None = None,
    out: Path,
    language: str = "nl",
    seed: int = 1,
    draws: int = DRAWS,
) -> ReportPaths:
    """Make one report; see :func:`render_reports`."""
    (paths,) = render_reports(
        [] if case_file else [municipality],
        cases=[case_file] if case_file else [],
        out=out,
        language=language,
        seed=seed,
        draws=draws,
    )
    return paths


def _render(content: Content, *, municipality: str, case_file: str, out: Path) -> ReportPaths:
    import nbformat

    executed = execute(
        NOTEBOOK,
        {
            "municipality": municipality,
            "case_file": case_file,
            "language": content.language,
            "seed": content.seed,
            "draws": content.draws,
        },
    )
    paths = _paths(out / _folder_name(content))
    page = page_html(
        executed, name=content.case.name, byline=_byline(content), language=content.language
    )
    write_whole(paths.html, page)
    write_whole(paths.notebook, nbformat.writes(executed))
    write_json(paths.results, _results(content))
    add_to_manifest(out, paths.folder.name, _entry(content))
    return paths


def _results(content: Content) -> dict[str, Any]:
    with speaking(content.language):
        changed = {
            key: changes_sentence(option.design)
            for key, option in content.comparison.options.items()
        }
        return {
            **comparison_document(content.comparison, changed),
            "inputs": content.record.inputs,
            "version": content.record.version,
        }


def _paths(folder: Path) -> ReportPaths:
    return ReportPaths(
        folder=folder,
        html=folder / "report.html",
        notebook=folder / "report.ipynb",
        results=folder / "results.json",
    )


def _folder_name(content: Content) -> str:
    """The code of the first municipality and the name of the case: ``GM0267-nijkerk``."""
    slug = plain(content.case.name).replace(" ", "-")
    return f"{content.case.municipalities[0]}-{slug}"


def _byline(content: Content) -> str:
    with speaking(content.language):
        return gettext(
            "Exploration for council, executive, directorate and teams. {day}.",
            day=long_date(content.record.made),
        )


def _entry(content: Content) -> dict[str, object]:
    return {
        "name": content.case.name,
        "municipalities": list(content.case.municipalities),
        "language": content.language,
        "made": content.record.made.isoformat(),
        "seed": content.seed,
        "draws": content.draws,
        "version": content.record.version,
        "inputs": content.record.inputs,
    }
