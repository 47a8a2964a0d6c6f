"""A survey from file to findings."""

from pathlib import Path

import pytest

from selfmgmt.errors import InputError
from selfmgmt.language import speaking
from selfmgmt.readiness.survey import read_findings
from tests.readiness.organisation import synthetic_organisation
from tests.readiness.survey_files import write_answers, write_sizes


@pytest.fixture(scope="module")
def files(tmp_path_factory) -> tuple[Path, Path]:
    """Answers and sizes of the made-up organisation."""
    folder, organisation = tmp_path_factory.mktemp("survey"), synthetic_organisation()
    return (
        write_answers(folder / "answers.csv", organisation.answers),
        write_sizes(folder / "sizes.csv", organisation),
    )


def test_from_file_to_findings(files) -> None:
    """Scores, quality, differences and what is withheld, with the response."""
    answers, sizes = files
    found = read_findings(answers, sizes=sizes)
    assert found.response == 0.75  # 264 of 350
    assert found.profile.weakest == ("change",)
    assert list(found.quality) == list(found.profile.dimensions) == list(found.agreement)
    assert {each.reason for each in found.published.withheld} >= {"small"}
    assert any(each.stands_out for each in found.teams)
    assert found.since is None


def test_a_later_measurement_beside_an_earlier(files, tmp_path) -> None:
    """The earlier file tells what changed since."""
    answers, _ = files
    earlier = write_answers(tmp_path / "earlier.csv", synthetic_organisation(seed=7).answers)
    found = read_findings(answers, before=earlier)
    assert found.response is None
    assert len(found.since.changes) == 8


def test_the_same_answers_are_no_earlier_measurement(files) -> None:
    """A file beside itself, or beside itself with one respondent less, is refused."""
    answers, _ = files
    with speaking("en"), pytest.raises(InputError, match="this is no second measurement: 100%"):
        read_findings(answers, before=answers)


def test_the_same_seed_gives_the_same_findings(files) -> None:
    """The random numbers start where they are told to."""
    answers, _ = files
    assert read_findings(answers, seed=5).profile == read_findings(answers, seed=5).profile
    assert read_findings(answers, seed=5).profile != read_findings(answers, seed=6).profile


def test_a_group_larger_in_answers_than_in_people(files, tmp_path) -> None:
    """A size that cannot be is refused with the group."""
    sizes = tmp_path / "sizes.csv"
    sizes.write_text("totaal;100", encoding="utf-8")
    with pytest.raises(InputError, match="264"):
        read_findings(files[0], sizes=sizes)


def test_nothing_of_a_total_that_may_not_be_shown(files, tmp_path) -> None:
    """When too few of all people answered, there are no findings at all."""
    sizes = tmp_path / "sizes.csv"
    sizes.write_text("totaal;1000", encoding="utf-8")
    with pytest.raises(InputError, match="40%"):
        read_findings(files[0], sizes=sizes)
