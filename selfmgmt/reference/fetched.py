"""Figures of one year as they come from a table of the CBS."""

from collections.abc import Callable, Iterator, Mapping, Set
from dataclasses import dataclass

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
from selfmgmt.reference.plausible import (
    SIZE_OF,
    codes_there_twice,
)

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


def population(cbs: Cbs, say: Say) -> Fetched:
    """Inhabitants of the newest year."""
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


def finance(cbs: Cbs, say: Say) -> Iterator[Fetched]:
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
