"""What follows of one late answer from two documents, one made without it and one with it.

The attacker knows who answered, in which role and team, and how figures are rounded. Each figure
that is printed twice leaves some scores possible; taken together they must leave several.
"""

from collections.abc import Iterator
from functools import cache
from itertools import combinations_with_replacement
from typing import Any

import numpy as np

from selfmgmt.readiness.answers import Answers, scored
from selfmgmt.readiness.groups import Group, Kind
from selfmgmt.readiness.wording import load_survey

SCORES = np.arange(1, 5.01, 0.25)  # means of four answers
TWELFTHS = np.arange(12, 61) / 12  # means of one to four answers
NEAR = 1e-9
RANDOM_VARIANCE = 2.0  # of answers from 1 to 5 at random
Bounds = tuple[float, float]


def candidates(documents: tuple[Any, Any], answers: Answers, late: int, dimension: str) -> Any:
    """The scores that the late respondent may have, given both documents."""
    runs = _Runs(documents, answers, late, dimension)
    possible = np.ones(len(SCORES), dtype=bool)
    for kind in ("total", "role", "team"):
        if runs.shows(kind):
            possible &= runs.by_mean(kind) & runs.by_spread(kind)
    possible &= runs.by_quartiles() & runs.by_agreement()
    return SCORES[possible]


class _Runs:
    def __init__(
        self, documents: tuple[Any, Any], answers: Answers, late: int, dimension: str
    ) -> None:
        self.documents, self.answers, self.dimension = documents, answers, dimension
        self.names = {"total": "", "role": answers.roles[late], "team": answers.teams[late]}
        columns = list(answers.dimensions[dimension])
        self.given = scored(answers)[:, columns]
        self.there = ~np.isnan(self.given).all(axis=1)
        self.rounding = load_survey().rounding

    def inside(self, group: Group) -> Any:
        """Who is in a group and has a score."""
        of_kind = {"role": self.answers.roles, "team": self.answers.teams}.get(group.kind)
        if of_kind is None:
            return self.there
        return self.there & (np.array(of_kind) == group.name)

    def shows(self, kind: Kind) -> bool:
        """Whether both documents have the group of the late respondent."""
        return all(self._table(document, kind) for document in self.documents)

    def by_mean(self, kind: Kind) -> Any:
        """From the two sums."""
        after = int(self.inside(Group(kind, self.names[kind])).sum())
        (low, high), (least, most) = self._means(kind)
        before = after - 1
        ends = (after * least - before * high, after * most - before * low)
        return (ends[0] - NEAR <= SCORES) & (ends[1] + NEAR >= SCORES)

    def by_spread(self, kind: Kind) -> Any:
        """From the sums of squares within all shown groups of the kind, when these are the same."""
        shown = [
            {
                Group(**each["group"])
                for each in document["groups"]
                if each["dimension"] == self.dimension and each["group"]["kind"] == kind
            }
            for document in self.documents
        ]
        if shown[0] != shown[1]:
            return np.ones(len(SCORES), dtype=bool)
        people = sum(int(self.inside(group).sum()) for group in shown[1])
        freedom = people - len(shown[1])
        squares = []
        for document, many, left in zip(
            self.documents, (people - 1, people), (freedom - 1, freedom), strict=True
        ):
            spread, step = self._table(document, kind)["spread"], self._spread_step(many)
            squares.append((left * max(0, spread - step / 2) ** 2, left * (spread + step / 2) ** 2))
        ends = (squares[1][0] - squares[0][1], squares[1][1] - squares[0][0])
        return self._at_distance(kind, ends)

    def by_quartiles(self) -> Any:
        """From where the quarters lie: some answers beside them must give what both print."""
        possible = np.ones(len(SCORES), dtype=bool)
        before = int(self.there.sum()) - 1
        gaps = bool(np.isnan(self.given).any())
        for at, share in enumerate((0.25, 0.75)):
            printed = [
                document["scores"][self.dimension]["middle_half"][at] for document in self.documents
            ]
            possible &= _beside_quartile(before, share, tuple(printed), gaps=gaps)
        return possible

    def by_agreement(self) -> Any:
        """From the mean variance of the questions within the team."""
        team = self.names["team"]
        inside = self.inside(Group("team", team))
        printed = [
            document["agreement"][self.dimension]["within"].get(team) for document in self.documents
        ]
        if None in printed or not self.shows("team") or np.isnan(self.given[inside]).any():
            return np.ones(len(SCORES), dtype=bool)
        half, items = self.rounding.agreement_step / 2, self.given.shape[1]
        after = int(inside.sum())
        first = _variance(printed[0] + half, items), _variance(printed[0] - half, items)
        second = _variance(printed[1] + half, items), _variance(printed[1] - half, items)
        most = (after - 1) * second[1] - (after - 2) * first[0]
        return self._at_distance("team", (-np.inf, most))

    def _at_distance(self, kind: Kind, squares: Bounds) -> Any:
        """The scores at such a squared distance, times ``n / (n + 1)``, from the mean before."""
        before = int(self.inside(Group(kind, self.names[kind])).sum()) - 1
        low, high = self._means(kind)[0]
        farthest = np.maximum(abs(SCORES - low), abs(SCORES - high)) ** 2
        nearest = np.maximum(0, np.maximum(low - SCORES, SCORES - high)) ** 2
        ends = [one * (before + 1) / before for one in squares]
        return (nearest <= ends[1] + NEAR) & (farthest >= ends[0] - NEAR)

    def _means(self, kind: Kind) -> list[Bounds]:
        after = int(self.inside(Group(kind, self.names[kind])).sum())
        found = []
        for document, people in zip(self.documents, (after - 1, after), strict=True):
            few = people < self.rounding.few_people
            half = 10.0 ** -(self.rounding.few_decimals if few else self.rounding.decimals) / 2
            mean = self._table(document, kind)["mean"]
            found.append((mean - half, mean + half))
        return found

    def _spread_step(self, people: int) -> float:
        few = people < self.rounding.few_people
        return self.rounding.few_spread_step if few else self.rounding.spread_step

    def _table(self, document: Any, kind: Kind) -> Any:
        wanted = ({"kind": kind, "name": self.names[kind]}, self.dimension)
        tables: Iterator[Any] = iter(document["groups"])
        return next((one for one in tables if (one["group"], one["dimension"]) == wanted), None)


def _variance(agreement: float, items: int) -> float:
    """The mean variance at which rwg(j) is ``agreement``; without end when that is 0 or less."""
    if agreement <= 0:
        return np.inf
    left = items * (1 - min(agreement, 1.0))
    return RANDOM_VARIANCE * left / (agreement + left)


@cache
def _windows(*, gaps: bool) -> Any:
    """All ways in which four neighbours in a row of sorted scores may be."""
    values = TWELFTHS if gaps else SCORES
    rows = np.array(list(combinations_with_replacement(range(len(values)), 4)))
    return values[rows]


@cache
def _beside_quartile(before: int, share: float, printed: Bounds, *, gaps: bool) -> Any:
    """The scores with which some neighbours of a quartile give what is printed, before and after.

    Args:
        before: People without the late one; the four neighbours are those round the quartile.
        share: 0.25 or 0.75.
        printed: The quartile before and after, rounded.
        gaps: Whether some left questions open.
    """
    half = load_survey().rounding.half_step / 2 + NEAR
    place, part = divmod((before - 1) * share, 1)
    later, part_later = divmod(before * share, 1)
    windows = _windows(gaps=gaps)
    quartile = windows[:, 1] + part * (windows[:, 2] - windows[:, 1])
    windows = windows[abs(quartile - printed[0]) <= half]
    lower = 1 + int(later - place)
    possible = []
    for score in SCORES:
        line = np.sort(np.column_stack([windows, np.full(len(windows), score)]), axis=1)
        quartile = line[:, lower] + part_later * (line[:, lower + 1] - line[:, lower])
        possible.append(bool((abs(quartile - printed[1]) <= half).any()))
    return np.array(possible)
