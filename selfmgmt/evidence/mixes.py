"""The named saving mixes: how the rest of a cut is found, whatever the way of working."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from selfmgmt.evidence.files import Reader
from selfmgmt.evidence.ledger import load_ledger
from selfmgmt.evidence.records import Sources
from selfmgmt.fields import Record
from selfmgmt.language import Label
from selfmgmt.resources import DATA

MIXES = DATA / "mixes"


class NamedMix(Record):
    """One saving mix; ``mix`` holds the fields of :class:`selfmgmt.case.mix.Mix`."""

    key: str
    index: int
    label: Label
    summary: Label
    sources: Sources
    mix: dict[str, Any]


@cache
def named_mixes(folder: Path = MIXES) -> Mapping[str, NamedMix]:
    """The named mixes by key, in the order in which they are shown.

    Raises:
        InputError: With every fault in the files.

    >>> list(named_mixes())
    ['evenly', 'hiring_first', 'fewer_tasks', 'overhead_first']
    """
    reader = Reader(sources=load_ledger().sources)
    found = reader.folder(NamedMix, folder)
    reader.finish()
    return dict(sorted(found.items(), key=lambda item: item[1].index))
