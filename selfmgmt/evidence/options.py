"""The named options that every user starts from: what each changes against doing nothing."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Annotated, Any

from pydantic import Field

from selfmgmt.evidence.cases import CaseKeys, reference_cases
from selfmgmt.evidence.files import Reader
from selfmgmt.evidence.ledger import load_ledger
from selfmgmt.evidence.records import Sources
from selfmgmt.evidence.warnings import WarningKeys, load_warnings
from selfmgmt.fields import Number, Record
from selfmgmt.language import Label
from selfmgmt.resources import DATA

OPTIONS = DATA / "options"

Practice = Annotated[str, Field(pattern=r"^[BMKVR]\d{1,2}$")]


class SocialScope(Record):
    """Says that the scope of an option is the social domain of the municipality.

    ``managers_less`` is the share of managers that goes there.
    """

    managers_less: Number


class NamedOption(Record):
    """One option.

    ``changes`` holds the levers of the way of working that differ from doing nothing; ``mix`` names
    the saving mix that the option itself is, when its way of working is today's; ``warnings`` and
    ``cases`` name those that belong to the idea, ``practice`` the practices it is made of. With
    ``social_scope`` the scope and the managers follow from the municipality itself.
    """

    key: str
    place: int
    label: Label
    summary: Label
    sources: Sources
    practice: tuple[Practice, ...]
    warnings: WarningKeys
    cases: CaseKeys = ()
    mix: str | None = None
    social_scope: SocialScope | None = None
    changes: dict[str, Any]

    @property
    def is_way(self) -> bool:
        """Whether it is a way of working, and no saving mix nor doing nothing."""
        return self.mix is None and bool(self.changes)


@cache
def named_options(folder: Path = OPTIONS) -> Mapping[str, NamedOption]:
    """The named options by key, in the order in which they are shown; doing nothing comes first.

    Raises:
        InputError: With every fault in the files.

    >>> list(named_options())[:3]
    ['do_nothing', 'cut_across_the_board', 'fewer_managers_only']
    """
    sources, warnings = load_ledger().sources, load_warnings()
    reader = Reader(sources=sources, warnings=warnings, cases=reference_cases())
    found = reader.folder(NamedOption, folder)
    reader.finish()
    return dict(sorted(found.items(), key=lambda item: item[1].place))
