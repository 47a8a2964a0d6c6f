"""The report of a case, made beside the page by a program of its own, so the page stays usable."""

import json
import subprocess
import sys
import tempfile
import time
import weakref
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from selfmgmt.case import Case, save_case
from selfmgmt.language import gettext, speaking
from selfmgmt.numbers import percentage
from selfmgmt.reference.municipalities import plain
from selfmgmt.workspace.lab.report_folder import CASE, FAULT, PAGE, PROGRESS, WORD, Document

_LONGEST = 600  # seconds that a report may take, waiting for others included


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportStatus:
    """How far a report is; ``done`` runs from 0 to 1, ``words`` tell the reader."""

    phase: Literal["none", "busy", "ready", "failed"]
    done: float = 0.0
    words: str = ""

    @property
    def is_busy(self) -> bool:
        """Whether it is being made, or waits for its turn."""
        return self.phase == "busy"


NO_REPORT = ReportStatus(phase="none")


class ReportJob:
    """One report in the making.

    Args:
        case: What it is about; later changes do not touch it.
        language: Of the report, ``nl`` or ``en``.
        seed: Start of the random numbers.
        document: The whole report, or page 1 as a piece of a page.
    """

    def __init__(
        self, case: Case, *, language: str, seed: int, document: Document = "report"
    ) -> None:
        self.name = f"{case.municipalities[0]}-{plain(case.name).replace(' ', '-')[:60]}"
        self._language = language
        self._until = time.monotonic() + _LONGEST
        folder = tempfile.TemporaryDirectory(prefix="selfmgmt-", ignore_cleanup_errors=True)
        self._folder = Path(folder.name)
        save_case(case, self._folder / CASE)
        made = (language, str(seed), document)
        words = ("-m", "selfmgmt.workspace.lab.make_report", folder.name)
        self._process = subprocess.Popen(  # noqa: S603 (all words are ours)
            (sys.executable, *words, *made),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self.stop = weakref.finalize(self, _end, self._process, folder)
        """Ends it and leaves nothing behind; also called when the page is closed."""

    def status(self) -> ReportStatus:
        """How far it is now."""
        with speaking(self._language):
            if self._process.poll() is None:
                return self._running()
            if (self._folder / PAGE).exists():
                return ReportStatus(phase="ready", done=1.0, words=gettext("The report is ready."))
            return ReportStatus(phase="failed", words=self._fault())

    def html(self) -> bytes:
        """The page, once the report is ready."""
        return (self._folder / PAGE).read_bytes()

    @property
    def has_word(self) -> bool:
        """Whether there is a Word document too: not every computer can make one."""
        return (self._folder / WORD).exists()

    def word(self) -> bytes:
        """The Word document, once the report is ready."""
        return (self._folder / WORD).read_bytes()

    def _running(self) -> ReportStatus:
        if time.monotonic() > self._until:
            self.stop()
            return ReportStatus(phase="failed", words=_took_too_long())
        done = None
        with suppress(OSError, ValueError):  # not written yet
            done = float(json.loads((self._folder / PROGRESS).read_text(encoding="utf-8")))
        if done is None:
            words = gettext("The report waits for its turn.")
        else:
            words = gettext("The report is being made: {share}.", share=percentage(done))
        return ReportStatus(phase="busy", done=done or 0.0, words=words)

    def _fault(self) -> str:
        if not self.stop.alive:
            return _took_too_long()
        with suppress(OSError):
            return (self._folder / FAULT).read_text(encoding="utf-8")
        return gettext("The report could not be made. Your case is still there; try again.")


def _took_too_long() -> str:
    return gettext("The report took too long and was stopped. Try again in a few minutes.")


def _end(process: "subprocess.Popen[bytes]", folder: "tempfile.TemporaryDirectory[str]") -> None:
    if process.poll() is None:
        process.terminate()
        with suppress(subprocess.TimeoutExpired):
            process.wait(5)
    folder.cleanup()
