"""Who weighs: the roles with a say or a stake, and what they are called."""

from functools import cache

from pydantic import TypeAdapter

from selfmgmt.evidence.files import read_mapping
from selfmgmt.fields import Record
from selfmgmt.language import Label
from selfmgmt.resources import DATA
from selfmgmt.scoring.profiles import load_profiles


class Role(Record):
    """Someone with a say or a stake."""

    label: Label
    description: Label


@cache
def load_roles() -> dict[str, Role]:
    """The bodies in ``data/roles``, in the order of the file.

    >>> str(load_roles()["council"].label)
    'Gemeenteraad'
    """
    written = read_mapping(DATA / "roles" / "roles.yaml")
    return TypeAdapter(dict[str, Role]).validate_python(written)


@cache
def labels_of_all() -> dict[str, Label]:
    """Every profile and body that may weigh, and what it is called.

    >>> str(labels_of_all()["balanced"])
    'Voorbeeld: evenwichtig'
    """
    profiles = {key: one.label for key, one in load_profiles().items()}
    return profiles | {key: one.label for key, one in load_roles().items()}
