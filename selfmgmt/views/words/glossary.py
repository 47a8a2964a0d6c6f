"""The words of the field, each explained once."""

from functools import cache

import yaml
from pydantic import TypeAdapter

from selfmgmt.fields import Record
from selfmgmt.language import Label
from selfmgmt.resources import DATA


class Term(Record):
    """A word and what it means."""

    word: Label
    meaning: Label


@cache
def load_glossary() -> dict[str, Term]:
    """The terms in ``data/instruments/glossary.yaml``."""
    written = (DATA / "instruments" / "glossary.yaml").read_text(encoding="utf-8")
    return TypeAdapter(dict[str, Term]).validate_python(yaml.safe_load(written))


def glossary_entries() -> list[tuple[str, str]]:
    """Word and meaning, in the order of the alphabet of the reader."""
    terms = [(str(term.word), str(term.meaning)) for term in load_glossary().values()]
    return sorted(terms, key=lambda term: term[0].casefold())
