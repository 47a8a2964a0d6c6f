"""What of the answers may be shown, and how far people agree.

Nothing is shown of fewer people than the floor: not of all together, not of one body, and not of
those who are left when the bodies that are shown are taken away. Tables are no persons: what a
table says may always be shown.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import numpy as np

from selfmgmt.language import Label
from selfmgmt.scoring.agreement import kendall_w
from selfmgmt.scoring.roles import load_roles
from selfmgmt.teaching.answers import Answers
from selfmgmt.teaching.ballot import BODY, Ballot, fewest_people

_QUARTERS = (25, 50, 75)


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How the answers to one question fall.

    Attributes:
        counts: Of each step, from the lowest, how many chose it.
    """

    question: str
    label: Label
    low: int
    counts: tuple[int, ...]

    @property
    def answered(self) -> int:
        """How many answered."""
        return sum(self.counts)

    @property
    def quartiles(self) -> tuple[float, float, float]:
        """The values below which a quarter, half and three quarters of the answers lie."""
        values = np.repeat(np.arange(self.low, self.low + len(self.counts)), self.counts)
        low, middle, high = np.percentile(values, _QUARTERS)
        return float(low), float(middle), float(high)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """What may be shown of one ballot in one round.

    Attributes:
        people: How many answered; none when that is below the floor.
        counts: The questions that may be shown.
        hidden: The questions that too few people answered.
        bodies: Body to its questions, for those that may be shown.
    """

    people: int | None
    counts: tuple[Count, ...]
    hidden: tuple[str, ...]
    bodies: dict[str, tuple[Count, ...]]


def tally(answers: Answers, ballot: Ballot) -> Tally:
    """Count the answers to one ballot in one round.

    Args:
        answers: Of that ballot and round alone.
        ballot: The ballot.
    """
    floor = fewest_people() if ballot.by == "person" else 1
    sheets = answers.sheets()
    questions = [key for key in ballot.questions if key != BODY]
    if len(sheets) < floor:
        return Tally(people=None, counts=(), hidden=tuple(questions), bodies={})
    counts = _counts(sheets, ballot, questions)
    visible = tuple(count for count in counts if count.answered >= floor)
    return Tally(
        people=len(sheets),
        counts=visible,
        hidden=tuple(count.question for count in counts if count.answered < floor),
        bodies=_bodies(sheets, ballot, [count.question for count in visible], floor),
    )


def bodies_to_show(sizes: Mapping[str, int], everyone: int, floor: int) -> tuple[str, ...]:
    """The groups that may be shown beside the whole.

    Those with fewer than ``floor`` people may not; and as long as those who are in no group that
    is shown are some, but fewer than ``floor``, the smallest that is shown is left out as well.

    >>> bodies_to_show({"council": 6, "teams": 5}, everyone=13, floor=5)
    ('council',)
    >>> bodies_to_show({"council": 6, "teams": 5}, everyone=11, floor=5)
    ('council', 'teams')
    """
    visible = sorted((size, key) for key, size in sizes.items() if size >= floor)
    while visible and 0 < everyone - sum(size for size, _key in visible) < floor:
        visible = visible[1:]
    kept = {key for _size, key in visible}
    return tuple(key for key in sizes if key in kept)


def agreement(answers: Answers, questions: Collection[str]) -> float | None:
    """Kendall's W of how people order questions by importance; none when it has no meaning.

    Only people who answered every question count, and only if there are enough of them.
    """
    rows = [
        [-sheet[key] for key in questions]
        for sheet in answers.sheets().values()
        if all(key in sheet for key in questions)
    ]
    several = any(len(set(row)) > 1 for row in rows)
    if len(rows) < fewest_people() or len(questions) < 2 or not several:
        return None
    return kendall_w(rows)


def what_divides(answers: Answers, questions: Collection[str]) -> dict[str, float]:
    """How much more people would agree without a question; what divides them most comes first.

    Returns:
        Question to Kendall's W without it, minus W with it.
    """
    whole = agreement(answers, questions)
    found = {key: agreement(answers, [one for one in questions if one != key]) for key in questions}
    gains = {
        key: without - whole
        for key, without in found.items()
        if without is not None and whole is not None
    }
    return dict(sorted(gains.items(), key=lambda one: -one[1]))


def _counts(
    sheets: Mapping[str, Mapping[str, int]], ballot: Ballot, questions: list[str]
) -> list[Count]:
    return [
        Count(
            question=key,
            label=ballot.questions[key].label,
            low=ballot.questions[key].low,
            counts=tuple(
                sum(sheet.get(key) == value for sheet in sheets.values())
                for value in ballot.questions[key].values
            ),
        )
        for key in questions
    ]


def _bodies(
    sheets: Mapping[str, Mapping[str, int]], ballot: Ballot, questions: list[str], floor: int
) -> dict[str, tuple[Count, ...]]:
    """Each body, when of every question enough of its people, and enough others, answered."""
    if BODY not in ballot.questions or not questions:
        return {}
    groups = {
        name: {key: one for key, one in sheets.items() if one.get(BODY) == value}
        for value, name in enumerate(load_roles(), start=1)
    }
    everyone = {count.question: count.answered for count in _counts(sheets, ballot, questions)}
    of_each = {name: _counts(group, ballot, questions) for name, group in groups.items()}
    visible = tuple(groups)
    for at, key in enumerate(questions):
        sizes = {name: of_each[name][at].answered for name in visible}
        visible = bodies_to_show(sizes, everyone[key], floor)
    return {name: tuple(of_each[name]) for name in visible}
