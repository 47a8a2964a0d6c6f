"""What of the answers may be shown, so that nobody's answers can be told from the tables.

A group is shown when enough people answered, it is large enough and answered well enough. More is
withheld until adding and subtracting tables gives nothing about fewer people than that either. A
dimension of a group is shown or withheld as a whole: from a score and three of its items the
fourth would follow. Role and team are never crossed, and single items are shown of everyone and
of roles only. What is shown is rounded here, once, for all that is made of it.
"""

from collections.abc import Mapping

import numpy as np

from selfmgmt.errors import InputError
from selfmgmt.language import gettext
from selfmgmt.readiness.answers import Answers, Floats, scored
from selfmgmt.readiness.counting import Crowd, per_group
from selfmgmt.readiness.groups import TOTAL, Group, Kind, Reason, Rules
from selfmgmt.readiness.instrument import HIGHEST, LOWEST
from selfmgmt.readiness.published import Distribution, Published, Score, Withheld
from selfmgmt.readiness.rounding import (
    answer_counts,
    decimals,
    group_count,
    how_many,
    rounded_spread,
)
from selfmgmt.readiness.subtraction import (
    Ints,
    Tallies,
    alike,
    safe_distributions,
    safe_to_show,
)
from selfmgmt.readiness.wording import load_survey

_MOST_ROLES = 10
"""The check looks at every way to split the roles that are shown; the largest come first."""
_DIGITS = 9


def publishable(
    answers: Answers, rules: Rules | None = None, sizes: Mapping[Group, int] | None = None
) -> Published:
    """What may be shown of ``answers``.

    Args:
        answers: The answers of people; they stay here.
        rules: When a group is shown; by default the strictest in use.
        sizes: How many people each group has, who answered or not; leave out what is not known.

    Raises:
        InputError: A group has more answers than people, for every such group.
    """
    rules, known = rules or Rules(), dict(sizes or {})
    crowd = Crowd(answers)
    _refuse_too_small(crowd, known)
    parts = [_Part(answers, crowd, key, rules, known) for key in answers.dimensions]
    scores = tuple(score for part in parts for score in part.scores())
    visible = {score.group for score in scores}
    return Published(
        rules=rules,
        items={part.dimension: part.items for part in parts},
        left_out=tuple(item for part in parts for item in part.left_out),
        scores=scores,
        distributions=tuple(found for part in parts for found in part.distributions()),
        withheld=tuple(found for part in parts for found in part.withheld()),
        unchecked=tuple(group for group in crowd.groups if group in visible - known.keys()),
    )


def _refuse_too_small(crowd: Crowd, known: Mapping[Group, int]) -> None:
    answered = per_group(crowd.count(crowd.everyone())).tolist()
    faults = [
        gettext(
            "{group} has {size} people and {count} answers; correct its size.",
            group=group.name or gettext("the organisation"),
            size=known[group],
            count=how_many(count),
        )
        for group, count in zip(crowd.groups, answered, strict=True)
        if known.get(group, count) < count
    ]
    if faults:
        raise InputError(*faults)


class _Part:
    """One dimension: which groups are shown, why others are not, and the tables."""

    def __init__(
        self,
        answers: Answers,
        crowd: Crowd,
        dimension: str,
        rules: Rules,
        sizes: Mapping[Group, int],
    ) -> None:
        self.dimension, self._crowd = dimension, crowd
        columns = np.array(answers.dimensions[dimension])
        answered = np.count_nonzero(~np.isnan(answers.values[:, columns]), axis=0)
        enough = answered >= rules.min_respondents
        self.left_out = tuple(answers.items[column] for column in columns[~enough])
        columns = columns[enough]
        self.items = tuple(answers.items[column] for column in columns)
        self._given = answers.values[:, columns]
        self._score = _mean_of_answered(scored(answers)[:, columns])
        self._people = self._counted()
        self._reasons = self._withheld_by(rules, sizes)
        self._visible = self._protected(rules.min_respondents)

    def _counted(self) -> Ints:
        """Shape (items + 1, roles, teams): the people behind each item and behind the score."""
        answered = ~np.isnan(np.column_stack([self._given, self._score]))
        return np.stack([self._crowd.count(chosen) for chosen in answered.T])

    def _withheld_by(self, rules: Rules, sizes: Mapping[Group, int]) -> dict[Group, Reason]:
        """Why the rules alone withhold groups; of the items that a group answered, the fewest."""
        counts = per_group(self._people)
        fewest = np.where(counts > 0, counts, counts[-1]).min(axis=0).tolist()
        took_part = counts[-1].tolist()
        whole = rules.reason(fewest[0], sizes.get(TOTAL), took_part=took_part[0])
        found = {}
        for group, respondents, some in zip(self._crowd.groups, fewest, took_part, strict=True):
            reason = rules.reason(respondents, sizes.get(group), took_part=some) or whole
            if reason:
                found[group] = reason
        return found

    def _protected(self, floor: int) -> tuple[Group, ...]:
        """The groups that are shown in the end; the others get a reason."""
        by_value = self._by_value()
        tallies = Tallies(
            people=self._people, by_role=by_value.sum(axis=1), by_team=by_value.sum(axis=0)
        )
        wanted = [group for group in self._crowd.groups if group not in self._reasons]
        if TOTAL in wanted and not alike(by_value.sum(axis=(0, 1))):
            choice = tallies.largest_roles(self._crowd.visible(wanted), _MOST_ROLES)
            visible = self._crowd.groups_of(safe_to_show(tallies, choice, floor))
        else:
            visible = ()
        self._reasons |= {group: "protection" for group in wanted if group not in visible}
        return visible

    def _by_value(self) -> Ints:
        answered = ~np.isnan(self._score)
        rounded = np.round(np.where(answered, self._score, LOWEST), _DIGITS)
        values, which = np.unique(rounded, return_inverse=True)
        return self._crowd.count_values(which, answered, len(values))

    def scores(self) -> list[Score]:
        """The score of each group that is shown."""
        spreads = {kind: self._spread_within(kind) for kind in {one.kind for one in self._visible}}
        return [self._score_of(group, spreads[group.kind]) for group in self._visible]

    def _spread_within(self, kind: Kind) -> float:
        """One spread for the groups of a kind; of each it would tell too much of the few in it."""
        groups = [self._scores_in(group) for group in self._visible if group.kind == kind]
        squares = sum(float(((given - given.mean()) ** 2).sum()) for given in groups)
        people = sum(map(len, groups))
        return rounded_spread(float(np.sqrt(squares / (people - len(groups)))), people)

    def _scores_in(self, group: Group) -> Floats:
        return np.asarray(self._score[self._crowd.rows(group) & ~np.isnan(self._score)])

    def _score_of(self, group: Group, spread: float) -> Score:
        of_group = self._scores_in(group)
        people = len(of_group)
        return Score(
            group=group,
            dimension=self.dimension,
            respondents=people if group == TOTAL else group_count(people),
            mean=round(float(of_group.mean()), decimals(people)),
            spread=spread,
        )

    def distributions(self) -> list[Distribution]:
        """The answers to single items, of everyone and of roles where that is safe."""
        if not self._visible:
            return []
        counts = np.stack([self._answers_by_role(column) for column in self._given.T])
        visible = safe_distributions(counts, self._crowd.visible(self._visible))
        groups = self._crowd.groups_of(visible) if visible else ()
        at = {group: number for number, group in enumerate(self._crowd.groups)}
        return [
            Distribution(group=group, item=item, counts=answer_counts(table))
            for item, by_role in zip(self.items, counts, strict=True)
            for group in groups
            for table in [by_role.sum(axis=0) if group == TOTAL else by_role[at[group]]]
            if table.sum() >= load_survey().rounding.fewest_for_answers
        ]

    def _answers_by_role(self, given: Floats) -> Ints:
        answered = ~np.isnan(given)
        steps = np.where(answered, given, LOWEST).astype(np.int64) - LOWEST
        counts = self._crowd.count_values(steps, answered, HIGHEST + 1 - LOWEST)
        return np.asarray(counts.sum(axis=1))

    def withheld(self) -> list[Withheld]:
        """The groups that are not shown, with the reason."""
        return [
            Withheld(group=group, dimension=self.dimension, reason=reason)
            for group, reason in self._reasons.items()
        ]


def _mean_of_answered(values: Floats) -> Floats:
    """The mean of each row over what is not missing; NaN for a row without any."""
    answered = np.count_nonzero(~np.isnan(values), axis=1)
    with np.errstate(invalid="ignore"):
        return np.asarray(np.nansum(values, axis=1) / answered)
