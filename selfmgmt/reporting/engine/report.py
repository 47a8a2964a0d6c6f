"""One case to one report: the notebook executed, turned into a page, and put in place."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from selfmgmt.errors import SelfmgmtError
from selfmgmt.language import gettext, speaking
from selfmgmt.reporting.content.request import ReportRequest
from selfmgmt.reporting.documents.formats import FORMATS
from selfmgmt.reporting.engine.execute import as_text, execute
from selfmgmt.reporting.pages.html import page_html
from selfmgmt.reporting.pages.page_one import byline_of
from selfmgmt.reporting.pages.rendered import RenderedReport
from selfmgmt.resources import NOTEBOOKS
from selfmgmt.whole_files import write_json, write_whole

if TYPE_CHECKING:
    from selfmgmt.reporting.content.content import Content

NOTEBOOK = NOTEBOOKS / "report_municipality.ipynb"
FAILED = "failed.ipynb"  # the notebook of a report that was not made, as far as it came


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportPaths:
    """Where the parts of a report are."""

    folder: Path

    @property
    def html(self) -> Path:
        """The page."""
        return self.folder / FORMATS["html"].file

    @property
    def notebook(self) -> Path:
        """The executed notebook."""
        return self.folder / "report.ipynb"

    @property
    def results(self) -> Path:
        """The results as data."""
        return self.folder / "results.json"

    @property
    def failed(self) -> Path:
        """The notebook as far as it came, when the report could not be made."""
        return self.folder / FAILED


def make_report(*, request: ReportRequest, out: Path, limit: float) -> dict[str, Any]:
    """Make one report and write all its files; what it is about, for the list of reports.

    Args:
        request: The report.
        out: The folder of all reports.
        limit: Seconds that a cell may take, when there is a kernel.

    Raises:
        SelfmgmtError: A cell failed, or a promised picture is missing.
        OSError: A file cannot be written.
    """
    from selfmgmt.reporting.content.content import read_content, shared

    paths = ReportPaths(folder=out / request.folder)
    paths.folder.mkdir(parents=True, exist_ok=True)
    with speaking(request.language):
        content = read_content(**request.parameters)
        with shared(content):
            executed = execute(
                request.notebook, request.parameters, kept=paths.failed, cell_limit=limit
            )
        results = _take_results(executed)
        written = as_text(executed)
        rendered = RenderedReport(
            folder=paths.folder,
            content=content,
            notebook=executed,
            page=_page(executed, content, request.theme),
            results=results,
            theme=request.theme,
            formats=request.formats,
        )
        for name in request.formats:
            FORMATS[name].write(rendered)
        write_whole(paths.notebook, written)
        write_json(paths.results, results)
    paths.failed.unlink(missing_ok=True)
    return _entry(content, results)


def report_page(
    content: "Content",
    *,
    municipality: str = "",
    case_file: str = "",
    on_progress: Callable[[float], None] | None = None,
) -> tuple[Any, str]:
    """The executed notebook of one report, and its page.

    Args:
        content: What the report is about.
        municipality: As the content was asked for.
        case_file: As the content was asked for.
        on_progress: Hears after each cell how much is done, from 0 to 1.

    Raises:
        SelfmgmtError: A cell failed, or a promised picture is missing.
    """
    parameters = {
        "municipality": municipality,
        "case_file": case_file,
        "language": content.language,
        "seed": content.seed,
        "draws": content.draws,
    }
    executed = execute(NOTEBOOK, parameters, on_progress=on_progress)
    _take_results(executed)
    return executed, _page(executed, content)


def _page(executed: Any, content: "Content", theme: str = "") -> str:
    with speaking(content.language):
        byline = byline_of(content)
    return page_html(
        executed,
        name=content.case.name,
        byline=byline,
        language=content.language,
        theme=theme,
    )


def _take_results(executed: Any) -> dict[str, Any]:
    """Take the results that the notebook computed out of its outputs."""
    from selfmgmt.reporting.content.content import RESULTS

    for cell in executed.cells:
        for output in cell.get("outputs", []):
            if RESULTS in output.get("metadata", {}):
                cell.outputs.remove(output)
                results: dict[str, Any] = json.loads(output.metadata[RESULTS])
                return results
    raise SelfmgmtError(gettext("The notebook gave no results; nothing has been written."))


def _entry(content: "Content", results: dict[str, Any]) -> dict[str, Any]:
    return {
        "case": content.case.name,
        "municipalities": list(content.case.municipalities),
        "language": content.language,
        "made": content.record.made.isoformat(),
        "seed": content.seed,
        "draws": content.draws,
        "version": results["version"],
        "inputs": results["inputs"],
    }
