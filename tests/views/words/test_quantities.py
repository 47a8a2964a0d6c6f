"""Every uncertain figure has a name and a way to be written."""

from selfmgmt.language import speaking
from selfmgmt.views.words.quantities import quantity_in_words, quantity_title


def test_every_uncertain_figure_has_a_name_and_a_value(comparison):
    """Of the organisation, of readiness, and of the ledger."""
    for key in comparison.study.inputs.uncertain:
        assert quantity_title(key)
        assert quantity_in_words(key, 0.5)


def test_values_are_written_in_their_unit():
    """Shares as per cents, people effects as a place, and never more than two digits."""
    with speaking("en"):
        assert quantity_in_words("manager_share", 0.0523) == "5.2%"
        assert quantity_in_words("readiness", 0.583) == "58%"
        assert quantity_in_words("absence_effect", 0.6) == "60% of the way from bad to good"
        assert quantity_in_words("dip_duration_months", 19.355) == "19"
