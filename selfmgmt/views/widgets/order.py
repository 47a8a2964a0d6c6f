"""What the page of choosing shows of a weighing: points, judgements, and the order for each."""

from collections.abc import Mapping
from typing import TypedDict

from selfmgmt.analysis.weigh import Weighing
from selfmgmt.language import gettext
from selfmgmt.numbers import percentage
from selfmgmt.scoring.ranking import Ranking
from selfmgmt.scoring.reasons import why
from selfmgmt.scoring.roles import labels_of_all
from selfmgmt.views.words.choosing import (
    caution_sentences,
    division_sentence,
    divisions,
    first_sentences,
)

Labels = Mapping[str, str]


class OrderRow(TypedDict):
    """An option in the order of one role: its rank and its points, of 100."""

    label: str
    rank: int
    tied: bool
    mean: float
    low: float
    high: float
    chance: str


class ReasonPart(TypedDict):
    """What one criterion adds to a difference, in points."""

    label: str
    value: float


class Reason(TypedDict):
    """Why the first option comes before the second."""

    first: str
    second: str
    parts: list[ReasonPart]
    total: float
    total_words: str


class Standing(TypedDict):
    """The order for one role; empty when it has none."""

    sentences: list[str]
    cautions: list[str]
    rows: list[OrderRow]
    why: Reason | None


class RankCell(TypedDict):
    """The rank of an option, and how often it comes first."""

    rank: int
    chance: str


class RoleRow(TypedDict):
    """The rank of each option for one role, or for an example of one."""

    key: str
    label: str
    example: bool
    cells: list[RankCell]


class Everyone(TypedDict):
    """The ranks for each role, with the options as the heads."""

    options: list[str]
    rows: list[RoleRow]


class Divides(TypedDict):
    """What divides a role from the others."""

    sentence: str
    rows: list[list[str]]


def standing(weighing: Weighing, role: str, labels: Labels) -> Standing:
    """The order of the options for one role, and why the first comes before the second."""
    found = weighing.rankings.ranked.get(role)
    return {
        "sentences": first_sentences(weighing, role, labels),
        "cautions": caution_sentences(weighing, role, labels),
        "rows": _rows(found.ranking, labels) if found else [],
        "why": _why(found.ranking, weighing, labels) if found else None,
    }


def everyone(weighing: Weighing, labels: Labels) -> Everyone:
    """The place of each option for each role."""
    options = weighing.performance.options
    return {
        "options": [labels[option] for option in options],
        "rows": [
            {
                "key": key,
                "label": str(found.label),
                "example": found.example,
                "cells": _cells(found.ranking, options),
            }
            for key, found in weighing.rankings.ranked.items()
        ],
    }


def divides(weighing: Weighing, role: str, labels: Labels) -> Divides:
    """What divides one role from the others: told for the one furthest off, and each in a row."""
    found = divisions(weighing, role)
    known = weighing.criteria
    return {
        "sentence": division_sentence(role, *next(iter(found.items())), labels) if found else "",
        "rows": [
            [
                str(labels_of_all()[other]),
                labels[division.other_wanted],
                str(known[division.criterion].label),
                *map(percentage, division.weights[division.criterion]),
            ]
            for other, division in found.items()
        ],
    }


def ranks_of(ranking: Ranking) -> dict[str, int]:
    """Option to its place; options that tie share the best of their places."""
    ranks: dict[str, int] = {}
    for tied in ranking.levels:
        ranks |= dict.fromkeys(tied, len(ranks) + 1)
    return ranks


def _cells(ranking: Ranking, options: tuple[str, ...]) -> list[RankCell]:
    ranks = ranks_of(ranking)
    return [
        {"rank": ranks[key], "chance": percentage(ranking.chance_first[key])} for key in options
    ]


def _rows(ranking: Ranking, labels: Labels) -> list[OrderRow]:
    ranks = ranks_of(ranking)
    return [
        {
            "label": labels[key],
            "rank": ranks[key],
            "tied": list(ranks.values()).count(ranks[key]) > 1,
            "mean": 100 * ranking.bands[key].mean,
            "low": 100 * ranking.bands[key].p10,
            "high": 100 * ranking.bands[key].p90,
            "chance": percentage(ranking.chance_first[key]),
        }
        for key in ranking.order
    ]


def _why(ranking: Ranking, weighing: Weighing, labels: Labels) -> Reason | None:
    if len(ranking.options) < 2:
        return None
    reason = why(ranking)
    known = weighing.criteria
    return {
        "first": labels[reason.first],
        "second": labels[reason.second],
        "parts": [
            {"label": str(known[key].label), "value": 100 * part}
            for key, part in reason.contributions.items()
            if part
        ],
        "total": 100 * reason.difference,
        "total_words": gettext("Together"),
    }
