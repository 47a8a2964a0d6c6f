"""Case files: how one is written, without losing what somebody else put there."""

import os
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from itertools import count
from pathlib import Path

from selfmgmt.case.case import Case
from selfmgmt.case.files import case_bytes, content_of, format_of
from selfmgmt.errors import InputError
from selfmgmt.language import gettext
from selfmgmt.whole_files import replacing


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """What became of a file.

    Attributes:
        stamp: Of what it holds now.
        backup: Where what it held before is kept; None when there was nothing else in it.
    """

    stamp: str
    backup: Path | None = None


def save_case(
    case: Case, path: str | Path, overwrite: bool = False, *, own: Collection[str] = ()
) -> Saved:
    """Write a case as YAML or as a workbook, whole or not at all.

    What is overwritten stays beside it: ``nijkerk.case.yaml`` as ``nijkerk.case.bak.yaml``, or
    under a number when that is taken. Of a link, the file that it leads to is written.

    Args:
        case: The case.
        path: Its file.
        overwrite: Whether a file that is there may be overwritten.
        own: The stamps of what the caller wrote earlier; only such a backup is used again.

    Raises:
        InputError: The file exists and ``overwrite`` is false, or it cannot be written.
    """
    file = _target_of(Path(path))
    content = case_bytes(case, str(file))
    if file.exists() and not overwrite:
        raise InputError(
            gettext("{file} exists already; choose another name or remove it first.", file=file)
        )
    last = content_of(file) if file.exists() else content
    if file.exists() and not os.access(file, os.W_OK):
        raise InputError(gettext("{file} may only be read; save under another name.", file=file))
    with _naming_system_errors(file):
        file.parent.stat()  # a folder that is not there is a slip of the pen, and not made
        backup = _write_backup(file, last, own) if last != content else None
        with replacing(file) as part:
            part.write_bytes(content)
    return Saved(stamp=_stamp(content), backup=backup)


def stamp_of(path: Path) -> str:
    """What tells the content of a file from any other; empty when there is no file.

    Raises:
        InputError: It cannot be read, or is larger than a case can be.
    """
    file = _target_of(path)
    return _stamp(content_of(file)) if file.is_file() else ""


def backup_of(file: Path, number: int = 1) -> Path:
    """Where content of ``file`` is kept that was overwritten.

    >>> backup_of(Path("nijkerk.case.yaml")).name, backup_of(Path("ede.xlsx"), 2).name
    ('nijkerk.case.bak.yaml', 'ede.bak2.xlsx')
    """
    return file.with_suffix(f".bak{number if number > 1 else ''}{file.suffix}")


def next_backup(path: Path, own: Collection[str] = ()) -> Path:
    """Where what is in a file now would be kept."""
    file = _target_of(path)
    return _backup_path(file, content_of(file), own)


def _write_backup(file: Path, content: bytes, own: Collection[str]) -> Path:
    """Put ``content`` beside ``file``, for those who could read that."""
    backup = _backup_path(file, content, own)
    with replacing(backup, like=file) as part:
        part.write_bytes(content)
    return backup


def _backup_path(file: Path, content: bytes, own: Collection[str]) -> Path:
    """The first backup that is free, holds the same, or holds what may go."""
    may_go = {_stamp(content), *own}
    return next(
        backup
        for backup in (backup_of(file, number) for number in count(1))
        if not backup.exists() or (backup.is_file() and _stamp(backup.read_bytes()) in may_go)
    )


def _target_of(path: Path) -> Path:
    """The file itself, of a link the one that it leads to: a case file too.

    Raises:
        InputError: It is no case file, or the link leads nowhere.
    """
    with _naming_system_errors(path):
        file = path.resolve() if path.is_symlink() else path
    format_of(file)
    return file


def _stamp(content: bytes) -> str:
    return sha256(content).hexdigest()


@contextmanager
def _naming_system_errors(file: Path) -> Iterator[None]:
    """Tells in words what the system does not do with ``file``."""
    try:
        yield
    except (OSError, RuntimeError) as error:  # a loop of links is the one or the other
        reason = getattr(error, "strerror", None) or error
        raise InputError(
            gettext("{file} cannot be written: {reason}.", file=file, reason=reason)
        ) from None
