"""What the figures on the quality of a survey mean, from ``data/instruments``."""

from functools import cache

from pydantic import Field, TypeAdapter

from selfmgmt.evidence.files import read_mapping
from selfmgmt.fields import Record
from selfmgmt.language import Label
from selfmgmt.resources import DATA


class Step(Record):
    """From which value on which words hold."""

    from_: float = Field(alias="from")
    words: Label


class Coefficient(Record):
    """One figure: what it is called, what it tells, and what its values mean."""

    label: Label
    meaning: Label
    bands: tuple[Step, ...]
    source: str

    def step(self, value: float) -> int:
        """The place of the band that ``value`` is in; the lowest is 0."""
        return max(sum(value >= band.from_ for band in self.bands) - 1, 0)

    def words(self, value: float) -> str:
        """What ``value`` means.

        >>> load_coefficients()["alpha"].words(0.99)
        'de vragen zeggen bijna hetzelfde'
        """
        return str(self.bands[self.step(value)].words)


@cache
def load_coefficients() -> dict[str, Coefficient]:
    """Every figure by its key."""
    written = read_mapping(DATA / "instruments" / "reliability.yaml")
    return TypeAdapter(dict[str, Coefficient]).validate_python(written)
