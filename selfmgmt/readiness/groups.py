"""Groups of respondents, and when there are enough of them to be shown."""

from dataclasses import dataclass, field
from functools import partial
from typing import Literal, NamedTuple

from selfmgmt.errors import InputError
from selfmgmt.evidence.ledger import load_ledger
from selfmgmt.language import gettext
from selfmgmt.language import gettext_noop as _
from selfmgmt.numbers import percentage

Kind = Literal["total", "role", "team"]
Reason = Literal["few", "small", "response", "protection"]

_REASONS: dict[Reason, str] = {
    "few": _("fewer than {respondents} people answered"),
    "small": _("the group has fewer than {group} people"),
    "response": _("less than {response} of the group answered"),
    "protection": _("with this figure the answers of a few people could be worked out"),
}


class Group(NamedTuple):
    """Everyone together, the people with one role, or one team."""

    kind: Kind
    name: str = ""


TOTAL = Group("total")


def _standard(key: str) -> float:
    return load_ledger().for_calculation(key).central


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """When a group is shown; by default the strictest rules in use, see the evidence.

    Args:
        min_respondents: Fewest people who answered; no setting goes below 5.
        min_group: Fewest people in the group, where its size is known.
        min_response: Smallest part of the group that answered, 0 to 1, where its size is known.

    Raises:
        InputError: With every rule that is too loose or impossible.
    """

    min_respondents: int = field(
        default_factory=lambda: int(_standard("anonymity_min_respondents"))
    )
    min_group: int = field(default_factory=lambda: int(_standard("anonymity_min_group")))
    min_response: float = field(default_factory=partial(_standard, "anonymity_min_response"))

    def __post_init__(self) -> None:
        floor = int(load_ledger().for_calculation("anonymity_min_respondents").low)
        faults = [
            gettext(
                "{rule} is {given}; use {floor} or more, since in smaller groups people can be "
                "recognised.",
                rule=rule,
                given=f"{getattr(self, rule):.10g}",
                floor=floor,
            )
            for rule in ("min_respondents", "min_group")
            if not getattr(self, rule) >= floor
        ]
        if not 0 <= self.min_response <= 1:
            faults.append(
                gettext("min_response is {given}; use 0 to 1.", given=f"{self.min_response:.10g}")
            )
        if faults:
            raise InputError(*faults)

    def reason(
        self, respondents: int, size: int | None, *, took_part: int | None = None
    ) -> Reason | None:
        """Why a group is not shown; none when it may be.

        Args:
            respondents: How many people answered the statement that fewest answered.
            size: How many people the group has, if known.
            took_part: How many answered any of them, when that is not the same: a statement that
                is only for the council says nothing about the response of all.

        >>> Rules().reason(6, 12), Rules().reason(7, 20), Rules().reason(7, None)
        ('few', 'response', None)
        """
        if size is not None and size < self.min_group:
            return "small"
        if respondents < self.min_respondents:
            return "few"
        answered = respondents if took_part is None else took_part
        if size is not None and answered < self.min_response * size:
            return "response"
        return None

    def words(self, reason: Reason) -> str:
        """The reason, for the reader."""
        return gettext(
            _REASONS[reason],
            respondents=self.min_respondents,
            group=self.min_group,
            response=percentage(self.min_response),
        )
