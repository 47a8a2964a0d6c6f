"""Prepare a session: a folder with its case, what is voted on, and all that is printed."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from selfmgmt.case import Case
from selfmgmt.case.files import load_case
from selfmgmt.case.saving import save_case
from selfmgmt.errors import InputError
from selfmgmt.language import gettext, speaking
from selfmgmt.live.file import write_page
from selfmgmt.teaching.ballot import HOME
from selfmgmt.teaching.editions import EDITIONS, edition_text, lessons
from selfmgmt.teaching.form import form_page
from selfmgmt.teaching.kit import load_stories, schedule_of
from selfmgmt.teaching.notes import FILE as NOTES
from selfmgmt.teaching.notes import empty_notes
from selfmgmt.teaching.printed import printed
from selfmgmt.teaching.room import LIVE
from selfmgmt.teaching.session import (
    CASE_FILE,
    FILE,
    LENGTHS,
    MOST_PEOPLE,
    MOST_TABLES,
    Length,
    Session,
    all_ballots,
    new_code,
    write_session,
)
from selfmgmt.values import unknown
from selfmgmt.whole_files import replacing

CASES = ("small", "middle", "shared")
FORM = "answer_code.html"
_FEWEST = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What somebody asks for.

    Attributes:
        case: A ready case by its key, or a case file.
        people: For how many people; ``tables`` at how many tables.
        length: 90 or 150 minutes, or three half-days.
        ballots: What is voted on; those of the schedule when empty.
        word: Whether to make Word documents beside the pages.
    """

    case: str
    people: int = 15
    tables: int = 3
    length: str = "90"
    ballots: Sequence[str] = ()
    word: bool = True


def prepare(plan: Plan, folder: Path, language: str) -> list[Path]:
    """Prepare a session in an empty or new folder.

    Returns:
        The files that were made, in the order in which a facilitator needs them.

    Raises:
        InputError: With every fault in what was asked; or the folder has a session already.
    """
    session, case = _session(plan, language)
    if (folder / FILE).exists():
        raise InputError(
            gettext("{folder} has a session already; choose another folder.", folder=folder)
        )
    story = plan.case if plan.case in CASES else ""
    contents = {
        **printed(session, case, story, word=plan.word),
        FORM: form_page(session).encode(),
        NOTES: empty_notes(language).encode(),
        **_lessons(story, language),
    }
    folder.mkdir(parents=True, exist_ok=True)
    save_case(case, folder / CASE_FILE)
    for name, content in contents.items():
        with replacing(folder / name) as unfinished:
            unfinished.write_bytes(content)
    with speaking(language):
        page = write_page(case, folder / LIVE, name="session")
    write_session(session, folder)
    return [*(folder / name for name in contents), page]


def _lessons(story: str, language: str) -> dict[str, bytes]:
    """The lessons, in an edition for participants and one for the facilitator."""
    return {
        f"{name}_{edition}.ipynb": edition_text(path, edition, language, story).encode()
        for name, path in lessons().items()
        for edition in EDITIONS
    }


def case_for(named: str) -> Case:
    """A ready case by its key, or the case in a file.

    Raises:
        InputError: There is no such case or file.
    """
    if named in CASES:
        return load_case(HOME / "cases" / f"{named}.case.yaml")
    if Path(named).suffix:
        return load_case(named)
    raise InputError(
        gettext(
            "{given} is no case; use {allowed}, or the name of a case file.",
            given=repr(named),
            allowed=", ".join(CASES),
        )
    )


def _faults(plan: Plan) -> list[str]:
    """What is wrong with what was asked, apart from the case."""
    faults = [unknown(key, all_ballots()) for key in plan.ballots if key not in all_ballots()]
    for name, given, low, high in (
        ("people", plan.people, _FEWEST, MOST_PEOPLE),
        ("tables", plan.tables, 1, MOST_TABLES),
    ):
        if not low <= given <= high:
            faults.append(
                gettext(
                    "{name} is {given}; use {low} to {high}.",
                    name=name,
                    given=given,
                    low=low,
                    high=high,
                )
            )
    if plan.length not in LENGTHS:
        faults.append(
            gettext(
                "length is {given}; use {allowed}.",
                given=repr(plan.length),
                allowed=", ".join(LENGTHS),
            )
        )
    return faults


def _session(plan: Plan, language: str) -> tuple[Session, Case]:
    faults = _faults(plan)
    try:
        case = case_for(plan.case)
    except InputError as error:
        raise InputError(*error.faults, *faults) from None
    if faults:
        raise InputError(*faults)
    if plan.case in CASES:
        name = getattr(load_stories()[plan.case].name, language)
        case = case.model_copy(update={"name": name})
    session = Session.model_validate(
        {
            "code": new_code(),
            "title": case.name,
            "language": language,
            "people": plan.people,
            "tables": plan.tables,
            "length": plan.length,
            "ballots": tuple(plan.ballots) or schedule_of(cast(Length, plan.length)).votes(),
        }
    )
    return session, case
