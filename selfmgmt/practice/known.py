"""The instruments that there are: those of the product, and those of a folder of one's own."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from selfmgmt.errors import InputError
from selfmgmt.evidence.files import Reader
from selfmgmt.practice.instrument import Instrument
from selfmgmt.resources import DATA
from selfmgmt.values import unknown

_FOLDER = DATA / "instruments" / "practice"
_own: list[Path] = []  # of the whole process: an answer may come in on any thread


def known_instruments() -> Mapping[str, Instrument]:
    """Every instrument by its key.

    >>> "who_decides" in known_instruments()
    True
    """
    found: dict[str, Instrument] = {}
    for folder in (_FOLDER, *_own):
        found |= read_instruments(folder)
    return found


def find_instrument(key: str) -> Instrument:
    """The instrument with this key.

    Raises:
        InputError: There is none.
    """
    known = known_instruments()
    if key not in known:
        raise InputError(unknown(key, known))
    return known[key]


@contextmanager
def with_instruments_in(folder: Path) -> Iterator[None]:
    """Inside the ``with`` block the instruments in ``folder`` are known too."""
    _own.append(folder)
    try:
        yield
    finally:
        _own.remove(folder)


@cache
def read_instruments(folder: Path) -> Mapping[str, Instrument]:
    """The instruments in the YAML files of a folder; the name of a file is its key.

    Raises:
        InputError: With every fault in them, each with its file and field.
    """
    reader = Reader()
    found = reader.folder(Instrument, folder)
    reader.finish()
    return dict(sorted(found.items()))
