"""What in the results is about this place, and what would be the same anywhere."""

from selfmgmt.analysis.study import Study, study_of
from selfmgmt.case import Case
from selfmgmt.language import speaking
from selfmgmt.views.words.local import local_sentences, outcomes_here


def study(name: str, **fields: object) -> Study:
    """A case of one municipality with everything looked up."""
    return study_of(Case.model_validate({"name": name, "municipalities": name, **fields}))


def national(found: Study) -> set[str]:
    """The outcomes that rest on national ranges."""
    return {outcome for outcome, here in outcomes_here(found).items() if not here}


def test_public_figures_make_some_outcomes_local() -> None:
    """Payroll, overhead, hiring and size are known; how people take it is not."""
    assert national(study("Nijkerk")) == {"turnover", "satisfaction", "steerability"}
    assert national(study("Boxtel")) == {"capacity", "turnover", "satisfaction", "steerability"}


def test_own_figures_and_readiness_make_more_of_them_local() -> None:
    """With turnover and one dimension of readiness nothing is only national."""
    own = study("Nijkerk", organisation={"turnover": "7%"}, readiness={"trust": 3})
    assert national(own) == set()


def test_it_is_said_in_two_sentences() -> None:
    """First what is about this place, then what is not."""
    with speaking("en"):
        here, anywhere = local_sentences(study("Nijkerk"))
        (own,) = local_sentences(
            study("Nijkerk", organisation={"turnover": "7%"}, readiness={"trust": 3})
        )
    assert here.startswith("About Nijkerk itself, from public figures and its size: money, cap")
    assert "staff leaving, satisfaction, steerability" in anywhere
    assert own.startswith("About Nijkerk itself, from your own and public figures: money")
