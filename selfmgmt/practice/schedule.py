"""When steps can start: the critical path method on whole months.

After J. E. Kelley and M. R. Walker, Critical-path planning and scheduling (1959).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from selfmgmt.errors import InputError
from selfmgmt.language import gettext


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """When one step runs, in months after the start.

    Attributes:
        start: The earliest that it can start.
        end: When it is then ready.
        slack: How many months it can be late without making the whole later.
    """

    start: int
    end: int
    slack: int

    @property
    def is_critical(self) -> bool:
        """Whether each month of delay here is a month of delay of the whole."""
        return self.slack == 0


def schedule(months: Mapping[str, int], needs: Mapping[str, Sequence[str]]) -> dict[str, Slot]:
    """The earliest moment of each step, and how much it can be late.

    Args:
        months: How long each step takes.
        needs: The steps that must be ready first; those that are not in ``months`` do not count.

    Returns:
        In an order in which each step comes after what it needs; by name where that is free.

    Raises:
        InputError: Steps wait for each other in a circle.

    >>> slots = schedule({"a": 2, "b": 1, "c": 3}, {"c": ["a", "b"]})
    >>> [(key, slot.start, slot.slack) for key, slot in slots.items()]
    [('a', 0, 0), ('b', 0, 1), ('c', 2, 0)]
    """
    import networkx as nx

    graph = nx.DiGraph()
    graph.add_nodes_from(months)
    graph.add_edges_from(
        (before, step) for step in months for before in needs.get(step, ()) if before in months
    )
    try:
        order = list(nx.lexicographical_topological_sort(graph))
    except nx.NetworkXUnfeasible:
        circle = " -> ".join(before for before, _ in nx.find_cycle(graph))
        raise InputError(
            gettext("these steps wait for each other in a circle: {steps}.", steps=circle)
        ) from None
    end: dict[str, int] = {}
    for step in order:
        end[step] = max((end[one] for one in graph.predecessors(step)), default=0) + months[step]
    whole = max(end.values(), default=0)
    latest: dict[str, int] = {}
    for step in reversed(order):
        followers = [latest[one] - months[one] for one in graph.successors(step)]
        latest[step] = min(followers, default=whole)
    return {
        step: Slot(start=end[step] - months[step], end=end[step], slack=latest[step] - end[step])
        for step in order
    }
