"""What a person has answered so far on the page of weights; it becomes a voice once it is whole."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import combinations
from typing import Any, Self

from pydantic import TypeAdapter, ValidationError

from selfmgmt.case import Case
from selfmgmt.case.faults import sentence_of
from selfmgmt.case.form import text_of
from selfmgmt.case.known import with_own
from selfmgmt.case.response import Method, Response
from selfmgmt.case.response_fields import Comparison, Points
from selfmgmt.errors import InputError
from selfmgmt.language import gettext

_START: Method = "swing"
Answers = Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """The answers of one person, by every method that was tried.

    Attributes:
        method: The method in hand.
        counts: Criteria that count, in the order of importance when that is asked.
        points: Criterion to points, as text.
        best: The criterion that matters most; ``worst`` least; empty when not chosen.
        from_best: Criterion to how many times the best is as important, as text.
        to_worst: Criterion to how many times it is as important as the worst.
        pairs: Two criteria with a point between them to how many times the first is as important
            as the second; with a minus the second as the first.
        given: Whether this person answered anything by this method.
    """

    method: Method = _START
    counts: tuple[str, ...]
    points: Answers = field(default_factory=dict)
    best: str = ""
    worst: str = ""
    from_best: Answers = field(default_factory=dict)
    to_worst: Answers = field(default_factory=dict)
    pairs: Answers = field(default_factory=dict)
    given: bool = False

    def compared_with_best(self) -> list[str]:
        """The criteria that the best is compared with."""
        return [key for key in self.counts if key != self.best]

    def compared_with_worst(self) -> list[str]:
        """The criteria that are compared with the worst; the best was compared already."""
        return [key for key in self.counts if key not in (self.best, self.worst)]

    def compared_pairs(self) -> list[tuple[str, str]]:
        """Every two criteria that count."""
        return list(combinations(self.counts, 2))

    def to_go(self) -> int:
        """How many answers are still missing."""
        match self.method:
            case "points" | "swing":
                return int(not any(self.points.get(key) for key in self.counts))
            case "order":
                return int(not self.given)
            case "best_worst":
                return self._to_go_best_worst()
        return sum(not _pair(self.pairs, *pair) for pair in self.compared_pairs())

    def _to_go_best_worst(self) -> int:
        missing = [self.best, self.worst].count("")
        if missing:
            return missing + 2 * len(self.counts) - 3  # the two ends are compared once
        rows = [self.from_best.get(key) for key in self.compared_with_best()]
        rows += [self.to_worst.get(key) for key in self.compared_with_worst()]
        return sum(not one for one in rows)

    def counting(self, criterion: str, known: tuple[str, ...]) -> Self:
        """The same with one criterion more or fewer that counts; a new one comes last.

        That alone is no answer to the question in which order they matter.
        """
        given = self.given or self.method != "order"
        if criterion in self.counts:
            kept = tuple(key for key in self.counts if key != criterion)
            if len(kept) < 2:
                raise InputError(gettext("At least two criteria must count."))
            anchors: dict[str, Any] = {
                anchor: "" for anchor in ("best", "worst") if getattr(self, anchor) == criterion
            }
            return replace(self, counts=kept, given=given, **anchors)
        order = [*self.counts, criterion]
        if self.method != "order":
            order.sort(key=known.index)
        return replace(self, counts=tuple(order), given=given)

    def moved(self, criterion: str, by: int) -> Self:
        """The same with one criterion one place up or down; who moves one has not said all."""
        order = list(self.counts)
        index = order.index(criterion)
        goal = min(max(index + by, 0), len(order) - 1)
        order.insert(goal, order.pop(index))
        return replace(self, counts=tuple(order))

    def answered(self, path: list[str], written: str) -> Self:
        """The same with one answer given, changed or taken back.

        Raises:
            InputError: It is no answer to that question.
        """
        match path:
            case ["points", key] if key in self.counts:
                return replace(self, points=_with(self.points, key, _number(Points, written)))
            case ["best" | "worst" as anchor] if written in ("", *self.counts):
                anchors = self._best_and_worst(anchor, written)
                return replace(self, best=anchors["best"], worst=anchors["worst"])
            case ["from_best" | "to_worst" as row, key] if key in self.counts:
                times = _number(Comparison, written)
                changed: dict[str, Any] = {row: _with(getattr(self, row), key, times)}
                return replace(self, **changed)
            case ["pairs", one, other] if {one, other} <= set(self.counts):
                sign = "-" if written.startswith("-") else ""
                times = _number(Comparison, written.removeprefix("-"))
                return replace(self, pairs=_with(self.pairs, f"{one}.{other}", sign + times))
        raise InputError(gettext("This question is not asked here."))

    def _best_and_worst(self, anchor: str, written: str) -> dict[str, str]:
        anchors = {"best": self.best, "worst": self.worst, anchor: written}
        if written and anchors["best"] == anchors["worst"]:
            raise InputError(
                gettext("You chose the same criterion as most and as least important; choose two.")
            )
        return anchors

    def response(self, case: Case) -> Response | None:
        """What it says once every answer is there.

        Raises:
            InputError: The answers cannot all be so.
        """
        if self.to_go():
            return None
        if self.method == "best_worst":
            self._refuse_larger()
        written = {"method": self.method, **dict(self._fields())}
        try:
            with with_own(case.criteria):
                return Response.model_validate(written)
        except ValidationError as error:
            raise _refused(error) from None

    def _fields(self) -> Iterator[tuple[str, Any]]:
        match self.method:
            case "points" | "swing":
                yield "points", {key: self.points.get(key) for key in self.counts}
            case "order":
                yield "order", self.counts
            case "best_worst":
                best = {key: self.from_best[key] for key in self.compared_with_best()}
                worst = {key: self.to_worst[key] for key in self.compared_with_worst()}
                yield from (("best", self.best), ("worst", self.worst))
                yield "best_to_others", best
                yield "others_to_worst", {self.best: self.from_best[self.worst], **worst}
            case "pairs":
                yield "pairs", self._table()

    def _table(self) -> dict[str, dict[str, str]]:
        table: dict[str, dict[str, str]] = {}
        for one, other in self.compared_pairs():
            times = _pair(self.pairs, one, other)
            more, less = (other, one) if times.startswith("-") else (one, other)
            table.setdefault(more, {})[less] = times.removeprefix("-")
        return table

    def _refuse_larger(self) -> None:
        """The best is at least as far from the worst as anything else is from either."""
        most = float(_plain(self.from_best[self.worst]))
        rest = [self.from_best[key] for key in self.compared_with_best()]
        rest += [self.to_worst[key] for key in self.compared_with_worst()]
        if max(float(_plain(times)) for times in rest) > most:
            raise InputError(
                gettext(
                    "No comparison can be larger than that of the most with the least important. "
                    "That one is {most} now; change that first.",
                    most=text_of(most),
                )
            )


def draft_of(response: Response | None, counts: tuple[str, ...]) -> Draft:
    """What is on the page for a person: what was said before, or nothing yet.

    Args:
        response: What this person said before.
        counts: Criteria to start with.
    """
    if response is None:
        return Draft(counts=counts)
    pairs = {
        f"{one}.{other}": text_of(times)
        for one, row in response.pairs.items()
        for other, times in row.items()
    }
    return Draft(
        method=response.method,
        counts=tuple(
            dict.fromkeys((*counts, *response.points)) if response.points else response.compared()
        ),
        points=_texts(response.points),
        best=response.best or "",
        worst=response.worst or "",
        from_best=_texts(response.best_to_others),
        to_worst=_texts(response.others_to_worst),
        pairs=pairs,
        given=True,
    )


def pair_of(draft: Draft, one: str, other: str) -> str:
    """The answer about two criteria, as text; with a minus the second is the more important."""
    return _pair(draft.pairs, one, other)


def _pair(pairs: Answers, one: str, other: str) -> str:
    given = pairs.get(f"{one}.{other}")
    if given:
        return given
    turned = pairs.get(f"{other}.{one}", "")
    return turned.removeprefix("-") if turned in ("", "1") or turned[0] == "-" else f"-{turned}"


def _texts(figures: Mapping[str, float]) -> dict[str, str]:
    return {key: text_of(figure) for key, figure in figures.items()}


def _with(answers: Answers, key: str, text: str) -> Answers:
    others = {other: given for other, given in answers.items() if other != key}
    return {**others, key: text} if text else others


def _number(kind: Any, written: str) -> str:
    """A figure as it is written, if it may be one; empty when the answer is taken back."""
    if not written.strip():
        return ""
    try:
        return text_of(TypeAdapter(kind).validate_python(written))
    except ValidationError as error:
        raise _refused(error) from None


def _refused(error: ValidationError) -> InputError:
    return InputError(
        *(sentence_of(detail, Response) for detail in error.errors(include_url=False))
    )


def _plain(written: str) -> str:
    return written.replace(",", ".")
