"""The commands as users type them: what they print, write and refuse."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from selfmgmt.cli import program
from selfmgmt.program import run

Says = pytest.CaptureFixture[str]
FEW = ("--draws", "200")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in, and no figures of our own from earlier."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home"))
    return tmp_path


def printed_json(capsys: Says, *arguments: str) -> Any:
    """What a command prints with ``--json``; nothing else may be on stdout."""
    assert run(program, [*arguments, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_a_case_is_made_and_has_no_faults(folder: Path) -> None:
    """``new`` and ``check`` agree, in both formats."""
    for name in ("nijkerk.yaml", "nijkerk.xlsx"):
        assert run(program, ["new", "Nijkerk", "-o", name]) == 0
        assert run(program, ["check", name]) == 0
        assert (folder / name).is_file()


def test_what_looks_odd_is_told_and_not_refused(folder: Path, capsys: Says) -> None:
    """On stderr with exit 0: the first edition, a small organisation, and far too many coaches."""
    (folder / "case.yaml").write_text(
        "schema: selfmgmt/case/1\n"
        "name: Vlieland\n"
        "municipalities: Vlieland\n"
        "organisation:\n"
        "  fte: 60\n"
        "options:\n"
        "  mine: {coaches: 20}\n",
        encoding="utf-8",
    )
    assert run(program, ["check", "case.yaml", "--language", "en"]) == 0
    said = capsys.readouterr()
    assert said.out == ""
    for words in ("no faults", "first edition", "fewer than 75 FTE", "Look again: mine: 20.0 FTE"):
        assert words in said.err


def test_a_case_is_named_after_the_municipality(folder: Path) -> None:
    """Without ``--output`` the file has a name that every computer takes."""
    assert run(program, ["new", "den haag"]) == 0
    (made,) = folder.glob("*.case.yaml")
    assert made.name.isascii()
    assert " " not in made.name


def test_a_file_that_is_there_is_never_written_over(folder: Path, capsys: Says) -> None:
    """``new`` refuses, and the file stays as it was."""
    (folder / "mine.yaml").write_text("work of weeks")
    assert run(program, ["new", "Nijkerk", "-o", "mine.yaml"]) == 2
    assert "mine.yaml" in capsys.readouterr().err
    assert (folder / "mine.yaml").read_text() == "work of weeks"


def test_compare_prints_json_as_agreed(capsys: Says) -> None:
    """The keys that other programs rely on; shares as fractions, "do nothing" exactly nothing."""
    results = printed_json(capsys, "compare", "GM0267", *FEW, "--seed", "7")
    assert (results["seed"], results["draws"]) == (7, 200)
    nothing = results["options"]["do_nothing"]
    assert set(nothing["net_saving_eur"]) == {"p10", "p50", "p90"}
    assert nothing["net_saving_eur"] == {"p10": 0, "p50": 0, "p90": 0}
    assert nothing["capacity_low"]["p50"] == nothing["capacity_end"]["p50"] == 100
    for option in results["options"].values():
        assert 0 <= option["target_met_probability"] <= 1
        assert 0 <= option["absence_end"]["p50"] <= 1
    assert set(results["assumption_share"]) == set(results["options"])


SIZES = (
    ("--size", "equal-money"),
    ("--size", "described"),
    ("--mix", "hiring_first"),
    ("--certainty", "80"),
)


@pytest.mark.parametrize("asked", SIZES)
def test_net_saving_and_gap_are_the_target_at_the_same_date(
    asked: tuple[str, str], capsys: Says
) -> None:
    """In every option, in whole euros, however it is sized."""
    results = printed_json(capsys, "compare", "Nijkerk", *FEW, *asked)
    target = results["saving_target_eur"]
    assert target["p10"] == target["p90"] > 0
    for option in results["options"].values():
        net, gap = option["net_saving_due_eur"], option["gap_eur"]
        for one, other in (("p10", "p90"), ("p50", "p50"), ("p90", "p10")):
            assert net[one] + gap[other] == pytest.approx(target["p50"], abs=1)


def test_options_find_equal_money_unless_they_are_wanted_as_described(capsys: Says) -> None:
    """In the middle the gap is closed; as described it is not."""
    equal = printed_json(capsys, "compare", "Nijkerk", *FEW)
    assert equal["size"] == "equal_money"
    described = printed_json(capsys, "compare", "Nijkerk", *FEW, "--size", "described")
    assert described["size"] == "described"
    assert {"fte", "cost_per_fte"} & set(equal["local"])
    for key, option in equal["options"].items():
        if key != "do_nothing":
            closes = option["reach"] == pytest.approx(1) and abs(option["gap_eur"]["p50"]) <= 1
            passes_by_itself = option["reach"] > 1 and option["m"] == 0
            assert closes or passes_by_itself
            price = option["price_of_way"]
            assert set(price) == {"removals", "working", "together"}
            is_mix = option["way"] == "none"
            assert (price["together"]["capacity_low"]["p50"] == 0) == is_mix
    assert described["options"]["within_frames"]["m"] == 0


def test_the_chosen_mix_goes_beside_ways_of_working(capsys: Says) -> None:
    """And other options stay what they are."""
    options = printed_json(capsys, "compare", "Nijkerk", *FEW, "--mix", "overhead_first")["options"]
    assert options["within_frames"]["mix"] == "overhead_first"
    assert options["cut_across_the_board"]["mix"] == "evenly"


def test_more_certainty_costs_more(capsys: Says) -> None:
    """Printed as what goes beside the way of working."""
    even = printed_json(capsys, "compare", "Nijkerk", *FEW)["options"]["within_frames"]
    fair = printed_json(capsys, "compare", "Nijkerk", *FEW, "--certainty", "80")
    assert fair["certainty"] == 80
    assert fair["options"]["within_frames"]["m"] > even["m"]
    assert even["m_80"] == pytest.approx(fair["options"]["within_frames"]["m"], rel=1e-5)
    assert fair["options"]["within_frames"]["m_80"] is None
    assert fair["options"]["within_frames"]["target_met_probability"] == pytest.approx(
        0.8, abs=0.01
    )


def test_the_same_seed_gives_the_same_bytes(capsys: Says) -> None:
    """Results can be made again."""
    first = printed_json(capsys, "compare", "Nijkerk", *FEW)
    assert printed_json(capsys, "compare", "nijkerk", *FEW) == first
    assert printed_json(capsys, "compare", "nijkerk", *FEW, "--seed", "2") != first


def test_one_option_can_be_asked_for(capsys: Says) -> None:
    """Doing nothing is always beside it."""
    asked = ("compare", "Nijkerk", *FEW, "--option", "stepwise_programme")
    assert list(printed_json(capsys, *asked)["options"]) == ["do_nothing", "stepwise_programme"]


def test_score_explains_each_role(capsys: Says) -> None:
    """The reasons of a role add up to the difference that they explain."""
    results = printed_json(capsys, "score", "Nijkerk", *FEW)
    for role in results["roles"].values():
        parts = role["why"]["contributions"].values()
        assert sum(parts) == pytest.approx(role["why"]["difference"])
        assert sum(role["weights"].values()) == pytest.approx(1)


def test_evidence_lists_every_figure(capsys: Says) -> None:
    """With range, unit, source and grade."""
    for row in printed_json(capsys, "evidence")["parameters"]:
        assert row["low"] <= row["central"] <= row["high"]
        assert row["unit"]
        assert row["sources"]
        assert row["grade"] in "ABCD"


@pytest.mark.parametrize("command", ["compare", "score"])
def test_answers_come_as_text_too(command: str, capsys: Says) -> None:
    """For people: every option is named, in their own language."""
    assert run(program, [command, "Nijkerk", *FEW, "--language", "en"]) == 0
    english = capsys.readouterr().out
    assert run(program, [command, "Nijkerk", *FEW]) == 0
    assert capsys.readouterr().out != english


def test_no_service_is_a_clear_message(capsys: Says) -> None:
    """Without an answer ``refresh`` says so; the figures that are there stay."""
    assert run(program, ["refresh", "--base-url", "http://127.0.0.1:9"]) == 1
    assert "127.0.0.1:9" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["compare", "Nijkerck"], "Nijkerk"),
        (["report", "Atlantis"], "Atlantis"),
        (["new", "Nijkerk", "-o", "case.docx"], "case.docx"),
        (["report"], "--case"),
        (["report", "Nijkerk", "--case", "none.yaml"], "none.yaml"),
        (["report", "Nijkerk", "--speed", "9"], "--speed"),
        (["compare", "Nijkerk", "--draws", "many"], "--draws is many"),
        (["compare", "Nijkerk", "--seed", "-1"], "--seed is -1"),
        (["compare", "Nijkerk", *FEW, "--option", "magic"], "magic"),
        (["compare", "Nijkerk", *FEW, "--size", "large"], "equal_money, described"),
        (["compare", "Nijkerk", *FEW, "--mix", "magic"], "hiring_first"),
        (["compare", "Nijkerk", *FEW, "--certainty", "60"], "certainty is 60"),
        (["check", "none.yaml"], "none.yaml"),
        (["check", "."], "."),
        (["score"], "BESTAND|GEMEENTE"),
        (["refresh", "--base-url", "not an address"], "not an address"),
    ],
)
def test_wrong_input_is_refused(
    arguments: list[str], said: str, folder: Path, capsys: Says
) -> None:
    """Exit code 2, a message that names what is wrong, and nothing written."""
    assert run(program, arguments) == 2
    printed = capsys.readouterr()
    assert said in printed.err
    assert printed.out == ""
    assert list(folder.iterdir()) == []


FILES = {
    "empty.yaml": b"",
    "binary.yaml": bytes(range(256)),
    "large.yaml": b"# " + b"x" * 50_000_000,
    "list.yaml": b"- one\n- two\n",
    "bomb.yaml": b"a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n",
    "empty.xlsx": b"",
    "no_zip.xlsx": b"schema: selfmgmt/case/1\n",
}


@pytest.mark.parametrize("name", FILES)
def test_files_that_are_no_case_are_refused(name: str, folder: Path, capsys: Says) -> None:
    """Whatever is in it: exit code 2 and one short message, at once."""
    (folder / name).write_bytes(FILES[name])
    for command in ("check", "compare", "score"):
        assert run(program, [command, name]) == 2
        printed = capsys.readouterr()
        assert 0 < len(printed.err) < 1000
        assert printed.out == ""


def test_all_faults_are_told_at_once(folder: Path, capsys: Says) -> None:
    """One reading of the file is enough to mend it, line by line."""
    (folder / "case.yaml").write_text(
        "schema: selfmgmt/case/1\n"
        "name: Nijkerk\n"
        "municipalities: [Nijkerck]\n"
        "organisation:\n"
        "  fte: -300\n"
        "  support_share: 120%\n"
        "  absence: {low: 7%, central: 6%, high: 8%}\n"
        "  managers: 12\n",
        encoding="utf-8",
    )
    assert run(program, ["check", "case.yaml"]) == 2
    said = capsys.readouterr().err.splitlines()
    for line, word in (
        (3, "Nijkerck"),
        (5, "fte"),
        (6, "support_share"),
        (7, "absence"),
        (8, "managers"),
    ):
        assert any(f" {line}" in fault and word in fault for fault in said), (line, word, said)


def test_no_words_at_all_show_the_help(capsys: Says) -> None:
    """Someone who types only the name is helped, not shown a traceback."""
    run(program, [])
    told = capsys.readouterr()
    assert "compare" in told.out + told.err


def test_every_unknown_municipality_is_told_at_once(folder: Path, capsys: Says) -> None:
    """Two slips in one command give two sentences, and nothing is written."""
    assert run(program, ["report", "Nijkerkk", "Boxtell"]) == 2
    told = capsys.readouterr().err
    assert "Nijkerk" in told
    assert "Boxtel" in told
    assert list(folder.iterdir()) == []


def test_the_same_report_twice_is_refused(folder: Path, capsys: Says) -> None:
    """One would overwrite the other."""
    assert run(program, ["report", "Nijkerk", "gm0267"]) == 2
    assert "GM0267-nijkerk" in capsys.readouterr().err
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("command", ["", *program.commands])
def test_help_of_every_command_is_dutch_throughout(command: str, capsys: Says) -> None:
    """Headings included."""
    arguments = [command] if command else []
    assert run(program, [*arguments, "--help", "--language", "nl"]) == 0
    told = capsys.readouterr().out
    assert told.startswith("Gebruik: selfmgmt")
    assert "Instellingen:" in told
    assert not {"Usage", "Options", "Commands", "Settings"} & set(re.findall(r"\w+", told))


def test_more_than_a_command_takes_is_refused(capsys: Says) -> None:
    """In words of the reader, with what was too much."""
    assert run(program, ["evidence", "more", "--language", "nl"]) == 2
    assert capsys.readouterr().err == "more is te veel; laat het weg.\n"
