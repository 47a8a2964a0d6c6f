"""Answer codes in a text that was pasted from a chat: found, read, and accounted for."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from selfmgmt.language import gettext, ngettext
from selfmgmt.teaching.answers import Answers, answers_of, sheet_answers
from selfmgmt.teaching.ballot import Ballot
from selfmgmt.teaching.codes import CodedSheet, decode, encode

_PARTED = re.compile(r"(?<![\w-])([0-9A-Za-z]{5})[-\u2010-\u2014_.]([0-9A-Za-z]{5})(?![\w-])")
_WHOLE = re.compile(r"(?<![\w-])(?=[A-Za-z]*\d)([0-9A-Za-z]{5})[ ]?([0-9A-Za-z]{5})(?![\w-])")
_MOST_LISTED = 12
_WHO = {"person": "number", "table": "table"}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadCodes:
    """What a text with codes gave.

    Attributes:
        sheets: Respondents, rounds and ballots that are counted, each once.
        duplicates: Codes that stood there more than once.
        corrections: Numbers of which a later version took the place of an earlier one.
        clashes: Numbers under which two different answers came in as the same version; neither
            of these is counted, for nobody can tell whose it is.
        unreadable: What looks like a code and is none of this session.
    """

    sheets: tuple[CodedSheet, ...]
    duplicates: tuple[str, ...]
    corrections: tuple[int, ...]
    clashes: tuple[int, ...]
    unreadable: tuple[str, ...]

    def answers(self, session: str, ballots: Mapping[str, Ballot]) -> Answers:
        """The answers, under the numbers that were handed out to people and tables."""
        return answers_of(
            row
            for sheet in self.sheets
            for row in sheet_answers(
                session,
                sheet.round,
                f"{_WHO[ballots[sheet.ballot].by]}-{sheet.number}",
                sheet.ballot,
                sheet.values,
            )
        )

    def remarks(self) -> list[str]:
        """What the facilitator has to know of how the text was read."""
        found = [
            ngettext("{count} code was read.", "{count} codes were read.", len(self.sheets)),
            gettext(
                "Codes that stood there more than once count once: {codes}.",
                codes=", ".join(self.duplicates[:_MOST_LISTED]),
            ),
            gettext(
                "A correction took the place of an earlier code, for number {numbers}.",
                numbers=_listed(self.corrections),
            ),
            gettext(
                "Number {numbers} came with two different codes and is not counted; ask who has "
                "that number.",
                numbers=_listed(self.clashes),
            ),
            gettext(
                "This looks like a code, but is none of this session or was not typed well: "
                "{codes}. Ask for it again.",
                codes=", ".join(self.unreadable[:_MOST_LISTED]),
            ),
        ]
        there = (True, self.duplicates, self.corrections, self.clashes, self.unreadable)
        return [remark for remark, has in zip(found, there, strict=True) if has]


def read_chat(text: str, ballots: dict[str, Ballot], session: str) -> ReadCodes:
    """Read every code in a text.

    Args:
        text: What was pasted: names, times and other words do no harm, and are not kept.
        ballots: The ballots of the session, in its order.
        session: Its short code.
    """
    seen: dict[str, CodedSheet] = {}
    duplicates, unreadable = [], []
    for written in _candidates(text):
        sheet = decode(written, ballots, session)
        if sheet is None:
            unreadable.append(written)
            continue
        code = encode(sheet, ballots, session)
        if code in seen:
            duplicates.append(code)
        seen[code] = sheet
    sheets, corrections, clashes = _latest(list(seen.values()))
    return ReadCodes(
        sheets=tuple(sheets),
        duplicates=tuple(dict.fromkeys(duplicates)),
        corrections=tuple(corrections),
        clashes=tuple(clashes),
        unreadable=tuple(dict.fromkeys(unreadable)),
    )


def _candidates(text: str) -> Iterator[str]:
    """What looks like a code: two groups of five, or ten signs with a digit among them."""
    found = [(match.start(), "-".join(match.groups())) for match in _PARTED.finditer(text)]
    rest = _PARTED.sub(lambda match: " ; ".ljust(len(match[0])), text)
    found += [(match.start(), "-".join(match.groups())) for match in _WHOLE.finditer(rest)]
    return (written for _at, written in sorted(found))


def _latest(sheets: list[CodedSheet]) -> tuple[list[CodedSheet], list[int], list[int]]:
    kept, corrections, clashes = [], set(), set()
    groups: dict[tuple[int, int, str], list[CodedSheet]] = {}
    for sheet in sheets:
        groups.setdefault((sheet.number, sheet.round, sheet.ballot), []).append(sheet)
    for (number, _round, _ballot), of_one in sorted(groups.items()):
        last = max(sheet.version for sheet in of_one)
        newest = [sheet for sheet in of_one if sheet.version == last]
        if len(newest) > 1:
            clashes.add(number)
            continue
        if len(of_one) > 1:
            corrections.add(number)
        kept += newest
    return kept, sorted(corrections), sorted(clashes)


def _listed(numbers: tuple[int, ...]) -> str:
    return ", ".join(map(str, numbers))
