"""What a report tells of its making."""

from datetime import date

from selfmgmt.case import Case
from selfmgmt.language import speaking
from selfmgmt.reporting.content.record import record_of, record_sentences

CASE = Case(name="Nijkerk", municipalities=("GM0267",))


def test_the_fingerprint_follows_everything_that_goes_in():
    """Another case, seed or number of draws gives another hash; the day does not."""
    one = record_of(CASE, seed=1, draws=100, made=date(2026, 1, 1))
    assert record_of(CASE, seed=1, draws=100, made=date(2026, 1, 2)).inputs == one.inputs
    others = [
        record_of(CASE, seed=2, draws=100),
        record_of(CASE, seed=1, draws=101),
        record_of(CASE.model_copy(update={"name": "Anders"}), seed=1, draws=100),
    ]
    assert len({one.inputs, *(other.inputs for other in others)}) == 4


def test_the_reader_sees_seed_draws_day_and_status():
    """And that nothing has been decided."""
    record = record_of(CASE, seed=7, draws=4000, made=date(2026, 11, 21))
    with speaking("en"):
        words = " ".join(record_sentences(record))
    assert "seed 7" in words
    assert "4,000" in words
    assert "21 November 2026" in words
    assert "not an intended decision" in words
    assert record.inputs[:16] in words
