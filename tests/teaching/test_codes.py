"""Answer codes: every slip of a finger or two is found, and a pasted chat is read whole."""

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selfmgmt.errors import InputError
from selfmgmt.language import speaking
from selfmgmt.teaching.ballot import Ballot, Question, load_ballots
from selfmgmt.teaching.chat import read_chat
from selfmgmt.teaching.codes import (
    ALPHABET,
    NUMBERS,
    ROUNDS,
    VERSIONS,
    CodedSheet,
    decode,
    encode,
    syndromes,
    tag_of,
    with_checks,
)

BALLOTS = load_ballots()
SESSION = "K7QM"


@st.composite
def sheets(draw: st.DrawFn) -> CodedSheet:
    """Any sheet of any ballot."""
    key = draw(st.sampled_from(list(BALLOTS)))
    values = {
        question: draw(st.none() | st.integers(one.low, one.high))
        for question, one in BALLOTS[key].questions.items()
    }
    return CodedSheet(
        ballot=key,
        number=draw(st.integers(1, NUMBERS)),
        round=draw(st.integers(1, ROUNDS)),
        version=draw(st.integers(1, VERSIONS)),
        values={question: value for question, value in values.items() if value is not None},
    )


def sheet(number: int = 1, money: int = 5, version: int = 1, turn: int = 1) -> CodedSheet:
    """A sheet with weights."""
    return CodedSheet(
        ballot="weights",
        number=number,
        round=turn,
        version=version,
        values={"money": money, "staff": 3, "residents": 9},
    )


@given(sheets())
def test_what_goes_in_comes_out(one: CodedSheet) -> None:
    """Ten signs in two groups, and the same sheet back; small letters and look-alikes too."""
    code = encode(one, BALLOTS, SESSION)
    assert len(code) == 11
    assert decode(code, BALLOTS, SESSION) == one
    assert decode(code.lower().replace("0", "o").replace("1", "l"), BALLOTS, SESSION) == one


@settings(max_examples=20)
@given(sheets())
def test_every_single_typo_and_every_swap_is_found(one: CodedSheet) -> None:
    """All 310 codes that differ in one sign, and all 45 with two signs in each other's place."""
    code = encode(one, BALLOTS, SESSION).replace("-", "")
    for at, sign in enumerate(code):
        for other in set(ALPHABET) - {sign}:
            assert decode(code[:at] + other + code[at + 1 :], BALLOTS, SESSION) is None
    for left, right in combinations(range(10), 2):
        signs = list(code)
        signs[left], signs[right] = signs[right], signs[left]
        if signs != list(code):
            assert decode("".join(signs), BALLOTS, SESSION) is None


def test_two_wrong_signs_are_found() -> None:
    """Any two signs, over a code counted by hand: no other has the same two sums."""
    code = with_checks([1, 2, 3, 4, 5, 6, 7, 8], (0, 0))
    assert syndromes(code) == (0, 0)
    for left, right in combinations(range(10), 2):
        for one in range(1, 32):
            for other in range(1, 32):
                changed = list(code)
                changed[left] ^= one
                changed[right] ^= other
                assert syndromes(changed) != (0, 0)


def test_the_code_of_another_session_is_refused() -> None:
    """But for about 6 of 1,024: six ballots, and two checks of 32 signs."""
    chance = np.random.default_rng(3)
    code = encode(sheet(), BALLOTS, SESSION)
    others = ["".join(chance.choice(list(ALPHABET), 4)) for _ in range(2_000)]
    taken = sum(decode(code, BALLOTS, other) is not None for other in others)
    assert taken < 20


def test_ballots_of_a_session_have_different_tags() -> None:
    """So that a code tells by itself which ballot it answers."""
    tags = {tag_of(SESSION, index) for index in range(len(BALLOTS))}
    assert len(tags) == len(BALLOTS)


@pytest.mark.parametrize(
    ("one", "fault"),
    [
        (sheet(number=61), "number is 61; use 1 to 60"),
        (sheet(version=5), "version is 5; use 1 to 4"),
        (sheet(turn=3), "round is 3; use 1 to 2"),
        (sheet(money=11), "money is 11; use a whole number from 0 to 10"),
    ],
)
def test_what_does_not_exist_has_no_code(one: CodedSheet, fault: str) -> None:
    """Each fault is named."""
    with speaking("en"), pytest.raises(InputError, match=fault):
        encode(one, BALLOTS, SESSION)


def test_a_ballot_that_does_not_fit_is_refused() -> None:
    """Thirteen questions of eleven steps are more than ten signs can hold."""
    question = BALLOTS["weights"].questions["money"]
    asked: dict[str, Question] = {f"q{number}": question for number in range(13)}
    large = Ballot(title=question.label, intro=question.label, questions=asked)
    with speaking("en"), pytest.raises(InputError, match="more answers than fit"):
        encode(
            CodedSheet(ballot="large", number=1, round=1, version=1, values={}),
            {"large": large},
            SESSION,
        )


def test_a_pasted_chat_is_read_and_told_about() -> None:
    """Names, times, a repeat, a correction, a clash and a typo: each is accounted for."""
    codes = {number: encode(sheet(number, number), BALLOTS, SESSION) for number in range(1, 8)}
    better = encode(sheet(2, 9, version=2), BALLOTS, SESSION)
    clash = encode(sheet(3, 10), BALLOTS, SESSION)
    typo = ("A" if codes[7][0] != "A" else "B") + codes[7][1:]
    text = f"""[10:02] Fatima de Vries: mijn code is {codes[1]}, groeten
    10:03 Jan:   {codes[2].lower()}
    Kees (06-12345678) schreef: {codes[1]} en {clash}
    {codes[3]} {codes[4].replace("-", " ")}; {better} vergadering gemeenteraad
    {codes[5].replace("-", "–")} {typo} {codes[6]}."""
    read = read_chat(text, BALLOTS, SESSION)
    assert [one.number for one in read.sheets] == [1, 2, 4, 5, 6]
    assert read.sheets[1].values["money"] == 9
    assert (read.duplicates, read.corrections, read.clashes) == ((codes[1],), (2,), (3,))
    assert read.unreadable == (typo,)
    rows = read.answers(SESSION, BALLOTS).frame()
    assert sorted(set(rows.respondent)) == [f"number-{one}" for one in (1, 2, 4, 5, 6)]
    assert list(rows.columns) == ["session", "round", "respondent", "question", "value"]
    with speaking("en"):
        told = read.remarks()
    assert len(told) == 5
    assert told[0] == "5 codes were read."


def test_words_are_no_codes() -> None:
    """An ordinary talk gives nothing, and no remark but that."""
    text = "De gemeenteraad besluit donderdag 12 november 2026 over begroting en personeelsplan."
    read = read_chat(text, BALLOTS, SESSION)
    assert (read.sheets, read.unreadable) == ((), ())
