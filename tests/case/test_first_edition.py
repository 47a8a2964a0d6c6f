"""Case files of the first edition load: every option is what it was, and a sentence says so."""

import pytest

from selfmgmt.case import Case
from selfmgmt.case.document import SCHEMA, Document
from selfmgmt.case.files import case_bytes, read_case
from selfmgmt.case.first_edition import first_edition_words
from selfmgmt.errors import InputError
from selfmgmt.language import speaking

FIRST = "selfmgmt/case/1"
CUT = {  # as the first edition had it
    "managers_after": "92%",
    "support_after": "92%",
    "primary_fte_change": "-6%",
    "imposed": "0.9",
    "rollout_quarters": "6",
    "motive": "cut",
}


def read(options: object, schema: str = FIRST, **more: object) -> Case:
    """The case with these options in a file of the first edition."""
    values = {"schema": schema, "name": "Urk", "municipalities": "Urk", "options": options, **more}
    return Document(values, {}).case()


def meant(**levers: object) -> object:
    """The design of an option that says all of itself."""
    return Case.model_validate(
        {"name": "Urk", "municipalities": "Urk", "options": {"zzz": levers or {}}}
    ).design("zzz")


def test_a_plain_cut_is_a_mix_now() -> None:
    """The shares of evenly are those of the first edition's plain cut."""
    case = read({"cut_across_the_board": None})
    assert (case.way_of("cut_across_the_board"), case.mix_of("cut_across_the_board")) == (
        "none", "evenly",
    )  # fmt: skip
    described = case.plan("cut_across_the_board")
    assert described.levers.model_copy(update={"imposed": 0.9, "rollout_quarters": 6}) == meant(
        **CUT
    )


@pytest.mark.parametrize("key", ["cut_across_the_board", "harder_cut"])
def test_a_cut_with_own_levers_keeps_them(key: str) -> None:
    """It is the cut that was described, with no mix beside it."""
    case = read({key: {"based_on": "cut_across_the_board", "support_after": "80%"}})
    assert case.design(key) == meant(**CUT | {"support_after": "80%"})
    assert (case.way_of(key), case.mix_of(key)) == (key, "none")
    assert case.plan(key).factor == 0


def test_a_way_of_working_gets_the_mix_of_the_case() -> None:
    """Its own levers stay."""
    case = read({"vanguard_first": {"scope": "0,9"}})
    assert (case.mix_of("vanguard_first"), case.design("vanguard_first").scope) == ("evenly", 0.9)


@pytest.mark.parametrize("key", ["fewer_tasks", "hiring", "overhead_firs"])
def test_an_own_option_with_a_name_that_is_taken_now_stays_ones_own(key: str) -> None:
    """What looked like no option then is still based on doing nothing."""
    case = read({key: {"primary_fte_change": "-5"}})
    assert case.design(key) == meant(primary_fte_change="-5")
    assert case.way_of(key) == key


def test_faults_are_still_told() -> None:
    """An option that is no set of fields, and a lever that does not exist."""
    with speaking("en"):
        with pytest.raises(InputError, match=r"options\.vanguard_first: 'x' is no set of fields"):
            read({"vanguard_first": "x"})
        with pytest.raises(InputError, match=r"options\.zzz\.scoop: 'scoop' is not known"):
            read({"zzz": {"scoop": "1"}})
        with pytest.raises(InputError, match="options: 'x' is no set of fields"):
            read("x")


@pytest.mark.parametrize("name", ["urk.yaml", "urk.xlsx"])
def test_what_is_saved_is_of_today(name: str) -> None:
    """Saved and read again it is the same case, in today's words; the sentence is gone then."""
    case = read({"harder": {"based_on": "cut_across_the_board", "imposed": "0,3"}}, notes="Hi")
    again = read_case(case_bytes(case, name), name)
    assert again.model_dump() == case.model_dump()
    assert (case.earlier_forms, again.earlier_forms) == (("first_edition",), ())


def test_it_remembers_until_it_is_saved() -> None:
    """A change to the case does not make one forget what is different."""
    case = read({"vanguard_first": None})
    assert case.model_copy(update={"name": "x"}).earlier_forms == ("first_edition",)
    assert read({"vanguard_first": None}, schema=SCHEMA).earlier_forms == ()
    with speaking("en"):
        assert "equal money" in first_edition_words()
