"""Which column of a file is which question, told by its key or its text, in either language."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from typing import Literal, get_args

from selfmgmt.readiness.instrument import load_instrument
from selfmgmt.readiness.personal import personal_header
from selfmgmt.readiness.typing_errors import same_but_for_typing
from selfmgmt.readiness.wording import CODE_LENGTH, both, by_spelling, load_survey, plain

Kind = Literal["item", "personal", "role", "team", "bookkeeping", "unknown"]

_BRACKETS = re.compile(r"\[([^\][]+)\]")
_LEADING_KEY = re.compile(r"\s*([a-z]\d{1,2})\s*[.:)\]|=-]?\s+(\S.*)", re.IGNORECASE | re.DOTALL)
_SUBJECT = re.compile(r"^(?:[^-:.]{1,60}?(?: [-–—] |: )|\s*\d+[.)]\s+)")
_SHORTENED = re.compile(r"\w ?\.\. *\]?\s*$")
_LONG_ENOUGH, _RESEMBLES = 20, 0.85


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """What a column is.

    Attributes:
        key: The item, the kind of personal data, or of bookkeeping the sign by which one sees
            that someone came to the end; empty for the others.
        exact: Whether its text is that of the question but for capitals and marks.
        resembles: For an unknown column, the item that it looks like.
        ambiguous: The item whose text stands beside the key of another.
    """

    kind: Kind
    header: str
    key: str = ""
    exact: bool = True
    resembles: str = ""
    ambiguous: str = ""


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
        return Column(kind="item", header=first.header, key=first.key, ambiguous=others[0].key)
    return min(found, key=_rank, default=Column(kind="unknown", header=""))


def _rank(column: Column) -> int:
    """What a column is rather than something else: a second row of names may say more."""
    return get_args(Kind).index(column.kind)


def _of_one(text: str) -> Column:
    return _item(text) or _other(text)


def _item(text: str) -> Column | None:
    """The item that the header names by key, text, or key and text."""
    keys, texts = _item_keys(), _item_texts()
    parts = [plain(part) for part in (text, *reversed(_BRACKETS.findall(text)))]
    named = dict.fromkeys(key for part in parts if (key := keys.get(part) or texts.get(part)))
    if named:
        key, *others = named
        return Column(kind="item", header=text, key=key, ambiguous=others[0] if others else "")
    led = _LEADING_KEY.fullmatch(text)
    if led and plain(led[1]) in keys:
        return _led_by_key(text, keys[plain(led[1])], plain(led[2]))
    ending = _is_item_at_end(plain(text))
    if ending:
        return Column(kind="item", header=text, key=ending)
    near = next(filter(None, map(_near, [*parts, _without_subject(text)])), "")
    return Column(kind="item", header=text, key=near, exact=False) if near else None


def _is_item_at_end(bare: str) -> str:
    """The only item whose whole sentence ends the header, after a number, code or subject."""
    found = {
        key: bare.removesuffix(sentence)
        for sentence, key in _item_texts().items()
        if bare.endswith(f" {sentence}")
    }
    if len(found) != 1 or any(map(_turns, found.values())):
        return ""
    return next(iter(found))


def _without_subject(text: str) -> str:
    """What comes after a number or a subject; all of it when those words could turn it round."""
    subject = _SUBJECT.match(text)
    return plain(text[subject.end() :] if subject and not _turns(plain(subject[0])) else text)


def _turns(bare: str) -> bool:
    return bool({plain(word) for word in load_survey().turning} & set(bare.split()))


def _led_by_key(text: str, key: str, rest: str) -> Column | None:
    other = _item_texts().get(rest) or _near(rest)
    if not other:
        return Column(kind="unknown", header=text, resembles=key)
    ambiguous = other if other != key else ""
    return Column(
        kind="item", header=text, key=key, ambiguous=ambiguous, exact=rest in _item_texts()
    )


def _other(text: str) -> Column:
    bare = plain(text)
    for kind in ("role", "team"):
        if _asks(text, kind):
            return Column(kind=kind, header=text)
    parts = {bare, *map(plain, text.split(". ", 1))}  # "submitdate. Date submitted"
    sign = next((sign for part in parts if (sign := _signs().get(part))), "")
    if sign or parts & _bookkeeping():
        return Column(kind="bookkeeping", header=text, key=sign)
    personal = personal_header(text)
    if personal:
        return Column(kind="personal", header=text, key=personal)
    similar = get_close_matches(bare, list(_item_texts()), n=1, cutoff=_RESEMBLES)
    return Column(
        kind="unknown", header=text, resembles=_item_texts()[similar[0]] if similar else ""
    )


def _asks(text: str, kind: Literal["role", "team"]) -> bool:
    """Whether the header is the question on role or team, alone or after a code or subject."""
    survey = load_survey()
    words = {"role": survey.role_question, "team": survey.team_question}[kind]
    code, dot, _rest = text.partition(". ")
    named = {plain(text), *map(plain, _BRACKETS.findall(text))} & words.spellings()
    whole = [f" {plain(label)}" for label in both(words.label)]
    return bool(named) or (bool(dot) and plain(code) == kind) or plain(text).endswith(tuple(whole))


@cache
def _bookkeeping() -> frozenset[str]:
    return frozenset(plain(word) for words in load_survey().bookkeeping for word in words)


@cache
def _signs() -> dict[str, str]:
    """Names of columns that tell whether someone came to the end, with the sign that they are."""
    finished = load_survey().finished
    signs = ("date", "page", "flag", "progress", "status")
    return {plain(word): sign for sign in signs for word in getattr(finished, sign)}


def is_shortened(header: str) -> bool:
    """Whether a survey tool cut the heading off, as in "Als een team ee.. "."""
    return bool(_SHORTENED.search(header))


def _near(bare: str) -> str:
    """The item of which this is the text with a typing error, or the beginning."""
    texts = _item_texts()
    begun = {key for text, key in texts.items() if text.startswith(bare)}
    if len(bare) >= _LONG_ENOUGH and len(begun) == 1:
        return begun.pop()
    meant = {key for text, key in texts.items() if same_but_for_typing(bare, text)}
    return meant.pop() if len(meant) == 1 else ""


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
