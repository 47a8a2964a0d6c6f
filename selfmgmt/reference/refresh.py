"""Newer figures of the CBS, fetched into the user's own data folder.

Inhabitants come from table 37230ned (population by month: the first of January), budgets and
annual accounts from the tables "Gemeenten JJJJ onbewerkte Iv3-data" that the CBS publishes for
third parties. All is fetched and checked before anything is written.
"""

from collections.abc import Container, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from selfmgmt.errors import ServiceError
from selfmgmt.language import gettext
from selfmgmt.reference.cbs import Cbs
from selfmgmt.reference.fetched import Fetched, Say, finance, population
from selfmgmt.reference.files import read_table
from selfmgmt.reference.own_data import own_folder, write_manifest, write_table
from selfmgmt.reference.plausible import (
    implausible_codes,
    is_in_another_unit,
    refused_codes,
    refused_unit,
)
from selfmgmt.reference.settings import setting


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
    found = [population(cbs, say), *finance(cbs, say)]
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
