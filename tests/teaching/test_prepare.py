"""What is prepared for a session: complete, in both languages, with figures from the ledger."""

import re
from pathlib import Path

import pytest
from docx import Document

from selfmgmt.analysis.study import study_of
from selfmgmt.errors import InputError
from selfmgmt.evidence.ledger import load_ledger
from selfmgmt.language import LANGUAGES, speaking
from selfmgmt.teaching.answers import answers_of, sheet_answers, write_answers
from selfmgmt.teaching.experiments import load_experiments, result_of, run_experiment
from selfmgmt.teaching.kit import TimedStep, load_guide, load_role_cards, schedule_of
from selfmgmt.teaching.prepare import CASES, FORM, Plan, case_for, prepare
from selfmgmt.teaching.report import write_report
from selfmgmt.teaching.session import LENGTHS, all_ballots, read_session
from tests.teaching.clock import Screens, minutes_needed


@pytest.mark.parametrize("length", LENGTHS)
def test_a_script_fills_its_time_to_the_minute(length: str) -> None:
    """Steps add up to what is promised, and ask only what there is to ask."""
    schedule = schedule_of(length)  # type: ignore[arg-type]
    promised = {"90": [90], "150": [150], "half_days": [180, 180, 180]}
    assert [part.minutes for part in schedule.parts] == promised[length]
    for part in schedule.parts:
        assert sum(step.minutes for step in part.steps) == part.minutes
        begin, last = part.timed()[-1]
        assert begin + last.minutes == part.minutes
    assert set(schedule.votes()) <= set(all_ballots())
    assert "debrief" in {step.step for part in schedule.parts for step in part.steps}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("length", LENGTHS)
def test_a_step_fits_in_its_minutes(length: str, language: str) -> None:
    """What is said, read and clicked beside the planned talk, at the pace of a calm facilitator."""
    with speaking(language):
        steps = [step for part in schedule_of(length).parts for step in part.steps]  # type: ignore[arg-type]
        late = [
            f"{step.step}: {needed:.1f} of {step.minutes} minutes"
            for step in steps
            if (needed := minutes_needed(step, screens_of(step.content.vote), "")) > step.minutes
        ]
    assert late == []


def screens_of(vote: str) -> Screens:
    """The questions of a ballot as people read them, and their labels on the screen after it."""
    if not vote:
        return Screens()
    ballot = all_ballots()[vote]
    asked = ballot.questions.values()
    labels = " ".join(str(one.label) for one in asked)
    words = [*(one.note or "" for one in asked), *next(iter(asked)).steps]
    form = " ".join(map(str, (ballot.title, ballot.intro, labels, *words)))
    return Screens(form=form, questions=len(asked), result=labels)


def test_time_is_counted_by_hand() -> None:
    """Said at 130 words a minute, 40 read at 200, two answers of 6 seconds, three clicks of 5."""
    step = TimedStep(step="debrief", minutes=9, talk=3)
    said = len(str(step.content.say.en).split())
    with speaking("en"):
        found = minutes_needed(step, Screens(form="word " * 40, questions=2), "")
    assert found == pytest.approx(3 + said / 130 + 40 / 200 + 27 / 60)


def test_the_figures_of_the_kit_come_from_the_ledger() -> None:
    """Every fact of a role and every answer about a source is a parameter that is used."""
    ledger = load_ledger()
    keys = [card.parameter for card in load_role_cards().values()]
    keys += [key for question in load_guide().questions for key in question.parameters]
    assert [key for key in keys if key not in ledger.parameters] == []
    assert len(load_role_cards()) == 6


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("case", CASES)
def test_a_session_has_all_that_a_facilitator_needs(
    tmp_path: Path, case: str, language: str
) -> None:
    """Guide and handouts as page and in Word, the page for codes, lessons and notes."""
    plan = Plan(case=case, people=40, tables=8, length="150")
    made = prepare(plan, tmp_path, language)
    names = {path.name for path in made}
    assert {"guide.html", "guide.docx", "handouts.html", "handouts.docx", FORM} <= names
    assert made[-1].parent.name == "live"
    assert {"lesson_cut_participant.ipynb", "lesson_cut_facilitator.ipynb", "notes.yaml"} <= names
    guide = (tmp_path / "guide.html").read_text(encoding="utf-8")
    handouts = (tmp_path / "handouts.html").read_text(encoding="utf-8")
    with speaking(language):
        for step in schedule_of("150").parts[0].steps:
            assert str(step.content.say) in guide.replace("&#39;", "'")
        for card in load_role_cards().values():
            assert str(card.secret) in handouts.replace("&#39;", "'")
    assert handouts.count('class="card"') == 12
    assert not re.search(r"https?://", guide + handouts)
    assert {"nl": "verzonnen", "en": "made up"}[language] in handouts
    document = Document(str(tmp_path / "guide.docx"))
    words = "\n".join(part.text for part in document.paragraphs)
    assert str(getattr(load_guide().debrief[0], language)) in words
    assert document.tables[0].columns[0].width < document.tables[0].columns[2].width
    form = Document(str(tmp_path / "handouts.docx")).tables[1]
    assert form.rows[1].height.cm == pytest.approx(2.2, abs=0.01)
    session = read_session(tmp_path)
    assert (session.people, session.tables, session.language) == (40, 8, language)
    assert session.title.endswith({"nl": "(verzonnen)", "en": "(made up)"}[language])
    lesson = (tmp_path / "lesson_cut_participant.ipynb").read_text(encoding="utf-8")
    assert f'case: str = \\"{case}\\"' in lesson


def test_a_session_is_never_overwritten(session_folder: Path) -> None:
    """Its answers may be in there."""
    with speaking("en"), pytest.raises(InputError, match="has a session already"):
        prepare(Plan(case="small"), session_folder, "en")


@pytest.mark.parametrize(
    ("plan", "faults"),
    [
        (Plan(case="large"), ["'large' is no case; use small, middle, shared"]),
        (Plan(case="small", people=4, length="60"), ["people is 4; use 5 to 60", "length is '60'"]),
        (
            Plan(case="small", tables=0, ballots=("wieghts",)),
            ["'wieghts' is not known", "tables is 0"],
        ),
    ],
)
def test_all_faults_are_told_at_once(tmp_path: Path, plan: Plan, faults: list[str]) -> None:
    """And nothing is made."""
    with speaking("en"), pytest.raises(InputError) as told:
        prepare(plan, tmp_path / "new", "en")
    assert len(told.value.faults) == len(faults)
    assert not (tmp_path / "new").exists()
    for fault, words in zip(sorted(told.value.faults), sorted(faults), strict=True):
        assert words in fault


def test_an_experiment_is_counted_by_hand() -> None:
    """Four futures: three go down, one up; the middle is 1.25 down, a size between 1 and 3."""
    import numpy as np

    found = result_of(np.array([-2.0, -1.0, -1.5, 0.5]), (1, 3))
    assert (found.lower, found.higher, found.direction, found.size) == (75, 25, 1, 2)
    assert found.p50 == pytest.approx(-1.25)
    assert result_of(np.zeros(4), (1, 3)).direction == 2


@pytest.mark.parametrize("case", CASES)
def test_experiments_run_on_every_ready_case(case: str) -> None:
    """Half the managers gone never leaves more capacity in the middle; ranges are in order."""
    study = study_of(case_for(case))
    for key, experiment in load_experiments().items():
        found = run_experiment(study, experiment, draws=256)
        assert found.p10 <= found.p50 <= found.p90
        assert found.lower + found.higher <= 101
        if key.startswith("half_"):
            assert found.direction == 1


def test_a_report_tells_what_came_of_it(session_folder: Path) -> None:
    """Weights before and after, what divides, predictions, agreements; nothing of a few people."""
    code = read_session(session_folder).code
    rows = []
    for turn, shift in ((1, 0), (2, 3)):
        for number in range(6):
            sheet = {"money": 6 - shift, "staff": 5, "residents": number, "steering": 4}
            sheet |= {"identity": 1, "body": 4}
            rows += sheet_answers(code, turn, f"number-{number}", "weights", sheet)
    for number in range(3):
        rows += sheet_answers(code, 1, f"number-{number}", "learning", {"once": 5})
    predicted = {"direction": 3, "size": 4}
    rows += sheet_answers(code, 1, "table-1", "predict_half_the_managers", predicted)
    write_answers(answers_of(rows), session_folder / "answers.csv")
    (session_folder / "notes.yaml").write_text(
        "agreed: [Frames on paper first]\nnext_steps: [{what: Write the frames, by: 1 March}]\n"
    )
    page, word = write_report(session_folder, "en", word=True)
    text = page.read_text(encoding="utf-8")
    for words in (
        "Moved most: Money, from 6.0 to 3.0 in the middle.",
        "Residents divides most",
        "The weights by body, in the last round",
        ">Teams</th>",
        "Half of the managers gone",
        "“Five questions before and after”, round 1: fewer than 5 people answered.",
        "Frames on paper first",
        "Write the frames (1 March)",
    ):
        assert words in text
    assert "number-" not in text
    assert text.count("data:image/png") == 1
    assert word.stat().st_size > 10_000


def test_notes_with_a_slip_are_told(session_folder: Path) -> None:
    """And a report without answers says what to do."""
    with speaking("en"):
        from selfmgmt.teaching.outcome import outcome_of

        with pytest.raises(InputError, match="has no answers yet"):
            outcome_of(session_folder)
        write_answers(answers_of([]), session_folder / "answers.csv")
        (session_folder / "notes.yaml").write_text("agree: [x]\n")
        with pytest.raises(InputError, match=r"notes.yaml: agree is \['x'\]"):
            outcome_of(session_folder)
