"""Size classes of municipalities, by number of inhabitants."""

from dataclasses import dataclass
from functools import cache

from selfmgmt.language import current_language
from selfmgmt.reference.files import read_table, whole


@dataclass(frozen=True, slots=True, kw_only=True)
class SizeClass:
    """One size class; ``fewest`` is None for a class that only the Personeelsmonitor uses."""

    key: str
    label_nl: str
    label_en: str
    fewest: int | None
    below: int | None
    codes: tuple[str, ...]
    monitor_class: str

    def __str__(self) -> str:
        return str(getattr(self, f"label_{current_language()}"))

    def holds(self, code: str, inhabitants: int) -> bool:
        """Whether the municipality with this code and size belongs here."""
        if self.codes or self.fewest is None:
            return code in self.codes
        return self.fewest <= inhabitants and (self.below is None or inhabitants < self.below)


@cache
def size_classes() -> dict[str, SizeClass]:
    """Key to size class, in the order of the table."""
    return {
        row["size_class"]: SizeClass(
            key=row["size_class"],
            label_nl=row["label_nl"],
            label_en=row["label_en"],
            fewest=whole(row["fewest_inhabitants"]),
            below=whole(row["below_inhabitants"]),
            codes=tuple(filter(None, row["codes"].split(";"))),
            monitor_class=row["monitor_class"],
        )
        for row in read_table("size_classes")
    }


def size_class_of(inhabitants: int, code: str = "") -> SizeClass:
    """The class of a municipality, or of several that share one organisation.

    >>> size_class_of(45_000).key, size_class_of(930_000, "GM0363").key
    ('20k_50k', 'g4')
    """
    return next(group for group in size_classes().values() if group.holds(code, inhabitants))
