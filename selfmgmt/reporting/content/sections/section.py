"""A section: what one part of a report tells, without where or how it is shown."""

from dataclasses import dataclass, field

from selfmgmt.views.figures import Chart
from selfmgmt.views.tables import Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One part of a report, for every document that tells it.

    Attributes:
        key: Its name in the registry.
        title: What it is about, in the language of the reader.
        sentences: What it comes down to, the most important first.
        picture: At most one, with its own words and numbers.
        table: At most one.
        cautions: What has to be known with it, wherever it stands.
    """

    key: str
    title: str
    sentences: tuple[str, ...] = ()
    picture: Chart | None = field(default=None, repr=False)
    table: Table | None = field(default=None, repr=False)
    cautions: tuple[str, ...] = ()
