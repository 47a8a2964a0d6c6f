"""How ready a case is, how that is known, and what it would bring to get ready first."""

from selfmgmt.analysis.plans import plans_of
from selfmgmt.analysis.readiness_value import as_good_as_best, readiness_value
from selfmgmt.analysis.study import Study
from selfmgmt.case.known import DO_NOTHING
from selfmgmt.case.readiness import Readiness
from selfmgmt.language import gettext
from selfmgmt.readiness.instrument import load_instrument
from selfmgmt.views.tables import Table
from selfmgmt.views.words.readiness_value import (
    origin_sentence,
    readiness_value_sentences,
    readiness_value_table,
)


def is_filled_in(readiness: Readiness) -> bool:
    """Whether anything is known of how ready the organisation is."""
    return any(getattr(readiness, key) is not None for key in load_instrument().dimensions)


def known_sentences(readiness: Readiness) -> list[str]:
    """Where the scores come from, if there are any, and how far to trust them."""
    if not is_filled_in(readiness):
        return []
    if readiness.respondents is not None:
        return [origin_sentence(readiness)]
    return [
        origin_sentence(readiness),
        gettext(
            "Who judges the own organisation is often too positive, so the ranges are wide. "
            "Asking people with the readiness scan tells more."
        ),
    ]


def measure_sentences(readiness: Readiness) -> list[str]:
    """How readiness can be measured, when nothing is known of it."""
    if is_filled_in(readiness):
        return []
    return [
        gettext(
            "Quick: give each of the eight subjects a score from 1 to 5 together, on the page "
            "Readiness or in the case file."
        ),
        gettext(
            "Better: ask people with the readiness scan, which takes ten minutes. The page "
            "Readiness has the form, and files for LimeSurvey, Microsoft Forms and Excel. The "
            "command selfmgmt readiness --forms FOLDER writes them too."
        ),
    ]


def getting_ready(study: Study, *, draws: int, seed: int) -> tuple[list[str], tuple[Table, ...]]:
    """What would change in the outcomes when every subject is as good as the best one.

    Args:
        study: The case with everything looked up.
        draws: Number of possible futures.
        seed: Start of the random numbers.

    Returns:
        Sentences, and a table where there is something to show in it.
    """
    if not is_filled_in(study.case.readiness):
        return [
            gettext(
                "What it brings to get ready first cannot be computed yet: for that, at least one "
                "subject needs a score."
            )
        ], ()
    better = as_good_as_best(study.profile)
    plans = plans_of(study, draws=draws, seed=seed)
    values = readiness_value(study, plans, better, draws=draws, seed=seed)
    labels = {key: study.case.label(key) for key in study.case.options}
    changing = {key: value for key, value in values.items() if key != DO_NOTHING}
    if not changing:
        return [gettext("The case has no options yet, so nothing can change in them.")], ()
    table = readiness_value_table(changing, labels)
    return readiness_value_sentences(changing, labels), (table,) if table.rows else ()
