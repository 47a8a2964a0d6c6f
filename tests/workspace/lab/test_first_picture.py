"""The first picture tells what is known and missing."""

from selfmgmt.analysis.study import study_of
from selfmgmt.case import Case, new_case
from selfmgmt.language import speaking
from selfmgmt.workspace.lab.first_picture import first_picture


def test_it_tells_what_is_filled_in() -> None:
    """Figures and scores are counted; the example of a cut is called an example."""
    case = Case.model_validate(
        {**new_case(["Nijkerk"]).model_dump(), "organisation": {"fte": 312.5, "absence": "6%"}}
    )
    with speaking("en"):
        html = first_picture(study_of(case)).source
    assert "Own figures: 2 of 11 filled in." in html
    assert "Readiness: 0 of 8 filled in." in html
    assert "The cut is still an example: 5%." in html
    assert "312.5" in html
