"""Which column of a file is which question, told by its key or its text, in either language."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher, get_close_matches
from functools import cache
from typing import Literal, get_args

from selfmgmt.readiness.instrument import load_instrument
from selfmgmt.readiness.personal import personal_header
from selfmgmt.readiness.wording import CODE_LENGTH, both, by_spelling, load_survey, plain

Kind = Literal["item", "personal", "role", "team", "bookkeeping", "unknown"]

_BRACKETS = re.compile(r"\[([^\][]+)\]")
_LEADING_KEY = re.compile(r"\s*([a-z]\d{1,2})\s*[.:)\]|=-]?\s+(\S.*)", re.IGNORECASE | re.DOTALL)
_LONG_ENOUGH = 20
_ALIKE, _RESEMBLES = 0.8, 0.85
_MOST_TYPING_ERRORS = 2
_SHORT_WORD = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """What a column is.

    Attributes:
        key: The item, or the kind of personal data; empty for the others.
        exact: Whether its text is that of the question but for capitals and marks.
        resembles: For an unknown column, the item that it looks like.
        torn: The item whose text stands beside the key of another.
    """

    kind: Kind
    header: str
    key: str = ""
    exact: bool = True
    resembles: str = ""
    torn: str = ""


def recognise(headers: Sequence[str]) -> Column:
    """What the column under these headers is; a file may have more rows of them.

    >>> recognise(["T1"]).key, recognise(["Managers trust teams to take sound decisions"]).key
    ('T1', 'T1')
    >>> recognise(["E-mailadres"]).kind
    'personal'
    """
    texts = [text for text in headers if text.strip()]
    found = [_of_one(text) for text in texts]
    items = {column.key: column for column in found if column.kind == "item"}
    if len(items) > 1:
        first, *others = items.values()
        return Column(kind="item", header=first.header, key=first.key, torn=others[0].key)
    return min(found, key=_rank, default=Column(kind="unknown", header=""))


def _rank(column: Column) -> int:
    """What a column is rather than something else: a second row of names may say more."""
    return get_args(Kind).index(column.kind)


def _of_one(text: str) -> Column:
    return _item(text) or _other(text)


def _item(text: str) -> Column | None:
    """The item that the header names by key, text, or key and text."""
    keys, texts = _item_keys(), _item_texts()
    for part in (text, *reversed(_BRACKETS.findall(text))):
        bare = plain(part)
        key = keys.get(bare) or texts.get(bare)
        if key:
            return Column(kind="item", header=text, key=key)
    led = _LEADING_KEY.fullmatch(text)
    if led and plain(led[1]) in keys:
        return _led_by_key(text, keys[plain(led[1])], plain(led[2]))
    near = next(filter(None, map(_near, (plain(text), *map(plain, _BRACKETS.findall(text))))), "")
    return Column(kind="item", header=text, key=near, exact=False) if near else None


def _led_by_key(text: str, key: str, rest: str) -> Column | None:
    other = _item_texts().get(rest) or _near(rest)
    if not other:
        return Column(kind="unknown", header=text, resembles=key)
    torn = other if other != key else ""
    return Column(kind="item", header=text, key=key, torn=torn, exact=rest in _item_texts())


def _other(text: str) -> Column:
    bare, survey = plain(text), load_survey()
    brackets = {plain(part) for part in _BRACKETS.findall(text)}
    for kind, words in (("role", survey.role_question), ("team", survey.team_question)):
        if ({bare} | brackets) & words.spellings():
            return Column(kind=kind, header=text)  # type: ignore[arg-type]
    personal = personal_header(text)
    if personal:
        return Column(kind="personal", header=text, key=personal)
    if bare in {plain(word) for word in survey.bookkeeping}:
        return Column(kind="bookkeeping", header=text)
    looks = get_close_matches(bare, list(_item_texts()), n=1, cutoff=_RESEMBLES)
    return Column(kind="unknown", header=text, resembles=_item_texts()[looks[0]] if looks else "")


def _near(bare: str) -> str:
    """The item of which this is the text with a typing error, or the beginning."""
    texts = _item_texts()
    begun = {key for text, key in texts.items() if text.startswith(bare)}
    if len(bare) >= _LONG_ENOUGH and len(begun) == 1:
        return begun.pop()
    meant = {key for text, key in texts.items() if _same_but_for_typing(bare, text)}
    return meant.pop() if len(meant) == 1 else ""


def _same_but_for_typing(given: str, text: str) -> bool:
    mine, theirs = given.split(), text.split()
    if len(mine) != len(theirs):
        return False
    pairs = [(one, other) for one, other in zip(mine, theirs, strict=True) if one != other]
    return len(pairs) <= _MOST_TYPING_ERRORS and all(_typing_error(*pair) for pair in pairs)


def _typing_error(one: str, other: str) -> bool:
    """Whether the words differ by a slip; "onduidelijk" for "duidelijk" is none."""
    if {one, other} & set(load_survey().turning) or min(len(one), len(other)) < _SHORT_WORD:
        return False
    if one.endswith(other) or other.endswith(one):
        return False
    return SequenceMatcher(None, one, other).ratio() >= _ALIKE


@cache
def _item_keys() -> dict[str, str]:
    """Keys of items as they may be written, alone or after that of the question group."""
    items = load_instrument().items
    return {
        plain(written): item.key
        for item in items
        for written in (item.key, f"{item.dimension} {item.key}", f"{item.dimension}[{item.key}]")
    }


@cache
def _item_texts() -> dict[str, str]:
    return {plain(text): item.key for item in load_instrument().items for text in both(item.text)}


@cache
def role_spellings() -> dict[str, str]:
    """Each way to write a role, with its key."""
    roles = load_survey().roles
    codes = {code: key for key in roles for code in (key, key[:CODE_LENGTH])}
    return by_spelling(roles.items()) | codes
