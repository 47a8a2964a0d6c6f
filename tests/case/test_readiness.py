"""The self-assessment asks about the dimensions of the readiness scan."""

import yaml

from selfmgmt.case.readiness import SelfAssessment
from selfmgmt.fields import fields_of
from selfmgmt.language import speaking
from selfmgmt.resources import DATA


def test_dimensions_are_those_of_the_scan() -> None:
    """Same keys, same order and same words as the instrument in the data."""
    path = DATA / "instruments" / "readiness_dimensions.yaml"
    dimensions = yaml.safe_load(path.read_text(encoding="utf-8"))
    with speaking("en"):
        fields = fields_of(SelfAssessment)
    assert list(fields) == ["filled_in_by", *dimensions]
    for key, dimension in dimensions.items():
        assert fields[key].title == dimension["label"]["en"]
