"""The case in hand: what would be lost, what it is called, and what can be gone back to."""

from pathlib import Path

import pytest

from selfmgmt.case import Case, new_case
from selfmgmt.errors import InputError
from selfmgmt.language import speaking
from selfmgmt.workspace.lab.open_case import OpenCase, path_in


def changed(case: Case) -> Case:
    """The case with a note of someone's own."""
    return case.model_copy(update={"notes": "Ons plan."})


def test_public_figures_need_no_saving() -> None:
    """They can be had again; what someone fills in cannot."""
    fresh = OpenCase(case=new_case(["Nijkerk"]))
    with speaking("en"):
        assert (fresh.is_kept, fresh.sentence) == (True, "Nothing to save")
        mine = fresh.with_case(changed(fresh.case))
        assert (mine.is_kept, mine.sentence) == (False, "Not saved yet")
        kept = mine.kept_in(Path("n.case.yaml"), "stamp")
        assert (kept.is_kept, kept.sentence) == (True, "Saved in n.case.yaml")
        assert not kept.with_case(fresh.case).is_kept


def test_the_file_is_named_after_the_case() -> None:
    """Until it has a file of its own."""
    assert OpenCase(case=new_case(["Den Haag"])).file_name == "den-haag.case.yaml"
    nameless = new_case(["Urk"]).model_copy(update={"name": "..."})
    assert OpenCase(case=nameless).file_name == "selfmgmt.case.yaml"
    device = new_case(["Urk"]).model_copy(update={"name": "Con"})
    assert path_in(Path(), OpenCase(case=device).file_name).name == "case-con.case.yaml"
    assert OpenCase(case=nameless, file=Path("x/mine.yaml")).file_name == "mine.yaml"


def test_only_what_would_be_lost_is_put_aside() -> None:
    """One step back, and no further."""
    nijkerk, urk = (OpenCase(case=new_case([name])) for name in ("Nijkerk", "Urk"))
    assert nijkerk.replaced_by(urk).before is None
    mine = nijkerk.with_case(changed(nijkerk.case))
    then = mine.replaced_by(urk)
    assert then.before == mine
    assert then.replaced_by(nijkerk).before == mine
    again = then.with_case(changed(urk.case)).replaced_by(mine)
    assert again.before is not None
    assert again.before.before is None


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("nijkerk", "nijkerk.case.yaml"),
        (" a.xlsx ", "a.xlsx"),
        ("B.YML", "B.YML"),
        ("Console", "Console.case.yaml"),
    ],
)
def test_a_name_becomes_a_case_file_in_the_folder(written: str, name: str) -> None:
    """An ending is added when it has none of ours."""
    assert path_in(Path("mine"), written) == Path("mine") / name


@pytest.mark.parametrize(
    "written",
    [
        *["", "../a.yaml", "/etc/a.yaml", "a\\b.yaml", ".a.yaml", "a\0", "c:a", "x" * 200],
        *["~", "~root", "-rf.yaml", "x\n.yaml", "\N{HALFWIDTH KATAKANA LETTER NA}" * 90],
        *["CON", "nul.yaml", "COM1.yaml", "LPT1 ", "aux.case.yaml", "com¹.xlsx", "con .yaml"],
        *["\u202egpj.yaml", "a\u2066b", "a\u200bb.yaml", "a\u2028b", "\ufeffa", "\ud800"],
    ],
)
def test_a_name_stays_in_the_folder(written: str) -> None:
    """No way out of it, no hidden file, and no name that a system keeps for itself or hides."""
    with pytest.raises(InputError):
        path_in(Path("mine"), written)


def test_a_shared_organisation_that_nobody_touched_is_not_unsaved() -> None:
    """Boxtel opens with its partner and one name; nothing of it would be lost."""
    case = new_case(["Boxtel"])
    assert case.name == "MijnGemeenteDichtbij"
    assert OpenCase(case=case).is_kept
    assert OpenCase(case=case).replaced_by(OpenCase(case=new_case(["Urk"]))).before is None
