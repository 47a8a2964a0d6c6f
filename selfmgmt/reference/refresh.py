"""Newer figures of the CBS, fetched into the user's own data folder.

Inhabitants come from table 37230ned (population by month: the first of January), budgets and
annual accounts from the tables "Gemeenten JJJJ onbewerkte Iv3-data" that the CBS publishes for
third parties. All is fetched and checked before anything is written.
"""

from collections.abc import Callable, Container, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from selfmgmt.errors import ServiceError
from selfmgmt.language import gettext
from selfmgmt.reference.cbs import MAIN, THIRD_PARTY, Cbs, Record, answer_of
from selfmgmt.reference.files import read_table
from selfmgmt.reference.finance import Report
from selfmgmt.reference.iv3 import (
    COLUMNS,
    MAIN_FIELDS,
    REPORT_CODES,
    TITLE,
    add_up,
    codes_with_a_line_twice,
    cost_filter,
)
from selfmgmt.reference.own_data import own_folder, write_manifest, write_table
from selfmgmt.reference.plausible import (
    SIZE_OF,
    codes_there_twice,
    implausible_codes,
    is_in_another_unit,
    refused_codes,
    refused_unit,
)
from selfmgmt.reference.settings import setting

POPULATION_TABLE = "37230ned"
_INHABITANTS = "BevolkingAanHetBeginVanDePeriode_1"
_JANUARY = "MM01"

Say = Callable[[str], object]
Cells = Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """One year of figures from one CBS table: CBS code to the cells of its row.

    ``table`` is the table of ``data/reference`` that the rows belong to.
    """

    table: str
    title: str
    cbs_table: str
    year: int
    rows: Mapping[str, Cells]
    twice: Set[str] = frozenset()
    """Codes that came more than once."""

    def sizes(self) -> dict[str, float]:
        """CBS code to the figure by which a row is held against the old one."""
        column = SIZE_OF[self.table]
        return {code: float(str(cells[column])) for code, cells in self.rows.items()}

    @property
    def report(self) -> str:
        """The kind of report, in the table that has several."""
        return str(next(iter(self.rows.values())).get("report", "")) if self.rows else ""

    def __str__(self) -> str:
        return gettext(
            "{title} {year}: {count} municipalities, from CBS table {table}.",
            title=self.title,
            year=self.year,
            count=len(self.rows),
            table=self.cbs_table,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class RefreshReport:
    """What was fetched and where it is; ``skipped`` says in sentences what is not used, and why."""

    folder: Path
    fetched: tuple[Fetched, ...]
    skipped: tuple[str, ...]

    def sentences(self) -> list[str]:
        """The report for the reader, line by line."""
        place = gettext("The figures are in {folder} and are used from now on.", folder=self.folder)
        return [*map(str, self.fetched), *self.skipped, place]


def refresh(
    folder: Path | None = None, base_url: str | None = None, say: Say | None = None
) -> RefreshReport:
    """Fetch what is newer than the figures of the product; it is used from then on.

    Args:
        folder: Where to write; the user's own data folder when left out.
        base_url: A service in the place of those of the CBS.
        say: Is told in sentences what is being fetched; accounts take some minutes.

    Raises:
        InputError: ``base_url`` is not an address.
        ServiceError: No answer, an answer in another shape, or nothing that can be used. Nothing
            is written then: the figures that the user has stay.
    """
    folder, cbs, say = folder or own_folder(), Cbs(base_url), say or (lambda _words: None)
    found = [_population(cbs, say), *_finance(cbs, say)]
    codes = {row["cbs_code"] for row in read_table("municipalities")}
    enough = setting("refresh_lowest_share") * len(codes)
    skipped: list[str] = []
    used: list[Fetched] = []
    for item in found:
        kept = _without_implausible(item, skipped)
        if kept and len(codes & set(kept.rows)) < enough:
            skipped.append(_too_few(kept, len(codes)))
        elif kept:
            used.append(kept)
    if not used:
        raise ServiceError("\n".join(skipped))
    new = sorted({code for item in used for code in item.rows} - codes)
    _write(folder, used, codes)
    return RefreshReport(
        folder=folder, fetched=tuple(used), skipped=(*skipped, *([_new_codes(new)] if new else []))
    )


def _without_implausible(item: Fetched, skipped: list[str]) -> Fetched | None:
    """What of ``item`` can be true; nothing in another unit. What is left out, is told."""
    sizes = item.sizes()
    if is_in_another_unit(item.table, sizes, item.report):
        skipped.append(refused_unit(item.title, item.year))
        return None
    wrong = item.twice | implausible_codes(item.table, sizes, item.report)
    if wrong:
        skipped.append(refused_codes(item.title, item.year, wrong))
    rows = {code: cells for code, cells in item.rows.items() if code not in wrong}
    return replace(item, rows=rows)


def _population(cbs: Cbs, say: Say) -> Fetched:
    say(gettext("Fetching the number of inhabitants."))
    periods = cbs.rows(POPULATION_TABLE, "Perioden")
    with answer_of(POPULATION_TABLE, cbs.base_url or MAIN):
        january = max(row["Key"] for row in periods if row["Key"].endswith(_JANUARY))
    rows = cbs.rows(
        POPULATION_TABLE,
        select=["RegioS", "Perioden", _INHABITANTS],
        filters=f"Perioden eq '{january}'",
    )
    with answer_of(POPULATION_TABLE, cbs.base_url or MAIN):
        year = int(january.removesuffix(_JANUARY))
        found = {
            row["RegioS"]: {"year": year, "inhabitants": round(float(row[_INHABITANTS]))}
            for row in rows
            if row["RegioS"].startswith("GM") and row[_INHABITANTS] is not None
        }
        twice = codes_there_twice(row["RegioS"] for row in rows)
    return Fetched(
        table="population",
        title=gettext("Inhabitants"),
        cbs_table=POPULATION_TABLE,
        year=year,
        rows=found,
        twice=twice,
    )


def _finance(cbs: Cbs, say: Say) -> Iterator[Fetched]:
    """The budgets and accounts of every year after the newest of the product."""
    catalogue = cbs.catalogue(THIRD_PARTY)
    with answer_of(gettext("list of tables"), cbs.base_url or THIRD_PARTY):
        titled = [(TITLE.fullmatch(row["Title"]), row["Identifier"]) for row in catalogue]
    tables = {int(match[1]): table for match, table in titled if match}
    for report, suffix in REPORT_CODES.items():
        for year in sorted(year for year in tables if year > _newest_year(report)):
            stages = cbs.rows(tables[year], "Verslagsoort", service=THIRD_PARTY)
            if f"{year}{suffix}" in [stage.get("Key") for stage in stages]:
                yield from _report(cbs, say, report, (year, tables[year]))


def _report(cbs: Cbs, say: Say, report: Report, source: tuple[int, str]) -> Iterator[Fetched]:
    """One report of all municipalities; nothing when it is announced and nobody filed it yet."""
    year, table = source
    title = gettext("Budget") if report == "budget" else gettext("Annual accounts")
    with answer_of(table, cbs.base_url or THIRD_PARTY):
        lines = list(_cost_rows(cbs, say, f"{year}{REPORT_CODES[report]}", table))
        sums, twice = add_up(lines), codes_with_a_line_twice(lines)
    rows = {
        code: {"year": year, "report": report, **amounts}
        for code, amounts in sums.items()
        if amounts["total_cost_eur"]
    }
    if rows:
        yield Fetched(
            table="finance_history",
            title=title,
            cbs_table=table,
            year=year,
            rows=rows,
            twice=twice,
        )


def _cost_rows(cbs: Cbs, say: Say, code: str, table: str) -> Iterator[Record]:
    """One main task field after the other: all at once would fill the memory."""
    for main_field in MAIN_FIELDS:
        say(gettext("Fetching Iv3 {code}, main task field {field}.", code=code, field=main_field))
        question = cost_filter(code, main_field)
        yield from cbs.rows(table, service=THIRD_PARTY, select=COLUMNS, filters=question)


def _newest_year(report: Report) -> int:
    rows = read_table("finance_history")
    return max(int(row["year"]) for row in rows if row["report"] == report)


def _too_few(item: Fetched, expected: int) -> str:
    return gettext(
        "{title} {year} is not used: the CBS has {count} of {expected} municipalities. The "
        "figures you have stay as they are.",
        title=item.title,
        year=item.year,
        count=len(item.rows),
        expected=expected,
    )


def _new_codes(codes: Sequence[str]) -> str:
    return gettext(
        "The CBS names municipalities that this version does not know: {codes}. Install a newer "
        "version.",
        codes=", ".join(codes),
    )


def _write(folder: Path, used: Sequence[Fetched], codes: Container[str]) -> None:
    """Each table whole, and then the manifest that makes them count."""
    manifest: dict[str, dict[str, object]] = {}
    for table in dict.fromkeys(item.table for item in used):
        parts = [item for item in used if item.table == table]
        rows = [
            {"cbs_code": code, **cells}
            for item in parts
            for code, cells in sorted(item.rows.items())
            if code in codes
        ]
        write_table(folder, table, rows)
        manifest[table] = {
            "fetched": date.today().isoformat(),
            "rows": len(rows),
            "parts": [
                {"title": item.title, "year": item.year, "cbs_table": item.cbs_table}
                for item in parts
            ],
        }
    write_manifest(folder, manifest)
