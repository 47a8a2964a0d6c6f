"""Warnings that apply."""

from selfmgmt.views.words.warnings import (
    applying_warnings,
    readings_html,
    warnings_html,
    wholes_of,
)


def test_an_imposed_cut_is_warned_about(comparison):
    """The option with fewer managers only breaks advice from practice."""
    found = {one.warning.key: one.options for one in applying_warnings(comparison)}
    label = comparison.options["fewer_managers_only"].label
    assert label in found["savings_come_from_positions"]
    assert label in found["grip_gets_lost"]


def test_parts_of_the_organisation_add_up(comparison):
    """Managers, staff departments and the primary process are all FTE."""
    wholes = wholes_of(comparison.study)
    assert wholes["managers_after"] + wholes["support_after"] + wholes["primary_fte_change"] == 300


def test_what_applies_to_every_option_is_folded(comparison):
    """The list starts with what tells options apart."""
    warnings = applying_warnings(comparison)
    source = warnings_html(warnings, options=len(comparison.options) - 1).source
    visible, folded = source.split("<details")
    assert visible.count("<li>") + folded.count("<li>") == len(warnings)
    assert visible.count("<li>") > 0


def test_contested_cases_are_told_in_more_than_one_reading(comparison):
    """Hollands Kroon is named with every reading of what happened."""
    source = readings_html(applying_warnings(comparison)).source
    _, story = source.split("<h4>Hollands Kroon</h4>")
    assert story.split("<h4>")[0].count("<dt>") >= 2
