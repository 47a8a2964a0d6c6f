"""Whether a sentence is meant as another, with a slip of typing in it."""

from difflib import SequenceMatcher

from selfmgmt.readiness.wording import load_survey

_ALIKE = 0.8


_MOST_TYPING_ERRORS = 2


_SHORT_WORD = 4


def same_but_for_typing(given: str, text: str) -> bool:
    """Whether the same words stand there, but for a slip or two."""
    mine, theirs = given.split(), text.split()
    if len(mine) != len(theirs):
        return False
    pairs = [(one, other) for one, other in zip(mine, theirs, strict=True) if one != other]
    return len(pairs) <= _MOST_TYPING_ERRORS and all(_typing_error(*pair) for pair in pairs)


def _typing_error(one: str, other: str) -> bool:
    """Whether the words differ by a slip; "onduidelijk" for "duidelijk" is none."""
    if {one, other} & set(load_survey().turning) or min(len(one), len(other)) < _SHORT_WORD:
        return False
    if one.endswith(other) or other.endswith(one):
        return False
    return SequenceMatcher(None, one, other).ratio() >= _ALIKE
