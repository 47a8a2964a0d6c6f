"""What a council sees."""

import pytest

from selfmgmt.case import new_case
from selfmgmt.language import speaking
from selfmgmt.reporting.content.content import Content
from selfmgmt.reporting.content.sections.advice import advice_sections
from selfmgmt.reporting.documents.council import council_slides
from selfmgmt.views.words.practice_summary import SUMMARIES, summary_draft
from tests.practice.example import example_case

MOMENTS = ("Works council asked", "The executive decides", "The first group starts")
MOST_WORDS = 75  # on one slide, without its title


@pytest.fixture(scope="module", params=["nl", "en"])
def slides(request):
    """The slides about Nijkerk in one language."""
    with speaking(request.param):
        content = Content(case=new_case(["Nijkerk"]), language=request.param, seed=1, draws=200)
        return council_slides(content)


def test_there_are_six_with_few_words(slides):
    """Each is read in a breath, and no two ask the same."""
    assert len(slides) == len({slide.title for slide in slides}) == 6
    assert all(slide.words for slide in slides)
    assert max(len(" ".join(slide.words).split()) for slide in slides) <= MOST_WORDS


def test_the_one_picture_is_that_of_price_and_risk(slides):
    """With its words and numbers; no ranking is drawn for a council."""
    (chart,) = (slide.chart for slide in slides if slide.chart)
    assert slides[3].chart is chart
    assert chart.alt
    assert chart.table.rows


def test_a_council_reads_the_request_by_when_and_what_comes_after(slides):
    """The same dates as the rest of the report, and two readings of what others lived through."""
    request, *_, others, dates = slides
    assert "2" in request.words[-1]
    assert len(others.words) == 2
    assert len(dates.words) == 5
    assert all(any(mark.isdigit() for mark in text) for text in dates.words)


def test_every_note_ends_with_the_source(slides):
    """And holds no empty sentence, nor one twice."""
    assert len({slide.note[-1] for slide in slides}) == 1
    assert "selfmgmt" in slides[0].note[-1]
    for slide in slides:
        assert all(slide.note)
        assert len(set(slide.note)) == len(slide.note) > 1


def test_an_example_is_called_one_on_the_slide():
    """It goes when somebody chose the target."""
    with speaking("en"):
        case = new_case(["Nijkerk"])
        found = caveats(case)
        assert "target is an example" in found["What is asked of you?"]
        assert found["Price and risk"] == found["What is asked of you?"]
        question = case.question.model_copy(update={"example": False})
        found = caveats(case.model_copy(update={"question": question}))
        assert set(found.values()) == {""}


def caveats(case):
    """The title of each slide to its caveat."""
    content = Content(case=case, language="en", seed=1, draws=200)
    return {slide.title: slide.caveat for slide in council_slides(content)}


def test_with_a_roadmap_its_dates_and_stop_lines_count():
    """Once a start is filled in: from first to last, the works council before the decision."""
    with speaking("en"):
        case = example_case(roadmap={"plan": {"start": {"date": "2027-03-01"}}})
        content = Content(case=case, language="en", seed=1, draws=200)
        found = council_slides(content)
        asked = advice_sections(content)[0].sentences
    stays, dates = found[2], found[-1]
    order = [dates.words.index(one) for words in MOMENTS for one in dates.words if words in one]
    assert order == sorted(order)
    assert len(order) == len(MOMENTS)
    assert any("1 March 2027" in words for words in dates.words)
    assert "a draft" in dates.caveat
    assert any(words.startswith("Halt and repair when") for words in stays.note)
    assert set(dates.words) <= set(asked)
    assert max(len(" ".join(slide.words).split()) for slide in found) <= MOST_WORDS


@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_was_filled_in_on_sheets_is_told_as_a_draft(language):
    """Who decides on the slide; the others beneath it; all four in the request for advice."""
    with speaking(language):
        case = example_case()
        content = Content(case=case, language=language, seed=1, draws=200)
        found = council_slides(content)
        whole = advice_sections(content)[0]
        draft = summary_draft()
        summaries = {key: sentences(case) for key, sentences in SUMMARIES.items()}
    stays, price, others = found[2], found[3], found[4]
    assert all(summaries.values())
    assert set(summaries["who_decides"]) <= set(stays.words)
    assert stays.caveat == draft
    for slide, key in ((stays, "steering"), (price, "role_coverage"), (others, "tensions")):
        assert {*summaries[key], draft} <= set(slide.note)
    assert {one for sentences in summaries.values() for one in sentences} <= set(whole.sentences)
    assert whole.cautions.count(draft) == 1
    assert max(len(" ".join(slide.words).split()) for slide in found) <= MOST_WORDS
