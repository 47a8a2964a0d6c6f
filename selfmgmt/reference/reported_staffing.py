"""Staff as the sector and municipalities report it."""

from dataclasses import dataclass

from selfmgmt.language import current_language
from selfmgmt.reference.files import decimal, read_table, whole
from selfmgmt.reference.sizes import SizeClass, size_classes


@dataclass(frozen=True, slots=True, kw_only=True)
class SectorStaffing:
    """Staff in persons (not FTE) of all municipalities of one size class, on 31 December."""

    year: int
    size_class: SizeClass
    staff_persons: int
    mean_age_years: float | None
    municipalities: int | None
    inhabitants: int | None
    staff_per_1000_inhabitants: float | None
    note_nl: str
    note_en: str
    source: str

    @property
    def note(self) -> str:
        """A remark on the figure in the language of the reader; may be empty."""
        return str(getattr(self, f"note_{current_language()}"))


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedStaffing:
    """What a municipality itself prints in its budget or accounts; None where it prints nothing."""

    cbs_code: str
    year: int
    report: str
    formation_fte_per_1000: float
    occupied_fte_per_1000: float
    apparatus_cost_eur_per_inhabitant: float | None
    external_staff_pct: float | None
    overhead_pct: float | None
    note_nl: str
    note_en: str
    source: str

    @property
    def note(self) -> str:
        """A remark on the figures in the language of the reader; may be empty."""
        return str(getattr(self, f"note_{current_language()}"))


def staffing_by_size_class() -> tuple[SectorStaffing, ...]:
    """Staff of the sector by size class, oldest year first."""
    return tuple(
        SectorStaffing(
            year=int(row["year"]),
            size_class=size_classes()[row["size_class"]],
            staff_persons=int(row["staff_persons"]),
            mean_age_years=decimal(row["mean_age_years"]),
            municipalities=whole(row["municipalities"]),
            inhabitants=whole(row["inhabitants"]),
            staff_per_1000_inhabitants=decimal(row["staff_per_1000_inhabitants"]),
            note_nl=row["note_nl"],
            note_en=row["note_en"],
            source=row["source_url"],
        )
        for row in read_table("personnel_by_size_class")
    )


def reported_staffing(code: str | None = None) -> tuple[ReportedStaffing, ...]:
    """What municipalities report themselves, of one municipality or of all in the sample."""
    return tuple(
        ReportedStaffing(
            cbs_code=row["cbs_code"],
            year=int(row["year"]),
            report=row["report"],
            formation_fte_per_1000=float(row["formation_fte_per_1000"]),
            occupied_fte_per_1000=float(row["occupied_fte_per_1000"]),
            apparatus_cost_eur_per_inhabitant=decimal(row["apparatus_cost_eur_per_inhabitant"]),
            external_staff_pct=decimal(row["external_staff_pct"]),
            overhead_pct=decimal(row["overhead_pct"]),
            note_nl=row["note_nl"],
            note_en=row["note_en"],
            source=row["source_url"],
        )
        for row in read_table("reported_staffing")
        if code in (None, row["cbs_code"])
    )
