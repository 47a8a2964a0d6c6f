"""What an option changes, in words."""

from hypothesis import given
from hypothesis import strategies as st

from selfmgmt.case.design import Autonomy, Design
from selfmgmt.evidence.options import named_options
from selfmgmt.field_facts import fields_of
from selfmgmt.language import speaking
from selfmgmt.views.words.design import changes_of, changes_sentence


def test_doing_nothing_changes_nothing():
    """And the reader is told so."""
    assert changes_of(Design()) == []
    with speaking("en"):
        assert changes_sentence(Design()) == "Nothing changes."


def test_only_what_differs_is_told():
    """Amounts, shares, quarters, money, mandates and choices each in their own notation."""
    design = Design.model_validate(
        {
            "managers_after": 12,
            "support_after": "90%",
            "primary_fte_change": "-5%",
            "coaches": "100%",
            "autonomy": {"methods": 5},
            "frames": 0.8,
            "start_quarters": 4,
            "training": 1500,
            "motive": "both",
        }
    )
    with speaking("en"):
        assert changes_of(design) == [
            "managers afterwards: 12 FTE",
            "staff departments afterwards: 90% of today",
            "change in the primary process: −5% of the FTE in the primary process",
            "mandate of teams: ways of working 5 of 7",
            "frames: 80%",
            "coaches: 100% of what the teams need",
            "head start: 4 quarters",
            "training: €\N{NO-BREAK SPACE}1,500 per FTE",
            "motive: better service and a budget cut",
        ]


def test_hired_staff_tasks_and_natural_leave_are_told() -> None:
    """Euros as euros, a percentage of the budget for hiring, and how posts go."""
    amount = Design.model_validate({"hire_change": -250_000})
    share = Design.model_validate(
        {"hire_change": "-40%", "tasks_dropped": "10%", "how": "natural_leave"}
    )
    with speaking("en"):
        assert changes_of(amount) == ["change in hired staff: −€\N{NO-BREAK SPACE}250,000 per year"]
        assert changes_of(share) == [
            "change in hired staff: −40% of the budget for hired staff",
            "tasks that stop: 10%",
            "how posts go: only when someone leaves",
        ]


def test_every_named_option_can_be_told_in_both_languages():
    """One line for each lever that the option names."""
    for option in named_options().values():
        design = Design.model_validate(dict(option.changes))
        for language in ("nl", "en"):
            with speaking(language):
                assert len(changes_of(design)) == len(option.changes)


@given(st.dictionaries(st.sampled_from(list(Autonomy.model_fields)), st.integers(1, 3)))
def test_a_mandate_names_the_domains_that_change(levels):
    """Domains that stay as they are today are left out."""
    changed = [
        fields_of(Autonomy)[name].title.lower()
        for name, level in levels.items()
        if level != getattr(Autonomy(), name)
    ]
    lines = changes_of(Design(autonomy=Autonomy(**levels)))
    assert len(lines) == bool(changed)
    assert all(title in lines[0].lower() for title in changed)
