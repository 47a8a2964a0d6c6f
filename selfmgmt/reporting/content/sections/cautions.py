"""What a reader must know with the figures: each caution written once, here."""

from selfmgmt.analysis.plausibility import notices
from selfmgmt.language import gettext
from selfmgmt.numbers import number
from selfmgmt.reference.peers import NOT_A_NORM
from selfmgmt.reference.settings import setting
from selfmgmt.reporting.content.content import Content
from selfmgmt.views.words.local import local_sentences
from selfmgmt.views.words.organisation import practice_case_sentences
from selfmgmt.views.words.stress import stress_caution


def example_target(content: Content) -> tuple[str, ...]:
    """That nobody chose the target, when that is so."""
    question = content.case.question
    if not question.example or not question.saving_target.value:
        return ()
    return (gettext("The saving target is an example; nobody has chosen it."),)


def example_weights(content: Content) -> tuple[str, ...]:
    """That roles did not give the weights that they rank with, when that is so."""
    examples = [role.example for role in content.weighing.rankings.ranked.values()]
    if examples and all(examples):
        return (gettext("The weights are an example; no role has given its own."),)
    if any(examples):
        return (gettext("Roles that gave no weights have those of an example."),)
    return ()


def of_figures(content: Content) -> tuple[str, ...]:
    """Which outcomes are about this place, and which are national ranges, until all is own."""
    figures = content.study.organisation.all_figures().values()
    if all(figure.origin == "own" for figure in figures):
        return ()
    return tuple(local_sentences(content.study))


def of_organisation(content: Content) -> tuple[str, ...]:
    """What every reader must know of the organisation: that it is small, or a case itself."""
    return (*notices(content.study), *practice_case_sentences(content.study))


def ranges() -> tuple[str, ...]:
    """How to read a range."""
    return (gettext("Each range holds 80 of 100 possible futures."),)


def benchmark() -> tuple[str, ...]:
    """How to read figures of others."""
    return (gettext(NOT_A_NORM),)


def setbacks() -> tuple[str, ...]:
    """What a reverse in the calculation is, and what not."""
    return (stress_caution(),)


def no_individuals() -> tuple[str, ...]:
    """Whom a report is never about."""
    return (gettext("This report says nothing about individual employees."),)


def persons_source() -> tuple[str, ...]:
    """Where the number of people comes from."""
    return (
        gettext(
            "People: {people} for each full post, mean of all municipalities in 2012 (A+O fonds). "
            "Use your own number if you have it.",
            people=number(setting("persons_per_fte"), 2),
        ),
    )
