"""The self-assessment asks about the dimensions of the readiness scan."""

import yaml

from selfmgmt.case.readiness import Readiness
from selfmgmt.field_facts import fields_of
from selfmgmt.language import speaking
from selfmgmt.resources import DATA


def test_dimensions_are_those_of_the_scan() -> None:
    """Same keys, same order and same words as the instrument in the data."""
    path = DATA / "instruments" / "readiness_dimensions.yaml"
    dimensions = yaml.safe_load(path.read_text(encoding="utf-8"))
    with speaking("en"):
        fields = fields_of(Readiness)
    about = ["filled_in_by", "respondents", "response", "measured_year", "measured_month"]
    assert list(fields) == [*about, *dimensions]
    for key, dimension in dimensions.items():
        assert fields[key].title == dimension["label"]["en"]
