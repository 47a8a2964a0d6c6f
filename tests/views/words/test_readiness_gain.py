"""How readiness is known, and what getting ready first would change."""

from selfmgmt.analysis.study import study_of
from selfmgmt.case import Case
from selfmgmt.case.readiness import Readiness
from selfmgmt.language import speaking
from selfmgmt.views.words.readiness_gain import getting_ready, known_sentences, measure_sentences


def case_with(readiness: dict[str, object], options: tuple[str, ...] = ("vanguard_first",)) -> Case:
    """Nijkerk with some readiness."""
    return Case.model_validate(
        {
            "name": "Nijkerk",
            "municipalities": "Nijkerk",
            "readiness": readiness,
            "options": dict.fromkeys(options),
        }
    )


def test_a_survey_and_a_judgement_are_told_apart() -> None:
    """A judgement comes with its caution; only what is not known says how to measure."""
    with speaking("en"):
        survey = known_sentences(Readiness.model_validate({"trust": 3, "respondents": 90}))
        own = known_sentences(Readiness.model_validate({"trust": 3}))
        nothing = known_sentences(Readiness())
        how = measure_sentences(Readiness())
    assert "90 people answered" in survey[0]
    assert "too positive" in own[1]
    assert nothing == []
    assert "--forms FOLDER" in " ".join(how)
    assert measure_sentences(Readiness.model_validate({"trust": 3})) == []


def test_better_conditions_change_the_outcomes_of_options() -> None:
    """A table without doing nothing, in which nothing can change."""
    with speaking("en"):
        study = study_of(case_with({"trust": 1, "support": 4}))
        text, tables = getting_ready(study, draws=200, seed=1)
    assert "same futures twice" in text[0]
    assert [row[0] for row in tables[0].rows] == ["Vanguard first"]


def test_what_is_missing_is_said() -> None:
    """No score, or no option: no table."""
    with speaking("en"):
        assert "at least one" in getting_ready(study_of(case_with({})), draws=200, seed=1)[0][0]
        bare = study_of(case_with({"trust": 2}, options=()))
        text, tables = getting_ready(bare, draws=200, seed=1)
    assert "no options" in text[0]
    assert tables == ()
