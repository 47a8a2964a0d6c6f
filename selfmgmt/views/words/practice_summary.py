"""What council and works council hear of the sheets of practice: a sentence or two of each.

Nothing of a sheet that is empty, and nothing of a team or body that is too small to be reported.
"""

from collections.abc import Callable, Mapping

from selfmgmt.case import Case
from selfmgmt.case.practice_figures import ROLES, counted_cover
from selfmgmt.language import gettext
from selfmgmt.numbers import percentage
from selfmgmt.practice import PracticeResult, find_instrument
from selfmgmt.views.practice import result_of
from selfmgmt.views.words.practice import finding_sentence

WHO_DECIDES, STEERING, TENSIONS = "who_decides", "steering", "tensions"


def who_decides_sentences(case: Case) -> tuple[str, ...]:
    """How many decisions have no decider, more than one, or another one for each body."""
    if WHO_DECIDES not in case.practice:
        return ()
    result = result_of(case, WHO_DECIDES)
    return (
        gettext(
            "Who decides what. Decisions in which nobody cuts the knot: {gaps}. With more than one "
            "decider: {overlaps}. In which not everybody names the same decider: {others}.",
            gaps=_rows(result, "gap"),
            overlaps=_rows(result, "overlap"),
            others=_rows(result, "other_decider"),
        ),
    )


def steering_sentences(case: Case) -> tuple[str, ...]:
    """How many facts of the steering are not as they are wanted, and what is not settled yet."""
    if STEERING not in case.practice:
        return ()
    result = result_of(case, STEERING)
    owned, unowned = _rows(result, "gap"), _rows(result, "open_gap")
    return (
        gettext(
            "Steering. Facts that are not as they are wanted: {count}. Of which it is not settled "
            "what must change and who does so: {open}.",
            count=owned + unowned,
            open=unowned,
        ),
    )


def cover_sentences(case: Case) -> tuple[str, ...]:
    """On how many working days a task is uncovered, over the teams that may be reported."""
    counted = counted_cover(case)
    if counted is None:
        return ()
    return (
        gettext(
            "Cover: as teams counted it, a task is uncovered on {low} to {high} of working days.",
            low=percentage(counted.low, 1),
            high=percentage(counted.high, 1),
        ),
    )


def tension_sentences(case: Case) -> tuple[str, ...]:
    """The tension on which two bodies are furthest apart, with what was agreed on it."""
    if TENSIONS not in case.practice:
        return ()
    instrument = find_instrument(TENSIONS)
    furthest = result_of(case, TENSIONS).about("apart")[:1]
    return tuple(finding_sentence(instrument, one).strip() for one in furthest)


def summary_draft() -> str:
    """That a person has to finish what stands on the sheets."""
    return gettext("What was filled in on the sheets is a draft, for a person to check and finish.")


def _rows(result: PracticeResult, key: str) -> int:
    """In how many rows a finding stands, whoever it is about."""
    return len({finding.row for finding in result.about(key)})


SUMMARIES: Mapping[str, Callable[[Case], tuple[str, ...]]] = {
    WHO_DECIDES: who_decides_sentences,
    STEERING: steering_sentences,
    ROLES: cover_sentences,
    TENSIONS: tension_sentences,
}
"""The key of an instrument to what a council and a works council hear of it."""
