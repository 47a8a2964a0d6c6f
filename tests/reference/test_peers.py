"""Who is compared with whom."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfmgmt.errors import InputError
from selfmgmt.language import speaking
from selfmgmt.reference.indicators import INDICATORS
from selfmgmt.reference.municipalities import Municipality, all_municipalities, find_municipality
from selfmgmt.reference.peers import PeerKind, peer_group

OVERHEAD = INDICATORS["overhead_share"]
some = st.lists(st.sampled_from(all_municipalities()), min_size=1, max_size=3, unique=True)
kinds = st.sampled_from(["size_class", "province", "nearest"])


@given(some, kinds, st.sampled_from(list(INDICATORS)))
def test_laws_of_a_group(members: list[Municipality], kind: PeerKind, key: str) -> None:
    """Never oneself, never without own staff, nobody twice, and bands in rising order."""
    group = peer_group(members, kind)
    codes = [item.code for item in group.members]
    left = [item.municipality.code for item in group.left_out]
    assert not {item.code for item in members} & {*codes, *left}
    assert not any(item.low_own_payroll for item in group.members)
    assert all(item.municipality.low_own_payroll for item in group.left_out)
    assert len({*codes, *left}) == len(codes) + len(left)
    band = group.band(INDICATORS[key])
    if band:
        assert band.p10 <= band.p25 <= band.p50 <= band.p75 <= band.p90
        assert 5 <= band.n <= len(codes)


def test_same_size_counts_those_who_share_as_one() -> None:
    """Boxtel and Sint-Michielsgestel together have 64,493 inhabitants."""
    members = [find_municipality("Boxtel"), find_municipality("Sint-Michielsgestel")]
    group = peer_group(members, "size_class")
    assert {item.size_class.key for item in group.members} == {"50k_100k"}


def test_same_province() -> None:
    """Everyone in Fryslân but Vlieland itself."""
    group = peer_group([find_municipality("Vlieland")], "province")
    assert {item.province for item in group.members} == {"Fryslân"}
    assert len(group.members) == 17


def test_the_nearest_are_alike() -> None:
    """Ten municipalities; the large cities are nearest to Amsterdam, the islands to Vlieland."""
    amsterdam = peer_group([find_municipality("Amsterdam")], "nearest").members
    vlieland = peer_group([find_municipality("Vlieland")], "nearest").members
    assert len(amsterdam) == len(vlieland) == 10
    assert {str(item) for item in amsterdam[:3]} == {"Den Haag", "Rotterdam", "Utrecht"}
    assert str(vlieland[0]) == "Schiermonnikoog"


def test_nearest_without_a_density() -> None:
    """Then only the number of inhabitants counts, and the words say so."""
    with speaking("en"):
        group = peer_group([find_municipality("Dijk en Waard")], "nearest")
    assert "density is not known" in group.description
    assert len(group.members) == 10


def test_an_own_list() -> None:
    """The user's choice, without oneself; who has no own staff is named with the reason."""
    nijkerk, ede, boxtel = (find_municipality(name) for name in ("Nijkerk", "Ede", "Boxtel"))
    with speaking("en"):
        group = peer_group([nijkerk], "own_list", [nijkerk, ede, boxtel])
    assert group.members == (ede,)
    assert [item.municipality for item in group.left_out] == [boxtel]
    assert group.left_out[0].reason.startswith("Boxtel is left out: it has next to no staff")
    assert group.band(OVERHEAD) is None


def test_band_by_hand() -> None:
    """Of five figures the median is the third, and p25 the second."""
    names = ("Ede", "Barneveld", "Putten", "Ermelo", "Harderwijk")
    chosen = [find_municipality(name) for name in names]
    band = peer_group([find_municipality("Nijkerk")], "own_list", chosen).band(OVERHEAD)
    shares = sorted(item.accounts.overhead_share or 0 for item in chosen if item.accounts)
    assert band
    assert (band.p25, band.p50, band.p75, band.n, band.year) == (
        pytest.approx(shares[1]),
        pytest.approx(shares[2]),
        pytest.approx(shares[3]),
        5,
        2024,
    )


def test_a_band_is_of_one_year() -> None:
    """Loon op Zand, with accounts of 2023, does not count among those of 2024."""
    names = ("Loon op Zand", "Goirle", "Dongen", "Heusden", "Waalwijk", "Tilburg")
    chosen = [find_municipality(name) for name in names]
    band = peer_group([find_municipality("Nijkerk")], "own_list", chosen).band(OVERHEAD)
    assert band
    assert (band.n, band.year) == (5, 2024)


def test_the_large_cities_are_too_few_for_a_band() -> None:
    """Three others show no spread."""
    assert peer_group([find_municipality("Amsterdam")]).band(OVERHEAD) is None


def test_bad_questions() -> None:
    """No members, an unknown kind, an empty list."""
    nijkerk = find_municipality("Nijkerk")
    with pytest.raises(InputError, match="members"):
        peer_group([])
    with pytest.raises(InputError, match=r"'rich'.*size_class"):
        peer_group([nijkerk], "rich")  # type: ignore[arg-type]
    with pytest.raises(InputError, match="own_list"):
        peer_group([nijkerk], "own_list", [nijkerk])
