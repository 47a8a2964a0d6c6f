"""Self-organisation is a means and no goal: no criterion may ask for more of it."""

import unicodedata

from selfmgmt.language import gettext
from selfmgmt.numbers import quoted

_MEANS = (
    *("zelforganis", "zelfstur", "zelfgestuur", "zelfmanag", "zelfbestu", "zelfregul"),
    *("zelfregel", "zelfregis", "zelfgeorganis", "zelfsturingsgraad", "zelfverantwoordelijketeam"),
    *("autonometeam", "zelfstandigeteam", "zelfstandigerteam", "zelfstandigereteam"),
    *("teamautonom", "autonomievanteam", "autonomievandeteam", "autonomievoorteam"),
    *("zelfstandigheidvanteam", "zelfstandigheidvandeteam", "managerloz", "eigenregieteam"),
    *("selforgani", "selfmanag", "selfsteer", "selfdirect", "selfgovern", "selfregul"),
    *("selfrule", "selfled", "selfrunteam", "autonomousteam", "autonomyofteam"),
    *("autonomyoftheteam", "autonomyforteam", "independentteam", "bosslessteam"),
    *("holacra", "sociocra", "tealorgani", "tealteam"),
)


def is_means(*names: str) -> bool:
    """Whether a name makes self-organisation itself the goal.

    >>> is_means("More self-organisation"), is_means("Service quality")
    (True, False)
    """
    letters = ("".join(filter(_is_plain, _folded(name))) for name in names)
    return any(word in name for name in letters for word in _MEANS)


def means_refused(name: str) -> str:
    """Why self-organisation is no criterion, and what to do instead."""
    return gettext(
        "{given} cannot be a criterion: self-organisation is a means, not a goal. Name what it "
        "should bring to residents, staff or budget, such as service_quality or net_saving.",
        given=quoted(name),
    )


def _folded(name: str) -> str:
    return unicodedata.normalize("NFKD", name).casefold()


def _is_plain(letter: str) -> bool:
    """Neither a space, a hyphen, nor an accent beside its letter."""
    return letter.isalpha()
