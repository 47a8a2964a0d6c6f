"""The keys that a case may use are those in the data."""

from selfmgmt.case.known import DO_NOTHING, criteria, judged_criteria, option_labels, roles


def test_judged_criteria_are_some_of_the_criteria() -> None:
    """What the model computes is not judged as well."""
    assert set(judged_criteria()) < set(criteria())
    assert "net_saving" not in judged_criteria()


def test_every_key_has_words_in_both_languages() -> None:
    """A form never shows a bare key."""
    for label in [*criteria().values(), *roles().values(), *option_labels().values()]:
        assert label.nl
        assert label.en


def test_doing_nothing_is_a_named_option() -> None:
    """The option that every case compares with exists, and comes first."""
    assert next(iter(option_labels())) == DO_NOTHING
