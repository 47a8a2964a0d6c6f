"""A page that lays a municipality or case beside others, made in a run as a report is."""

from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from selfmgmt.language import gettext, speaking
from selfmgmt.numbers import long_date
from selfmgmt.reporting.content.group import GroupContent, read_group_content
from selfmgmt.reporting.content.request import ReportRequest
from selfmgmt.reporting.documents.formats import FORMATS
from selfmgmt.reporting.engine.execute import as_text, execute
from selfmgmt.reporting.engine.report import ReportPaths
from selfmgmt.reporting.pages.html import page_html
from selfmgmt.reporting.pages.rendered import RenderedReport
from selfmgmt.resources import NOTEBOOKS
from selfmgmt.whole_files import write_whole

if TYPE_CHECKING:
    from selfmgmt.reporting.content.content import Content

NOTEBOOK = NOTEBOOKS / "report_comparison.ipynb"


def make_comparison(*, request: ReportRequest, out: Path, limit: float) -> dict[str, Any]:
    """Make one comparison and write its files; what it is about, for the list of reports.

    Args:
        request: The comparison.
        out: The folder of all reports.
        limit: Seconds that a cell may take, when there is a kernel.

    Raises:
        SelfmgmtError: Nobody is in the group, a cell failed, or a promised picture is missing.
        OSError: A file cannot be written.
    """
    paths = ReportPaths(folder=out / request.folder)
    paths.folder.mkdir(parents=True, exist_ok=True)
    with speaking(request.language):
        content = read_group_content(**request.parameters)
        executed = execute(
            request.notebook, request.parameters, kept=paths.failed, cell_limit=limit
        )
        report = RenderedReport(
            folder=paths.folder,
            content=cast("Content", content),  # what needs the page alone does not look at it
            notebook=executed,
            page=_page(executed, content, request.theme),
            results={},
            theme=request.theme,
            formats=tuple(name for name in request.formats if FORMATS[name].of_page),
        )
        for name in request.formats:
            FORMATS[name].write(report)
        write_whole(paths.notebook, as_text(executed))
        paths.failed.unlink(missing_ok=True)
        return _entry(content, named=bool(request.others))


def _page(executed: Any, content: GroupContent, theme: str) -> str:
    day = long_date(content.record.made)
    return page_html(
        executed,
        name=content.case.name,
        byline=gettext("A comparison, not a norm. {day}.", day=day),
        language=content.language,
        theme=theme,
    )


def _entry(content: GroupContent, *, named: bool) -> dict[str, Any]:
    names = ", ".join(map(str, content.peers.members))
    return {
        "case": content.case.name,
        "municipalities": list(content.case.municipalities),
        "beside": names if named else content.peers.description,
        "others": [one.code for one in content.peers.members],
        "language": content.language,
        "made": content.record.made.isoformat(),
        "seed": content.seed,
        "draws": content.draws,
        "version": content.record.version,
        "inputs": content.record.inputs,
    }
