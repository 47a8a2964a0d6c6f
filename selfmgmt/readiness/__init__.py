"""From answers of people to what stands in the way."""

from selfmgmt.readiness.instrument import load_instrument
from selfmgmt.readiness.profile import advice, readiness_profile

__all__ = ["advice", "load_instrument", "readiness_profile"]
