"""What a report is about."""

import pytest

from selfmgmt.case import Case, save_case
from selfmgmt.errors import InputError
from selfmgmt.language import current_language, speaking
from selfmgmt.reporting.content.content import PARAMETERS, content_of, prepare, shared

REQUEST = {"case_file": "", "language": "nl", "seed": 1, "draws": 100}


def test_its_parameters_are_those_of_the_notebook():
    """One list for all checks."""
    assert ("municipality", *REQUEST) == PARAMETERS


def test_results_speak_the_language_of_the_report():
    """Also when the program itself speaks another."""
    with speaking("nl"):
        content = content_of("Nijkerk", **REQUEST | {"language": "en"})
        assert content.labels["do_nothing"] == "Do nothing"


def test_everything_is_computed_once():
    """Each part of the report looks at the same results."""
    content = content_of("Nijkerk", **REQUEST)
    assert content.comparison is content.comparison
    assert content.study is content.comparison.study
    assert content.weighing is content.weighing
    assert content.robustness is content.robustness
    assert content.reference is content_of("Boxtel", **REQUEST).reference


def test_a_report_is_computed_once():
    """The notebook and the slides of a report share its results; what differs is no such thing."""
    request = {"municipality": "Nijkerk", **REQUEST}
    content = content_of(**request)
    assert content_of(**request) is not content
    with shared(content):
        assert content_of(**request) is content
        assert content_of(**request | {"seed": 2}).seed == 2


def test_a_report_looks_at_the_options_that_are_first_for_somebody():
    """Without weights those that the profiles would put first on what is computed."""
    content = content_of("Nijkerk", **REQUEST)
    wanted = [role.ranking.first for role in content.weighing.computed.values()]
    count = {key: sum(key in first for first in wanted) for key in content.weighing.leading}
    assert content.leading == max(count, key=count.__getitem__)
    first = content.weighing.performance.options[:3]
    assert {one.option for one in content.stress} == set(first)
    assert content.robustness.roles == {}
    chances = [one.target_met_probability for one in content.comparison.options.values()]
    found = content.comparison.options[content.likeliest]
    assert found.target_met_probability == max(chances)
    assert content.shares
    assert content.turns
    assert set(content.value_of_information) == set(content.robustness.roles)


def test_a_case_without_options_has_nothing_to_stress(tmp_path):
    """And still every part of a report."""
    written = {"name": "Nijkerk", "municipalities": "Nijkerk"}
    save_case(Case.model_validate(written), tmp_path / "case.yaml")
    content = content_of("", **REQUEST | {"case_file": str(tmp_path / "case.yaml")})
    assert content.leading == "do_nothing"
    assert content.stress == []
    assert content.shares == []
    assert content.value_of_information == {}


def test_preparing_sets_the_language():
    """From the first cell on the notebook speaks it."""
    with speaking("nl"):
        prepare("Nijkerk", **REQUEST | {"language": "en"})
        assert current_language() == "en"


def test_a_case_file_comes_first(tmp_path):
    """Its name and seed make the report."""
    path = tmp_path / "x.case.yaml"
    save_case(Case(name="Onze stad", municipalities=("GM0267",)), path)
    assert content_of("", **REQUEST | {"case_file": str(path)}).case.name == "Onze stad"


def test_an_unknown_municipality_is_refused():
    """With the nearest name."""
    with pytest.raises(InputError, match="Nijkerk"):
        content_of("Nijkrek", **REQUEST)
