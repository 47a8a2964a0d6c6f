"""Finding a municipality by what people call it."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfmgmt.errors import InputError
from selfmgmt.language import speaking
from selfmgmt.reference.municipalities import all_municipalities, find_municipality, plain

ALL = all_municipalities()
municipalities = st.sampled_from(ALL)


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("Den Haag", "GM0518"),
        ("'s-Gravenhage", "GM0518"),
        ("s gravenhage", "GM0518"),
        ("’s-Gravenhage", "GM0518"),
        ("The Hague", "GM0518"),
        ("gm0518", "GM0518"),
        ("  GM0518 ", "GM0518"),
        ("'S-HERTOGENBOSCH", "GM0796"),
        ("den bosch", "GM0796"),
        ("sudwest fryslan", "GM1900"),
        ("Súdwest-Fryslân", "GM1900"),
        ("Laren", "GM0417"),
        ("Laren (NH.)", "GM0417"),
        ("laren nh", "GM0417"),
        ("Nuenen", "GM0820"),
        ("Utrecht", "GM0344"),
    ],
)
def test_every_way_of_writing(written: str, code: str) -> None:
    """Code, official or everyday name, with or without capitals, accents and apostrophes."""
    assert find_municipality(written).code == code


@given(municipalities, st.sampled_from(["code", "name", "everyday_name"]), st.booleans())
def test_everyone_is_found(municipality: object, attribute: str, upper: bool) -> None:
    """By code, official name and everyday name, in any case and without accents."""
    written = str(getattr(municipality, attribute))
    cased = written.upper() if upper else written.lower()
    assert find_municipality(cased) == municipality == find_municipality(plain(written))


@given(st.text(max_size=30))
def test_any_text_is_found_or_refused(written: str) -> None:
    """Whatever is written: a municipality or a message, never another fault."""
    with suppress(InputError):
        assert find_municipality(written) in ALL


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("Nijkrek", "'Nijkrek'.*Nijkerk .GM0267."),
        ("amstrdam", "'amstrdam'.*Amsterdam"),
        ("267", "'267'.*GM0267.*Nijkerk"),
        ("0267", "'0267'.*GM0267.*Nijkerk"),
        ("gm267", "'gm267'.*GM0267.*Nijkerk"),
        ("GM9999", "'GM9999'.*GM0267"),
        ("9999", "'9999'.*GM0267"),
        ("", "''.*GM0267"),
        ("xyzzy", "'xyzzy'.*GM0267"),
        ("Bergen", r"'Bergen'.*NH.*GM0373.*GM0893"),
        ("Uden", "GM0856.*Maashorst .GM1991."),
        ("gm0856", "GM0856.*Maashorst .GM1991."),
        ("Haaren", "GM0788.*2021"),
        ("De Friese Meren x", "De Fryske Marren"),
    ],
)
def test_what_is_not_found_says_what_to_write(written: str, words: str) -> None:
    """The nearest name, the code for a bare number, or what became of it."""
    with pytest.raises(InputError, match=words):
        find_municipality(written)


def test_the_message_in_words() -> None:
    """One sentence: what was given, what is allowed, what to do."""
    with speaking("en"), pytest.raises(InputError) as caught:
        find_municipality("Nijkrek")
    assert str(caught.value) == "'Nijkrek' is not a municipality; did you mean Nijkerk (GM0267)?"


def test_342_with_unique_codes_and_names() -> None:
    """The Netherlands of 2026."""
    assert len(ALL) == 342
    assert len({item.code for item in ALL}) == len({item.name for item in ALL}) == 342
    assert len({item.province for item in ALL}) == 12


def test_a_municipality_in_full() -> None:
    """Nijkerk as the CBS has it."""
    nijkerk = find_municipality("Nijkerk")
    assert (nijkerk.province, nijkerk.size_class.key) == ("Gelderland", "20k_50k")
    assert (nijkerk.inhabitants, nijkerk.inhabitants_year) == (46_283, 2026)
    assert nijkerk.accounts
    assert nijkerk.accounts.inhabitants == 45_361
    assert not nijkerk.low_own_payroll
    assert str(nijkerk) == "Nijkerk"


def test_next_to_no_own_payroll() -> None:
    """32 municipalities let others employ their staff."""
    low = {item.everyday_name for item in ALL if item.low_own_payroll}
    assert len(low) == 32
    assert {"Boxtel", "Sint-Michielsgestel", "Aalsmeer", "Wijdemeren"} <= low


def test_figures_that_are_not_known_are_not_zero() -> None:
    """Dijk en Waard was formed after the last figures on address density."""
    formed = find_municipality("Dijk en Waard")
    assert (formed.address_density, formed.urbanity_class, formed.urbanity_year) == (None,) * 3
