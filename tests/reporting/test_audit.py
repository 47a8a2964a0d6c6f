"""The audit of reports reads figures as a reader does, and sees a wrong one."""

import pytest

from tests.bench.audit_reports import Audit
from tests.bench.read_reports import figures_in


@pytest.mark.parametrize(
    ("words", "language", "values"),
    [
        ("€ 1,00 mln (€ 630.000 tot 1,46 mln)", "nl", [1e6, 630_000, 1.46e6]),
        ("€ 1.00 mln (−€ 630,000 to 46.5%)", "en", [1e6, -630_000, 0.465]),
        ("96,0 (94,4 tot 97,2)", "nl", [96, 94.4, 97.2]),
        ("−0.3", "en", [-0.3]),
        ("1.234", "nl", [1234]),
        ("1.234", "en", [1.234]),
        ("later", "en", []),
    ],
)
def test_figures_as_they_are_written(words, language, values):
    """Both notations, amounts in millions, shares and minus signs."""
    assert [read.value for read in figures_in(words, language)] == pytest.approx(values)


@pytest.mark.parametrize(
    ("words", "value", "right"),
    [
        ("€ 630.000", 634_999, True),
        ("€ 630.000", 635_100, False),
        ("€ 17.000", 17_499, True),
        ("€ 17.000", 17_600, False),
        ("12%", 0.1249, True),
        ("12%", 0.126, False),
        ("96,0", 96.06, False),
        ("later", None, True),
        ("9", None, False),
        ("later", 9.0, False),
    ],
)
def test_a_figure_that_is_not_the_computed_one_is_seen(words, value, right):
    """A rounded one is right, another one is not."""
    audit = Audit()
    audit.shown("here", words, value, "nl")
    assert audit.compared["figures in tables"] == 1
    assert bool(audit.faults) is not right
