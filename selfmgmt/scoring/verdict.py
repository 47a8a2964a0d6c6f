"""Whether the answers of a person hang together, in words that say where to look again."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import permutations

import numpy as np

from selfmgmt.case.response import Response
from selfmgmt.language import gettext
from selfmgmt.numbers import number
from selfmgmt.scoring.arrays import TIE, Floats
from selfmgmt.scoring.elicitation import best_and_worst, hierarchy, table_of_pairs

Labels = Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """How well the answers hang together.

    Attributes:
        consistent: Whether they do; ``None`` where answers cannot contradict each other, or no
            limit was published.
        words: The same in a sentence, with what to look at again.
    """

    consistent: bool | None
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Triple:
    """Three comparisons of which two do not lead to the third.

    Attributes:
        criteria: The first counts more than the second, and the second more than the third.
        first: How many times the first counts as the second; 1 or more.
        second: How many times the second counts as the third; 1 or more.
        direct: How many times the first counts as the third by their own comparison.
    """

    criteria: tuple[str, str, str]
    first: float
    second: float
    direct: float


def verdict_of(response: Response, labels: Labels) -> Verdict:
    """How well the answers of ``response`` hang together.

    Args:
        response: What one person said.
        labels: Criterion to its name inside a sentence.
    """
    match response.method:
        case "order":
            words = gettext(
                "You gave an order only. The weights are the middle of all weights in that order."
            )
            return Verdict(consistent=None, words=words)
        case "best_worst":
            acceptable = best_and_worst(response).acceptable
        case "pairs":
            acceptable = hierarchy(response).acceptable
        case _:
            return Verdict(consistent=None, words=_read_back(response.points, labels))
    triple = worst_triple(response)
    if triple is None:
        return Verdict(consistent=True, words=gettext("Your answers fit together fully."))
    return Verdict(consistent=acceptable, words=_explained(acceptable, triple, labels))


def worst_triple(response: Response) -> Triple | None:
    """The three comparisons that contradict each other most; ``None`` when none do.

    Args:
        response: Answers by the best-worst method or in pairs.

    >>> pairs = {"net_saving": {"closeness": 2, "absence": 4}, "closeness": {"absence": 2}}
    >>> worst_triple(Response(method="pairs", pairs=pairs))
    """
    table = table_of_pairs(response) if response.method == "pairs" else _best_worst_table(response)
    found = _worst_chain(np.log(table))
    if found is None:
        return None
    one, two, three = found
    keys = response.compared()
    return Triple(
        criteria=(keys[one], keys[two], keys[three]),
        first=float(table[one, two]),
        second=float(table[two, three]),
        direct=float(table[one, three]),
    )


def _best_worst_table(response: Response) -> Floats:
    """The comparisons with best and worst as a table in pairs; NaN where none was made."""
    keys = response.compared()
    table = np.full((len(keys), len(keys)), np.nan)
    np.fill_diagonal(table, 1)
    best, worst = keys.index(str(response.best)), keys.index(str(response.worst))
    for index, key in enumerate(keys):
        table[best, index], table[index, best] = (
            response.from_best()[key],
            1 / response.from_best()[key],
        )
        table[index, worst], table[worst, index] = (
            response.to_worst()[key],
            1 / response.to_worst()[key],
        )
    return table


def _worst_chain(logs: Floats) -> tuple[int, int, int] | None:
    """Places of the chain, each at least as important as the next, furthest from its own end."""
    off = np.abs(logs[:, :, None] + logs[None] - logs[:, None, :])
    off[np.isnan(off)] = 0
    if off.max() <= TIE:
        return None
    found = (int(index) for index in np.unravel_index(off.argmax(), off.shape))
    chains = [chain for chain in permutations(found) if _falls(logs, chain)]
    one, two, three = chains[0]
    return one, two, three


def _falls(logs: Floats, chain: tuple[int, ...]) -> bool:
    one, two, three = chain
    return bool(logs[one, two] >= 0 and logs[two, three] >= 0)


def _read_back(points: Mapping[str, float], labels: Labels) -> str:
    """Points cannot contradict each other; the ratio of most to least can be looked at."""
    given = {key: at for key, at in points.items() if at > 0}
    most, least = max(given, key=given.__getitem__), min(given, key=given.__getitem__)
    if given[most] == given[least]:
        return gettext("All criteria with points count the same. Is that what you mean?")
    return gettext(
        "You let {most} count {times} times as much as {least}. Is that what you mean?",
        most=labels[most],
        times=_times(given[most] / given[least]),
        least=labels[least],
    )


def _explained(acceptable: bool | None, triple: Triple, labels: Labels) -> str:
    where = _chain_words(triple, labels)
    if acceptable:
        return gettext(
            "Your answers fit together well enough. They are furthest apart here: {where}",
            where=where,
        )
    if acceptable is None:
        return gettext(
            "Your answers do not fit together fully. No limit was published for this many criteria "
            "or for figures like these. They are furthest apart here: {where}",
            where=where,
        )
    return gettext("Your answers contradict each other here: {where}", where=where)


def _chain_words(triple: Triple, labels: Labels) -> str:
    one, two, three = (labels[key] for key in triple.criteria)
    return gettext(
        "{first}, and {second}. Together that is: {both}. But you said: {direct}.",
        first=_compared(one, triple.first, two),
        second=_compared(two, triple.second, three),
        both=_compared(one, triple.first * triple.second, three),
        direct=_compared(one, triple.direct, three),
    )


def _compared(one: str, ratio: float, other: str) -> str:
    if abs(ratio - 1) <= TIE:
        return gettext("{one} counts as much as {other}", one=one, other=other)
    if ratio < 1:
        one, ratio, other = other, 1 / ratio, one
    return gettext(
        "{one} counts {times} times as much as {other}", one=one, times=_times(ratio), other=other
    )


def _times(ratio: float) -> str:
    """How many times; whole where it is whole."""
    return number(ratio, 0 if abs(ratio - round(ratio)) <= TIE else 1)
