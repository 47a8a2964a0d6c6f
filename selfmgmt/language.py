"""The language of the reader: Dutch first, English too.

Code is written in English; ``gettext`` gives the Dutch from ``locale/nl.po``. Labels of data
stand beside the data as ``{nl: ..., en: ...}`` and are read as :class:`Label`.
"""

import gettext as _gettext
import io
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache

from pydantic import BaseModel, ConfigDict, Field

from selfmgmt.errors import InputError
from selfmgmt.resources import LOCALE

LANGUAGES = ("nl", "en")
_current: ContextVar[str] = ContextVar("language", default="nl")


class Label(BaseModel):
    """The same words in both languages; ``str()`` gives those of the reader."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    nl: str = Field(min_length=1)
    en: str = Field(min_length=1)

    def __str__(self) -> str:
        return str(getattr(self, current_language()))


def current_language() -> str:
    """The language of the reader, ``nl`` or ``en``."""
    return _current.get()


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Speak ``language`` inside the ``with`` block.

    Raises:
        InputError: The language is not ``nl`` or ``en``.

    >>> with speaking("en"):
    ...     current_language()
    'en'
    """
    token = _current.set(_known(language))
    try:
        yield
    finally:
        _current.reset(token)


def use_language(language: str) -> None:
    """Speak ``language`` from here on; for the start of a program or notebook."""
    _current.set(_known(language))


def gettext(message: str, /, **values: object) -> str:
    """The message in the language of the reader, with ``values`` filled in.

    >>> with speaking("en"):
    ...     gettext("{count} teams", count=28)
    '28 teams'
    """
    words = _catalogue(current_language()).gettext(message) if message else ""
    return words.format(**values) if values else words


def ngettext(one: str, many: str, count: int, /, **values: object) -> str:
    """Like :func:`gettext`, choosing between ``one`` and ``many`` by ``count``."""
    words = _catalogue(current_language()).ngettext(one, many, count)
    return words.format(count=count, **values)


def gettext_noop(message: str) -> str:
    """Mark a message for translation later; returns it as it is."""
    return message


def small(words: str) -> str:
    """``words`` without a capital at the start, for inside a sentence.

    >>> small("Clear frames"), small("FTE of coaches")
    ('clear frames', 'FTE of coaches')
    """
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]


def _known(language: str) -> str:
    if language not in LANGUAGES:
        raise InputError(
            gettext("language is {given}; use nl or en.", given=repr(language)),
        )
    return language


@cache
def _catalogue(language: str) -> _gettext.NullTranslations:
    path = LOCALE / f"{language}.po"
    if not path.exists():  # English is the language of the messages themselves
        return _gettext.NullTranslations()
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    with path.open("rb") as file:
        catalogue = read_po(file, locale=language, abort_invalid=True)
    compiled = io.BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return _gettext.GNUTranslations(compiled)
