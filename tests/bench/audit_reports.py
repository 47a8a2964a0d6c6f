"""Whether reports say what was computed, and nothing of another municipality.

``python -m tests.bench.audit_reports [FOLDER]`` takes 20 reports, spread over those in FOLDER;
without a folder it makes them, 14 in Dutch and 6 in English. Of each report it reads

- the tables in ``report.html`` as a reader does, and holds every figure against ``results.json``;
- the tables and pictures in ``report.ipynb``, and holds them against those in ``report.html``;
- what ``selfmgmt compare CODE --json`` prints, and holds it against ``results.json``;
- every name and code of another municipality, and where it may stand.

It prints what it compared, and exits with 1 on any difference.
"""

import json
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from selfmgmt.reference.municipalities import Municipality, all_municipalities
from selfmgmt.reference.peers import peer_group
from selfmgmt.reporting.engine.report import NOTEBOOK
from selfmgmt.resources import DATA, NOTEBOOKS
from tests.bench.read_reports import Report, Rows, figures_in

COUNT, DUTCH = 20, 14
PACKAGE = Path(__file__).parents[2] / "selfmgmt"
NOT_TOLD = {"inputs", "version"}  # in results.json only

SHOWN = {
    "Dienst, laagste": "capacity_low", "Service, lowest": "capacity_low",
    "Tevreden": "satisfaction_mean", "Satisfied": "satisfaction_mean",
    "Verzuim": "absence_mean", "Absence": "absence_mean",
    "Vertrek, slechtste": "turnover_worst", "Leaving, worst": "turnover_worst",
    "Grip, laagste": "steerability_low", "Grip, lowest": "steerability_low",
    "Zonder functie, FTE": "displaced_fte", "Without a post, FTE": "displaced_fte",
}  # fmt: skip
ON_TIME = ("Geld op tijd", "Money in time")
LATER = {"later"}
YEAR = 4  # quarters between the columns of a path


@dataclass(slots=True)
class Audit:
    """What was compared, and what was not the same."""

    compared: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)

    def same(self, kind: str, where: str, one: object, other: object) -> None:
        """Compare two things that must be equal."""
        self.compared[kind] += 1
        if one != other:
            first, second = _apart(str(one), str(other))
            self.faults.append(f"{where}: {first!r} is not {second!r}")

    def shown(self, where: str, words: str, value: float | None, language: str) -> None:
        """Hold the first figure in ``words`` against the computed one."""
        self.compared["figures in tables"] += 1
        if value is None:
            told = words.split(" ")[0] in LATER
        else:
            reads = figures_in(words, language)
            told = bool(reads) and abs(reads[0].value - value) <= reads[0].margin
        if not told:
            self.faults.append(f"{where}: shows {words!r} where {value} was computed")


def _apart(one: str, other: str) -> tuple[str, str]:
    """The two from a little before where they part."""
    apart = (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b)
    start = max(0, next(apart, 0) - 40)
    return one[start : start + 100], other[start : start + 100]


def audit_figures(report: Report, audit: Audit) -> None:
    """Every figure in the tables that tell the results."""
    for key, option in _by_label(report).items():
        for words, value, what in _of_option(report, key, option):
            audit.shown(f"{report.name}, {key}, {what}", words, value, report.language)
    _, *lines = report.table("organisation")
    known = list(report.results["organisation"].values())
    for line, figure in zip(lines, known, strict=False):
        where = f"{report.name}, {line[0]}"
        audit.shown(where, line[1], figure["central"], report.language)
        ends = figures_in(line[2], report.language)
        if len(ends) == 2:  # one that is known has no range
            for words, end in zip(ends, ("low", "high"), strict=True):
                audit.same(
                    "ends of ranges", where, abs(words.value - figure[end]) <= words.margin, True
                )


def _by_label(report: Report) -> dict[str, dict[str, Any]]:
    return {option["label"]: option for option in report.results["options"].values()}


def _of_option(
    report: Report, label: str, option: dict[str, Any]
) -> Iterator[tuple[str, float | None, str]]:
    """What the page shows of an option, the figure that was computed, and what it is."""
    for table in ("ways", "mixes", "staff"):
        heads, *rows = report.table(table)
        cells = dict(zip(heads[1:], _line(rows, label)[1:], strict=False))
        for head, name in SHOWN.items():
            if head in cells:
                written = cells[head].rpartition("\n")[2]
                yield written, option[name]["p50"], f"{table} {name}"
        for words in (cells[head] for head in ON_TIME if head in cells):
            chance = words.partition("\n")[2].split(" ")[0]
            yield f"{chance}%", option["target_met_probability"], f"{table} chance"
    yield from _paths(report.table("capacity"), label, option["paths"]["capacity"], "capacity")
    yield from _paths(report.table("cash"), label, option["paths"]["cumulative_cash_eur"], "cash")
    left = _line(report.table("left_over"), label)
    if left:
        yield left[3], option["net_saving_due_eur"]["p50"], "net saving on the day"


def _line(rows: Rows, label: str) -> list[str]:
    """The row of an option; a table may leave an option out that changes nothing."""
    return next((row for row in rows if row[0] == label), [])


def _band(words: str, band: dict[str, float | None], what: str) -> Iterator[Any]:
    """A middle with its range in brackets, or a middle alone."""
    middle, _, rest = words.partition(" (")
    yield middle, band["p50"], f"{what} p50"
    ends = re.split(r" (?:tot|to) ", rest.rstrip(")")) if rest else (middle, middle)
    for end, name in zip(ends, ("p10", "p90"), strict=True):
        yield end, band[name], f"{what} {name}"


def _paths(rows: Rows, label: str, path: dict[str, list[float]], what: str) -> Iterator[Any]:
    """A figure with its range at the end of each year after the start."""
    for year, words in enumerate(_line(rows, label)[1:], 1):
        size = 1e6 if what == "cash" else 1
        band = {end: values[YEAR * year] / size for end, values in path.items()}
        yield from _band(words, band, f"{what} after {year} years")


def audit_files(report: Report, audit: Audit) -> None:
    """The notebook holds what the page holds, and the results are those of ``compare``."""
    tables, pictures = report.in_notebook()
    audit.same("tables in notebooks", report.name, tables, report.tables)
    audit.same("pictures in notebooks", report.name, pictures, report.pictures)
    code = report.members[0].code
    words = [
        sys.executable, "-m", "selfmgmt", "compare", code, "--json",
        "--seed", str(report.results["seed"]), "--draws", str(report.results["draws"]),
        "--language", report.language,
    ]  # fmt: skip
    told = json.loads(subprocess.run(words, check=True, capture_output=True).stdout)
    for key in told.keys() | report.results.keys() - NOT_TOLD:
        where = f"{report.name}, {key} of compare --json"
        audit.same("parts of compare --json", where, told.get(key), report.results.get(key))


def audit_names(report: Report, audit: Audit) -> None:
    """No name or code of another, but of the peers and where the product's own texts name one."""
    group = peer_group(report.members, "nearest")
    peers = {*group.members, *(one.municipality for one in group.left_out)}
    words = report.words
    for other in all_municipalities():
        if other in report.members:
            continue
        for part in ("report.html", "report.ipynb", "results.json"):
            text = (report.folder / part).read_text(encoding="utf-8")
            for usual in _usual_cells() if part == "report.ipynb" else ():
                text = text.replace(usual, "")
            audit.same(
                "codes of others", f"{report.name}/{part}, {other.code}", other.code in text, False
            )
        if other in peers or _is_in_texts(other) or _is_part(other, report.members, peers):
            audit.compared["names that may stand there"] += 1
            continue
        found = _named(other).search(words)
        near = words[max(0, found.start() - 40) : found.end() + 40] if found else ""
        audit.same("names of others", f"{report.name}, {other.everyday_name}", near, "")


@cache
def _usual_cells() -> tuple[str, ...]:
    """The line of the notebook that holds the municipality it starts with, as JSON writes it."""
    lines = NOTEBOOK.read_text(encoding="utf-8").splitlines()
    return tuple(line.strip().rstrip(",") for line in lines if re.search(r"GM\d{4}", line))


def _named(one: Municipality) -> re.Pattern[str]:
    names = {one.everyday_name, one.name.partition(" (")[0]}
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, sorted(names)))})(?![\w-])")


@cache
def _texts() -> str:
    """The texts that are the same for everyone: data without the tables, messages, notebooks."""
    paths = [*DATA.rglob("*.yaml"), *PACKAGE.rglob("*.po"), *NOTEBOOKS.glob("report_*.ipynb")]
    return "\n".join(path.read_text(encoding="utf-8") for path in paths)


@cache
def _is_in_texts(one: Municipality) -> bool:
    return _named(one).search(_texts()) is not None


def _is_part(
    other: Municipality, members: Sequence[Municipality], peers: set[Municipality]
) -> bool:
    """Whether its name is that of the own province, or part of a name that may stand there."""
    names = [word for one in (*members, *peers) for word in (one.name, one.everyday_name)]
    provinces = [one.province for one in members]
    return any(_named(other).search(word) for word in (*names, *provinces))


def audit_all(reports: Sequence[Report], audit: Audit) -> None:
    """Reports of different municipalities do not share figures, nor pictures of other figures."""
    savings = Counter(str(one.results["options"]) for one in reports)
    audit.same("reports with figures of their own", "all", max(savings.values(), default=1), 1)
    under: dict[tuple[str, str], Rows] = {}
    for report in reports:
        for picture, rows in _with_numbers(report):
            first = under.setdefault((report.language, picture), rows)
            audit.same("pictures beside their numbers", report.name, first, rows)


def _with_numbers(report: Report) -> Iterator[tuple[str, Rows]]:
    """Each picture with the table that follows it."""
    for image, picture in zip(report.page.xpath("//img"), report.pictures, strict=True):
        tables = image.xpath("following::table[1]")
        yield picture, [[cell.text_content() for cell in row] for row in tables[0].iter("tr")]


def make(out: Path) -> list[Path]:
    """Reports spread over the country, in both languages."""
    everyone = [one.code for one in all_municipalities()]
    asked = everyone[3 :: len(everyone) // COUNT][:COUNT]
    for language, some in (("nl", asked[:DUTCH]), ("en", asked[DUTCH:])):
        words = ["report", *some, "--language", language, "--out", str(out / language)]
        subprocess.run([sys.executable, "-m", "selfmgmt", *words], check=True, capture_output=True)
    return sorted(out.glob("*/GM*"))


def sampled(folder: Path) -> list[Path]:
    """Reports spread over those in a folder."""
    there = sorted(path.parent for path in folder.glob("GM*/results.json"))
    return there[:: max(1, len(there) // COUNT)][:COUNT]


def main(words: Sequence[str]) -> int:
    """Compare, tell, and return the exit code."""
    audit, reports = Audit(), []
    with tempfile.TemporaryDirectory() as name:
        for folder in sampled(Path(words[0])) if words else make(Path(name)):
            report = Report(folder)
            reports.append(report)
            before = len(audit.faults)
            for part in (audit_figures, audit_files, audit_names):
                part(report, audit)
            print(
                f"{report.name} ({report.language}): {len(audit.faults) - before} differences",
                flush=True,
            )
        audit_all(reports, audit)
    for kind, count in audit.compared.items():
        print(f"{count:8} {kind}")
    print("\n".join(audit.faults) or "no differences")
    return 1 if audit.faults or not reports else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
