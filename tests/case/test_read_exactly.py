"""Inputs that were once read as something else, with what is right for each."""

import io
import re
import zipfile
from typing import Any

import pytest

from selfmgmt.case import Case, new_case
from selfmgmt.case.files import read_case
from selfmgmt.case.link import LONGEST_BETWEEN_PAGES, case_in_link, link_word
from selfmgmt.case.workbook import read_workbook
from selfmgmt.case.workbook_text import workbook_bytes
from selfmgmt.case.yaml_text import yaml_text
from selfmgmt.errors import InputError
from selfmgmt.language import LANGUAGES, speaking
from tests.case.test_workbook import cell_of, faults_of, opened, packed

HEAD = "schema: selfmgmt/case/1\nname: X\n"
TOWN = HEAD + "municipalities: [GM0267]\n"
CUT = TOWN + "question: {saving_target: 5%}\n"
OPTIONS = "options: {within_frames: , cut_across_the_board: }\n"


def read(text: str) -> Case:
    """The case in YAML."""
    return read_case(text.encode(), "x.yaml")


def refused(text: str) -> str:
    """The one fault in YAML."""
    with speaking("en"), pytest.raises(InputError) as caught:
        read(text)
    (fault,) = caught.value.faults
    return fault


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "judgements: {service_quality: {within_frames: 80%}}",
            "judgements.service_quality.within_frames: '80%' is a percentage, and here stands a "
            "number (points); write 80 or 0.8.",
        ),
        ("weights: {council: {net_saving: 50%, satisfaction: 50}}", "write 50 or 0.5"),
        ("organisation: {cost_per_fte: 50%}", "write 50 or 0.5"),
        ("organisation: {fte: € 400}", "another unit"),
        ("organisation: {fte: {low: 0, central: 50%, high: 500}}", "write 50 or 0.5"),
        ("options: {a: {training: 50%}}", "(EUR per FTE, once); write 50 or 0.5"),
        ("options: {a: {rollout_quarters: 100%}}", "write 100 or 1"),
        ("options: {a: {managers_after: {value: 80%, relative: no}}}", "write 80 or 0.8"),
        ("options: {a: {scope: 1}}", "write 1% or 100%"),
        ("readiness: {trust: 80%}", "write 80 or 0.8"),
        ("assumptions: {manager_cost_ratio: {central: 140%, reason: x}}", "write 140 or 1.4"),
    ],
)
def test_a_unit_that_the_field_has_not_is_refused(text: str, words: str) -> None:
    """It is never divided by a hundred in silence: the message has both readings."""
    fault = refused(TOWN + OPTIONS + text if "options" not in text else TOWN + text)
    assert words in fault


def test_the_readings_that_a_refusal_offers_can_be_used() -> None:
    """80 points are 80 points, half a point is half a point."""
    for written, points in (("80", 80), ("0,8", 0.8)):
        judged = f"judgements: {{service_quality: {{within_frames: '{written}'}}}}"
        case = read(TOWN + OPTIONS + judged)
        assert case.judgements["service_quality"]["within_frames"].central == points


FAR = [
    ("question: {saving_target: 5}", "question.saving_target", "write 5% or € 5"),
    ("question: {saving_target: '0,05'}", "question.saving_target", "write 5% or € 0.05"),
    ("question: {saving_target: 2500}", "question.saving_target", "write € 2500000 or € 2500"),
    ("options: {a: {managers_after: '0,75'}}", "options.a.managers_after", "75% or 0.75 FTE"),
    ("options: {a: {managers_after: 80}}", "options.a.managers_after", "80% or 80 FTE"),
    ("options: {a: {support_after: '0,95'}}", "options.a.support_after", "95% or 0.95 FTE"),
    ("options: {a: {team_count: '1,1'}}", "options.a.team_count", "110% or 1.1 teams"),
    ("options: {a: {primary_fte_change: '-0,05'}}", "primary_fte_change", "-5% or -0.05 FTE"),
    ("options: {a: {coaches: '0,5'}}", "options.a.coaches", "50% or 0.5 FTE"),
    ("options: {a: {managers_after: {value: '0,75'}}}", "managers_after", "75% or 0.75 FTE"),
]


@pytest.mark.parametrize(("text", "field", "words"), FAR)
def test_a_bare_figure_far_from_the_organisation_is_asked_back(
    text: str, field: str, words: str
) -> None:
    """0,75 managers where there are 22, or a cut of 5: the message has both ways to write it."""
    fault = refused(TOWN + text)
    assert field in fault
    assert words in fault


@pytest.mark.parametrize(
    ("field", "written", "value", "relative"),
    [
        ("managers_after", "0,75 FTE", 0.75, False),
        ("managers_after", "75%", 0.75, True),
        ("managers_after", "12", 12, False),
        ("managers_after", "0", 0, False),
        ("team_count", "1,1 teams", 1.1, False),
        ("team_count", "40", 40, False),
        ("primary_fte_change", "\N{EN DASH}5", -5, False),  # as Word makes a minus
        ("coaches", "2", 2, False),
    ],
)
def test_a_figure_with_its_unit_or_near_the_organisation_is_taken(
    field: str, written: str, value: float, relative: bool
) -> None:
    """Who means it writes the unit; who is near need not."""
    case = read(TOWN + f"options: {{a: {{{field}: '{written}'}}}}")
    found = getattr(case.design("a"), field)
    assert (found.value, found.relative) == (value, relative)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("managers", [0.75, 80.0, 12.0])
def test_what_is_written_for_the_user_is_never_asked_back(language: str, managers: float) -> None:
    """YAML, workbook and link hold the unit, so each is read back as the same case."""
    case = Case.model_validate(
        {
            "name": "X",
            "municipalities": ["GM0267"],
            "question": {"saving_target": 5},
            "options": {"a": {"managers_after": managers, "scope": 1}},
        }
    )
    with speaking(language):
        assert read_case(yaml_text(case).encode(), "x.yaml") == case
        assert read_case(workbook_bytes(case), "x.xlsx") == case
        assert case_in_link(link_word(case)) == case


def test_dutch_money_and_dashes() -> None:
    """A Dutch amount without cents, and the dash that a word processor makes of a minus."""
    case = read(TOWN + "question: {saving_target: '€ 2.500.000,-'}")
    assert case.question.saving_target.value == 2_500_000


def test_an_open_quote_is_told_where_it_opened() -> None:
    """Not where the parser stumbled, which may be far below."""
    fault = refused(HEAD + "municipalities:\n  - 's-Gravenhage\nnotes: proef\n")
    assert fault.startswith("line 4: ")
    assert "'s-Gravenhage" in fault


def test_an_official_name_with_a_comma_is_one_municipality() -> None:
    """Also between others, and as StatLine and letters write names."""
    case = read(HEAD + "municipalities: Nuenen, Gerwen en Nederwetten, Groningen (gemeente)\n")
    assert case.municipalities == ("GM0820", "GM0014")
    book = opened()
    cell_of(book, "case", "municipalities", "central").value = "Nuenen, Gerwen en Nederwetten"
    assert read_workbook(packed(book)).case().municipalities == ("GM0820",)


@pytest.mark.parametrize(
    "options",
    [
        "{niets_doen: {based_on: do_nothing}, within_frames: }",
        "{zo_laten: {based_on: do_nothing}, within_frames: }",
        "{zo_laten: {label: Niets doen}, within_frames: }",
        "{do_nothing: , within_frames: }",
    ],
)
def test_doing_nothing_is_one_option_whatever_its_key(options: str) -> None:
    """It stands once, under the key that everything knows, and what was judged goes with it."""
    key = options[1:].partition(":")[0]
    judged = f"judgements: {{service_quality: {{{key}: 50, within_frames: 60}}}}"
    case = read(f"{CUT}options: {options}\n{judged}")
    assert list(case.options) == ["do_nothing", "within_frames"]
    assert case.judgements["service_quality"]["do_nothing"].central == 50
    assert case.label("do_nothing").lower() in {"niets doen", "zo laten"}


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("options: {a: {label: Zelfde naam}, b: {label: zelfde  Naam}}", "a", "b"),
        ("options: {a: {label: Kaasschaaf}, cut_across_the_board: }", "a", "cut_across_the_board"),
        (
            "criteria:\n"
            "  a: {label: Groen, at_0: x, at_50: x, at_100: x}\n"
            "  b: {label: groen, at_0: x, at_50: x, at_100: x}\n",
            "a",
            "b",
        ),
    ],
)
def test_two_things_with_one_name_are_refused(text: str, one: str, other: str) -> None:
    """In a table nobody could tell them apart."""
    with pytest.raises(InputError, match=f"{one} en {other} heten allebei"):
        read(CUT + text)


def test_more_options_than_people_can_weigh_are_refused() -> None:
    """Thirty are read; of more none is, in a file and in a link."""
    many = ", ".join(f"o{at}: {{based_on: within_frames}}" for at in range(31))
    assert "there are 31; use at most 30" in refused(f"{TOWN}options: {{{many}}}")
    few = ", ".join(f"o{at}: {{based_on: within_frames}}" for at in range(29))
    case = read(f"{TOWN}options: {{{few}}}")
    assert len(case.options) == 30  # with doing nothing


def test_more_criteria_than_people_can_weigh_are_refused() -> None:
    """Thirty of one's own at most."""
    row = "{label: L%d, at_0: x, at_50: x, at_100: x}"
    many = "\n".join(f"  c{at}: " + row % at for at in range(31))
    assert "there are 31; use at most 30" in refused(f"{TOWN}criteria:\n{many}\n")


def test_a_link_longer_than_any_that_is_written_is_refused() -> None:
    """What is written is what is read."""
    with speaking("en"), pytest.raises(InputError, match="longer than any"):
        case_in_link("1." + "A" * LONGEST_BETWEEN_PAGES)


def xml_changed(content: bytes, part: str, old: str, new: str) -> bytes:
    """A workbook with another text in one of its parts."""
    changed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(changed, "w") as after:
        for name in before.namelist():
            text = before.read(name)
            if name == part:
                assert old.encode() in text
                text = text.replace(old.encode(), new.encode())
            after.writestr(name, text)
    return changed.getvalue()


SHEET = "xl/worksheets/sheet1.xml"
END = "</sheetData>"


@pytest.mark.parametrize(
    "added",
    [
        '<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>',
        '<mergeCells count="1"><mergeCell ref="B2:&#65;&#65;99999"/></mergeCells>',
        '<mergeCells count="1"><mergeCell ref="A:B"/></mergeCells>',
        '<hyperlinks><hyperlink ref="A1:XFD1048576" location="x"/></hyperlinks>',
        f'<dataValidations><dataValidation sqref="{"A1 " * 30_000}"/></dataValidations>',
    ],
)
def test_a_workbook_that_would_take_minutes_to_open_is_refused_first(
    monkeypatch: pytest.MonkeyPatch, added: str
) -> None:
    """A merge over a whole sheet fits in a line, and takes gigabytes once it is opened."""
    monkeypatch.setattr("selfmgmt.case.workbook._open", None)  # so it is never opened
    content = xml_changed(workbook_bytes(new_case(["Urk"])), SHEET, END, END + added)
    with speaking("en"), pytest.raises(InputError, match="over very many cells"):
        read_workbook(content)


def test_what_is_beyond_the_form_is_told() -> None:
    """Nothing is left out in silence because it stands far down."""
    book = opened()
    page = next(page for page in book if page["A1"].value == "organisation")
    page["E1500"] = 5
    (fault,) = faults_of(book)
    assert "cell E1500" in fault
    assert "beyond row 1,000" in fault or "beyond row 1000" in fault


def test_strict_open_xml_is_named() -> None:
    """Excel offers it under Save as; its sheets are in another language of XML."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    content = xml_changed(
        workbook_bytes(new_case(["Urk"])),
        "xl/workbook.xml",
        main,
        "http://purl.oclc.org/ooxml/spreadsheetml/main",
    )
    with speaking("en"), pytest.raises(InputError, match="Strict Open XML; choose Save as"):
        read_workbook(content)


def test_an_open_document_is_named() -> None:
    """By its name, and by its content when it was given another name."""
    inside = io.BytesIO()
    with zipfile.ZipFile(inside, "w") as parts:
        parts.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    for name in ("x.ods", "x.xlsx"):
        with speaking("en"), pytest.raises(InputError, match=r"save it as Excel workbook"):
            read_case(inside.getvalue(), name)


def page_of(book: Any, key: str) -> Any:
    """The sheet with this key."""
    return next(page for page in book if page["A1"].value == key)


def test_a_title_may_stand_above_a_sheet() -> None:
    """People put the name of their municipality on top."""
    book = opened()
    cell_of(book, "organisation", "fte", "central").value = 512
    page = page_of(book, "organisation")
    page.insert_rows(1)
    page["A1"] = "Gemeente Urk"
    fte = read_workbook(packed(book)).case().organisation.fte
    assert fte is not None
    assert fte.central == 512


@pytest.mark.parametrize("title", ["Organisatie", "organisation", "Organisation"])
def test_the_title_of_a_sheet_counts_for_its_key(title: str) -> None:
    """In either language, where the rest of the row is that of the form."""
    book = opened()
    cell_of(book, "organisation", "fte", "central").value = 512
    page_of(book, "organisation")["A1"] = title
    fte = read_workbook(packed(book)).case().organisation.fte
    assert fte is not None
    assert fte.central == 512


@pytest.mark.parametrize("sheet", ["organisation", "case"])
def test_renamed_keys_above_columns_are_one_fault(sheet: str) -> None:
    """And not one for every cell below them."""
    book = opened()
    page = page_of(book, sheet)
    words = {"low": "laag", "central": "cijfer", "high": "hoog"}
    for cell in page[1]:
        cell.value = words.get(cell.value, cell.value)
    (fault,) = faults_of(book)
    assert re.search(r"the keys above the columns are '(laag, cijfer, hoog|cijfer)'; write", fault)
