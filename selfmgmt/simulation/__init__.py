"""The transition model: what a design may do over time."""

from selfmgmt.simulation.simulate import simulate

__all__ = ["simulate"]
