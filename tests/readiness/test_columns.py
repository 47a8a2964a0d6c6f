import pytest

from selfmgmt.readiness.columns import recognise, role_spellings
from selfmgmt.readiness.instrument import load_instrument
from selfmgmt.readiness.wording import load_survey

T1 = "Leidinggevenden vertrouwen erop dat teams goede besluiten nemen."


def test_every_item_is_known_by_key_and_text() -> None:
    """Key, Dutch text and English text give the item, exactly."""
    wrong = []
    for item in load_instrument().items:
        for text in (item.key, item.text.nl, item.text.en):
            column = recognise([text])
            if (column.key, column.exact) != (item.key, True):
                wrong.append((text, column))
    assert wrong == []


@pytest.mark.parametrize(
    "header",
    [
        "t1",
        "trust[T1]",
        "trust_T1",
        "T1. " + T1,
        f"T1: {T1}",
        f"Vertrouwen [{T1}]",
        f"trust[T1]. Vertrouwen [{T1}]",
        f"<p>{T1}</p>",
        T1.upper(),
        T1.removesuffix("."),
        T1.replace(" ", "\N{NO-BREAK SPACE}"),
    ],
)
def test_the_ways_tools_write_a_question(header: str) -> None:
    """LimeSurvey with codes, text or both, and Forms with the statement alone."""
    assert (recognise([header]).kind, recognise([header]).key) == ("item", "T1")


@pytest.mark.parametrize(
    "header",
    [
        T1.replace("besluiten", "beslluiten"),
        T1[:45],
        T1.replace("Leidinggevenden", "Leidingevenden"),
    ],
)
def test_a_slip_is_read_and_told(header: str) -> None:
    """A typing error or a text that was cut off is recognised, but not as exact."""
    column = recognise([header])
    assert (column.kind, column.key, column.exact) == ("item", "T1", False)


@pytest.mark.parametrize(
    ("header", "item"),
    [
        ("Vaak is duidelijk wie een besluit mag nemen.", "F4"),
        ("Leidinggevenden nemen het niet over zodra het spannend wordt.", "T3"),
        ("It is often clear who may take a decision.", "F4"),
        ("Wij praten minder over inwoners dan met inwoners.", "N4"),
    ],
)
def test_a_sentence_that_turns_round_is_never_taken_for_the_item(header: str, item: str) -> None:
    """One word less or other can mean the opposite: it is told, and not read."""
    column = recognise([header])
    assert (column.kind, column.resembles) == ("unknown", item)


@pytest.mark.parametrize(
    "header",
    [
        f"Vertrouwen - {T1}",
        f"Vertrouwen: {T1}",
        f"12. {T1}",
        f"Q3_1 {T1}",
        f"Q3_1 - Vertrouwen - {T1}",
        f"trust[T1]. Vertrouwen [{T1}]",
    ],
)
def test_a_header_that_ends_with_the_whole_sentence(header: str) -> None:
    """After a subject, a number or a code of the survey tool, exactly."""
    column = recognise([header])
    assert (column.kind, column.key, column.exact) == ("item", "T1", True)


@pytest.mark.parametrize("before", ["Niet waar", "Ik vind van niet", "Never"])
def test_words_before_the_sentence_that_turn_it_round(before: str) -> None:
    """What stands before it may deny it: not read."""
    assert recognise([f"{before}: {T1}"]).kind == "unknown"


@pytest.mark.parametrize(
    ("header", "kind"),
    [
        ("role. Wat is uw rol?", "role"),
        ("Q1 - Wat is uw rol?", "role"),
        ("6. What is your role?", "role"),
        ("team. In welk team werkt u?", "team"),
        ("Over u: In welk team werkt u?", "team"),
        ("submitdate. Datum verzonden", "bookkeeping"),
    ],
)
def test_role_team_and_bookkeeping_after_a_code(header: str, kind: str) -> None:
    """The same ways to write a heading hold for these."""
    assert recognise([header]).kind == kind


def test_key_and_text_of_two_items_are_torn() -> None:
    """The key of one item above the words of another cannot be trusted."""
    assert recognise(["T3. " + T1]).ambiguous == "T1"
    assert recognise(["T3", T1]).ambiguous == "T1"
    assert {recognise([f"trust[T3]. Vertrouwen [{T1}]"]).ambiguous, "T1", "T3"} == {"T1", "T3"}


@pytest.mark.parametrize(
    ("header", "kind"),
    [
        ("Wat is uw rol?", "role"),
        ("role", "role"),
        ("In welk team werkt u?", "team"),
        ("Teamnaam", "team"),
        ("Response ID", "bookkeeping"),
        ("Begintijd", "bookkeeping"),
        ("submitdate", "bookkeeping"),
        ("Hebt u nog opmerkingen?", "unknown"),
        ("", "unknown"),
    ],
)
def test_other_columns(header: str, kind: str) -> None:
    """Role and team are read; what the tool adds and other questions are not."""
    assert recognise([header]).kind == kind


@pytest.mark.parametrize(
    "header",
    [
        "Naam",
        "Name",
        "Voornaam",
        "E-mail",
        "E-mailadres",
        "Email address",
        "Uw e-mail (werk)",
        "Personeelsnummer",
        "Employee ID",
        "BSN",
        "Geboortedatum",
        "Date of birth",
        "IP-adres",
        "IP address",
        "ipaddr",
        "Telefoonnummer",
        "token",
        "Naam teamleider",
    ],
)
def test_columns_that_point_to_persons(header: str) -> None:
    """In Dutch and English, alone or within other words."""
    assert recognise([header]).kind == "personal"


def test_words_for_roles_mean_one_role() -> None:
    """No word stands for two roles."""
    spellings = [role.spellings() for role in load_survey().roles.values()]
    assert sum(map(len, spellings)) == len(set().union(*spellings))
    assert role_spellings()["leidinggevende"] == "manager"


def test_a_key_before_its_own_text_is_clear_and_before_another_is_not() -> None:
    """Only the text of another item makes a header ambiguous."""
    items = {item.key: item.text.nl for item in load_instrument().items}
    found = [recognise([f"T1 - {items[key]}"]) for key in ("T1", "T2")]
    assert [(one.key, one.ambiguous) for one in found] == [("T1", ""), ("T1", "T2")]
