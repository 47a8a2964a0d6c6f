"""How far options get, what goes, what is noticed of it, and what a way of working costs."""

from dataclasses import replace

from selfmgmt.language import speaking
from selfmgmt.views.outcomes import OUTCOMES
from selfmgmt.views.words.effects import (
    goes_table,
    notice_table,
    price_table,
    ways_among,
)


def test_what_goes_is_told_option_by_option(comparison):
    """Reach and posts as the comparison has them."""
    with speaking("en"):
        table = goes_table(comparison, ["vanguard_first"])
        one = comparison.options["vanguard_first"]
        (row,) = table.rows
        assert row[0] == one.label
        assert row[1] == f"{round(100 * one.reach)}%"
        assert row[2] == OUTCOMES["posts_removed_fte"].range(one.outcomes["posts_removed_fte"])


def test_a_cut_deeper_than_anyone_measured_is_marked(comparison):
    """Only that one."""
    one = replace(comparison.options["vanguard_first"], deep=True)
    deep = replace(comparison, options=comparison.options | {"vanguard_first": one})
    with speaking("en"):
        marked = [row[2] for row in goes_table(deep, ["do_nothing", "vanguard_first"]).rows]
    assert ["fifth" in cell for cell in marked] == [False, True]


def test_managers_come_back_only_where_teams_work_differently(comparison):
    """Doing nothing has no chance of that; a way of working has the chance of the comparison."""
    with speaking("en"):
        nothing, vanguard = notice_table(comparison, ["do_nothing", "vanguard_first"]).rows
    assert nothing[-1] == "n.a."
    assert vanguard[-1] == f"{round(100 * comparison.options['vanguard_first'].falls_back)}%"


def test_the_price_is_that_of_the_step_and_only_of_ways(comparison):
    """Doing nothing has no price; each step has its own figures."""
    keys = list(comparison.options)
    assert ways_among(comparison, keys) == keys[1:]
    with speaking("en"):
        tables = {
            step: price_table(comparison, keys, step)
            for step in ("together", "removals", "working")
        }
        for step, table in tables.items():
            assert len(table.rows) == len(keys) - 1
            price = getattr(comparison.price_of_way["vanguard_first"], step)
            row = table.rows[keys.index("vanguard_first") - 1]
            assert row[2] == OUTCOMES["capacity_low"].difference(price["capacity_low"])
    assert len({table.rows for table in tables.values()}) == 3
