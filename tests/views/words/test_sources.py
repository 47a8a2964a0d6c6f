"""Sources and the figures of the model."""

from selfmgmt.evidence.options import named_options
from selfmgmt.views.words.sources import (
    parameters_table,
    parameters_used,
    sources_html,
    sources_used,
)
from selfmgmt.views.words.warnings import applying_warnings


def test_every_figure_used_names_a_source_in_the_list(comparison):
    """And so do the options compared; options that are not compared add none."""
    listed = {source.key for source in sources_used(comparison, [])}
    used = {key for one in parameters_used(comparison.study) for key in one.sources}
    used_by_options = {key for name in comparison.options for key in named_options()[name].sources}
    assert listed == used | used_by_options


def test_warnings_bring_their_sources(comparison):
    """The list of sources is complete."""
    warnings = applying_warnings(comparison)
    listed = {source.key for source in sources_used(comparison, warnings)}
    assert all(set(one.warning.sources) <= listed for one in warnings)


def test_the_cbs_is_named_with_its_licence(comparison):
    """CC BY asks for the name of the source, and to say what was done with the figures."""
    first = sources_html(sources_used(comparison, [])).source.split("</li>")[0]
    assert "CBS" in first
    assert "CC BY 4.0" in first


def test_the_table_has_a_row_for_every_figure(comparison):
    """Each with grade and what it rests on."""
    rows = parameters_table(comparison.study).rows
    assert len(rows) == len(parameters_used(comparison.study))
    assert {row[5] for row in rows} <= set("ABCD")
