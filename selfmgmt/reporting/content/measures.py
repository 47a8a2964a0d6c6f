"""Values that can be compared between small and large municipalities, from results of reports."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from selfmgmt.language import gettext_noop as _
from selfmgmt.numbers import euro, number, percentage
from selfmgmt.uncertainty import Quantiles
from selfmgmt.views.outcomes import Outcome

NOTHING = "do_nothing"  # what the others are held against
NONE = "none"  # today's way of working


def _range_of(option: Mapping[str, Any], name: str) -> Quantiles | None:
    read = option.get(name) or {}
    known = all(read.get(end) is not None for end in ("p10", "p50", "p90"))
    return Quantiles(p10=read["p10"], p50=read["p50"], p90=read["p90"]) if known else None


def for_each(band: Quantiles, people: float) -> Quantiles:
    """An amount divided by the number of inhabitants."""
    return Quantiles(p10=band.p10 / people, p50=band.p50 / people, p90=band.p90 / people)


def _money(name: str) -> Callable[[Mapping[str, Any], int], Quantiles | None]:
    def read(option: Mapping[str, Any], inhabitants: int) -> Quantiles | None:
        band = _range_of(option, name)
        return for_each(band, inhabitants) if band and inhabitants else None

    return read


def _chance(option: Mapping[str, Any], _inhabitants: int) -> Quantiles | None:
    chance = option.get("target_met_probability")
    return None if chance is None else Quantiles(p10=chance, p50=chance, p90=chance)


def _per_thousand(name: str) -> Callable[[Mapping[str, Any], int], Quantiles | None]:
    """FTE for each 1,000 inhabitants, of a saving mix while everyone works as today."""

    def read(option: Mapping[str, Any], inhabitants: int) -> Quantiles | None:
        band = _range_of(option, name) if option.get("way") == NONE else None
        return per_thousand(band, inhabitants) if band and inhabitants else None

    return read


def per_thousand(band: Quantiles, people: int) -> Quantiles:
    """An amount for each 1,000 inhabitants."""
    return for_each(band, people / 1_000)


def _tasks(option: Mapping[str, Any], _inhabitants: int) -> Quantiles | None:
    return _range_of(option, "tasks_dropped") if option.get("way") == NONE else None


def _price(option: Mapping[str, Any], inhabitants: int) -> Quantiles | None:
    """What a way of working brings in less over all years than today's that saves the same."""
    steps = option.get("price_of_way") or {}
    if option.get("way", NONE) == NONE or not inhabitants:
        return None
    band = _range_of(steps.get("together") or {}, "net_term_eur")
    return price_each(band, inhabitants) if band else None


def price_each(net_term: Quantiles, people: int) -> Quantiles:
    """A price for each inhabitant: what is brought in less, so the other way round.

    >>> price_each(Quantiles(p10=-300, p50=-200, p90=100), 100)
    Quantiles(p10=-1.0, p50=2.0, p90=3.0)
    """
    return for_each(Quantiles(p10=-net_term.p90, p50=-net_term.p50, p90=-net_term.p10), people)


def _small(value: float) -> str:
    return number(value, 2)


def _share(value: float) -> str:
    return percentage(value, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A figure that can be laid side by side for small and large municipalities.

    Attributes:
        outcome: Its name and how it is written.
        of: The figure in the results of an option, given the inhabitants; None when not known.
        bounds: Between the classes of the map; when empty, the figures decide.
        least: Whether the option with the least of it is shown first; else that with the most.
    """

    outcome: Outcome
    of: Callable[[Mapping[str, Any], int], Quantiles | None]
    bounds: tuple[float, ...] = ()
    least: bool = False


MEASURES = {
    "posts": Measure(
        outcome=Outcome("posts", _("To close the gap: posts, FTE per 1,000 inhabitants"), _small),
        of=_per_thousand("posts_removed_fte"),
    ),
    "hired": Measure(
        outcome=Outcome(
            "hired", _("To close the gap: hired staff, FTE per 1,000 inhabitants"), _small
        ),
        of=_per_thousand("hired_removed_fte"),
    ),
    "tasks": Measure(
        outcome=Outcome("tasks", _("To close the gap: part of the tasks"), _share), of=_tasks
    ),
    "price": Measure(
        outcome=Outcome(
            "price", _("Price of another way of working, per inhabitant over all years"), euro
        ),
        of=_price,
        least=True,
    ),
    "saving": Measure(
        outcome=Outcome("saving", _("Net saving per inhabitant per year"), euro),
        of=_money("net_saving_eur"),
    ),
    "cost": Measure(
        outcome=Outcome("cost", _("One-off costs per inhabitant"), euro),
        of=_money("transition_cost_eur"),
    ),
    "target": Measure(
        outcome=Outcome("target", _("Chance to reach the target"), percentage),
        of=_chance,
        bounds=(0.2, 0.4, 0.6, 0.8),
    ),
}
