"""What Word and PowerPoint files have in common."""

from io import BytesIO
from zipfile import ZipFile, ZipInfo

from selfmgmt.reporting.documents.office import whole_file


def test_the_moment_of_saving_leaves_no_trace():
    """The same parts give the same bytes, in the same order."""

    def save(year):
        def write(target):
            with ZipFile(target, "w") as file:
                for name in ("b.xml", "a.xml"):
                    file.writestr(ZipInfo(name, (year, 1, 1, 0, 0, 0)), name)

        return write

    made = whole_file(save(1999))
    assert made == whole_file(save(2020))
    with ZipFile(BytesIO(made)) as file:
        assert file.namelist() == ["b.xml", "a.xml"]
        assert file.read("a.xml") == b"a.xml"
