"""What a report must tell to be made again: versions, seed, draws, a hash of all that went in."""

import sys
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

import numpy as np

from selfmgmt import __version__
from selfmgmt.case import Case
from selfmgmt.language import gettext
from selfmgmt.live.passed_on import passed_on
from selfmgmt.numbers import long_date, number
from selfmgmt.reporting.content.fingerprint import data_hash


@dataclass(frozen=True, slots=True, kw_only=True)
class RunRecord:
    """How a report was made; ``inputs`` is the hash of case, data, seed and draws.

    What persons filled in is not in the hash: who knows the rest could guess until it fits.
    """

    made: date
    seed: int
    draws: int
    version: str
    inputs: str


def record_of(case: Case, *, seed: int, draws: int, made: date | None = None) -> RunRecord:
    """The record of a report that is made today, or on ``made``."""
    everything = f"{passed_on(case).model_dump_json()}|{seed}|{draws}|{data_hash()}"
    return RunRecord(
        made=made or date.today(),
        seed=seed,
        draws=draws,
        version=__version__,
        inputs=sha256(everything.encode()).hexdigest(),
    )


def record_sentences(record: RunRecord) -> list[str]:
    """The record as the reader sees it."""
    return [
        gettext("Made on {day}.", day=long_date(record.made)),
        gettext(
            "selfmgmt {version}, Python {python}, NumPy {numpy}.",
            version=record.version,
            python=".".join(map(str, sys.version_info[:3])),
            numpy=np.__version__,
        ),
        gettext(
            "{draws} possible futures, drawn from random numbers with seed {seed}. The same seed "
            "gives the same figures.",
            draws=number(record.draws),
            seed=record.seed,
        ),
        gettext("Fingerprint of case and data: {hash}.", hash=record.inputs[:16]),
        gettext("An exploration, not an intended decision."),
    ]
