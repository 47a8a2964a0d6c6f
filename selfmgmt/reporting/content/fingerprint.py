"""What a report depends on, in a hash: when nothing of it changed, the report need not be made."""

import sys
from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import selfmgmt
from selfmgmt.reference.own_data import own_folder, own_stamp
from selfmgmt.resources import DATA

_MAKERS = ("numpy", "scipy", "matplotlib", "seaborn", "pillow", "papermill", "nbconvert")
_PACKAGE = Path(selfmgmt.__file__).parent
_SHIPPED = "_shipped"  # data and notebooks of an installed copy; they have hashes of their own


def fingerprint(*parts: object, libraries: Iterable[str] = ()) -> str:
    """The hash of ``parts``, the data, the package, and the libraries that show in a report.

    Args:
        *parts: What else it depends on.
        libraries: Further ones, by the names under which they are installed.
    """
    made_with = map(_made_with, libraries)
    everything = "\0".join([*map(str, parts), *made_with, data_hash(), _program_hash()])
    return sha256(everything.encode()).hexdigest()


def data_hash() -> str:
    """The hash of all data: those of the product, and what the user fetched."""
    return _data_hash(own_stamp())


def file_hash(path: Path) -> str:
    """The hash of what is in a file."""
    return sha256(path.read_bytes()).hexdigest()


@cache
def _data_hash(_stamp: object) -> str:
    return _folder_hash([DATA, own_folder()])


@cache
def _program_hash() -> str:
    return " ".join([sys.version, *map(_made_with, _MAKERS), _folder_hash([_PACKAGE])])


@cache
def _made_with(name: str) -> str:
    try:
        return f"{name} {version(name)}"
    except PackageNotFoundError:
        return f"{name} is not installed"


def _folder_hash(folders: Iterable[Path]) -> str:
    found = sha256()
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            name = path.relative_to(folder)
            is_compiled = "__pycache__" in name.parts  # also while Python is writing it
            if not is_compiled and name.parts[0] != _SHIPPED and path.is_file():
                found.update(f"{name.as_posix()}\0".encode())
                found.update(path.read_bytes())
    return found.hexdigest()
