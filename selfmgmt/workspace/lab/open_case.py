"""The case that is open on a page: what it was called, where it is kept, what it took the place of.

Pure values; the bar on the page (``bar.py``) shows them and does what its reader asks.
"""

import re
import unicodedata
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Self

from selfmgmt.case import Case, new_case
from selfmgmt.errors import InputError
from selfmgmt.language import gettext
from selfmgmt.numbers import quoted
from selfmgmt.reference.municipalities import plain

ENDINGS = (".yaml", ".yml", ".xlsx")
_PLAIN_NAME = re.compile(r"[^<>:\"/\\|?*.~-][^<>:\"/\\|?*]{0,99}")
_RESERVED = re.compile(
    r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³]) *(\..*)?", re.IGNORECASE
)
_LONGEST = 200  # bytes of a name; systems allow 255, and a backup has a longer one


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenCase:
    """One case in hand.

    Args:
        case: As it is now.
        kept: As it is in its file, or as public figures give it; None when it is kept nowhere.
        file: The file that it is kept in.
        stamp: Of what was in that file when it was last read or written here.
        before: What was put aside to open this one.
    """

    case: Case
    kept: Case | None = None
    file: Path | None = None
    stamp: str = ""
    before: "OpenCase | None" = None

    @property
    def is_kept(self) -> bool:
        """Whether nothing is lost when the page is closed."""
        return self.case == (self.kept or new_case(self.case.municipalities))

    @property
    def file_name(self) -> str:
        """What its file is called, or might be."""
        if self.file:
            return self.file.name
        stem = plain(self.case.name).replace(" ", "-")[:60] or "selfmgmt"
        return f"{'case-' if _RESERVED.fullmatch(stem) else ''}{stem}.case.yaml"

    @property
    def sentence(self) -> str:
        """How it is kept, for the reader."""
        if not self.is_kept:
            return gettext("Not saved yet")
        if self.file:
            return gettext("Saved in {file}", file=self.file.name)
        return gettext("Nothing to save")

    def with_case(self, case: Case) -> Self:
        """The same with its newest values."""
        return replace(self, case=case)

    def kept_in(self, file: Path, stamp: str) -> Self:
        """The same, now that ``file`` holds it as it is."""
        return replace(self, kept=self.case, file=file, stamp=stamp)

    def downloaded(self) -> Self:
        """The same, now that its reader has it as it is."""
        return replace(self, kept=self.case)

    def replaced_by(self, other: "OpenCase") -> "OpenCase":
        """``other``, with this one put aside when something of it would be lost."""
        return replace(other, before=self.before if self.is_kept else replace(self, before=None))


def path_in(folder: Path, written: str) -> Path:
    """The path of a case file that goes into ``folder`` under the name that someone wrote.

    Raises:
        InputError: It is no plain file name.

    >>> path_in(Path("mine"), "nijkerk").as_posix()
    'mine/nijkerk.case.yaml'
    """
    name = written.strip()
    if not _is_plain(name):
        raise InputError(
            gettext(
                "{given} cannot be a file name; write for example nijkerk.case.yaml, without "
                "slashes.",
                given=quoted(name),
            )
        )
    return folder / (name if name.lower().endswith(ENDINGS) else f"{name}.case.yaml")


def _is_plain(name: str) -> bool:
    """Whether every system takes ``name`` for a file and shows it as it is.

    >>> _is_plain("nijkerk.case.yaml"), _is_plain("con.yaml"), _is_plain("\u202egpj.yaml")
    (True, False, False)
    """
    letters = name.replace(" ", "")
    is_seen = all(unicodedata.category(letter)[0] not in "CZ" for letter in letters)
    is_short = len(name.encode(errors="replace")) <= _LONGEST
    fits = _PLAIN_NAME.fullmatch(name) and not _RESERVED.fullmatch(name)
    return bool(fits) and is_seen and is_short
