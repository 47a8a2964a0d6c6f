"""The bar does what its page asks, or tells why not; the case in hand is never lost by it."""

import json
from pathlib import Path
from typing import Any

import anywidget
import pytest
import traitlets

from selfmgmt.case import Case, load_case, new_case, save_case
from selfmgmt.case.files import case_bytes, read_case
from selfmgmt.case.link import case_in_link, link_word
from selfmgmt.case.saving import backup_of
from selfmgmt.errors import InputError
from selfmgmt.language import speaking
from selfmgmt.workspace.lab.bar import CaseBar


class Form(anywidget.AnyWidget):
    """A tool that refuses Urk."""

    case = traitlets.Any()

    def show(self, case: Case) -> None:
        """Go on with another case."""
        if case.name == "Urk":
            raise InputError("Urk does not fit here.")
        self.case = case


def bar_of(case: Case, **settings: Any) -> CaseBar:
    """A bar in English."""
    with speaking("en"):
        return CaseBar(case, page="30_options", **settings)


@pytest.fixture
def own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The folder of someone who opened a notebook in it."""
    monkeypatch.setenv("JPY_SESSION_NAME", "30_options.ipynb")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def bar(own: Path) -> CaseBar:
    """Nijkerk, in the folder ``own``."""
    return bar_of(new_case(["Nijkerk"]))


def answer(bar: CaseBar, *buffers: bytes, **message: Any) -> dict[str, Any]:
    """The state after one message, as it travels to the page."""
    bar.answer({"seq": "v-1", **message}, [memoryview(one) for one in buffers])
    state: dict[str, Any] = json.loads(json.dumps(bar.state))
    assert state["seq"] == "v-1"
    return state


def noted(case: Case, words: str = "Ons plan.") -> Case:
    """The case with a note of someone's own."""
    return case.model_copy(update={"notes": words})


def test_it_starts_with_what_it_was_given(bar: CaseBar) -> None:
    """All 342 municipalities can be chosen, and the link holds the case."""
    assert bar.state["name"] == "Nijkerk"
    assert bar.state["is_kept"]
    assert len(bar.page["municipalities"]) == 342
    assert case_in_link(bar.state["word"]) == bar.case


def test_a_municipality_is_picked_by_any_name(bar: CaseBar) -> None:
    """As people call it; an unknown one is refused with the nearest, and nothing changes."""
    assert answer(bar, do="pick", name=" den haag ")["name"] == "Den Haag"
    state = answer(bar, do="pick", name="Nijkerkk")
    assert "Nijkerk (GM0267)" in state["faults"][0]
    assert bar.case == new_case(["Den Haag"])


@pytest.mark.parametrize("name", ["a.yaml", "a.xlsx", "C:\\fakepath\\a.yaml"])
def test_a_file_is_opened(bar: CaseBar, name: str) -> None:
    """YAML and Excel, as a browser sends them."""
    case = noted(new_case(["Ede"]))
    state = answer(bar, case_bytes(case, name), do="read", name=name)
    assert (state["faults"], state["is_kept"], bar.case) == ([], True, case)


def test_every_fault_in_a_file_is_told_at_once(bar: CaseBar) -> None:
    """Each with its line."""
    text = case_bytes(new_case(["Ede"]), "a.yaml").decode()
    wrong = text.replace("due_quarter: 8", "due_quarter: 80").replace("horizon: 16", "horizon: x")
    faults = answer(bar, wrong.encode(), do="read", name="a.yaml")["faults"]
    assert [fault.partition(", ")[2].partition(":")[0] for fault in faults] == [
        "question.due_quarter",
        "question.horizon",
    ]
    assert bar.case.name == "Nijkerk"


def test_a_link_is_followed(bar: CaseBar) -> None:
    """Pasted as often as one likes; by the address of the page only once."""
    ede, epe = link_word(noted(new_case(["Ede"]))), link_word(new_case(["Epe"]))
    state = answer(bar, do="arrive", link=ede)
    assert (state["name"], state["is_kept"]) == ("Ede", False)
    assert answer(bar, do="arrive", link=epe)["name"] == "Ede"
    assert answer(bar, do="follow", link=f"https://x.nl/?scenario={epe}")["name"] == "Epe"
    assert answer(bar, do="follow", link=ede[:-5])["faults"]


class Board(Form):
    """A tool on which options lie."""

    layout = "2.a.b."

    def set_layout(self, layout: str) -> None:
        """Lay them as a link told."""
        self.layout = layout


def test_a_link_lays_the_options_as_they_lay(bar: CaseBar) -> None:
    """The word tells how; a page without a layout passes it on."""
    bar.bind(Board(case=bar.case))
    assert bar.state["word"] == link_word(bar.case, layout="2.a.b.")
    word = link_word(new_case(["Ede"]), layout="1.within_frames..")
    assert answer(bar, do="follow", link=word)["word"] == word
    form = bar.bind(Form(case=bar.case))
    assert answer(bar, do="status")["word"] == word
    assert answer(bar, do="pick", name="Epe")["word"] == link_word(form.case)
    answer(bar, do="follow", link=word)
    assert bar.bind(Board(case=form.case)).layout == "1.within_frames.."


def test_unsaved_work_is_put_aside(bar: CaseBar) -> None:
    """Opening another case is no loss: one press brings it back."""
    bar.bind(Form(case=bar.case)).case = noted(bar.case)
    assert answer(bar, do="pick", name="Ede")["back"] == "Nijkerk"
    assert answer(bar, do="back")["name"] == "Nijkerk"
    assert bar.case.notes == "Ons plan."


def test_the_tool_follows_the_bar_and_the_bar_the_tool(bar: CaseBar) -> None:
    """What is opened goes to the tool; what changes there can be saved and shared here."""
    answer(bar, do="pick", name="Ede")
    form = bar.bind(Form(case=new_case(["Nijkerk"])))
    assert form.case == new_case(["Ede"])
    answer(bar, do="pick", name="Epe")
    assert form.case == new_case(["Epe"])
    form.case = noted(form.case)
    assert not bar.state["is_kept"]
    assert case_in_link(bar.state["word"]) == form.case == bar.case


def test_a_tool_that_refuses_keeps_both_as_they_were(bar: CaseBar) -> None:
    """Its words are shown."""
    form = bar.bind(Form(case=bar.case))
    assert answer(bar, do="pick", name="Urk")["faults"] == ["Urk does not fit here."]
    assert bar.case == form.case == new_case(["Nijkerk"])


def test_saving(bar: CaseBar, own: Path) -> None:
    """To the file of the case, with the last one beside it."""
    form = bar.bind(Form(case=bar.case))
    form.case = noted(bar.case, "one")
    state = answer(bar, do="save", name="nijkerk.case.yaml")
    assert (state["is_kept"], state["note"]) == (True, "Saved in nijkerk.case.yaml.")
    form.case = noted(bar.case, "two")
    assert not bar.state["is_kept"]
    answer(bar, do="save", name="nijkerk.case.yaml")
    file = own / "nijkerk.case.yaml"
    assert (load_case(file).notes, load_case(backup_of(file)).notes) == ("two", "one")
    assert len(list(own.iterdir())) == 2


def test_a_file_of_something_else_is_not_replaced_unasked(bar: CaseBar, own: Path) -> None:
    """The page asks first; what is replaced is kept."""
    save_case(noted(new_case(["Nijkerk"])), own / "n.case.yaml")
    state = answer(bar, do="save", name="n")
    assert "n.case.bak.yaml" in state["ask"]
    assert load_case(own / "n.case.yaml").notes == "Ons plan."
    assert answer(bar, do="cancel")["ask"] == ""
    assert answer(bar, do="save", name="n", replace=True)["note"]
    assert load_case(own / "n.case.yaml").notes is None
    assert load_case(own / "n.case.bak.yaml").notes == "Ons plan."


def test_what_a_colleague_saved_meanwhile_is_not_replaced_unasked(own: Path) -> None:
    """Both are kept, and saving once more does not push the other one out."""
    file = own / "n.case.yaml"
    save_case(new_case(["Nijkerk"]), file)
    bar = bar_of(load_case(file), file=file)
    form = bar.bind(Form(case=bar.case))
    form.case = noted(bar.case, "mine")
    save_case(noted(new_case(["Nijkerk"]), "of a colleague"), file, overwrite=True)
    first = backup_of(file)
    assert load_case(first).notes is None
    state = answer(bar, do="save", name=file.name)
    assert "was changed since you opened it" in state["ask"]
    assert "n.case.bak2.yaml" in state["ask"]
    assert (load_case(file).notes, state["is_kept"]) == ("of a colleague", False)
    state = answer(bar, do="save", name=file.name, replace=True)
    assert state["note"].endswith("What it held is kept as n.case.bak2.yaml.")
    for words in ("mine, more", "mine, most"):
        form.case = noted(bar.case, words)
        assert answer(bar, do="save", name=file.name)["ask"] == ""
    assert load_case(file).notes == "mine, most"
    assert load_case(backup_of(file, 2)).notes == "of a colleague"


def test_a_case_that_is_not_what_its_file_holds_is_asked_about(own: Path) -> None:
    """Someone may have saved between reading the file and drawing the bar."""
    file = own / "n.case.yaml"
    save_case(noted(new_case(["Nijkerk"]), "of a colleague"), file)
    bar = bar_of(new_case(["Nijkerk"]), file=file)
    assert answer(bar, do="save", name=file.name)["ask"]


def test_a_file_that_is_gone_is_written_again(own: Path) -> None:
    """Nothing is lost by that."""
    file = own / "n.case.yaml"
    save_case(new_case(["Nijkerk"]), file)
    bar = bar_of(load_case(file), file=file)
    file.unlink()
    assert answer(bar, do="save", name=file.name)["note"] == "Saved in n.case.yaml."
    assert load_case(file) == bar.case


def test_a_case_file_is_saved_where_it_was(own: Path, tmp_path_factory: Any) -> None:
    """Not in the folder of the notebook."""
    file = tmp_path_factory.mktemp("elsewhere") / "n.case.yaml"
    save_case(new_case(["Ede"]), file)
    bar = bar_of(load_case(file), file=str(file))
    assert bar.state["kept"] == "Saved in n.case.yaml"
    bar.bind(Form(case=bar.case)).case = noted(bar.case)
    answer(bar, do="save", name="n.case.yaml")
    assert load_case(file).notes == "Ons plan."
    assert list(own.iterdir()) == []


def test_saving_that_fails_is_told(bar: CaseBar, own: Path) -> None:
    """A name that leads elsewhere, or a folder that is gone."""
    assert answer(bar, do="save", name="../n.yaml")["faults"]
    own.rmdir()
    assert answer(bar, do="save", name="n.yaml")["faults"]
    assert not bar.state["note"]


def test_a_visitor_writes_nothing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Whatever a page sends: without a notebook of their own, nobody saves here."""
    monkeypatch.delenv("JPY_SESSION_NAME", raising=False)
    monkeypatch.chdir(tmp_path)
    bar = bar_of(new_case(["Nijkerk"]))
    assert not bar.page["may_save"]
    assert "download" in answer(bar, do="save", name="n.yaml")["faults"][0]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("kind", "name"), [("yaml", "ede.case.yaml"), ("excel", "ede.case.xlsx")])
def test_a_download_is_the_case_file(
    bar: CaseBar, monkeypatch: pytest.MonkeyPatch, kind: str, name: str
) -> None:
    """It reads back as the case, and counts as saved."""
    handed: list[Any] = []
    monkeypatch.setattr(bar, "send", lambda message, buffers: handed.append((message, buffers)))
    answer(bar, do="follow", link=link_word(noted(new_case(["Ede"]))))
    state = answer(bar, do="download", kind=kind)
    ((message, (content,)),) = handed
    assert message == {"kind": "case", "name": name}
    assert read_case(content, name) == bar.case
    assert state["is_kept"]


def test_a_case_too_large_for_a_link_says_so(bar: CaseBar) -> None:
    """The file can still be downloaded."""
    noise = "".join(map(chr, range(0x4E00, 0x4E00 + 10_000)))
    bar.bind(Form(case=bar.case)).case = noted(bar.case, noise)
    assert bar.state["word"] == ""
    assert "too large for a link" in bar.state["wordless"]


def test_a_case_too_large_to_pass_on_still_goes_to_the_next_page(bar: CaseBar) -> None:
    """Some programs cut off a link of more than 2,000 characters; a browser carries more."""
    noise = "".join(map(chr, range(0x4E00, 0x4E00 + 2_000)))
    case = noted(bar.case, noise)
    bar.bind(Form(case=bar.case)).case = case
    assert "too large for a link" in bar.state["wordless"]
    assert case_in_link(bar.state["word"]) == case


@pytest.mark.parametrize(
    "message", [None, 3, [], {}, {"do": []}, {"do": "read", "name": "a.yaml"}, {"do": "pick"}]
)
def test_nonsense_leaves_everything_as_it_was(bar: CaseBar, message: Any) -> None:
    """No traceback reaches the page, and the bar lives on."""
    bar.log.disabled = True
    bar.answer(message)
    bar.log.disabled = False
    assert bar.case == new_case(["Nijkerk"])
    assert answer(bar, do="pick", name="Ede")["name"] == "Ede"


def test_a_look_takes_no_words_away(bar: CaseBar) -> None:
    """While a report is made, the page looks twice a second; a fault told meanwhile stays."""
    answer(bar, do="pick", name="Nijkerkk")
    assert answer(bar, do="status")["faults"]
    assert answer(bar, do="fetch")["faults"]
