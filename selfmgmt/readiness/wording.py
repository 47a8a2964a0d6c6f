"""How the scan is asked and recognised: words of answers, roles and columns, in both languages."""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

from selfmgmt.evidence.files import read_mapping
from selfmgmt.fields import Record
from selfmgmt.language import LANGUAGES, Label
from selfmgmt.resources import DATA

_TAG = re.compile(r"<[^>]*>")
_JOINED = re.compile(r"['’`´-]")
_OTHER = re.compile(r"[\W_]+")


class Words(Record):
    """A thing with a label, and the other words by which people write it."""

    label: Label
    words: tuple[str, ...]
    help: Label | None = None

    def spellings(self) -> set[str]:
        """All ways to write it, in plain form."""
        return {plain(word) for word in (*both(self.label), *self.words)}


class Role(Words):
    """A role of respondents, and which kinds of items it is asked."""

    answering: tuple[str, ...]


CODE_LENGTH = 5
"""How long the code of an answer may be in LimeSurvey."""


class Finished(Record):
    """By which columns survey tools tell that someone came to the end.

    Attributes:
        unfinished: What a flag or status says of who did not.
    """

    date: tuple[str, ...]
    page: tuple[str, ...]
    flag: tuple[str, ...]
    progress: tuple[str, ...]
    status: tuple[str, ...]
    unfinished: tuple[str, ...]


class Rounding(Record):
    """How coarse figures are when they leave.

    Attributes:
        few_people: A mean of fewer people has ``few_decimals``, others ``decimals``.
        exact_people: A smaller number of people is rounded down to a multiple of ``count_step``.
        fewest_for_answers: Of fewer people the answers to single questions are not counted.
        few_spread_step: A spread of fewer than ``few_people`` is rounded to a multiple of it.
        spread_step: A spread of more people is.
        half_step: The scores between which half of the people lie are.
        agreement_step: The agreement within one team is.
    """

    few_people: int
    few_decimals: int
    decimals: int
    exact_people: int
    count_step: int
    fewest_for_answers: int
    few_spread_step: float
    spread_step: float
    half_step: float
    agreement_step: float


class Survey(Record):
    """All words of the readiness scan, beside its items."""

    title: Label
    purpose: Label
    privacy: Label
    instruction: Label
    resume: Label
    thanks: Label
    scale: dict[int, Words]
    dont_know: Words
    roles: dict[str, Role]
    role_question: Words
    team_question: Words
    turning: tuple[str, ...]
    summary_rows: tuple[str, ...]
    bookkeeping: tuple[tuple[str, ...], ...]
    finished: Finished
    below_heading: tuple[str, ...]
    personal: dict[str, Words]
    rounding: Rounding


@cache
def load_survey() -> Survey:
    """The words as they stand in ``data/instruments``.

    >>> load_survey().scale[5].label.nl
    'Helemaal mee eens'
    """
    return Survey.model_validate(read_mapping(DATA / "instruments" / "survey.yaml"))


def both(label: Label) -> tuple[str, ...]:
    """The words in each language."""
    return tuple(str(getattr(label, language)) for language in LANGUAGES)


def plain(text: str) -> str:
    """``text`` without capitals, accents, tags and marks, to compare by.

    >>> plain("<b>E-mail</b>adres:  (zakelijk)")
    'email adres zakelijk'
    """
    bare = unicodedata.normalize("NFKD", _JOINED.sub("", _TAG.sub(" ", text)).casefold())
    letters = "".join(mark for mark in bare if not unicodedata.combining(mark))
    return " ".join(_OTHER.sub(" ", letters).split())


def by_spelling(things: Iterable[tuple[str, Words]]) -> dict[str, str]:
    """Each spelling with the key of what it stands for."""
    return {spelling: key for key, words in things for spelling in words.spellings()}
