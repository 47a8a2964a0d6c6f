"""The comparison of a municipality with a group."""

import pytest

from selfmgmt.analysis.compare import compare
from selfmgmt.errors import InputError
from selfmgmt.language import speaking
from selfmgmt.reference.municipalities import find_municipality
from selfmgmt.reference.settings import setting
from selfmgmt.reporting.content.group import PRICE, prepare_group
from selfmgmt.reporting.content.group_members import GROUPS, group_of
from selfmgmt.reporting.engine.execute import execute
from selfmgmt.resources import NOTEBOOKS
from selfmgmt.uncertainty import Quantiles
from selfmgmt.views.charts.benchmark import group_chart
from selfmgmt.views.words.benchmark import indicators_table, overlap_sentences

NIJKERK = [find_municipality("Nijkerk")]
RANGES = {
    "Plan": {
        "Own": Quantiles(p10=1, p50=2, p90=3),
        "Near": Quantiles(p10=3, p50=4, p90=5),
        "Far": Quantiles(p10=8, p50=9, p90=10),
    }
}


@pytest.mark.parametrize("group", GROUPS)
def test_a_group_fits_side_by_side(group):
    """Nobody is beside themselves, and no page is flooded."""
    found = group_of(NIJKERK, group, "Ede, GM0363")
    assert 0 < len(found.members) <= setting("nearest_peers")
    assert "GM0267" not in {one.code for one in found.members}
    assert found.description


@pytest.mark.parametrize(
    ("name", "group", "others", "fault"),
    [
        ("Nijkerk", "friends", "", "'friends'.*neighbours"),
        ("Nijkerk", "own_list", "", "own_list"),
        ("Nijkerk", "own_list", "Edde", "Ede"),
        ("Texel", "neighbours", "", "neighbours"),
    ],
)
def test_a_group_of_nobody_is_refused(name, group, others, fault):
    """It says what to choose."""
    with pytest.raises(InputError, match=fault):
        group_of([find_municipality(name)], group, others)


def test_everyone_gets_the_same_options():
    """Those of the own case; the own organisation stands first."""
    with speaking("en"):
        report = prepare_group(
            "Nijkerk",
            case_file="",
            group="own_list",
            others="Ede",
            language="en",
            seed=1,
            draws=200,
        )
        assert list(report.comparisons) == ["Nijkerk", "Ede"]
        own = report.comparisons["Nijkerk"]
        assert report.comparisons["Ede"].options.keys() == own.options.keys()
        cut, people = own.options["cut_across_the_board"], NIJKERK[0].inhabitants
        posts = report.posts[cut.label]["Nijkerk"].p50
        assert posts == pytest.approx(1_000 * cut.outcomes["posts_removed_fte"].p50 / people)
        whole = compare(report.case, draws=200, seed=1)
        price = whole.price_of_way["within_frames"].together["net_term_eur"]
        found = report.prices[own.options["within_frames"].label]["Nijkerk"]
        assert (found.p10, found.p50) == pytest.approx((-price.p90 / people, -price.p50 / people))
        assert len(report.posts) + len(report.prices) == len(own.options) - 1


def test_overlap_is_counted():
    """Ranges that only touch overlap."""
    with speaking("en"):
        (sentence,) = overlap_sentences(RANGES)
    assert sentence == "Plan: for 1 of the 2 others the range overlaps yours."


def test_a_chart_tells_what_it_shows():
    """Each municipality in the table; the own one and the ends of the others in the alt text."""
    with speaking("en"):
        chart = group_chart(RANGES, PRICE)
    assert [row[0] for row in chart.table.rows] == ["Own", "Near", "Far"]
    assert "€\N{NO-BREAK SPACE}4 to €\N{NO-BREAK SPACE}9" in chart.alt


def test_figures_come_with_their_year():
    """The own organisation first."""
    table = indicators_table("Ours", NIJKERK, [find_municipality("Ede")])
    assert [row[0] for row in table.rows] == ["Ours", "Ede"]
    assert "(20" in table.rows[0][2]


@pytest.mark.parametrize(("language", "group"), [("nl", "neighbours"), ("en", "own_list")])
def test_papermill_runs_the_notebook(language, group):
    """In both languages, with the pictures that it promises."""
    parameters = {"group": group, "others": "Ede", "language": language, "draws": 200}
    executed = execute(NOTEBOOKS / "report_comparison.ipynb", parameters)
    rendered = str([cell.get("outputs") for cell in executed.cells])
    assert "Nijkerk" in rendered
    assert ("geen norm" if language == "nl" else "not a norm") in rendered
