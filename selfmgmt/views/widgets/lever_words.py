"""What stands beside a lever: words for a place on its slider, and what it rests on."""

from functools import cache

from selfmgmt.evidence.files import read_mapping
from selfmgmt.evidence.ledger import load_ledger
from selfmgmt.fields import Record
from selfmgmt.language import Label, gettext, small
from selfmgmt.resources import DATA
from selfmgmt.values import Number

_FILE = DATA / "instruments" / "lever_words.yaml"


class LevelWord(Label):
    """A word, and up to which value of the slider it holds."""

    to: Number


class LeverWords(Record):
    """The scales of words, which lever has which, and on which figure of the ledger it leans."""

    scales: dict[str, tuple[LevelWord, ...]]
    levers: dict[str, str]
    rests_on: dict[str, str]


def levels_of(lever: str) -> list[tuple[float, str]]:
    """The words of one lever in rising order, each with the value up to which it holds.

    >>> levels_of("managers_after")[0]
    (0.0, 'niemand meer')
    """
    words = _words()
    scale = words.scales[words.levers[lever]] if lever in words.levers else ()
    return [(float(one.to), str(one)) for one in scale]


def rests_on(lever: str) -> str:
    """The figure that a lever leans on most, with its grade and sources; empty for some.

    >>> rests_on("coaches").startswith("Leunt het meest op: ")
    True
    """
    ledger, words = load_ledger(), _words()
    if lever not in words.rests_on:
        return ""
    parameter = ledger.parameter(words.rests_on[lever])
    sources = [f"{one.publisher} ({one.year})" for one in ledger.sources_of(parameter)]
    return gettext(
        "Leans most on: {figure} (grade {grade}; {sources}).",
        figure=small(str(parameter.label)),
        grade=parameter.grade,
        sources="; ".join(dict.fromkeys(sources)) or gettext("our own assumption"),
    )


@cache
def _words() -> LeverWords:
    return LeverWords.model_validate(read_mapping(_FILE))
