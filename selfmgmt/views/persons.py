"""People beside full posts: most work part-time, so more people than posts."""

from selfmgmt.language import gettext
from selfmgmt.numbers import number
from selfmgmt.reference.settings import setting
from selfmgmt.uncertainty import Quantiles
from selfmgmt.views.outcomes import OUTCOMES

_POSTS = "posts_removed_fte"


def persons(fte: float) -> float:
    """About how many people work on so many full posts.

    >>> round(persons(40.8))
    47
    """
    return fte * setting("persons_per_fte")


def people_words(fte: float) -> str:
    """The number of people, as precise as it can be: whole.

    >>> people_words(40.8)
    '47'
    """
    return number(persons(fte))


def posts_words(posts: Quantiles) -> str:
    """Posts with their range in FTE, and the people that work on them at the middle."""
    words = OUTCOMES[_POSTS].range(posts)
    if not round(persons(posts.p50)):
        return gettext("{posts} FTE", posts=words)
    return gettext(
        "{posts} FTE, about {people} people", posts=words, people=people_words(posts.p50)
    )
