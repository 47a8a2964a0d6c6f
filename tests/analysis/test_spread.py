"""What the spread of options rests on, in a world of doing nothing, two options and four draws."""

from types import SimpleNamespace

import numpy as np
import pytest

from selfmgmt.analysis import spread
from selfmgmt.analysis.drivers import SPREADING
from selfmgmt.analysis.spread import assumption_shares, spread_of

ORIGINS = {
    "fte": "own",
    "absence": "public",
    "turnover": "default",
    "readiness": "readiness",
    "savings_realisation": "assumption",
}
FIRST = np.array([[1.0, 1, 1, 1], [2, 4, 6, 8], [8, 6, 4, 2]])  # two options of variance 5
AGAIN = {
    (): FIRST,
    ("savings_realisation",): FIRST + np.array([[0.0] * 4, [2, 2, -2, -2], [0] * 4]),
    ("readiness",): FIRST + np.array([[0.0] * 4, [0] * 4, [0, 4, 0, 0]]),
    ("absence", "fte", "turnover"): FIRST,
    ("turnover",): FIRST[[0, 2, 1]],  # the two change places
}


@pytest.fixture
def study(monkeypatch):
    """Turnover and what readiness is are open, and absence, of which public accounts tell."""

    def run(_plans, _inputs, *, draws, resampled, wanted, **_settings):
        table = AGAIN[tuple(resampled)][:, :draws]
        return SimpleNamespace(values=dict.fromkeys(wanted, table))

    monkeypatch.setattr(spread, "simulate", run)
    inputs = SimpleNamespace(origins=ORIGINS, uncertain=tuple(ORIGINS))
    return SimpleNamespace(
        inputs=inputs,
        question=None,
        case=SimpleNamespace(options=dict.fromkeys(("nothing", "one", "other"))),
        organisation=SimpleNamespace(missing=("known", "turnover")),
    )


SIZED = dict.fromkeys(("nothing", "one", "other"), SimpleNamespace(plan=None))


def test_shares_of_groups_and_what_an_open_value_does_to_the_choice(study):
    """Half of 4 over 5 and half of 16 / 4 over 5; where options change places all choices turn."""
    values = dict.fromkeys(SPREADING, FIRST)
    shares, first = spread_of(study, SIZED, values, seed=1)
    nothing, one, other = shares
    for outcome in SPREADING:
        assert all(np.isnan(share) for share in nothing[outcome].values())
        assert one[outcome] == pytest.approx(
            {"assumption": 0.4, "evidence": 0, "organisation": 0, "readiness": 0}
        )
        assert other[outcome] == pytest.approx(
            {"assumption": 0, "evidence": 0, "organisation": 0, "readiness": 0.4}
        )
    assert first == {"turnover": 1.0, "known": 0.0}
    assert list(first) == ["turnover", "known"]  # most often first


def test_draws_that_are_there_are_not_drawn_again(study, monkeypatch):
    """The first block is that of the comparison; with fewer draws than a block it is run anew."""
    ran = []
    run = spread.simulate
    monkeypatch.setattr(
        spread,
        "simulate",
        lambda *given, **more: ran.append(more["resampled"]) or run(*given, **more),
    )
    spread_of(study, SIZED, dict.fromkeys(SPREADING, FIRST), seed=1)
    assert () in ran
    monkeypatch.setattr(spread, "_DRIVER_DRAWS", 4)
    ran.clear()
    longer = np.hstack([FIRST, FIRST])
    shares, _ = spread_of(study, SIZED, dict.fromkeys(SPREADING, longer), seed=1)
    assert () not in ran
    assert shares[1]["gap_eur"]["assumption"] == pytest.approx(0.4)


def test_the_share_of_assumptions_alone_is_that_of_the_whole(study):
    """By option and outcome; of what does not vary there is no share."""
    found = assumption_shares(study, SIZED, seed=1)
    assert list(found) == list(SIZED)
    for outcome in SPREADING:
        assert np.isnan(found["nothing"][outcome])
        assert (found["one"][outcome], found["other"][outcome]) == pytest.approx((0.4, 0))
