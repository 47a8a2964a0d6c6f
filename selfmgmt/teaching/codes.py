"""Answers as a code of ten characters, to paste in a chat or to say aloud; without any server.

Eight characters hold the answers, two are checks: a Reed-Solomon code over GF(32). It finds every
code with one or two characters wrong, and every two characters that changed places. The session
and the ballot are mixed into the checks, so that the code of another session is refused as well.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import prod

from selfmgmt.errors import InputError
from selfmgmt.language import gettext
from selfmgmt.teaching.ballot import Ballot, values_of

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Base 32 of Crockford: no I, L, O and U, which look like other signs or make words."""
LOOK_ALIKES = {"O": "0", "I": "1", "L": "1"}
SIGNS, CARRYING = 10, 8
NUMBERS, ROUNDS, VERSIONS = 60, 2, 4
"""How many respondents, rounds and corrections a code can tell apart."""
POLYNOMIAL, ORDER, _SIZE = 0b100101, 31, 32


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedSheet:
    """What one code says.

    Attributes:
        ballot: Key of the ballot.
        number: The number that was handed out, from 1.
        round: 1 or 2.
        version: 1, and more for a correction.
        values: Question to answer, without what was left open.
    """

    ballot: str
    number: int
    round: int
    version: int
    values: dict[str, int]


def encode(sheet: CodedSheet, ballots: dict[str, Ballot], session: str) -> str:
    """The code of a sheet, in two groups of five.

    Args:
        sheet: What it says.
        ballots: The ballots of the session, in its order.
        session: The short code of the session.

    Raises:
        InputError: An answer, number, round or version does not exist, or the ballot has more
            answers than fit in a code.
    """
    ballot = ballots[sheet.ballot]
    _refuse_too_large(ballot)
    values = values_of(ballot, sheet.values)
    parts = [
        (sheet.number - 1, NUMBERS, "number"),
        (sheet.round - 1, ROUNDS, "round"),
        (sheet.version - 1, VERSIONS, "version"),
    ]
    faults = [
        gettext("{field} is {given}; use 1 to {high}.", field=name, given=digit + 1, high=base)
        for digit, base, name in parts
        if not 0 <= digit < base
    ]
    if faults:
        raise InputError(*faults)
    digits = [digit for digit, _base, _name in parts]
    digits += [
        values[key] - question.low + 1 if key in values else 0
        for key, question in ballot.questions.items()
    ]
    carrying = _signs(_number(digits, bases_of(ballot)))
    both = "".join(ALPHABET[sign] for sign in with_checks(carrying, _tag(session, ballots, sheet)))
    return f"{both[:5]}-{both[5:]}"


def decode(code: str, ballots: dict[str, Ballot], session: str) -> CodedSheet | None:
    """What a code says; none when it is no code of this session, or was not typed well."""
    signs = [ALPHABET.index(sign) for sign in bare(code) if sign in ALPHABET]
    if len(signs) != SIGNS or len(bare(code)) != SIGNS:
        return None
    for key, ballot in ballots.items():
        if syndromes(signs) == tag_of(session, list(ballots).index(key)):
            return _sheet(key, ballot, signs[:CARRYING])
    return None


def bare(code: str) -> str:
    """A code without what stands between its signs, in capitals, and look-alikes made equal.

    >>> bare("23tw7-xerao")
    '23TW7XERA0'
    """
    upper = "".join(sign for sign in code.upper() if sign.isalnum())
    return "".join(LOOK_ALIKES.get(sign, sign) for sign in upper)


def bases_of(ballot: Ballot) -> tuple[int, ...]:
    """How many states each digit of a sheet has: number, round, version, each question or open."""
    answers = (question.levels + 1 for question in ballot.questions.values())
    return (NUMBERS, ROUNDS, VERSIONS, *answers)


def syndromes(signs: Sequence[int]) -> tuple[int, int]:
    """The two sums over a whole code that its tag must equal."""
    return _sum(signs, 1), _sum(signs, 2)


def with_checks(carrying: Sequence[int], tag: tuple[int, int]) -> list[int]:
    """The eight signs and the two checks that give a code its tag."""
    first, second = _sum(carrying, 1) ^ tag[0], _sum(carrying, 2) ^ tag[1]
    a, b = (_power(CARRYING + step) for step in (0, 1))
    c, d = (_power(2 * (CARRYING + step)) for step in (0, 1))
    whole = _inverse(_times(a, d) ^ _times(b, c))
    one = _times(_times(first, d) ^ _times(second, b), whole)
    other = _times(_times(a, second) ^ _times(c, first), whole)
    return [*carrying, one, other]


def tag_of(session: str, index: int) -> tuple[int, int]:
    """What the checks of a session and the ballot with this index in it add up to."""
    a, b, c, d = (ALPHABET.index(sign) for sign in session)
    return a ^ _times(2, c) ^ index, b ^ _times(2, d)


def _tag(session: str, ballots: dict[str, Ballot], sheet: CodedSheet) -> tuple[int, int]:
    return tag_of(session, list(ballots).index(sheet.ballot))


def _refuse_too_large(ballot: Ballot) -> None:
    if prod(bases_of(ballot)) > _SIZE**CARRYING:
        raise InputError(
            gettext(
                "{ballot} has more answers than fit in a code of {count} signs; ask less.",
                ballot=ballot.title,
                count=SIGNS,
            )
        )


def _sheet(key: str, ballot: Ballot, carrying: Sequence[int]) -> CodedSheet | None:
    number = sum(sign * _SIZE**power for power, sign in enumerate(reversed(carrying)))
    digits = []
    for base in bases_of(ballot):
        number, digit = divmod(number, base)
        digits.append(digit)
    if number:
        return None
    given, round_number, version, *answers = digits
    return CodedSheet(
        ballot=key,
        number=given + 1,
        round=round_number + 1,
        version=version + 1,
        values={
            question: answer - 1 + ballot.questions[question].low
            for question, answer in zip(ballot.questions, answers, strict=True)
            if answer
        },
    )


def _number(digits: Iterable[int], bases: Sequence[int]) -> int:
    found, unit = 0, 1
    for digit, base in zip(digits, bases, strict=True):
        found += digit * unit
        unit *= base
    return found


def _signs(number: int) -> list[int]:
    return [number // _SIZE**power % _SIZE for power in reversed(range(CARRYING))]


def _sum(signs: Sequence[int], factor: int) -> int:
    found = 0
    for index, sign in enumerate(signs):
        found ^= _times(sign, _power(factor * index))
    return found


def _times(one: int, other: int) -> int:
    """The product in GF(32)."""
    found = 0
    while other:
        if other & 1:
            found ^= one
        one <<= 1
        if one & _SIZE:
            one ^= POLYNOMIAL
        other >>= 1
    return found


def _power(exponent: int) -> int:
    found = 1
    for _ in range(exponent % ORDER):
        found = _times(found, 2)
    return found


def _inverse(value: int) -> int:
    return next(one for one in range(1, _SIZE) if _times(one, value) == 1)
