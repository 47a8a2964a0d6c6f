"""The parts about people and the roadmap: what they show, and what they never show."""

import io
import re
from collections.abc import Iterator
from datetime import date

import openpyxl
import pytest
from icalendar import Calendar

from selfmgmt.analysis.case_roadmap import KEY, case_roadmap, option_for, roadmap_of
from selfmgmt.analysis.compare import Comparison, compare
from selfmgmt.analysis.roadmap import OptionRoadmap, option_roadmap
from selfmgmt.case import Case, new_case
from selfmgmt.errors import InputError
from selfmgmt.language import LANGUAGES, speaking
from selfmgmt.practice.answers import read_practice
from selfmgmt.views.people import advice_part, method_parts, partners_part, roles_part
from selfmgmt.views.roadmap import halt_part, roadmap_part, stops_part
from selfmgmt.views.roadmap_calendar import roadmap_calendar
from selfmgmt.views.roadmap_workbook import roadmap_workbook

WAY = "stepwise_programme"
PLAN = {
    "start": {"date": "2027-01-04"},
    "option": {"option": WAY},
    "permits": {
        "number": "3.2",
        "goal": "Faster permits",
        "track": "results",
        "date": "2029-03-01",
    },
}
DRAWS = 256


def with_practice(case: Case, **tables: object) -> Case:
    """The case with instruments filled in."""
    return case.model_copy(update={"practice": read_practice(tables)})


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    """Nijkerk with a start, an option and a goal filled in."""
    return compare(with_practice(new_case(["Nijkerk"]), roadmap={"plan": PLAN}), draws=DRAWS)


@pytest.fixture(scope="module")
def found(comparison: Comparison) -> OptionRoadmap:
    """Its roadmap."""
    return roadmap_of(comparison)


def calendar_of(found: OptionRoadmap, name: str = "Nijkerk") -> bytes:
    """Its calendar, made on a fixed day."""
    return roadmap_calendar(found, name=name, made=date(2026, 11, 30))


def marks_of(written: bytes) -> set[str]:
    """The marks by which a calendar knows an event again."""
    return {str(event["uid"]) for event in Calendar.from_ical(written).walk("VEVENT")}


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    """Both languages."""
    with speaking(request.param):
        yield request.param


def test_what_was_filled_in_is_in_the_roadmap(found: OptionRoadmap) -> None:
    """Its start, its option, and the number of the goal with every step of its track."""
    assert (found.option, found.roadmap.start) == (WAY, date(2027, 1, 4))
    assert all(one.goals == ("3.2",) for one in found.roadmap.steps if one.step.track == "results")


def test_the_parts_speak_both_languages(
    comparison: Comparison, found: OptionRoadmap, language: str
) -> None:
    """Sentences end, tables are filled, and each part says what to be careful about."""
    parts = [
        roadmap_part(found),
        stops_part(found),
        halt_part(comparison, found, draws=DRAWS, seed=1),
        advice_part(comparison, WAY),
        *method_parts(found.roadmap),
    ]
    for part in parts:
        assert part.title
        assert all(re.search(r"[.?!]$", words) for words in part.sentences), part.sentences
        assert all(table.rows for table in part.tables)
        assert part.cautions
        assert part.views()


def test_the_picture_shows_every_step(found: OptionRoadmap) -> None:
    """One bar for each step, in its alt text and its table too."""
    with speaking("en"):
        part = roadmap_part(found)
    assert part.chart is not None
    assert len(part.chart.table.rows) == len(found.roadmap.steps)
    assert part.chart.alt.startswith(f"{len(found.roadmap.steps)} steps from ")


def test_the_works_council_comes_before_the_decision(found: OptionRoadmap) -> None:
    """It is told with both dates."""
    with speaking("en"):
        sentences = roadmap_part(found).sentences
    advice, decision = found.roadmap.find("works_council"), found.roadmap.find("decision")
    assert advice is not None
    assert decision is not None
    (text,) = [words for words in sentences if words.startswith("The works council is asked")]
    assert str(decision.begin.year) in text
    assert advice.end < decision.begin


def test_the_calendar_is_read_back(found: OptionRoadmap, language: str) -> None:
    """An event for each step and for each day on which to look; the same bytes twice."""
    written = calendar_of(found)
    assert written == calendar_of(found)
    events = Calendar.from_ical(written).walk("VEVENT")
    assert len(events) == len(found.roadmap.steps) + len(found.due)
    assert len({str(event["uid"]) for event in events}) == len(events)
    begins = sorted(event.decoded("dtstart") for event in events)
    assert begins == sorted([one.begin for one in found.roadmap.steps] + [*found.due.values()])
    assert all(event.decoded("dtend") > event.decoded("dtstart") for event in events)


def test_the_calendar_is_what_a_program_takes(found: OptionRoadmap) -> None:
    """Lines end in CR LF and hold 75 bytes at most; whole days need no time zone and block none."""
    written = calendar_of(found)
    lines = written.split(b"\r\n")
    assert lines.pop() == b""
    assert not any(b"\n" in line or b"\r" in line or len(line) > 75 for line in lines)
    assert written.count(b"BEGIN:VEVENT") == written.count(b"TRANSP:TRANSPARENT")
    for name in (b"DTSTART", b"DTEND"):
        dates = [line for line in lines if line.startswith(name)]
        assert all(re.fullmatch(rb"DT\w+;VALUE=DATE:\d{8}", line) for line in dates)
    stamps = {line for line in lines if line.startswith(b"DTSTAMP")}
    assert stamps == {b"DTSTAMP:20261130T000000Z"}
    assert b"METHOD:PUBLISH" in lines


def test_a_step_of_a_month_ends_on_the_day_before_its_end_in_the_file(found: OptionRoadmap) -> None:
    """The council evening takes the month from 4 January: until 3 February, written as the 4th."""
    events = Calendar.from_ical(calendar_of(found)).walk("VEVENT")
    (evening,) = [one for one in events if str(one["uid"]).startswith("council_evening")]
    assert evening.decoded("dtstart") == date(2027, 1, 4)
    assert evening.decoded("dtend") == date(2027, 2, 4)


def test_a_calendar_that_is_read_again_moves_what_it_has(comparison: Comparison) -> None:
    """Other dates or another option keep the marks of steps; another case shares none."""
    first = option_roadmap(comparison, WAY, start=date(2027, 1, 4))
    moved = option_roadmap(comparison, WAY, start=date(2027, 7, 1))
    other = option_roadmap(comparison, "vanguard_first", start=date(2027, 1, 4))
    marks = [marks_of(calendar_of(one)) for one in (first, moved, other)]
    assert marks[0] == marks[1]
    assert {"decision-nijkerk@selfmgmt", "start-nijkerk@selfmgmt"} <= marks[0] & marks[2]
    assert not marks[0] & marks_of(calendar_of(first, name="Urk"))


def test_the_workbook_is_read_back(found: OptionRoadmap, language: str) -> None:
    """Dates are dates, days and euros are numbers that add up; no cell is a formula."""
    book = openpyxl.load_workbook(io.BytesIO(roadmap_workbook(found)))
    steps, lines, rules, effort, development = (book[name] for name in book.sheetnames)
    assert [cell.value.date() for cell in steps["B"][1:]] == [
        one.begin for one in found.roadmap.steps
    ]
    days = sum(one.days for one in found.roadmap.steps)
    assert sum(cell.value for cell in steps["L"][1:]) == pytest.approx(days)
    assert sum(cell.value for cell in effort["B"][1:]) == pytest.approx(days)
    assert sum(cell.value for cell in development["E"][1:]) == pytest.approx(days)
    assert [cell.value.date() for cell in lines["A"][1:]] == [*found.due.values()]
    assert [cell.value for cell in lines["B"][1:]] == [*found.stops[0].lines.values()]
    assert [cell.value for cell in rules["C"][1:]] == [str(one.rule.then) for one in found.stops]
    kinds = {cell.data_type for name in book.sheetnames for row in book[name] for cell in row}
    assert kinds <= {"s", "n", "d"}


def test_a_case_gives_the_roadmap_of_its_page(comparison: Comparison) -> None:
    """The file of a case and the page beside it say the same."""
    case = comparison.study.case
    again = case_roadmap(case, draws=DRAWS)
    assert again.roadmap == roadmap_of(comparison).roadmap
    assert KEY in case.practice


def test_an_option_is_found_by_name_or_key(comparison: Comparison) -> None:
    """A name that is none is told; without a name the leading one, then the first new way."""
    label = comparison.options[WAY].label
    assert option_for(comparison, label) == option_for(comparison, WAY.upper()) == WAY
    assert option_for(comparison, "", "vanguard_first") == "vanguard_first"
    assert comparison.options[option_for(comparison, "", "do_nothing")].design.scope > 0
    with speaking("en"), pytest.raises(InputError, match="is not known here"):
        option_for(comparison, "dream organisation")


def test_letters_never_leave_the_team() -> None:
    """The part for outside the team holds counts; a small team is not in it."""
    large = {f"task_{at}": {"a": "can", **dict.fromkeys("bcdef", "learns")} for at in range(3)}
    small = {"secret": {"x": "can", "y": "can"}}
    case = with_practice(
        new_case(["Nijkerk"]), role_coverage={"front_desk": large, "tiny_team": small}
    )
    with speaking("en"):
        part = roles_part(case)
    text = " ".join(part.sentences) + str([table.rows for table in part.tables])
    assert "front desk" in text
    assert "tiny" not in text
    assert "secret" not in text
    assert "task_" not in text
    assert "3 cannot miss a single person" in text


def test_without_partners_it_says_so(comparison: Comparison) -> None:
    """One municipality bears all, and there is nothing to split."""
    with speaking("en"):
        part = partners_part(comparison, WAY)
    assert part.tables == ()
    assert "serves Nijkerk alone" in part.sentences[0]


def test_partners_bear_the_whole() -> None:
    """The parts add up to 1, and whoever leaves leaves fewer FTE behind."""
    shared = compare(new_case(["Boxtel", "Sint-Michielsgestel"]), draws=DRAWS)
    with speaking("en"):
        part = partners_part(shared, WAY)
    split, leaving = part.tables
    assert sum(int(row[1].rstrip("%")) for row in split.rows) == pytest.approx(100, abs=1)
    assert all(int(row[2]) < int(row[1]) for row in leaving.rows)
