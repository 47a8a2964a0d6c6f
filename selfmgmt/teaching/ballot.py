"""What people vote on in a session: questions with a scale, gathered in ballots."""

from collections.abc import Mapping
from functools import cache
from typing import Literal, Self

from pydantic import Field, TypeAdapter, model_validator

from selfmgmt.errors import InputError
from selfmgmt.evidence.files import read_mapping
from selfmgmt.evidence.ledger import load_ledger
from selfmgmt.fields import Record
from selfmgmt.language import Label, gettext, small
from selfmgmt.practice.known import find_instrument
from selfmgmt.readiness.instrument import load_instrument
from selfmgmt.readiness.wording import load_survey
from selfmgmt.readiness.yardstick import load_yardstick
from selfmgmt.resources import DATA
from selfmgmt.scoring.roles import load_roles
from selfmgmt.values import unknown, validation_error

HOME = DATA / "teaching"
BODY = "body"
"""The question for whom somebody speaks; asked with the weights and the tensions."""
TENSIONS = "tensions"
"""The instrument of the six tensions, and how the keys of its ballots begin."""
_MOMENTS = {"now": Label(nl="nu", en="now"), "wanted": Label(nl="gewenst", en="wanted")}
_DASH = " – "


class Question(Record):
    """One question: a whole number from ``low`` to ``high``, or left open.

    Attributes:
        steps: Words for every step.
        ends: Words for the two ends of the scale, when not every step has its own.
    """

    label: Label
    note: Label | None = None
    low: int = Field(ge=0)
    high: int = Field(le=10)
    steps: tuple[Label, ...] = ()
    ends: tuple[Label, ...] = ()

    @model_validator(mode="after")
    def _has_words(self) -> Self:
        if len(self.steps) not in {0, self.levels} or len(self.ends) not in {0, 2}:
            raise validation_error(
                gettext(
                    "{label} has {count} steps; give words for each of them or none.",
                    label=self.label,
                    count=self.levels,
                )
            )
        return self

    @property
    def levels(self) -> int:
        """How many answers there are."""
        return self.high - self.low + 1

    @property
    def values(self) -> range:
        """The answers that may be given."""
        return range(self.low, self.high + 1)


class Ballot(Record):
    """Questions that are answered together.

    Attributes:
        by: Who answers: each person, whose answers are protected, or each table.
    """

    title: Label
    intro: Label
    by: Literal["person", "table"] = "person"
    questions: dict[str, Question] = Field(min_length=1)


class _Topic(Record):
    """What one question of a written ballot is about."""

    label: Label
    note: Label | None = None


class _Sheet(Record):
    """A ballot as it is written: questions that share a scale."""

    title: Label
    intro: Label
    low: int
    high: int
    steps: tuple[Label, ...] = ()
    ends: tuple[Label, ...] = ()
    questions: dict[str, _Topic]

    def ballot(self) -> Ballot:
        """The ballot with its questions written out."""
        questions = {
            key: Question(
                label=topic.label,
                note=topic.note,
                low=self.low,
                high=self.high,
                steps=self.steps,
                ends=self.ends,
            )
            for key, topic in self.questions.items()
        }
        return Ballot(title=self.title, intro=self.intro, questions=questions)


@cache
def load_ballots() -> dict[str, Ballot]:
    """All ballots by key: those in ``data/teaching``, and those of instruments.

    >>> list(load_ballots())
    ['weights', 'learning', 'tensions_now', 'tensions_wanted', 'yardstick', 'readiness']
    >>> load_ballots()["weights"].questions["money"].high
    10
    """
    written = read_mapping(HOME / "ballots.yaml")
    sheets = TypeAdapter(dict[str, _Sheet]).validate_python(written)
    found = {key: sheet.ballot() for key, sheet in sheets.items()}
    tensions = {f"{TENSIONS}_{moment}": _tensions(moment) for moment in _MOMENTS}
    by_body = {"weights": found["weights"], **tensions}
    with_bodies = {key: _with_body(ballot) for key, ballot in by_body.items()}
    return {**found, **with_bodies, "yardstick": _yardstick(), "readiness": _readiness()}


def ballots_named(keys: tuple[str, ...]) -> dict[str, Ballot]:
    """Some ballots, in the order that is asked for.

    Raises:
        InputError: With every ballot that does not exist.
    """
    known = load_ballots()
    if faults := [unknown(key, known) for key in keys if key not in known]:
        raise InputError(*faults)
    return {key: known[key] for key in keys}


def values_of(ballot: Ballot, given: Mapping[str, int | None]) -> dict[str, int]:
    """The answers to a ballot, without those that were left open.

    Raises:
        InputError: With every question that is not on it, and every answer that does not exist.

    >>> values_of(load_ballots()["weights"], {"money": 8, "staff": None})
    {'money': 8}
    """
    faults = [unknown(key, ballot.questions) for key in given if key not in ballot.questions]
    faults += [
        gettext(
            "{question} is {given}; use a whole number from {low} to {high}, or leave it open.",
            question=key,
            given=repr(value),
            low=ballot.questions[key].low,
            high=ballot.questions[key].high,
        )
        for key, value in given.items()
        if key in ballot.questions and not _allowed(value, ballot.questions[key])
    ]
    if faults:
        raise InputError(*faults)
    return {key: value for key, value in given.items() if value is not None}


def _allowed(value: object, question: Question) -> bool:
    return value is None or (type(value) is int and value in question.values)


def fewest_people() -> int:
    """Below this many people nothing of a group is shown; the floor that no setting goes under.

    >>> fewest_people()
    5
    """
    return int(load_ledger().for_calculation("anonymity_min_respondents").low)


def _with_body(ballot: Ballot) -> Ballot:
    return ballot.model_copy(update={"questions": {**ballot.questions, BODY: _body()}})


def _body() -> Question:
    roles = load_roles().values()
    return Question(
        label=Label(nl="Voor wie spreekt u?", en="For whom do you speak?"),
        note=Label(nl="Laat dit open als u het niet wilt zeggen.", en="Leave open if you prefer."),
        low=1,
        high=len(roles),
        steps=tuple(role.label for role in roles),
    )


def _tensions(moment: str) -> Ballot:
    """The six tensions at one moment; the two sides of each are the ends of its scale."""
    instrument = find_instrument(TENSIONS)
    title, levels = instrument.title, len(instrument.levels)
    words = _MOMENTS[moment]
    return Ballot(
        title=Label(nl=f"{title.nl}: {words.nl}", en=f"{title.en}: {words.en}"),
        intro=instrument.purpose,
        questions={
            key: Question(label=row.label, low=1, high=levels, ends=_sides(row.group or row.label))
            for key, row in instrument.rows.items()
            if row.feeds == moment
        },
    )


def _sides(heading: Label) -> tuple[Label, ...]:
    """The two sides of a tension, which its heading names with a dash between them."""
    pairs = zip(heading.nl.split(_DASH), heading.en.split(_DASH), strict=True)
    return tuple(Label(nl=small(nl), en=small(en)) for nl, en in pairs)


def _yardstick() -> Ballot:
    yardstick = load_yardstick()
    return Ballot(
        title=yardstick.title,
        intro=yardstick.purpose,
        questions={
            key: Question(label=one.label, low=1, high=len(one.stages), steps=one.stages)
            for key, one in yardstick.aspects.items()
        },
    )


def _readiness() -> Ballot:
    words = [choice.label for _value, choice in sorted(load_survey().scale.items())]
    return Ballot(
        title=Label(nl="Gereedheid in het kort", en="Readiness in short"),
        intro=Label(
            nl="Eén vraag per onderwerp. Dit vervangt de gereedheidsscan niet.",
            en="One question for each subject. This does not replace the readiness scan.",
        ),
        questions={
            key: Question(label=one.meaning, low=1, high=len(words), steps=tuple(words))
            for key, one in load_instrument().dimensions.items()
        },
    )
