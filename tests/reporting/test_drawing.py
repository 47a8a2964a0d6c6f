"""The floor of the bench is drawing: the pictures of a report are found wherever it makes them."""

from selfmgmt.reporting.content.content import Content
from selfmgmt.reporting.pages.sections import page_one_html
from selfmgmt.views.figures import picture
from tests.bench.pictures import hash_of, hashes_in, recording


def test_each_picture_of_a_page_can_be_drawn_again(in_its_language: Content) -> None:
    """Recorded by the function that made it, however a section imported that function."""
    builders = []
    with recording(builders):
        page = page_one_html(in_its_language).source
    assert hashes_in(page)
    assert [hash_of(picture(build())) for build in builders] == hashes_in(page)
