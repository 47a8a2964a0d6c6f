"""A part of a page or report: sentences, a picture, tables and what to be careful about."""

from dataclasses import dataclass
from typing import Any

from selfmgmt.views.figures import Chart
from selfmgmt.views.prose import bullets, note
from selfmgmt.views.tables import Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part.

    Attributes:
        title: What it is about.
        sentences: What was found, the most important first.
        chart: The picture; None when there is nothing to draw.
        tables: The numbers, or the words that do not fit in sentences.
        cautions: What the reader must know before trusting it.
    """

    title: str
    sentences: tuple[str, ...]
    chart: Chart | None = None
    tables: tuple[Table, ...] = ()
    cautions: tuple[str, ...] = ()

    def views(self) -> tuple[Any, ...]:
        """What a notebook or page shows, one after the other."""
        chart = (self.chart,) if self.chart else ()
        return (bullets(self.sentences), *chart, *self.tables, note(*self.cautions))
