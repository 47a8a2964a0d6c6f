"""The forms in which earlier versions wrote a case, each with what is different since."""

from collections.abc import Callable, Mapping

from selfmgmt.case.earlier_practice import earlier_practice_words
from selfmgmt.case.first_edition import first_edition_words

FIRST_EDITION, PRACTICE = "first_edition", "practice"
EARLIER_FORMS: Mapping[str, Callable[[], str]] = {
    FIRST_EDITION: first_edition_words,
    PRACTICE: earlier_practice_words,
}
