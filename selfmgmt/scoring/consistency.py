"""Published constants that say when comparisons of criteria hang together."""

from functools import cache
from typing import Annotated, Literal

from pydantic import Field

from selfmgmt.evidence.files import read_mapping
from selfmgmt.fields import Number, Record, WholeNumber
from selfmgmt.resources import DATA


class RandomIndex(Record):
    """Mean consistency index of random comparisons, by number of criteria."""

    source: str
    acceptable_ratio: Number
    by_criteria: dict[int, Number]


class BestWorstLimits(Record):
    """The largest input-based ratio that is acceptable, by best-to-worst and number of criteria."""

    source: str
    criteria: tuple[WholeNumber, ...]
    by_best_to_worst: dict[int, tuple[Number, ...]]

    def limit(self, best_to_worst: float, count: int) -> float | None:
        """The limit for a comparison; ``None`` where none was published."""
        row = self.by_best_to_worst.get(int(best_to_worst)) if best_to_worst % 1 == 0 else None
        if row is None or count not in self.criteria:
            return None
        return row[self.criteria.index(count)]


class Setting(Record):
    """A number that had to be chosen, with the reason."""

    value: Annotated[Number, Field(gt=0)]
    grade: Literal["A", "B", "C", "D"]
    source: str


class PublishedWeights(Record):
    """Weights for which it is told what would follow; a choice of what to print."""

    values: tuple[Number, ...]
    source: str


class Constants(Record):
    """All that ``data/criteria/consistency.yaml`` holds."""

    random_index: RandomIndex
    best_worst: BestWorstLimits
    weight_concentration: Setting
    near_tie: Setting
    clear_first: Setting
    judged_weights: PublishedWeights
    asked_weights: PublishedWeights
    common_imposed: Setting


@cache
def load_constants() -> Constants:
    """The constants in ``data/criteria``.

    >>> load_constants().random_index.by_criteria[7]
    1.32
    """
    return Constants.model_validate(read_mapping(DATA / "criteria" / "consistency.yaml"))
