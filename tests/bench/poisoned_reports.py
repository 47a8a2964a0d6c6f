"""Five reports that go wrong among all: the others are whole, and the five are named.

``python -m tests.bench.poisoned_reports`` makes all with the smallest notebook there is, through
the command; it takes a minute on two processors, and stops when anything is otherwise.
"""

import io
import sys
import tempfile
from contextlib import redirect_stderr, redirect_stdout
from functools import partial
from pathlib import Path
from time import perf_counter

from selfmgmt.cli import program
from selfmgmt.program import run
from selfmgmt.reference.municipalities import all_municipalities, find_municipality
from selfmgmt.reporting.engine import batch
from selfmgmt.reporting.engine.manifest import read_manifest
from tests.reporting.engine.test_batch import POISON
from tests.reporting.probes import small_report

FAULTS = {
    "GM0034": "division by zero",
    "GM0047": "SIGABRT",
    "GM0059": "exit 0",
    "GM0072": "SIGKILL",
    "GM0086": "2",  # pictures, where one was promised
}


def main() -> None:
    """Make them, and prove what is there and what is told."""
    everyone = len(all_municipalities())
    with tempfile.TemporaryDirectory() as name:
        out, notebook = Path(name) / "reports", small_report(Path(name), poison=POISON)
        batch.read_settings = partial(batch.read_settings, notebook=notebook)
        start, told, shown = perf_counter(), io.StringIO(), io.StringIO()
        with redirect_stderr(told), redirect_stdout(shown):
            code = run(program, ["report", "--all", "--out", str(out), "--language", "en"])
        print(f"{perf_counter() - start:.0f} s, exit code {code}", flush=True)
        whole = {path.parent.name for path in out.glob("*/report.html")}
        lines = told.getvalue().splitlines()
        print(f"{len(whole)} whole reports, {len(lines)} named failures:", *lines, sep="\n")
        assert code == 1
        assert len(whole) == len(read_manifest(out)) == everyone - len(FAULTS)
        assert all((out / one / "results.json").is_file() for one in whole)
        assert len(lines) == len(FAULTS)
        for asked, fault in FAULTS.items():
            (line,) = [one for one in lines if find_municipality(asked).everyday_name in one]
            assert "small.ipynb" in line, line
            assert fault in line, line
            assert (next(out.glob(f"{asked}-*")) / "failed.ipynb").is_file(), line


if __name__ == "__main__":
    sys.exit(main())
