"""What the import did, as a reader is told."""

from selfmgmt.language import speaking
from selfmgmt.readiness.remarks import remark


def test_a_remark_about_a_row_has_its_number_and_any_other_has_none() -> None:
    """Rows are counted from 1, so that 0 is no row."""
    with speaking("en"):
        assert str(remark("empty", 7)) == "Row 7 has no answers; it is left out."
        column = remark("not_read", column="Shoe size")
        assert str(column).startswith("Column “Shoe size” is no question")
    assert (remark("empty", 7).row, column.row) == (7, 0)
