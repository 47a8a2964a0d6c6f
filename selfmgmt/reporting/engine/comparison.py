"""A page that lays a municipality or case beside others, made in a run as a report is."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from selfmgmt.language import gettext, speaking
from selfmgmt.numbers import long_date
from selfmgmt.reporting.content.group import GroupContent, prepare_group
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


def make_comparison(
    *,
    notebook: str,
    folder: str,
    limit: float,
    formats: Sequence[str],
    theme: str = "",
    **parameters: Any,
) -> dict[str, Any]:
    """Make one comparison and write its files; what it is about, for the list of reports.

    Args:
        notebook: Path of the notebook.
        folder: Path of the folder of the comparison.
        limit: Seconds that a cell may take, when there is a kernel.
        formats: Names of documents that need the page alone, see ``formats.py``.
        theme: A municipality's own look as a style sheet, see ``theme.py``.
        **parameters: Those of the notebook, see ``group.py``.

    Raises:
        SelfmgmtError: Nobody is in the group, a cell failed, or a promised picture is missing.
        OSError: A file cannot be written.
    """
    paths = ReportPaths(folder=Path(folder))
    paths.folder.mkdir(parents=True, exist_ok=True)
    with speaking(parameters["language"]):
        content = prepare_group(**parameters)
        executed = execute(Path(notebook), parameters, kept=paths.failed, cell_limit=limit)
        report = RenderedReport(
            folder=paths.folder,
            content=cast("Content", content),  # what needs the page alone does not look at it
            notebook=executed,
            page=_page(executed, content, theme),
            results={},
            theme=theme,
            formats=tuple(name for name in formats if FORMATS[name].of_page),
        )
        for name in formats:
            FORMATS[name].write(report)
        write_whole(paths.notebook, as_text(executed))
        paths.failed.unlink(missing_ok=True)
        return _entry(content, named=bool(parameters["others"]))


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
