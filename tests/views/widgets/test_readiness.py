"""The page of readiness answers every question, and tells nothing of people who are too few."""

import base64
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from selfmgmt.case import Case, load_case, save_case
from selfmgmt.errors import InputError
from selfmgmt.language import speaking
from selfmgmt.readiness.groups import TOTAL
from selfmgmt.readiness.instrument import load_instrument
from selfmgmt.views.widgets.readiness import FORMS, ReadinessPage
from selfmgmt.views.widgets.survey_upload import open_survey
from selfmgmt.workspace.lab.bar import CaseBar
from tests.readiness.organisation import synthetic_organisation
from tests.readiness.survey_files import write_answers, write_sizes


@pytest.fixture
def tool() -> ReadinessPage:
    """Nijkerk with one option and nothing known of its readiness, in English."""
    case = Case.model_validate(
        {"name": "Nijkerk", "municipalities": "Nijkerk", "options": {"vanguard_first": None}}
    )
    with speaking("en"):
        return ReadinessPage(case, draws=200, seed=1)


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Answers, numbers of people and earlier answers of the made-up organisation."""
    folder, now = tmp_path_factory.mktemp("survey"), synthetic_organisation()
    return {
        "answers": write_answers(folder / "answers.csv", now.answers),
        "people": write_sizes(folder / "people.csv", now),
        "earlier": write_answers(folder / "before.csv", synthetic_organisation(2016).answers),
    }


def answer(tool: ReadinessPage, **message: Any) -> dict[str, Any]:
    """The state after one message, as it travels to the page."""
    tool.answer({"seq": "v-1", **message})
    state: dict[str, Any] = json.loads(json.dumps(tool.state))
    assert state["seq"] == "v-1"
    return state


def handed(path: Path) -> dict[str, str]:
    """A file as the page hands it over."""
    return {"name": path.name, "content": base64.b64encode(path.read_bytes()).decode()}


def read(tool: ReadinessPage, files: dict[str, Path], invited: str = "") -> dict[str, Any]:
    """The state after these files are handed over."""
    given = {part: handed(path) for part, path in files.items()}
    return answer(tool, do="read", invited=invited, files=given)


def words_of(state: dict[str, Any]) -> str:
    """All that the survey on the page says."""
    return json.dumps(state["survey"])


def test_every_subject_can_be_judged(tool: ReadinessPage) -> None:
    """As a score or as a range; it counts with its margin, and the case holds it."""
    assert [one["key"] for one in tool.page["fields"]] == list(load_instrument().dimensions)
    state = answer(tool, do="set", field="trust", value="2 tot 3")
    assert dict(tool.case.readiness.trust) == {"low": 2, "central": 2.5, "high": 3}
    field = state["fields"]["trust"]
    assert field["text"] == "2 to 3"
    assert field["low"] < field["own"][0] < field["own"][2] < field["high"]
    assert field["used"].startswith("Counts as")
    assert state["fields"]["support"]["used"].startswith("Open: counts as")
    assert "Trust" in " ".join(state["weakest"])


def test_a_fault_stands_at_its_field(tool: ReadinessPage) -> None:
    """What is out of the scale is refused with what is allowed; the case stays good."""
    state = answer(tool, do="set", field="trust", value="6")
    assert "1 to 5" in state["faults"]["trust"]
    assert tool.case.readiness.trust is None
    assert answer(tool, do="set", field="trust", value="3")["faults"] == {}


def test_what_getting_ready_brings_comes_when_the_hand_rests(tool: ReadinessPage) -> None:
    """First that it cannot be told; with a score a table; other looks do not lose it."""
    assert "at least one" in answer(tool, do="look")["effect"]["sentences"][0]
    answer(tool, do="set", field="trust", value="1")
    assert answer(tool, do="set", field="support", value="4")["effect"] is None
    effect = answer(tool, do="look")["effect"]
    assert effect["tables"][0]["rows"]
    assert answer(tool, do="form", form="csv")["effect"] == effect


def test_a_survey_is_read_with_all_that_may_be_told(
    tool: ReadinessPage, files: dict[str, Path]
) -> None:
    """Response, what is withheld and why, scores, roles, change, reliability, agreement."""
    state = read(tool, files)
    assert state["alarm"] == ""
    parts = {part["key"]: part for part in state["survey"]["parts"]}
    assert list(parts) == [
        "response",
        "profile",
        "roles",
        "since",
        "quality",
        "agreement",
        "reading",
    ]
    assert "75% of the people" in parts["response"]["sentences"][0]
    assert "fewer than 10 people" in " ".join(parts["response"]["sentences"])
    assert "First step" in " ".join(parts["profile"]["sentences"])
    assert len(parts["profile"]["tables"][0]["rows"]) == 8
    assert not state["survey"]["made_up"]
    assert tool.case.readiness.respondents is None


def test_scores_go_into_the_case_when_asked(
    tool: ReadinessPage, files: dict[str, Path], tmp_path: Path
) -> None:
    """With the response and nothing of anyone; a score of one's own makes it a judgement again."""
    read(tool, {"answers": files["answers"]}, invited="350")
    state = answer(tool, do="keep")
    assert state["survey"]["kept"]
    assert state["by_survey"]
    assert tool.case.readiness.respondents == 264
    assert tool.case.readiness.response == 0.75  # 264 of 350
    save_case(tool.case, tmp_path / "n.yaml")
    assert load_case(tmp_path / "n.yaml").readiness == tool.case.readiness
    state = answer(tool, do="set", field="trust", value="4")
    assert tool.case.readiness.respondents is None
    assert not state["by_survey"]
    answer(tool, do="undo")
    assert tool.case.readiness.respondents == 264


def test_nothing_of_a_group_that_is_withheld_is_anywhere(
    tool: ReadinessPage, files: dict[str, Path]
) -> None:
    """No team of which nothing may be shown has its name on the page, and no row has an answer."""
    state = read(tool, files)
    answer(tool, do="picture")
    survey = open_survey(files["answers"], people=files["people"], earlier=files["earlier"])
    assert survey is not None
    published = survey.findings.published
    shown = {score.group for score in published.scores}
    hidden = {each.group for each in published.withheld} - shown
    words = words_of(state) + words_of(json.loads(json.dumps(tool.state)))
    assert hidden
    assert all(f"{group.name} " not in words for group in hidden if group.kind == "team")


def test_too_few_people_give_no_result_at_all(
    tool: ReadinessPage, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Six people: refused with the reason; the page holds nothing of them, nor does the log."""
    six = synthetic_organisation().answers.select(range(6))
    state = read(tool, {"answers": write_answers(tmp_path / "six.csv", six)})
    assert state["survey"] is None
    assert "fewer than 7 people" in state["alarm"]
    assert caplog.text == ""


def test_an_earlier_measurement_of_too_few_people_stays_unseen(
    tool: ReadinessPage, files: dict[str, Path], tmp_path: Path
) -> None:
    """Not even how many they were."""
    few = write_answers(tmp_path / "few.csv", synthetic_organisation(3).answers.select(range(4)))
    state = read(tool, {"answers": files["answers"], "earlier": few})
    (since,) = [part for part in state["survey"]["parts"] if part["key"] == "since"]
    assert since["tables"] == []
    assert "to protect people" in since["sentences"][0]
    assert "4" not in " ".join(since["sentences"])


def test_files_are_nowhere_any_more(
    tool: ReadinessPage,
    files: dict[str, Path],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """Not on disk, in the state or in the log, also when something unforeseen happens."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    read(tool, files)
    assert list(tmp_path.iterdir()) == []
    content = handed(files["answers"])["content"]
    monkeypatch.setattr("selfmgmt.views.widgets.survey_upload.read_answers", None)
    state = read(tool, files)
    assert state["alarm"].startswith("Something went wrong")
    assert list(tmp_path.iterdir()) == []
    assert content[:60] not in caplog.text + json.dumps(state)
    assert tool._files is None


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (None, "Choose a file"),
        ({"answers": {"name": "a.csv", "content": "?"}}, "did not arrive whole"),
        ({"answers": {"name": "..", "content": "YQ=="}}, "did not arrive whole"),
        ({"answers": {"name": "a.pdf", "content": "YQ=="}}, "a.pdf is not a file with answers"),
        ({"answers": {"name": "/etc/a.csv", "content": "bmFhbTtsZWVmdGlqZAp4OzM="}}, "no column"),
    ],
)
def test_a_file_that_cannot_be_read_is_told(tool: ReadinessPage, given: Any, words: str) -> None:
    """One clear message; what was there stays."""
    state = answer(tool, do="read", invited="", files=given)
    assert words in state["alarm"]
    assert state["survey"] is None


def test_the_number_of_people_must_be_one(tool: ReadinessPage, files: dict[str, Path]) -> None:
    """Not more answers than people, and no half people."""
    answers = {"answers": files["answers"]}
    assert "100" in read(tool, answers, invited="100")["alarm"]
    assert "whole number" in read(tool, answers, invited="350,5")["alarm"]
    assert read(tool, answers, invited="")["survey"]["parts"][0]["sentences"][0].startswith(
        "It is not"
    )


def test_single_rows_stay_out_of_the_page(
    tool: ReadinessPage, files: dict[str, Path], tmp_path: Path
) -> None:
    """What was done to one row is counted, not told: a page is passed on."""
    lines = files["answers"].read_text(encoding="utf-8").splitlines()
    first = lines[1].split(";")
    first[2] = "6"
    empty = "member;team 01" + ";" * (len(first) - 2)
    path = tmp_path / "six.csv"
    path.write_text("\n".join([lines[0], ";".join(first), empty, *lines[3:]]), encoding="utf-8")
    state = read(tool, {"answers": path})
    words = " ".join(state["survey"]["parts"][-1]["sentences"])
    assert "single rows: " in words
    assert "Row " not in words


def test_the_example_is_marked_and_never_enters_a_case(tool: ReadinessPage) -> None:
    """It may stay when another case is opened; a survey of people may not."""
    before = tool.case
    state = answer(tool, do="example")
    assert state["survey"]["made_up"]
    assert "nothing that this page can do" in answer(tool, do="keep")["alarm"]
    assert tool.case == before
    tool.show(Case(name="Boxtel", municipalities="Boxtel"))
    assert tool.state["survey"]["made_up"]
    assert answer(tool, do="close")["survey"] is None


def test_a_survey_goes_when_another_case_comes(tool: ReadinessPage, files: dict[str, Path]) -> None:
    """Answers are of one organisation."""
    read(tool, {"answers": files["answers"]})
    tool.show(Case(name="Boxtel", municipalities="Boxtel"))
    assert tool.state["survey"] is None


def test_a_survey_may_lie_there_from_the_start(files: dict[str, Path]) -> None:
    """As the notebook opens it; an example and a file do not go together."""
    survey = open_survey(files["answers"], people=files["people"])
    with speaking("en"):
        page = ReadinessPage(Case(name="Nijkerk", municipalities="Nijkerk"), survey=survey)
    assert page.state["survey"]["parts"][0]["key"] == "response"
    assert survey is not None
    assert TOTAL not in survey.findings.published.unchecked
    assert open_survey() is None
    with pytest.raises(InputError, match="answers_file"):
        open_survey(files["answers"], example=True)


def test_pictures_come_when_they_are_asked_for(tool: ReadinessPage) -> None:
    """Of the profile, of all answers, of the weakest, and of roles; each with words and numbers."""
    assert answer(tool, do="picture")["figures"] is None
    assert answer(tool, do="example")["figures"] is None
    figures = answer(tool, do="picture")["figures"]
    assert [len(figures[part]) for part in ("profile", "roles")] == [3, 1]
    for one in [*figures["profile"], *figures["roles"]]:
        assert one["alt"]
        assert one["table"]["rows"]


@pytest.mark.parametrize("form", FORMS)
def test_every_form_can_be_taken_along(tool: ReadinessPage, form: str) -> None:
    """Its name and what is in it; the page that comes next holds it no more."""
    state = answer(tool, do="form", form=form)
    content = base64.b64decode(state["download"]["content"])
    assert len(content) > 200
    assert state["download"]["name"] == FORMS[form].file
    assert answer(tool, do="look")["download"] is None


def test_the_bar_takes_its_case(tool: ReadinessPage) -> None:
    """What was judged is what is saved."""
    bar = CaseBar(tool.case)
    bar.bind(tool)
    answer(tool, do="set", field="change", value="2")
    assert bar.case.readiness.change is not None


@pytest.mark.parametrize(
    "message",
    [None, 3, {}, {"do": "form"}, {"do": "set", "field": "x", "value": "1"}, {"do": "read"}],
)
def test_nonsense_is_answered_too(tool: ReadinessPage, message: object) -> None:
    """Nothing that arrives can break the page."""
    tool.answer(message)
    assert tool.state["alarm"] or tool.state["faults"]


def test_the_page_asks_only_for_words_that_are_there(tool: ReadinessPage) -> None:
    """Every key that stands in the module is in the words."""
    asked = set(re.findall(r'say\.text\("(\w+)"', str(tool._esm)))
    assert len(asked) > 20
    assert asked <= set(tool.page["words"])


def test_the_page_starts_light() -> None:
    """No library that draws or tabulates is loaded before a picture is asked for."""
    code = (
        "import sys; from selfmgmt.case import Case;"
        "from selfmgmt.views.widgets.readiness import ReadinessPage;"
        "ReadinessPage(Case(name='Nijkerk', municipalities='Nijkerk'));"
        "print(*{name.split('.')[0] for name in sys.modules})"
    )
    loaded = set(subprocess.check_output([sys.executable, "-c", code], text=True).split())
    assert not loaded & {"matplotlib", "seaborn", "pandas", "scipy", "openpyxl"}
