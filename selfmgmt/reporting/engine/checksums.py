"""What is in the files of a folder, so that a file that was changed or damaged is made again."""

import os
from collections.abc import Iterable
from hashlib import file_digest
from pathlib import Path
from typing import Any

Contents = dict[str, dict[str, Any]]
"""Name of a file to its size in bytes and the hash of what is in it."""


def contents_of(paths: Iterable[Path]) -> Contents:
    """What is in files; one that is missing is left out."""
    return {
        path.name: {"bytes": path.stat().st_size, "sha256": _hash(path)}
        for path in paths
        if path.is_file()
    }


def are_as_known(paths: Iterable[Path], known: Any) -> bool:
    """Whether just these files are known, and each is there as it was then."""
    wanted = {path.name: path for path in paths}
    if not isinstance(known, dict) or known.keys() != wanted.keys():
        return False
    return all(_is_as_known(path, known[name]) for name, path in wanted.items())


def stand_in(path: Path, size: int) -> None:
    """Put an empty file of ``size`` bytes in the place of one that is elsewhere.

    Of that one a run only looks at the size: its content is not on this computer.
    """
    path.parent.mkdir(exist_ok=True)
    with path.open("wb") as file:
        file.truncate(size)
    os.utime(path, ns=(0, 0))


def _is_as_known(path: Path, known: Any) -> bool:
    if not isinstance(known, dict) or not path.is_file():
        return False
    if path.stat().st_size != known.get("bytes"):
        return False
    return path.stat().st_mtime_ns == 0 or _hash(path) == known.get("sha256")


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()
