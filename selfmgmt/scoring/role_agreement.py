"""How far those who weigh agree, and who wants what."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from selfmgmt.scoring.agreement import kendall_w
from selfmgmt.scoring.ranking import Ranking


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """How far roles agree.

    Attributes:
        kendall_w: 0 (no agreement) to 1 (the same ranking); ``None`` where it has no meaning:
            fewer than two roles or options, or nobody prefers anything.
        wanted_by: Option to the roles, or voices, that place it first; one for whom it cannot be
            told apart from others counts for each of these.
    """

    kendall_w: float | None
    wanted_by: dict[str, tuple[str, ...]]


def agreement_between(rankings: Mapping[str, Ranking]) -> Agreement:
    """How far rankings of the same options agree, and who wants what.

    Args:
        rankings: Role to its ranking.
    """
    wanted: dict[str, tuple[str, ...]] = {}
    for role, ranking in rankings.items():
        for option in ranking.first:
            wanted[option] = (*wanted.get(option, ()), role)
    return Agreement(kendall_w=_concordance(rankings.values()), wanted_by=wanted)


def _concordance(rankings: Iterable[Ranking]) -> float | None:
    table = [_rank_of_each(ranking) for ranking in rankings]
    has_meaning = len(table) > 1 and any(len(set(row)) > 1 for row in table)
    return kendall_w(table) if has_meaning else None


def _rank_of_each(ranking: Ranking) -> list[int]:
    rank_of = {option: rank for rank, tied in enumerate(ranking.levels) for option in tied}
    return [rank_of[option] for option in ranking.options]
