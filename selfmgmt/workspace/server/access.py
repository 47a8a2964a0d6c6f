"""The access code of the pages: never among the words of a command, which all users can see."""

import atexit
import os
import secrets
import tempfile
import webbrowser
from html import escape
from pathlib import Path

from jupyter_core.paths import jupyter_runtime_dir

from selfmgmt.errors import InputError
from selfmgmt.language import gettext

VARIABLE, FILE_VARIABLE = "SELFMGMT_ACCESS_CODE", "SELFMGMT_ACCESS_CODE_FILE"
_SHORTEST, _LONGEST = 16, 200  # characters
_FORWARD = '<!doctype html><meta http-equiv="refresh" content="0; url={link}">'


def access_code() -> str:
    """The code in the environment, or in the file that is named there, or else a new one.

    It is taken out of the environment, so that no kernel gets to know it.

    Raises:
        InputError: The file cannot be read, or the code can be guessed or not be typed.
    """
    code, file = (os.environ.pop(name, "") for name in (VARIABLE, FILE_VARIABLE))
    if code:
        return _checked(code, VARIABLE)
    return _checked(_read(Path(file)).strip(), file) if file else secrets.token_urlsafe(24)


def open_browser(link: str) -> None:
    """Open ``link`` by way of a file that only this user may read, and that is gone afterwards."""
    home = Path(jupyter_runtime_dir())
    home.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle, name = tempfile.mkstemp(dir=home, prefix="selfmgmt-", suffix=".html")
    atexit.register(Path(name).unlink, missing_ok=True)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(_FORWARD.format(link=escape(link)))
    webbrowser.open(Path(name).as_uri())


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as fault:
        reason = getattr(fault, "strerror", None) or gettext("it is no text")
        raise InputError(
            gettext("{file} cannot be read: {reason}.", file=file, reason=reason)
        ) from None


def _checked(code: str, where: str) -> str:
    is_plain = all(letter.isalnum() or letter in "-_" for letter in code) and code.isascii()
    if not is_plain or not _SHORTEST <= len(code) <= _LONGEST:
        raise InputError(
            gettext(
                "The access code in {place} will not do; take {low} to {high} letters and digits, "
                "without spaces.",
                place=where,
                low=_SHORTEST,
                high=_LONGEST,
            )
        )
    return code
