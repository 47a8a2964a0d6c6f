"""Seconds per report, beside plain loops of papermill and nbconvert, in one run.

``python -m tests.bench.bench_reports [COUNT]`` takes COUNT municipalities, 20 when left out. Each
way makes the reports of all of them, from the start of the first program to the last page: one
command of ours; two loops at once of ``papermill`` and ``jupyter nbconvert --to html``; one such
loop. ``--all`` makes the report of every municipality with one command, and again.

The floor is the processor time of drawing the pictures of the report, and nothing else, in one
warm process. The pictures are those that the notebook itself shows.
"""

import ctypes
import os
import resource
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from selfmgmt.reporting.engine.report import NOTEBOOK
from tests.bench.pictures import Pictures

COUNT = 20
_ADOPT = 36  # PR_SET_CHILD_SUBREAPER of Linux: orphans of our programs become ours
FEW = 6  # reports, enough to see how much memory a run takes
BIN = Path(sys.executable).parent
PARTS = ("report.html", "report.ipynb", "results.json")


@dataclass(frozen=True, slots=True)
class Took:
    """Seconds that a way took for all reports."""

    wall: float
    processor: float


def tell(words: str) -> None:
    """Print a line at once: the next one may take long."""
    print(words, flush=True)


def every_code() -> list[str]:
    """The municipalities of today."""
    from selfmgmt.reference.municipalities import all_municipalities

    return [one.code for one in all_municipalities()]


def codes(count: int) -> list[str]:
    """Municipalities spread over the country."""
    everyone = every_code()
    return everyone[:: len(everyone) // count][:count]


def ours(municipalities: Sequence[str], out: Path) -> None:
    """One command."""
    start = [sys.executable, "-m", "selfmgmt", "report", *municipalities, "--out", str(out)]
    subprocess.run(start, check=True, stdout=subprocess.DEVNULL)


def plain(municipalities: Sequence[str], out: Path) -> None:
    """What people do: two commands for each municipality."""
    out.mkdir(parents=True)
    for code in municipalities:
        report = out / f"{code}.ipynb"
        subprocess.run(
            [BIN / "papermill", NOTEBOOK, report, "-p", "municipality", code],
            check=True, capture_output=True,
        )  # fmt: skip
        subprocess.run(
            [BIN / "jupyter", "nbconvert", "--to", "html", report], check=True, capture_output=True
        )


def two_plain(municipalities: Sequence[str], out: Path) -> None:
    """Two loops at once, each with half of them."""
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(plain, (municipalities[::2], municipalities[1::2]), (out / "a", out / "b")))


def timed(
    way: Callable[[Sequence[str], Path], None], municipalities: Sequence[str], out: Path
) -> Took:
    """How long a way takes, with every process that it starts."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    way(municipalities, out)
    wall = time.perf_counter() - start
    _wait_for_orphans()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return Took(wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def _wait_for_orphans() -> None:
    """Wait for what a program leaves behind, as its fork server: only then its seconds count."""
    with suppress(ChildProcessError):
        while True:
            os.wait()


class Memory:
    """The most memory that the processes below this one take at a moment, in MiB.

    Pages that processes share count once: each counts its proportional part (PSS).
    """

    def __init__(self, every: float) -> None:
        self._every, self._over = every, threading.Event()
        self.peak = 0.0

    def __enter__(self) -> "Memory":
        self._thread = threading.Thread(target=self._watch)
        self._thread.start()
        return self

    def __exit__(self, *fault: object) -> None:
        self._over.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._over.wait(self._every):
            self.peak = max(self.peak, sum(map(_proportional, _below(os.getpid()))) / 1024)


def _below(process: int) -> set[int]:
    """The processes that it started, and those that they did."""
    parents = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            words = stat.read_text().rpartition(")")[2].split()
            parents[int(stat.parent.name)] = int(words[1])
    found, more = set(), {process}
    while more:
        more = {one for one, parent in parents.items() if parent in more} - found
        found |= more
    return found


def _proportional(process: int) -> int:
    """KiB of a process; of one that is gone, nothing."""
    with suppress(OSError):
        for line in Path(f"/proc/{process}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1])
    return 0


def floor(municipalities: Iterable[str], out: Path) -> float:
    """Processor seconds of the pictures of one report, each the very one in the report made."""
    took = []
    for code in municipalities:
        pictures = Pictures(code)
        drawn = pictures.drawn()
        (report,) = out.glob(f"{code}-*/report.ipynb")
        assert sorted(drawn) == sorted(pictures.in_report(report)), f"other pictures in {report}"
        took.append(pictures.seconds())
    return median(took)


def compare(count: int, folder: Path) -> None:
    """Ours beside the plain loops."""
    municipalities = codes(count)
    fast = timed(ours, municipalities, folder / "ours")
    tell(f"{'seconds for each report':42}{'wall':>8}{'processor':>11}")
    _tell_took("one command of ours, start-up counted", fast, count)
    again = timed(ours, municipalities, folder / "ours")
    tell(f"{'the same again, nothing changed':42}{again.wall:8.2f} s for all {count}")
    drawing = floor(municipalities[:4], folder / "ours")
    tell(f"{'the pictures alone, warm: the floor':42}{'':8}{drawing:11.2f}")
    share = fast.processor / count / drawing
    tell(f"ours against the floor{'':12}{share:8.2f} times; goal at most 1.5")
    with Memory(0.5) as memory:
        ours(municipalities[:FEW], folder / "watched")
    tell(f"{'memory of all its processes':34}{memory.peak:8.0f} MiB at most")
    _tell_plain("two plain loops at once", two_plain, municipalities, folder / "two", fast, goal=6)
    _tell_plain("one plain loop", plain, municipalities, folder / "one", fast, goal=20)


def _tell_took(words: str, took: Took, count: int) -> None:
    tell(f"{words:42}{took.wall / count:8.2f}{took.processor / count:11.2f}")


def _tell_plain(  # noqa: PLR0913  one line of the table
    words: str,
    way: Callable[[Sequence[str], Path], None],
    municipalities: Sequence[str],
    out: Path,
    fast: Took,
    *,
    goal: int,
) -> None:
    took = timed(way, municipalities, out)
    _tell_took(words, took, len(municipalities))
    ratio = took.wall / fast.wall
    tell(f"ours against that{'':17}{ratio:8.1f} times faster; goal at least {goal}")


def everyone(folder: Path) -> None:
    """The report of each municipality, with one command; and the same command again."""
    municipalities, out = every_code(), folder / "all"

    def command(_codes: Sequence[str], out: Path) -> None:
        ours(["--all"], out)

    with Memory(5) as memory:
        took = timed(command, municipalities, out)
    counts = {part: len(list(out.glob(f"*/{part}"))) for part in PARTS}
    tell(f"{took.wall:.0f} s for all; reports made of {len(municipalities)}: {counts}")
    assert set(counts.values()) == {len(municipalities)}
    tell(f"{'seconds for each report':42}{'wall':>8}{'processor':>11}")
    _tell_took("one command of ours, start-up counted", took, len(municipalities))
    tell(f"{'memory of all its processes':34}{memory.peak:8.0f} MiB at most")
    again = timed(command, municipalities, out)
    tell(f"{'again, nothing changed':34}{again.wall:8.2f} s; goal at most 3")
    drawing = floor(codes(4), out)
    share = took.processor / len(municipalities) / drawing
    tell(f"{'the pictures alone, warm: the floor':42}{'':8}{drawing:11.2f}")
    tell(f"ours against the floor{'':12}{share:8.2f} times; goal at most 1.5")


def main(words: Sequence[str]) -> None:
    """Measure and tell, each figure beside its goal."""
    ctypes.CDLL(None).prctl(_ADOPT, 1)
    tell(f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f} at the start")
    with tempfile.TemporaryDirectory() as name:
        if "--all" in words:
            everyone(Path(name))
        else:
            compare(int(words[0]) if words else COUNT, Path(name))


if __name__ == "__main__":
    main(sys.argv[1:])
