"""Instruments of practice: data that says what is asked, and one pure function for the result."""

from selfmgmt.practice.answers import Answers, Practice, with_answer
from selfmgmt.practice.instrument import Instrument
from selfmgmt.practice.known import find_instrument, known_instruments, with_instruments_in
from selfmgmt.practice.result import Finding, PracticeResult
from selfmgmt.practice.rules import practice_result

__all__ = [
    "Answers",
    "Finding",
    "Instrument",
    "Practice",
    "PracticeResult",
    "find_instrument",
    "known_instruments",
    "practice_result",
    "with_answer",
    "with_instruments_in",
]
