"""Civil services that work for more than one municipality."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from selfmgmt.language import current_language, gettext
from selfmgmt.reference.files import Row, read_table, whole
from selfmgmt.reference.municipalities import find_municipality

Model = Literal[
    "joint_organisation", "joint_organisation_partial", "centre_municipality", "unknown"
]
Evidence = Literal["source_and_iv3", "iv3_only", "name_unchecked", "status_unchecked"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedOrganisation:
    """One organisation and the municipalities it works for, as CBS codes.

    ``name`` is empty when it is not known. ``centre`` is the municipality that employs the staff,
    for that model. ``running`` is None when it is not known whether it still exists.
    """

    name: str
    model: Model
    members: tuple[str, ...]
    centre: str | None
    running: bool | None
    since: int | None
    evidence: Evidence
    source: str
    change_nl: str
    change_en: str

    @property
    def is_one_organisation(self) -> bool:
        """Whether all staff of all members is in this one organisation today."""
        whole_staff = self.model in ("joint_organisation", "centre_municipality")
        return whole_staff and bool(self.running) and len(self.members) > 1

    @property
    def description(self) -> str:
        """Which municipalities it works for, in a sentence."""
        names = [find_municipality(code).everyday_name for code in self.members]
        if len(names) == 1:
            return gettext("The staff of {name} is employed elsewhere.", name=names[0])
        together = gettext("{first} and {last}", first=", ".join(names[:-1]), last=names[-1])
        if self.model == "joint_organisation_partial":
            return gettext(
                "{name} does a part of the work of {members}.", name=self.name, members=together
            )
        return gettext(
            "{name} is one organisation that works for {members}.", name=self.name, members=together
        )

    @property
    def note(self) -> str:
        """What the figures show of a change, in the language of the reader; may be empty."""
        return str(getattr(self, f"change_{current_language()}"))

    @property
    def caution(self) -> str:
        """How sure this is, when there is something unsure about it; empty when it is not."""
        if self.evidence == "name_unchecked":
            return gettext(
                "The payroll figures show that staff is or was shared; the name {name} and the "
                "partners were not checked.",
                name=self.name,
            )
        if self.evidence == "status_unchecked":
            return gettext(
                "{name} was found in an older source; whether it still exists was not checked.",
                name=self.name,
            )
        if self.evidence == "iv3_only":
            return gettext(
                "Only the payroll figures show this; the name of the organisation is not known."
            )
        return ""


def shared_organisations() -> tuple[SharedOrganisation, ...]:
    """All shared organisations that are known, those that stopped as well."""
    return tuple(_organisations().values())


def shared_organisation_of(code: str) -> SharedOrganisation | None:
    """The shared organisation that works for a municipality, None when none is known.

    One that stopped does not count; see :func:`former_organisation_of`.

    >>> shared_organisation_of("GM0757").members
    ('GM0757', 'GM0845')
    """
    found = (item for item in shared_organisations() if code in item.members)
    return next((item for item in found if item.running is not False), None)


def former_organisation_of(code: str) -> SharedOrganisation | None:
    """The shared organisation that used to work for a municipality, None when none is known."""
    found = (item for item in shared_organisations() if code in item.members)
    return next((item for item in found if item.running is False), None)


@cache
def _organisations() -> Mapping[str, SharedOrganisation]:
    rows: dict[str, list[Row]] = {}
    for row in read_table("shared_organisations"):
        rows.setdefault(row["organisation"] or row["cbs_code"], []).append(row)
    return {key: _organisation(members) for key, members in rows.items()}


def _organisation(rows: list[Row]) -> SharedOrganisation:
    first = rows[0]
    return SharedOrganisation(
        name=first["organisation"],
        model=cast(Model, first["model"]),
        members=tuple(row["cbs_code"] for row in rows),
        centre=next((row["cbs_code"] for row in rows if row["role"] == "centre"), None),
        running=None if first["running"] == "" else first["running"] == "1",
        since=whole(first["since"]),
        evidence=cast(Evidence, first["evidence"]),
        source=first["source_url"],
        change_nl=first["change_nl"],
        change_en=first["change_en"],
    )
