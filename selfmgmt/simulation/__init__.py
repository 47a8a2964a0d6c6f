"""The transition model: what a plan may do over time."""

from selfmgmt.simulation.simulate import DRAWS, simulate

__all__ = ["DRAWS", "simulate"]
