"""Connections for a public task (V2): what is missing, and who joins what would else be apart."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from selfmgmt.practice.answers import Answers
from selfmgmt.practice.cells import Answer
from selfmgmt.practice.differences import answered, records
from selfmgmt.practice.instrument import Instrument
from selfmgmt.practice.result import Finding, PracticeResult

ORDER = ("hole", "weak", "no_holder", "no_competence", "broker", "apart")


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorMeasures:
    """How one actor stands in a network.

    Attributes:
        betweenness: The share of the shortest ways between others that go through it, 0 to 1.
        constraint: Burt's constraint: how far its contacts are each other's contacts; above 1 in
            small dense networks, None without contacts.
    """

    betweenness: float
    constraint: float | None


def connections(
    instrument: Instrument, tables: Mapping[str, Answers], _known: Mapping[str, Any]
) -> PracticeResult:
    """Per task: links that are needed and not there, or weak; brokers, and actors left apart."""
    found = [
        finding
        for body, rows in tables.items()
        for finding in (*_links(body, rows), *_actors(instrument, body, rows))
    ]
    return PracticeResult(
        instrument=instrument.key,
        answered=answered(instrument, tables),
        findings=tuple(sorted(found, key=lambda one: ORDER.index(one.key))),
        records=tuple(records(tables)),
        computed=tuple(
            {"body": body, "row": row, "now": strengths["now"], "then": strengths["needed"]}
            for body, rows in tables.items()
            for row, cells in rows.items()
            if _is_link(cells)
            for strengths in [_strengths(cells)]
        ),
    )


def measures(links: Mapping[tuple[str, str], float]) -> dict[str, ActorMeasures]:
    """Betweenness and constraint of every actor in a network without directions.

    Args:
        links: Pair of actors to the strength of their link; one of strength 0 is no link.

    >>> star = {("team", "school"): 1, ("team", "police"): 1, ("team", "care"): 1}
    >>> found = measures(star)["team"]
    >>> found.betweenness, round(found.constraint, 6)
    (1.0, 0.333333)
    """
    import networkx as nx

    graph = nx.Graph()
    for (one, other), strength in links.items():
        graph.add_nodes_from([one, other])
        if strength > 0 and one != other:
            graph.add_edge(one, other, weight=strength)
    between = nx.betweenness_centrality(graph)
    tight = nx.constraint(graph, weight="weight")
    return {
        actor: ActorMeasures(
            betweenness=float(between[actor]),
            constraint=float(tight[actor]) if graph.degree(actor) else None,
        )
        for actor in graph
    }


def _links(body: str, rows: Answers) -> Iterator[Finding]:
    for row, cells in rows.items():
        if not _is_link(cells):
            continue
        strength = _strengths(cells)
        values = {"body": body, **_between(cells), **strength, "mode": cells.get("mode", "")}
        if strength["needed"] > strength["now"]:
            key = "weak" if strength["now"] else "hole"
            yield Finding(key=key, row=row, values={**values, "fails": cells.get("fails", "?")})
        if strength["needed"] and "holder" not in cells:
            yield Finding(key="no_holder", row=row, values=values)
        if strength["needed"] and cells.get("at_hand") is False:
            competence = cells.get("competence", "?")
            yield Finding(key="no_competence", row=row, values={**values, "competence": competence})


def _actors(instrument: Instrument, body: str, rows: Answers) -> Iterator[Finding]:
    """Actors on whom others lean for contact, and those who have none."""
    links = _strongest(rows)
    if not links:
        return
    found = sorted(measures(links).items(), key=lambda item: -item[1].betweenness)
    for actor, measure in found:
        values = {"body": body, "actor": actor, "share": measure.betweenness}
        if measure.betweenness >= instrument.settings["broker_from"]:
            yield Finding(key="broker", values=values)
        if measure.constraint is None:
            yield Finding(key="apart", values=values)


def _strongest(rows: Answers) -> dict[tuple[str, str], float]:
    """Each pair of actors once, with its strongest link of now."""
    links: dict[tuple[str, str], float] = {}
    for cells in rows.values():
        if _is_link(cells):
            one, other = sorted(_between(cells).values())
            links[one, other] = max(links.get((one, other), 0.0), _strengths(cells)["now"])
    return links


def _is_link(cells: Mapping[str, Answer]) -> bool:
    return "from" in cells and "to" in cells and cells["from"] != cells["to"]


def _between(cells: Mapping[str, Answer]) -> dict[str, str]:
    return {"from": str(cells["from"]), "to": str(cells["to"])}


def _strengths(cells: Mapping[str, Answer]) -> dict[str, float]:
    """How strong the link is needed and is now; what is open counts as 0."""
    return {
        key: float(value) if isinstance(value := cells.get(key), int | float) else 0.0
        for key in ("needed", "now")
    }
