"""YAML is read without guessing, and every fault is told at once with its line."""

import pytest

from selfmgmt.case import Case
from selfmgmt.case.yaml_file import read_yaml
from selfmgmt.errors import InputError
from selfmgmt.language import speaking

START = "schema: selfmgmt/case/1\nname: Urk\nmunicipalities: Urk\n"


def read(text: str) -> Case:
    """The case in a YAML text that begins as every case does."""
    return read_yaml((START + text).encode()).case()


def faults_of(content: bytes | str) -> tuple[str, ...]:
    """The faults in a file."""
    with speaking("en"), pytest.raises(InputError) as caught:
        read_yaml(content if isinstance(content, bytes) else content.encode()).case()
    return caught.value.faults


def test_text_stays_text() -> None:
    """What plain YAML turns into booleans, octal numbers or dates is left alone."""
    case = read("decision: NO\nnotes: 2026-01-02\n")
    assert (case.decision, case.notes) == ("NO", "2026-01-02")
    assert read_yaml(START.replace("name: Urk", "name: 0267").encode()).case().name == "0267"


def test_numbers_in_dutch_and_english() -> None:
    """Each notation is understood, wherever a figure may stand."""
    case = read(
        "organisation: {fte: 1.234.5}\n".replace("1.234.5", "'1.234,5'")
        + "question: {saving_target: € 1.2 mln, due_quarter: 6}\n"
        "options: {mine: {frames: 75%, managers_after: 50%, greenfield: waar}}\n"
        "readiness:\n  trust:\n    low: 2\n    central: 2,5\n    high: 3.5\n"
    )
    assert case.organisation.fte is not None
    assert case.organisation.fte.central == 1234.5
    assert case.question.saving_target.value == 1.2e6
    assert case.design("mine").frames == 0.75
    assert case.design("mine").managers_after.relative
    assert case.design("mine").greenfield
    assert case.readiness.trust is not None
    assert dict(case.readiness.trust) == {"low": 2, "central": 2.5, "high": 3.5}


@pytest.mark.parametrize("written", ["", "~", "null", "''", "# later"])
def test_open_fields(written: str) -> None:
    """An empty value, and what YAML calls null, is open."""
    assert read(f"organisation:\n  fte: {written}\n") == read("")


def test_every_fault_at_once_in_the_order_of_the_file() -> None:
    """One message holds all faults of file, fields and how they fit together."""
    faults = faults_of(
        "schema: selfmgmt/case/9\n"
        "nme: x\n"
        "municipalities: [Nijkrk]\n"
        "organisation:\n"
        "  fte: -3\n"
        "  fte: 4\n"
        "  overhead_pct: 12%\n"
        "  support_share: 120%\n"
        "  cost_per_fte: 85.000\n"
        "  turnover: {low: 12%, central: 10%, high: 11%}\n"
        "  absence: {low: 3,5, central: 4, high: 5}\n"
        "question: {due_quarter: 20, horizon: 8}\n"
        "options:\n"
        "  mine: {team_basis: tasks, framez: 1, greenfield: maybe}\n"
        "judgements: {closeness: {mine: 300}}\n"
        "decision: *x\n"
    )
    expected = [
        ("name", "missing"),
        ("line 1, schema", "'selfmgmt/case/9'"),
        ("line 2, nme", "did you mean name?"),
        ("line 3, municipalities.0", "Nijkerk"),
        ("line 5, organisation.fte", "written twice"),
        ("line 7, organisation.overhead_pct", "BBV"),
        ("line 8, organisation.support_share", "120% is outside what is allowed; use 2% to 60%"),
        ("line 9, organisation.cost_per_fte", "'85.000' can be read in two ways"),
        ("line 10, organisation.turnover", "not in rising order"),
        ("line 11, organisation.absence.5", "comma between braces"),
        ("line 12, question.horizon", "due_quarter 20"),
        ("line 14, options.mine.team_basis", "did you mean task?"),
        ("line 14, options.mine.framez", "did you mean frames?"),
        ("line 14, options.mine.greenfield", "'maybe'"),
        ("line 15, judgements.closeness.mine", "300"),
        ("line 16, decision", "anchors"),
    ]
    assert len(faults) == len(expected)
    for fault, (place, words) in zip(faults, expected, strict=True):
        assert fault.startswith(f"{place}: ")
        assert words in fault


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is empty"),
        (b"# nothing but a comment\n", "is empty"),
        (b"just words\n", "holds no fields"),
        (b"- a\n- b\n", "holds no fields"),
        (b"\x00\x01\x02", "line 1: "),
        (b"\xff\xfea\x00", "not text in UTF-8"),
        (b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x93\xfa", "not text in UTF-8"),
        (b"a: 1\nb: c: d\n", "line 2: 'b: c: d' cannot be read"),
        (b"a: 'open\n", "cannot be read"),
        (b"a:\n\t- b\n", "line 2: "),
        (b"a: 1\n---\nb: 2\n", "several cases"),
        (b"[" * 100_000, "nested too deep"),
        (b"a: " + b"{a: " * 100, "nested too deep"),
        (b"{[a]: 1}", "the key is not a word"),
        (b"? \n: 1", "the key is not a word"),
        (b"&x a: 1\n", "line 1: anchors"),
        (b"--- &x\na: 1\n", "line 1: anchors"),
        (b"a: 1\n" * 100_000, "far more values than a case can have"),
    ],
)
def test_what_is_no_case_gives_one_message(content: bytes, words: str) -> None:
    """A file that cannot be read at all is told in one sentence."""
    (fault,) = faults_of(content)
    assert words in fault


def test_anchors_do_not_blow_up() -> None:
    """A file that would unfold to billions of values is refused before it does."""
    lines = ["a0: &a0 [x, x]"]
    lines += [f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 40)]
    faults = faults_of("\n".join(lines))
    assert sum("anchors" in fault for fault in faults) > 40


def test_very_many_faults_are_counted() -> None:
    """A file of some other kind does not fill the screen."""
    faults = faults_of("".join(f"k{n}: x\n" for n in range(3_000)))
    assert len(faults) == 101
    assert faults[-1] == "And 2903 faults more."


def test_tags_are_refused() -> None:
    """YAML can ask Python to do things; this reader has no ears for it."""
    faults = faults_of(START + "notes: !!python/object/apply:os.system [ls]\n")
    assert faults == ("line 4, notes: tags (!) are not allowed; write the value itself.",)


def test_messages_stay_short() -> None:
    """A value of a thousand lines is named by its beginning."""
    faults = faults_of(START + "organisation:\n  fte: " + "x" * 5_000 + "\n")
    assert len(faults[0]) < 250


def test_a_byte_order_mark_is_no_fault() -> None:
    """Windows writes one before text in UTF-8."""
    assert read_yaml(b"\xef\xbb\xbf" + START.encode()).case().name == "Urk"
