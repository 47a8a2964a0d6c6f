"""A folder of reports in another place, such as ``s3://bucket/reports``: made here, kept there."""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from selfmgmt.errors import InputError, SelfmgmtError
from selfmgmt.language import gettext
from selfmgmt.reporting.engine.checksums import stand_in
from selfmgmt.reporting.engine.lease import NAME, Lease

_READ_HERE = {"manifest.json", "results.json"}  # of the others a run only looks at the size


@dataclass(frozen=True, slots=True, kw_only=True)
class OutputLocation:
    """Where reports are made, and how they get to where they belong.

    Attributes:
        folder: On this computer.
        address: As it was asked for.
        send: Brings what is new or changed to its place.
    """

    folder: Path
    address: str
    send: Callable[[], None]

    def address_of(self, path: Path) -> str:
        """The address of a file in the folder."""
        if Path(self.address) == self.folder:
            return str(path)
        return f"{self.address.rstrip('/')}/{path.relative_to(self.folder).as_posix()}"


@contextmanager
def output_location(address: str) -> Iterator[OutputLocation]:
    """The folder to make reports in that belong at ``address``: a path, or what fsspec knows.

    At the end all is sent, also when something went wrong; so nothing that is done is lost.

    Raises:
        InputError: The place cannot be read or written, or what is needed for it is not installed.
        SelfmgmtError: Somebody else makes reports there, or it cannot be written any more.
    """
    scheme, separator, rest = address.partition("://")
    if not separator or scheme == "file":
        path = rest if separator else address
        yield OutputLocation(folder=Path(path), address=path, send=lambda: None)
        return
    with tempfile.TemporaryDirectory(prefix="selfmgmt-") as name:
        mirror, lease = _opened(address, Path(name))

        def send() -> None:
            try:
                lease.check()
                mirror.send()
            except OSError as fault:
                raise SelfmgmtError(
                    gettext("{place} cannot be written: {fault}.", place=address, fault=fault)
                ) from fault

        try:
            yield OutputLocation(folder=mirror.here, address=address, send=send)
        finally:
            try:
                send()
            finally:
                lease.leave()


def _opened(address: str, here: Path) -> "tuple[_Mirror, Lease]":
    """What is at ``address``, with our lease there; so it is sure that it can be written."""
    try:
        from fsspec.core import url_to_fs

        files, root = url_to_fs(address)
        mirror = _Mirror(files, str(root).rstrip("/"), here)
        lease = Lease(files, f"{mirror.root}/{NAME}", address)
        lease.take()
        try:
            mirror.fetch()
        except BaseException:
            lease.leave()
            raise
    except ImportError as fault:
        raise InputError(
            gettext(
                "--out is {given}; install what is needed for that ({fault}), for s3:// with: "
                "pip install 'selfmgmt[cluster]'",
                given=repr(address),
                fault=fault,
            )
        ) from None
    except (OSError, ValueError) as fault:
        raise InputError(
            gettext(
                "--out is {given}; reports cannot be written there ({fault}).",
                given=repr(address),
                fault=fault,
            )
        ) from None
    return mirror, lease


@dataclass(slots=True)
class _Mirror:
    """A folder here that holds what is at ``root`` there, as far as a run looks at it."""

    files: Any
    root: str
    here: Path
    sent: dict[str, tuple[int, int]] = field(default_factory=dict)

    def fetch(self) -> None:
        """Bring what a run reads, and let empty files of the same size stand for the rest."""
        there = self.files.find(self.root, detail=True)
        sizes = {path[len(self.root) :].lstrip("/"): one["size"] for path, one in there.items()}
        names = {name for name in sizes if _is_ours(name)}
        for name in names:
            stand_in(self.here / name, sizes[name])
        read = sorted(name for name in names if PurePosixPath(name).name in _READ_HERE)
        if read:
            targets = [str(self.here / name) for name in read]
            self.files.get([self._there(name) for name in read], targets)
        self.sent = self._stamps()

    def send(self) -> None:
        """Send what changed, the manifest last, and remove what is gone."""
        now = self._stamps()
        changed = [name for name, stamp in now.items() if self.sent.get(name) != stamp]
        for name in sorted(changed, key=lambda one: (one == "manifest.json", one)):
            self.files.put_file(str(self.here / name), self._there(name))
            self.sent[name] = now[name]
        for name in [one for one in self.sent if one not in now]:
            self.files.rm_file(self._there(name))
            del self.sent[name]

    def _there(self, name: str) -> str:
        return f"{self.root}/{name}"

    def _stamps(self) -> dict[str, tuple[int, int]]:
        found = (path for path in self.here.rglob("[!.]*") if path.is_file())
        return {
            path.relative_to(self.here).as_posix(): (path.stat().st_mtime_ns, path.stat().st_size)
            for path in found
        }


def _is_ours(name: str) -> bool:
    """Whether a run may have written it: a file in the folder itself or in one in it."""
    parts = PurePosixPath(name).parts
    return 1 <= len(parts) <= 2 and ".." not in parts and not name.startswith(("/", NAME))
