"""The survey that lies on a page: from files to what may be told of them.

The files themselves are nowhere any more when the findings are there.
"""

from base64 import b64decode
from binascii import Error as NotBase64
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from selfmgmt.errors import InputError
from selfmgmt.language import gettext
from selfmgmt.numbers import quoted
from selfmgmt.read_numbers import parse_bare_number
from selfmgmt.readiness.groups import TOTAL
from selfmgmt.readiness.importing import read_answers
from selfmgmt.readiness.sizes import read_sizes
from selfmgmt.readiness.survey import Findings, findings_of
from selfmgmt.resources import DATA

_EXAMPLE = {
    part: DATA / "instruments" / f"example_{part}.csv" for part in ("answers", "people", "earlier")
}
_LONGEST_NAME = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """What was found, and whether people said it or it is made up."""

    findings: Findings = field(repr=False)
    made_up: bool = False


def open_survey(
    answers: str | Path = "",
    *,
    people: str | Path = "",
    earlier: str | Path = "",
    example: bool = False,
    seed: int = 1,
) -> Survey | None:
    """The survey in files, the made-up example, or none.

    Args:
        answers: A file with answers.
        people: A file with how many people each group has.
        earlier: A file with the answers of an earlier measurement.
        example: Take the made-up answers instead.
        seed: Start of the random numbers.

    Raises:
        InputError: A file cannot be read, or nothing of it may be shown.
    """
    if example and answers:
        raise InputError(gettext("answers_file and example are both there; leave one of them out."))
    if example:
        files: Mapping[str, str | Path] = _EXAMPLE
    elif answers:
        files = {"answers": answers, "people": people, "earlier": earlier}
    else:
        return None
    return Survey(findings=_findings(files, "", seed), made_up=example)


def uploaded_survey(files: Any, invited: str, *, seed: int) -> Survey:
    """The survey in files that a page hands over.

    Args:
        files: ``answers``, ``people`` and ``earlier``, each a ``name`` with its ``content`` in
            base64; the last two may be missing.
        invited: How many people were asked in all, as the reader writes it.
        seed: Start of the random numbers.

    Raises:
        InputError: A file is missing or cannot be read, or nothing of it may be shown.
    """
    given = files if isinstance(files, dict) else {}
    with TemporaryDirectory() as folder:
        paths = {part: _put(Path(folder) / part, given.get(part)) for part in _EXAMPLE}
        if not paths["answers"]:
            raise InputError(gettext("Choose a file with answers first."))
        return Survey(findings=_findings(paths, invited, seed))


def _put(folder: Path, given: Any) -> str | Path:
    """Write one file down, for as long as it takes to read it."""
    match given:
        case {"name": str(name), "content": str(content)}:
            folder.mkdir()
            path = folder / (Path(name).name[-_LONGEST_NAME:] or "answers")
            try:
                path.write_bytes(b64decode(content, validate=True))
            except (NotBase64, OSError, ValueError):
                raise InputError(
                    gettext("{file} did not arrive whole; try again.", file=quoted(path.name))
                ) from None
            return path
    return ""


def _findings(files: Mapping[str, str | Path], invited: str, seed: int) -> Findings:
    answers = read_answers(files["answers"])
    sizes = read_sizes(files["people"], answers) if files["people"] else {}
    if invited.strip():
        sizes = {**sizes, TOTAL: _people(invited)}
    earlier = read_answers(files["earlier"]) if files["earlier"] else None
    return findings_of(answers, sizes, earlier=earlier, seed=seed)


def _people(written: str) -> int:
    count = parse_bare_number(written)
    if count < 1 or count % 1:
        raise InputError(
            gettext("{given} is no number of people; use a whole number.", given=quoted(written))
        )
    return int(count)
