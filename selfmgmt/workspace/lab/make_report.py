"""The program that makes one report for a page: ``make_report FOLDER LANGUAGE SEED DOCUMENT``.

It waits for its turn first: so many visitors at once cannot bring a computer down. Whoever asked
reads in FOLDER how far it is; see ``report_folder.py``.
"""

import gc
import os
import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from selfmgmt.errors import InputError, SelfmgmtError
from selfmgmt.language import gettext, speaking
from selfmgmt.workspace.lab.report_folder import CASE, FAULT, PAGE, PROGRESS, WORD

_PATIENCE = 300  # seconds to wait for a turn
_PAUSE = 0.5  # seconds between two tries
_POLITENESS = 5  # lets those who work on a page go first
_SHARE_OF_CELLS = 0.9  # of the work; the rest is the page itself


def main(folder: Path, language: str, seed: int, document: str = "report") -> int:
    """Make the report, or page 1 of it; gives the exit code."""
    cores = os.cpu_count() or 1
    page_alone = document == "page"
    parent = os.getppid()
    if sys.platform != "win32":
        os.nice(_POLITENESS)
    with speaking(language):
        try:
            with turn(slots=cores if page_alone else max(1, cores // 2), document=document):
                make = _make_page if page_alone else _make
                make(folder, language, seed)
        except SelfmgmtError as fault:
            (folder / FAULT).write_text(str(fault), encoding="utf-8")
            return 1
        except OSError as fault:  # its own words hold the path of the folder
            (folder / FAULT).write_text(_could_not(fault), encoding="utf-8")
            return 1
    if os.getppid() != parent:  # nobody is left to read it
        shutil.rmtree(folder, ignore_errors=True)
    return 0


def _could_not(fault: OSError) -> str:
    return gettext(
        "The report could not be made on this computer: {reason}.", reason=fault.strerror or "?"
    )


@contextmanager
def turn(slots: int, patience: float = _PATIENCE, document: str = "report") -> Iterator[None]:
    """Hold one of the ``slots`` that there are for all such documents on this computer.

    Raises:
        SelfmgmtError: None came free in ``patience`` seconds.
    """
    from jupyter_core.paths import jupyter_runtime_dir

    home = Path(jupyter_runtime_dir())
    home.mkdir(parents=True, exist_ok=True, mode=0o700)
    locks = [FileLock(home / f"selfmgmt-{document}-{number}") for number in range(slots)]
    until = time.monotonic() + patience
    while True:
        for lock in locks:
            with suppress(Timeout), lock.acquire(blocking=False):
                yield
                return
        if time.monotonic() > until:
            raise SelfmgmtError(
                gettext("Many reports are being made now. Try again in a few minutes.")
            )
        time.sleep(_PAUSE)


def _make(folder: Path, language: str, seed: int) -> None:
    from selfmgmt.reporting.content.content import content_of
    from selfmgmt.reporting.documents.docx import docx_of_report, needs_docx
    from selfmgmt.reporting.engine.report import report_page
    from selfmgmt.reporting.pages.live_panel import with_live_panel
    from selfmgmt.simulation import DRAWS
    from selfmgmt.whole_files import replacing, write_json, write_whole

    def on_progress(done: float) -> None:
        write_json(folder / PROGRESS, _SHARE_OF_CELLS * done)

    on_progress(0.0)
    case_file = str(folder / CASE)
    content = content_of("", case_file=case_file, language=language, seed=seed, draws=DRAWS)
    _executed, page = report_page(content, case_file=case_file, on_progress=on_progress)
    with suppress(InputError):  # the library for Word is not on every computer
        needs_docx()
        with replacing(folder / WORD) as unfinished:
            unfinished.write_bytes(docx_of_report(page, content, language))
    write_whole(folder / PAGE, with_live_panel(page, content.case, language, seed=content.seed))


def _make_page(folder: Path, language: str, seed: int) -> None:
    """Page 1 with its looks, to stand in a page of another; with the same figures as a report."""
    from selfmgmt.reporting.content.content import content_of
    from selfmgmt.reporting.pages.html import STYLE
    from selfmgmt.reporting.pages.sections import page_one_html
    from selfmgmt.simulation import DRAWS
    from selfmgmt.whole_files import write_whole

    case_file = str(folder / CASE)
    content = content_of("", case_file=case_file, language=language, seed=seed, draws=DRAWS)
    style = STYLE.read_text(encoding="utf-8").replace(":root", ":host")
    write_whole(folder / PAGE, f"<style>{style}</style>{page_one_html(content).source}")


if __name__ == "__main__":
    gc.set_threshold(100_000)  # it ends soon, and imports much that stays
    sys.exit(main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), *sys.argv[4:]))
