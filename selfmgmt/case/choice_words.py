"""The words that a drop-down of the workbook shows, and the codes that they stand for."""

from collections.abc import Mapping
from functools import cache

from selfmgmt.evidence.options import named_options
from selfmgmt.language import LANGUAGES, current_language, gettext, speaking
from selfmgmt.language import gettext_noop as _
from selfmgmt.reference.municipalities import plain

_WORDS: Mapping[str, Mapping[str, str]] = {
    "team_basis": {
        "function": _("by discipline"),
        "task": _("by public task"),
        "area": _("by neighbourhood"),
    },
    "motive": {
        "service": _("better service"),
        "cut": _("spending less"),
        "both": _("better service and spending less"),
    },
    "how": {
        "natural_leave": _("only when someone leaves"),
        "redundancy": _("also with someone in the post"),
    },
    "size": {
        "equal_money": _("all at the same saving"),
        "described": _("each as it is described"),
    },
    "better": {"higher": _("100 points are best"), "lower": _("0 points are best")},
    "method": {
        "points": _("points"),
        "swing": _("points for the step from worst to best"),
        "order": _("in order, the most important first"),
        "best_worst": _("most and least important against the others"),
        "pairs": _("all in pairs"),
    },
}
_OPTIONS = "based_on"


def word_of(field: str, code: str) -> str:
    """What a reader sees for a code; the code itself when there are no words for it.

    >>> word_of("motive", "cut"), word_of("motive", "other"), word_of("notes", "cut")
    ('minder uitgeven', 'other', 'cut')
    """
    return _words(field, current_language()).get(code, code)


def code_of(field: str, written: str) -> str:
    """The code that someone chose, in words of any language or as the code; else what is written.

    >>> code_of("motive", "Spending less"), code_of("motive", "cut"), code_of("notes", "Points")
    ('cut', 'cut', 'Points')
    """
    for language in LANGUAGES:
        for code, words in _words(field, language).items():
            if plain(words) == plain(written):
                return code
    return written


@cache
def _words(field: str, language: str) -> dict[str, str]:
    with speaking(language):
        if field == _OPTIONS:
            return {key: str(option.label) for key, option in named_options().items()}
        return {code: gettext(words) for code, words in _WORDS.get(field, {}).items()}
