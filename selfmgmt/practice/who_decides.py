"""Who decides what: where nobody cuts the knot, where several do, and what clashes with a design.

A level is how much say an actor has, on the seven levels of delegation of Appelo: who has 5 or more
decides (``frames_decides_from`` in the ledger), those at ``together`` (4) decide together.
"""

from collections.abc import Iterator, Mapping
from statistics import median_low
from typing import Any

from selfmgmt.evidence.ledger import load_ledger
from selfmgmt.practice.answers import Answers
from selfmgmt.practice.cells import Answer
from selfmgmt.practice.differences import answered, apart, differing, records
from selfmgmt.practice.instrument import Instrument
from selfmgmt.practice.result import Finding, PracticeResult

TEAM = "team"
MANDATE = "mandate"
"""Under this name ``known`` holds the delegation level of each domain in the chosen design."""


def who_decides(
    instrument: Instrument, tables: Mapping[str, Answers], known: Mapping[str, Any]
) -> PracticeResult:
    """Gaps, overlaps, differences between bodies, and clashes with the chosen design.

    The findings are about what was agreed; while nothing is agreed, about each body. ``model``
    holds the level of the team in each domain of the mandate, as ``autonomy.goals`` and so on (the
    lower of two in the middle), and ``frames``: the share of the decisions with one decider on whom
    the bodies agree.
    """
    bodies = apart(instrument, tables)
    final = _final(instrument, tables)
    differences = differing(bodies)
    levels = _team_levels(instrument, final)
    found = [
        *_clear(instrument, {"": final} if final else bodies),
        *_clashes(levels, known.get(MANDATE, {})),
    ]
    return PracticeResult(
        instrument=instrument.key,
        answered=answered(instrument, tables),
        findings=(*_by_decider(instrument, bodies), *found, *differences),
        records=tuple(records(tables)),
        model={f"autonomy.{key}": float(level) for key, level in levels.items()}
        | _frames(instrument, final, bodies),
    )


def deciders(instrument: Instrument, cells: Mapping[str, Answer]) -> tuple[str, ...]:
    """Who decides in one row: those who decide; without any, those who decide together.

    >>> from selfmgmt.practice.known import find_instrument
    >>> deciders(find_instrument("who_decides"), {"college": 5, "team": 3})
    ('college',)
    """
    start, together = _decides_from(), instrument.settings["together"]
    levels = {key: level for key, level in cells.items() if isinstance(level, int | float)}
    alone = tuple(key for key, level in levels.items() if level >= start)
    return alone or tuple(key for key, level in levels.items() if level == together)


def _decides_from() -> float:
    return load_ledger().for_calculation("frames_decides_from").central


def _final(instrument: Instrument, tables: Mapping[str, Answers]) -> Answers:
    """What was agreed; nothing as long as only the law filled it in."""
    agreed = tables.get(instrument.agreed or "", {})
    return {row: cells for row, cells in agreed.items() if _is_filled(instrument, row, cells)}


def _is_filled(instrument: Instrument, row: str, cells: Mapping[str, Answer]) -> bool:
    return any(instrument.fixed(row, column) is None for column in cells)


def _clear(instrument: Instrument, tables: Mapping[str, Answers]) -> Iterator[Finding]:
    """The gaps, then the overlaps, then the vetoes, row by row."""
    found = [
        Finding(key=key, row=row, values={"body": body, "who": deciders(instrument, cells)})
        for body, rows in tables.items()
        for row, cells in rows.items()
        if _is_filled(instrument, row, cells) and (key := _kind(instrument, cells))
    ]
    order = ("gap", "overlap", "together")
    yield from sorted(found, key=lambda one: order.index(one.key))


def _kind(instrument: Instrument, cells: Mapping[str, Answer]) -> str:
    """What is the matter with one row; empty when one actor decides."""
    start = _decides_from()
    who = deciders(instrument, cells)
    alone = any(float(cells[key]) >= start for key in who)  # type: ignore[arg-type]
    if len(who) > 1:
        return "overlap" if alone else "together"
    return "" if alone else "gap"


def _by_decider(instrument: Instrument, bodies: Mapping[str, Answers]) -> Iterator[Finding]:
    """The rows in which bodies name another decider: what to talk about first."""
    named: dict[str, dict[str, tuple[str, ...]]] = {}
    for body, rows in bodies.items():
        for row, cells in rows.items():
            if _is_filled(instrument, row, cells):
                named.setdefault(row, {})[body] = deciders(instrument, cells)
    for row, answers in named.items():
        if len(set(answers.values())) > 1:
            yield Finding(key="other_decider", row=row, values={"answers": answers})


def _team_levels(instrument: Instrument, final: Answers) -> dict[str, int]:
    """The level of the team in each domain that the rows feed."""
    levels: dict[str, list[int]] = {}
    for row, cells in final.items():
        facts = instrument.rows.get(row)
        level = cells.get(TEAM)
        if facts and facts.feeds and isinstance(level, int):
            levels.setdefault(facts.feeds, []).append(level)
    return {domain: median_low(given) for domain, given in levels.items()}


def _clashes(levels: Mapping[str, int], mandate: Mapping[str, int]) -> Iterator[Finding]:
    """Where the level of the team is another than the chosen design counts on."""
    for domain, level in levels.items():
        if domain in mandate and mandate[domain] != level:
            values = {"domain": domain, "level": level, "design": mandate[domain]}
            yield Finding(key="clash", values=values)


def _frames(
    instrument: Instrument, final: Answers, bodies: Mapping[str, Answers]
) -> dict[str, float]:
    """How far it is clear who decides: the share of rows with one decider, and none named apart."""
    if not final:
        return {}
    unlike = {finding.row for finding in _by_decider(instrument, bodies)}
    clear = [row for row, cells in final.items() if not _kind(instrument, cells)]
    return {"frames": len(set(clear) - unlike) / len(final)}
