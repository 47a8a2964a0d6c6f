"""How one person came to weights: points, an order, or comparisons of criteria."""

from itertools import combinations
from typing import Annotated, Any, Literal, Self, get_args

from pydantic import (
    BeforeValidator,
    Field,
    ValidationInfo,
    field_validator,
    model_validator,
)

from selfmgmt.case.response_fields import (
    Comparisons,
    Criterion,
    OpenCells,
    PointsByCriterion,
    listed,
)
from selfmgmt.fields import Record
from selfmgmt.language import gettext
from selfmgmt.language import gettext_noop as _
from selfmgmt.numbers import exact_number
from selfmgmt.values import validation_error

Method = Literal["points", "swing", "order", "best_worst", "pairs"]
METHODS: tuple[Method, ...] = get_args(Method)
FIELDS_OF: dict[Method, tuple[str, ...]] = {
    "points": ("points",),
    "swing": ("points",),
    "order": ("order",),
    "best_worst": ("best", "worst", "best_to_others", "others_to_worst"),
    "pairs": ("pairs",),
}
"""The fields that each method fills; the others stay open."""
MOST_COMPARED = 15
"""Criteria that can be compared in pairs: no mean of random tables was published for more."""


class Response(Record):
    """What one person said counts, and by which method; nobody's name stands here."""

    method: Method = Field(
        title=_("Method"),
        description=_(
            "points: direct points; swing: points for the step from worst to best; order: most "
            "important first; best_worst: best and worst compared with all; pairs: all in pairs."
        ),
    )
    points: PointsByCriterion = Field(
        default={},
        title=_("Points"),
        description=_("100 for what matters most; the others in proportion."),
    )
    order: Annotated[tuple[Criterion, ...], BeforeValidator(listed)] = Field(
        default=(),
        title=_("Order"),
        description=_("The criteria, the most important first, with commas between them."),
    )
    best: Criterion | None = Field(
        default=None,
        validate_default=False,
        title=_("Best"),
        description=_("The criterion that matters most."),
    )
    worst: Criterion | None = Field(
        default=None,
        validate_default=False,
        title=_("Worst"),
        description=_("The criterion that matters least."),
    )
    best_to_others: Comparisons = Field(
        default={},
        title=_("Best to others"),
        description=_("How many times the best is as important as each, 1 to 9."),
    )
    others_to_worst: Comparisons = Field(
        default={},
        title=_("Others to worst"),
        description=_("How many times each is as important as the worst, 1 to 9."),
    )
    pairs: Annotated[dict[Criterion, Comparisons], OpenCells] = Field(
        default={},
        title=_("Pairs"),
        description=_("The more important criterion, then the other, then how many times, 1 to 9."),
    )

    @field_validator("*")
    @classmethod
    def _of_its_method(cls, value: Any, info: ValidationInfo) -> Any:
        """``value`` if the method has this field and it is filled, or has it not and it is open."""
        method, name = info.data.get("method"), str(info.field_name)
        if method is None:  # the field itself, or at fault
            return value
        if name not in FIELDS_OF[method] and value:
            raise validation_error(
                gettext(
                    "the method {method} does not use this; remove it, or choose another method.",
                    method=method,
                )
            )
        return value

    @field_validator("order")
    @classmethod
    def _each_once(cls, order: tuple[str, ...]) -> tuple[str, ...]:
        twice = next((key for key in order if order.count(key) > 1), None)
        if twice:
            raise validation_error(
                gettext("{criteria} stands in the order twice; name each once.", criteria=twice)
            )
        return order

    @field_validator("worst")
    @classmethod
    def _not_the_best(cls, worst: str | None, info: ValidationInfo) -> str | None:
        if worst and worst == info.data.get("best"):
            raise validation_error(
                gettext("{given} is both best and worst; choose two.", given=worst)
            )
        return worst

    @field_validator("pairs")
    @classmethod
    def _each_pair_once(cls, pairs: dict[str, dict[str, float]]) -> dict[str, dict[str, float]]:
        keys = criteria_in(pairs)
        if len(keys) > MOST_COMPARED:
            raise validation_error(
                gettext(
                    "{count} criteria are compared in pairs; use at most {most}, or another "
                    "method.",
                    count=len(keys),
                    most=MOST_COMPARED,
                )
            )
        given = [{one, other} for one, row in pairs.items() for other in row]
        wrong = [pair for pair in combinations(keys, 2) if given.count(set(pair)) != 1]
        if wrong or (pairs and len(keys) < 2):
            raise validation_error(_pair_fault(wrong, given))
        return pairs

    @model_validator(mode="after")
    def _complete(self) -> Self:
        open_fields = [name for name in FIELDS_OF[self.method] if not getattr(self, name)]
        if open_fields:
            raise validation_error(
                gettext(
                    "the method {method} needs {fields}; fill that in.",
                    method=self.method,
                    fields=", ".join(open_fields),
                )
            )
        if self.method == "best_worst":
            fault = _gap(self) or _unequal_anchors(self)
            if fault:
                raise validation_error(fault)
        return self

    def compared(self) -> tuple[str, ...]:
        """The criteria that stand in the answers."""
        match self.method:
            case "points" | "swing":
                return tuple(self.points)
            case "order":
                return self.order
            case "pairs":
                return criteria_in(self.pairs)
        rows = (str(self.best), *self.best_to_others, *self.others_to_worst, str(self.worst))
        return tuple(dict.fromkeys(rows))

    def from_best(self) -> dict[str, float]:
        """Criterion to how many times the best is as important, the best itself included."""
        return {str(self.best): 1.0} | self.best_to_others

    def to_worst(self) -> dict[str, float]:
        """Criterion to how many times it is as important as the worst, the worst included."""
        return {str(self.worst): 1.0} | self.others_to_worst


def criteria_in(pairs: dict[str, dict[str, float]]) -> tuple[str, ...]:
    """Every criterion in a table of pairs, once."""
    return tuple(dict.fromkeys((*pairs, *(key for row in pairs.values() for key in row))))


def _pair_fault(wrong: list[tuple[str, str]], given: list[set[str]]) -> str:
    if not wrong:
        return gettext("there is no pair; compare two or more criteria.")
    one, other = wrong[0]
    return gettext(
        "{one} and {other} are compared {times} times; compare each pair once.",
        one=one,
        other=other,
        times=given.count({one, other}),
    )


def _gap(response: Response) -> str | None:
    rows = {"best_to_others": response.from_best(), "others_to_worst": response.to_worst()}
    for name, row in rows.items():
        missing = [key for key in response.compared() if key not in row]
        if missing:
            return gettext(
                "{name} lacks {missing}; compare every criterion.",
                name=name,
                missing=", ".join(missing),
            )
    return None


def _unequal_anchors(response: Response) -> str | None:
    """What is wrong with the comparison of best and worst, the largest of all."""
    first, last = response.from_best(), response.to_worst()
    most = first[str(response.worst)]
    largest = max(*first.values(), *last.values())
    if first[str(response.best)] != 1 or last[str(response.worst)] != 1:
        return gettext("a criterion compared with itself is 1; remove that comparison.")
    if most == last[str(response.best)] and largest <= most:
        return None
    return gettext(
        "best to worst is {first} in best_to_others and {last} in others_to_worst; use the same "
        "figure in both, the largest of all.",
        first=exact_number(most),
        last=exact_number(last[str(response.best)]),
    )
