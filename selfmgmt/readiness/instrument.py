"""The readiness scan: its items, and what each dimension means and advises."""

import csv
from dataclasses import dataclass
from functools import cache
from typing import Literal

from pydantic import TypeAdapter

from selfmgmt.evidence.files import read_mapping
from selfmgmt.fields import Record
from selfmgmt.language import Label
from selfmgmt.resources import DATA

LOWEST, HIGHEST = 1, 5
"""The answer scale: not at all, to fully."""

_FOLDER = DATA / "instruments"


class Item(Record):
    """One statement that people agree with, from 1 (not at all) to 5 (fully)."""

    key: str
    dimension: str
    reversed: bool
    respondents: Literal["all", "team", "board"]
    text: Label
    basis: str


class Dimension(Record):
    """One side of readiness: what it is, what a low score means, what practice advises."""

    label: Label
    meaning: Label
    when_low: Label
    advice: Label
    next_step: Label
    practice: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    """The items and dimensions, both in the order in which they are asked."""

    items: tuple[Item, ...]
    dimensions: dict[str, Dimension]

    def items_of(self, dimension: str) -> tuple[Item, ...]:
        """The items that measure ``dimension``."""
        return tuple(item for item in self.items if item.dimension == dimension)


@cache
def load_instrument() -> Instrument:
    """The readiness scan as it stands in ``data/instruments``.

    >>> [item.key for item in load_instrument().items_of("trust")]
    ['T1', 'T2', 'T3', 'T4']
    """
    with (_FOLDER / "readiness_items.csv").open(encoding="utf-8", newline="") as file:
        items = tuple(_item(row) for row in csv.DictReader(file))
    written = read_mapping(_FOLDER / "readiness_dimensions.yaml")
    dimensions = TypeAdapter(dict[str, Dimension]).validate_python(written)
    return Instrument(items=items, dimensions=dimensions)


def _item(row: dict[str, str]) -> Item:
    text = Label(nl=row.pop("text_nl"), en=row.pop("text_en"))
    return Item.model_validate({"key": row.pop("item"), "text": text, **row})
