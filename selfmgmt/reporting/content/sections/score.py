"""What ``selfmgmt score`` tells: each question apart, from the sections of the report."""

from collections.abc import Iterator

from selfmgmt.analysis.consequences import consequences_of
from selfmgmt.analysis.questions import Question
from selfmgmt.analysis.robustness import robustness_of
from selfmgmt.reporting.content.content import Content
from selfmgmt.reporting.content.sections.appendix import believe, computed, order_of
from selfmgmt.reporting.content.sections.section import Section
from selfmgmt.views.words.choice import choice_sentences, choice_table
from selfmgmt.views.words.consequences import not_known_sentences, question_words


def score_sections(content: Content) -> Iterator[Section]:
    """What the options do, what one must believe of them, and who would choose what."""
    for question in content.weighings:
        yield from _of_question(content, question)


def _of_question(content: Content, question: Question) -> Iterator[Section]:
    weighing, labels = content.weighings[question], content.labels
    robustness = robustness_of(content.comparison, weighing)
    waiting = not_known_sentences(consequences_of(content.comparison, weighing), weighing)
    believed = content.believe if question == "ways" else {}
    yield Section(key=question, title=question_words(weighing), sentences=tuple(waiting))
    yield from computed(content, question)
    yield from believe(content) if question == "ways" else ()
    yield Section(
        key="choice",
        title="",
        sentences=choice_sentences(weighing, labels, believed),
        table=choice_table(weighing, labels),
    )
    yield from order_of(weighing, robustness, labels) if robustness.roles else ()
