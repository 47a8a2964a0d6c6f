"""A case in one word that fits in a link: packed, numbered, and checked like any case file.

``1.`` and then, in letters that a link may hold, a checksum and the compressed case. What stands at
its default is left out. A word that was cut off or changed is refused; it never opens another case.
"""

import json
import re
import zlib
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any
from urllib.parse import unquote

from selfmgmt.case.case import Case
from selfmgmt.case.document import SCHEMA, Document
from selfmgmt.case.form import text_of, written_parts
from selfmgmt.case.yaml_file import read_yaml
from selfmgmt.errors import InputError
from selfmgmt.field_facts import fields_of
from selfmgmt.fields import Estimate, Figure, Limits, Record
from selfmgmt.language import gettext, speaking
from selfmgmt.numbers import quoted
from selfmgmt.practice.answers import texts

PARAMETER = "scenario"
"""What the case is called in the address of a page."""
LONGEST = 1_900  # characters; with the address before it under the 2,000 that all programs carry
LONGEST_BETWEEN_PAGES = 16_000  # characters; browsers and our own server carry 60,000
_VERSION = "1"
_LAYOUT_KEY = "table"
_PRACTICE = "practice"
_CHECKSUM = 6  # bytes
_LARGEST_UNPACKED = 100_000  # bytes; a bomb stops here
_WORD = re.compile(r"(?P<version>\d{1,9})\.(?P<packed>[\w-]+)", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """What a link holds: a case, and how it lay on the table of the page that made the link."""

    case: Case
    layout: str = ""


def link_word(case: Case, *, layout: str = "", longest: int = LONGEST) -> str:
    """The word that holds all of ``case``, the same in every language.

    Args:
        case: The case.
        layout: What lies beside each other on the page, in the page's own words.
        longest: Characters that may be used; a link that goes from page to page may be longer.

    Raises:
        InputError: The case is too large for a link.

    >>> from selfmgmt.case import new_case
    >>> case_in_link(link_word(new_case(["Nijkerk"]))) == new_case(["Nijkerk"])
    True
    """
    fields = {**case_fields(case), **({_LAYOUT_KEY: layout} if layout else {})}
    text = json.dumps(fields, ensure_ascii=False, separators=(",", ":")).encode()
    packed = _squeezed(text)
    word = f"{_VERSION}." + urlsafe_b64encode(_checksum(packed) + packed).decode().rstrip("=")
    if len(word) > longest or len(text) > _LARGEST_UNPACKED:
        raise InputError(
            gettext(
                "This case is too large for a link. Shorten the notes, or download the case file "
                "and pass that on."
            )
        )
    return word


def case_fields(case: Case) -> dict[str, Any]:
    """All of ``case`` as nested mappings and lists of text, the same in every language.

    >>> from selfmgmt.case import new_case
    >>> case_fields(new_case(["Nijkerk"]))["municipalities"]
    ['GM0267']
    """
    with speaking("en"):
        return {"schema": SCHEMA, **_written(case)}


def case_in_link(pasted: str) -> Case:
    """The case in a link, or in the word that a link holds; see :func:`read_link`."""
    return read_link(pasted).case


def read_link(pasted: str) -> Linked:
    """What a link holds, or the word that a link holds.

    Args:
        pasted: As people paste it: wrapped over lines, or wrapped in another link by a mail filter.

    Raises:
        InputError: It holds no case, or not a whole one; or with every fault in the case.
    """
    match = _found("".join(pasted[: 10 * LONGEST_BETWEEN_PAGES].split()))
    if match["version"] != _VERSION:
        raise InputError(
            gettext(
                "This link has version {given}; this selfmgmt reads version {known}. "
                "Ask for the case file instead.",
                given=match["version"],
                known=_VERSION,
            )
        )
    if len(match[0]) > LONGEST_BETWEEN_PAGES:
        raise InputError(
            gettext(
                "This link is longer than any that selfmgmt makes; ask for the case file instead."
            )
        )
    document = read_yaml(_unpacked(match["packed"]))
    values, layout = _without_layout(document.values)
    return Linked(case=Document(values, {}, document.faults).case(), layout=layout)


def _without_layout(values: Mapping[str, Any]) -> tuple[dict[str, Any], str]:
    rest = dict(values)
    layout = rest.pop(_LAYOUT_KEY, "")
    return rest, layout if isinstance(layout, str) else ""


def _found(pasted: str) -> re.Match[str]:
    text = unquote(pasted)
    _before, named, after = text.partition(f"{PARAMETER}=")
    match = _WORD.match(after) if named else _WORD.fullmatch(text)
    if match is None:
        raise InputError(
            gettext(
                "{given} is not a link to a case; copy the whole link, up to its end.",
                given=quoted(pasted),
            )
        )
    return match


def _unpacked(packed: str) -> bytes:
    """The bytes of a case file; nothing is unpacked before the checksum is right."""
    try:
        content = urlsafe_b64decode(packed + "=" * (-len(packed) % 4))
        body = content[_CHECKSUM:]
        unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
        text = unpacker.decompress(body, _LARGEST_UNPACKED) if _is_whole(content) else b""
        if unpacker.eof and not unpacker.unused_data:
            return text
    except (ValueError, zlib.error):
        pass
    raise InputError(
        gettext("This link is not complete or was changed; copy the whole link, up to its end.")
    )


def _is_whole(content: bytes) -> bool:
    return _checksum(content[_CHECKSUM:]) == content[:_CHECKSUM]


def _checksum(packed: bytes) -> bytes:
    return blake2b(packed, digest_size=_CHECKSUM).digest()


def _squeezed(text: bytes) -> bytes:
    packer = zlib.compressobj(level=9, wbits=-zlib.MAX_WBITS)
    return packer.compress(text) + packer.flush()


def _written(value: Any, limits: Limits | None = None) -> Any:
    """``value`` as nested mappings and lists of text, without what stands at its default."""
    if isinstance(value, Estimate):
        parts = {name: text_of(end, limits) for name, end in written_parts(value).items()}
        return parts["central"] if value.known else parts
    if isinstance(value, Record) and not isinstance(value, Figure):
        fields, facts = type(value).model_fields, fields_of(type(value))
        return {
            name: texts(inner) if name == _PRACTICE else _written(inner, facts[name].limits)
            for name, inner in value
            if inner != fields[name].default
        }
    if isinstance(value, dict):
        return {key: _written(inner) for key, inner in value.items()}
    return list(value) if isinstance(value, tuple) else text_of(value, limits)
