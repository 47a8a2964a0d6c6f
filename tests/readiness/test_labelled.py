"""A survey as a frame: exactly the published cells, and nothing that gives a small group away."""

import pytest

from selfmgmt.readiness.labelled import COLUMNS
from selfmgmt.readiness.survey import read_findings
from selfmgmt.resources import DATA

ANSWERS = DATA / "instruments" / "example_answers.csv"
FLOOR = 5


@pytest.fixture(scope="module")
def findings():
    """Of the made-up answers."""
    return read_findings(ANSWERS, sizes=DATA / "instruments" / "example_people.csv")


def test_the_frame_holds_the_published_cells_and_no_others(findings):
    """One row for each, with its own figures; nothing that is withheld has a row."""
    frame = findings.frame()
    assert tuple(frame.columns) == COLUMNS
    rows = {(one.kind, one.group, one.dimension): one for one in frame.itertuples()}
    assert len(rows) == len(frame) == len(findings.published.scores)
    for score in findings.published.scores:
        row = rows[score.group.kind, score.group.name, score.dimension]
        assert (row.respondents, row.mean, row.spread) == (
            score.respondents,
            score.mean,
            score.spread,
        )
    hidden = {
        (one.group.kind, one.group.name, one.dimension) for one in findings.published.withheld
    }
    assert hidden
    assert not hidden & set(rows)


def test_no_row_is_about_fewer_people_than_the_floor(findings):
    """Also where single answers are told; those are rounded."""
    assert findings.frame()["respondents"].min() >= FLOOR
    answers = findings.answers()
    assert answers.groupby(["kind", "group", "item"])["people"].sum().min() >= FLOOR
    assert set(answers["kind"]) <= {"total", "role"}


def test_only_everyone_together_has_an_interval(findings):
    """It is the one in which 19 of 20 drawings lie."""
    frame = findings.frame()
    whole = frame[frame["kind"] == "total"].set_index("dimension")
    for key, found in findings.profile.dimensions.items():
        assert (whole["low"][key], whole["high"][key]) == (found.score.low, found.score.high)
    assert frame[frame["kind"] != "total"][["low", "high"]].isna().all(axis=None)


def test_a_notebook_shows_means_in_a_table(findings):
    """Dimensions below each other, and no respondents."""
    html = findings._repr_html_()
    assert html.count("<tr") >= len(findings.profile.dimensions)
    assert "trust" in html
    means = [score.mean for score in findings.published.scores if score.group.kind == "total"]
    assert means
    assert all(f"<td>{mean:.2f}</td>" in html for mean in means)
