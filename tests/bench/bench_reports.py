"""Seconds per report, beside plain loops of papermill and nbconvert, in one run.

``python -m tests.bench.bench_reports [COUNT]`` takes COUNT municipalities, 20 when left out. Each
way makes the reports of all of them, from the start of the first program to the last page:
(a) ours; (b) a loop of ``papermill`` and ``jupyter nbconvert --to html``; (c) two such loops at
once. (d) is the floor: the processor time of drawing the same pictures in one warm process.
"""

import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from statistics import median

from selfmgmt.reporting.report import DRAWS, NOTEBOOK

COUNT = 20
BIN = Path(sys.executable).parent
ALL = 342


def codes(count: int) -> list[str]:
    """Municipalities spread over the country."""
    from selfmgmt.reference.municipalities import all_municipalities

    everyone = [one.code for one in all_municipalities()]
    return everyone[:: len(everyone) // count][:count]


def ours(asked: Sequence[str], out: Path) -> None:
    """One command."""
    start = [sys.executable, "-m", "selfmgmt", "report", *asked, "--out", str(out)]
    subprocess.run(start, check=True, stdout=subprocess.DEVNULL)


def plain(asked: Sequence[str], out: Path) -> None:
    """What people do: two commands for each municipality."""
    out.mkdir()
    for code in asked:
        made = out / f"{code}.ipynb"
        subprocess.run(
            [BIN / "papermill", NOTEBOOK, made, "-p", "municipality", code],
            check=True, capture_output=True,
        )  # fmt: skip
        subprocess.run(
            [BIN / "jupyter", "nbconvert", "--to", "html", made], check=True, capture_output=True
        )


def two_plain(asked: Sequence[str], out: Path) -> None:
    """Two loops at once, each with half of them."""
    out.mkdir()
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(plain, (asked[::2], asked[1::2]), (out / "a", out / "b")))


def timed(
    way: Callable[[Sequence[str], Path], None], asked: Sequence[str], out: Path
) -> list[float]:
    """Wall and processor seconds for each report."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    way(asked, out)
    wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return [wall / len(asked), cpu / len(asked)]


def floor(asked: Sequence[str]) -> float:
    """Processor seconds of drawing the pictures of one report, in a process that is warm."""
    from selfmgmt.reporting.content import content_of
    from selfmgmt.views.charts.drivers import drivers_chart
    from selfmgmt.views.charts.options import options_chart
    from selfmgmt.views.charts.paths import capacity_chart, cash_chart
    from selfmgmt.views.charts.peers import peers_chart
    from selfmgmt.views.charts.ranking import roles_chart
    from selfmgmt.views.charts.readiness import readiness_chart
    from selfmgmt.views.charts.savings import savings_chart
    from selfmgmt.views.figures import picture
    from selfmgmt.views.words.uncertainty import spread_shares

    took = []
    for code in asked[:4]:
        report = content_of(code, case_file="", language="nl", seed=1, draws=DRAWS)
        compared, members = report.comparison, report.study.members
        ready = report.weighing, report.peers, spread_shares(compared, "net_saving_eur")
        start = time.process_time()
        for chart in (
            peers_chart(ready[1], members, report.case.name),
            options_chart(compared, "net_saving_eur"),
            options_chart(compared, "capacity_low"),
            capacity_chart(compared),
            cash_chart(compared),
            savings_chart(compared),
            readiness_chart(report.study.profile),
            roles_chart(ready[0], report.labels),
            drivers_chart(ready[2], title="x"),
        ):
            picture(chart)
        took.append(time.process_time() - start)
    return median(took[1:] or took)


def unchanged(asked: Sequence[str], out: Path) -> float:
    """Seconds of the same command when nothing changed."""
    start = time.perf_counter()
    ours(asked, out)
    return time.perf_counter() - start


def main(count: int) -> None:
    """Measure all ways, each after the other, and print them with the goals."""
    asked = codes(count)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        load = os.getloadavg()[0]
        fast = timed(ours, asked, folder / "ours")
        memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        again = unchanged(asked, folder / "ours")
        drawing = floor(asked)
        double = timed(two_plain, asked, folder / "two")
        slow = timed(plain, asked, folder / "one")
    print(f"{count} reports, {os.cpu_count()} processors, load {load:.1f} at the start")
    print(f"{'seconds for each report':38}{'wall':>9}{'processor':>11}")
    for words, (wall, cpu) in (("ours", fast), ("two plain loops", double), ("one loop", slow)):
        print(f"{words:38}{wall:9.2f}{cpu:11.2f}")
    print(f"{'the pictures alone, warm':38}{'':9}{drawing:11.2f}")
    print(f"against one plain loop    {slow[0] / fast[0]:5.1f} times faster; goal 12")
    print(f"against two at once       {double[0] / fast[0]:5.1f} times faster; goal 6")
    print(f"against the pictures      {fast[1] / drawing:5.2f} times their cost; goal 1.3")
    print(f"nothing changed           {again:5.1f} s; goal 3 for {ALL}")
    print(f"largest process           {memory:5.0f} MiB")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else COUNT)
