"""What a council sees."""

import pytest

from selfmgmt.case import new_case
from selfmgmt.fields import Estimate
from selfmgmt.language import speaking
from selfmgmt.reporting.content import Content
from selfmgmt.reporting.documents.council import council_slides

MOST_WORDS = 45  # on one slide, without its title


@pytest.fixture(scope="module", params=["nl", "en"])
def slides(request):
    """The slides about Nijkerk in one language."""
    with speaking(request.param):
        content = Content(case=new_case(["Nijkerk"]), language=request.param, seed=1, draws=200)
        return council_slides(content)


def test_there_are_ten_with_few_words(slides):
    """Each is read in a breath, and no two ask the same."""
    assert len(slides) == len({slide.title for slide in slides}) == 10
    assert all(slide.words for slide in slides)
    assert max(len(" ".join(slide.words).split()) for slide in slides) <= MOST_WORDS


def test_pictures_come_with_words_and_numbers(slides):
    """One a slide at most."""
    charts = [slide.chart for slide in slides if slide.chart]
    assert len(charts) == 6
    assert len({chart.alt for chart in charts}) == 6
    assert all(chart.table.rows for chart in charts)


def test_every_note_ends_with_the_source(slides):
    """And holds no empty sentence, nor one twice."""
    assert len({slide.note[-1] for slide in slides}) == 1
    assert "selfmgmt" in slides[0].note[-1]
    for slide in slides:
        assert all(slide.note)
        assert len(set(slide.note)) == len(slide.note) > 1


def test_an_example_is_called_one_on_the_slide():
    """A target and weights that nobody chose; they go when somebody did."""
    with speaking("en"):
        case = new_case(["Nijkerk"])
        told = caveats(case)
        assert told["How can the gap be closed?"] == told["What is it about?"]
        assert "target is an example" in told["What is it about?"]
        assert "What would each role choose?" not in told
        assert told["What must people still judge?"] == ""
        question = case.question.model_copy(update={"example": False})
        points = dict.fromkeys(case.criteria_labels(), 10)
        judged = dict.fromkeys(
            ("service_quality", "closeness", "local_colour"),
            dict.fromkeys(case.options, Estimate(low=40, central=50, high=60)),
        )
        told = caveats(case.model_copy(update={"judgements": judged}))
        assert "no role has given" in told["What would each role choose?"]
        given = {"question": question, "weights": {"council": points}, "judgements": judged}
        told = caveats(case.model_copy(update=given))
        assert told["What is it about?"] == ""
        assert told["What would each role choose?"] == ""


def caveats(case):
    """The title of each slide to its caveat."""
    content = Content(case=case, language="en", seed=1, draws=200)
    return {slide.title: slide.caveat for slide in council_slides(content)}
