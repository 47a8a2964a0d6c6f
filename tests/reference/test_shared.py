"""Organisations that work for several municipalities."""

from selfmgmt.language import speaking
from selfmgmt.reference.municipalities import all_municipalities
from selfmgmt.reference.shared import (
    former_organisation_of,
    shared_organisation_of,
    shared_organisations,
)


def test_mijn_gemeente_dichtbij_is_one_organisation() -> None:
    """Boxtel and Sint-Michielsgestel lead to the same one."""
    found = shared_organisation_of("GM0757")
    assert found
    assert found == shared_organisation_of("GM0845")
    assert (found.name, found.members, found.since) == (
        "MijnGemeenteDichtbij",
        ("GM0757", "GM0845"),
        2016,
    )
    assert found.is_one_organisation
    assert (found.caution, found.note) == ("", "")
    with speaking("en"):
        assert found.description == (
            "MijnGemeenteDichtbij is one organisation that works for Boxtel and "
            "Sint-Michielsgestel."
        )


def test_a_centre_works_for_its_guest() -> None:
    """Amstelveen employs the staff of Aalsmeer; both lead to that."""
    found = shared_organisation_of("GM0358")
    assert found
    assert found == shared_organisation_of("GM0362")
    assert found.centre == "GM0362"
    assert found.is_one_organisation


def test_an_unchecked_name_carries_a_caution() -> None:
    """1Stroom was not looked up, and the sentence says so."""
    found = shared_organisation_of("GM0226")
    assert found
    with speaking("en"):
        assert "1Stroom and the partners were not checked" in found.caution


def test_unchecked_evidence_always_carries_a_caution() -> None:
    """Only what a source and the figures both say goes without."""
    for found in shared_organisations():
        assert bool(found.caution) == (found.evidence != "source_and_iv3")
        assert (found.evidence == "name_unchecked") == (not found.source and bool(found.name))


def test_one_that_stopped_does_not_count() -> None:
    """Barendrecht employs its own staff again."""
    assert shared_organisation_of("GM0489") is None
    former = former_organisation_of("GM0489")
    assert former
    assert (former.name, former.running) == ("BAR-organisatie", False)
    assert "2024" in former.note


def test_part_of_the_work_is_not_one_organisation() -> None:
    """Duo+ does a part of the work, and whether it still exists is not known."""
    found = shared_organisation_of("GM0384")
    assert found
    assert found.running is None
    assert not found.is_one_organisation
    with speaking("en"):
        assert "does a part of the work of Diemen" in found.description
        assert "not checked" in found.caution


def test_a_name_that_is_not_known() -> None:
    """Wijdemeren's staff moved; where to is not known."""
    found = shared_organisation_of("GM1696")
    assert found
    assert (found.name, found.members) == ("", ("GM1696",))
    assert not found.is_one_organisation
    with speaking("en"):
        assert found.description == "The staff of Wijdemeren is employed elsewhere."


def test_most_municipalities_are_on_their_own() -> None:
    """Nijkerk is."""
    assert shared_organisation_of("GM0267") is None
    assert former_organisation_of("GM0267") is None


def test_who_has_no_own_staff_shares_it() -> None:
    """Each municipality with next to no payroll has an organisation, and members exist."""
    codes = {item.code for item in all_municipalities()}
    assert all(set(item.members) <= codes for item in shared_organisations())
    assert all(shared_organisation_of(x.code) for x in all_municipalities() if x.low_own_payroll)
