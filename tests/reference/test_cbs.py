"""The client of the CBS service."""

from selfmgmt.reference.cbs import Cbs
from tests.reference.conftest import FakeCbs


def test_only_what_is_asked_for(cbs: FakeCbs) -> None:
    """The filter and the columns go to the service, and the padding goes off."""
    rows = Cbs(cbs.base_url).rows(
        "45071NED",
        select=["Gemeenten", "Categorie"],
        filters="Verslagsoort eq '2025X005' and startswith(TaakveldBalanspost,'0.4')",
    )
    assert len(rows) == 2 * 342
    assert {"Gemeenten": "GM0267", "Categorie": "L3.5.1"} in rows


def test_every_page_once(cbs: FakeCbs) -> None:
    """342 filings of two rows in pages of 100 are seven pages."""
    cbs.page = 100
    client = Cbs(cbs.base_url)
    question = "Verslagsoort eq '2025X005' and startswith(TaakveldBalanspost,'0.4')"
    rows = client.rows("45071NED", select=["Gemeenten"], filters=question)
    assert len(rows) == 684
    assert len(cbs.asked) == 7


def test_a_base_url_may_have_a_path(cbs: FakeCbs) -> None:
    """A mirror under a path is asked under that path."""
    cbs.broken["/mirror/"] = '{"value": [{"Key": " 2027MM01 "}]}'
    rows = Cbs(f"{cbs.base_url}/mirror/").rows("37230ned", "Perioden")
    assert rows == [{"Key": "2027MM01"}]
    assert cbs.asked == ["/mirror/ODataFeed/odata/37230ned/Perioden?$format=json"]


def test_the_list_of_tables(cbs: FakeCbs) -> None:
    """Identifier and title, the padding removed."""
    found = Cbs(cbs.base_url).catalogue("https://dataderden.cbs.nl")
    assert {"Identifier": "45071NED", "Title": "Gemeenten 2025 onbewerkte Iv3-data"} in found
