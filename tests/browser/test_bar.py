"""The case bar as people meet it: by keyboard, by ear, on a narrow screen, through a link."""

from hashlib import sha256
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from selfmgmt.case import load_case, new_case
from selfmgmt.case.files import case_bytes
from selfmgmt.case.link import LONGEST_BETWEEN_PAGES, case_in_link, link_word
from selfmgmt.language import speaking
from selfmgmt.workspace.lab.bar import CaseBar
from selfmgmt.workspace.lab.reports import ReportStatus
from tests.browser.axe import WCAG_2_1_AA, axe_violations
from tests.browser.bar_page import HOST, show_bar

NARROW = {"width": 1024, "height": 768}
ZOOMED = {"width": 640, "height": 400}  # 1280 by 800 at 200 per cent
OPEN, KEEP = "Open another case", "Save and share"


@pytest.fixture
def own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The folder of someone who opened a notebook in it."""
    monkeypatch.setenv("JPY_SESSION_NAME", "30_options.ipynb")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def bar_of(stem: str = "30_options") -> CaseBar:
    """Nijkerk, in English."""
    with speaking("en"):
        return CaseBar(new_case(["Nijkerk"]), page=stem)


def tabbed_to(page: Page, name: str) -> None:
    """Press Tab until what is called ``name`` has the focus."""
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent").startswith(name):
            return
    pytest.fail(f"{name} cannot be reached with Tab")


@pytest.mark.parametrize(
    "size",
    [None, pytest.param(NARROW, marks=pytest.mark.slow), ZOOMED],
    ids=["wide", "narrow", "zoomed"],
)
def test_nothing_stands_in_the_way(
    page: Page, own: Path, errors: list[str], size: dict[str, int] | None
) -> None:
    """No violations of WCAG or good practice, and no scrolling sideways, with all unfolded."""
    if size:
        page.set_viewport_size(size)
    show_bar(page, bar_of())
    tags = [*WCAG_2_1_AA, "best-practice"]
    assert axe_violations(page, tags) == []
    for name in (OPEN, KEEP):
        page.get_by_role("button", name=name).click()
    page.get_by_label("Municipality").fill("Nijkerkk")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert").filter(has_text="did you mean Nijkerk")).to_be_visible()
    assert axe_violations(page, tags) == []
    width = page.viewport_size["width"] if page.viewport_size else 0
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert errors == []


def test_a_municipality_is_opened_by_keyboard(page: Page, own: Path) -> None:
    """Tab, Enter, type, Enter; what happened is announced, and the field is empty again."""
    show_bar(page, bar_of())
    tabbed_to(page, OPEN)
    page.keyboard.press("Enter")
    for _ in range(9):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.labels?.[0]?.textContent") == "Municipality":
            break
    page.keyboard.type("urk")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").filter(has_text="Urk is open.")).to_be_visible()
    expect(page.get_by_text("Case: Urk")).to_be_visible()
    expect(page.get_by_label("Municipality")).to_have_value("")


def test_a_wrong_name_is_told_at_the_field(page: Page, own: Path) -> None:
    """The field is marked and points to the words."""
    show_bar(page, bar_of("00_start"), "/00_start")
    page.get_by_role("button", name=OPEN).click()
    field = page.get_by_label("Municipality")
    field.fill("Nijkerkk")
    page.get_by_role("button", name="Choose", exact=True).click()
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_accessible_description(
        "'Nijkerkk' is not a municipality; did you mean Nijkerk (GM0267)? "
        "Type a part of the name and choose. Only public figures are used."
    )
    field.fill("Nijkerk")
    page.keyboard.press("Enter")
    expect(field).not_to_have_attribute("aria-invalid", "true")


def test_a_file_is_opened_saved_and_downloaded(page: Page, own: Path, tmp_path: Path) -> None:
    """What comes back is what was opened."""
    case = new_case(["Ede"]).model_copy(update={"notes": "Ons plan."})
    show_bar(page, bar_of())
    page.get_by_role("button", name=OPEN).click()
    files = page.get_by_label("Case file")
    files.set_input_files({"name": "e.yaml", "mimeType": "", "buffer": b"name: x\nfte: 3"})
    expect(page.get_by_role("alert").filter(has_text="municipalities")).to_contain_text("fte")
    files.set_input_files({"name": "e.xlsx", "mimeType": "", "buffer": case_bytes(case, "e.xlsx")})
    expect(page.get_by_text("Case: Ede")).to_be_visible()
    page.get_by_role("button", name=KEEP).click()
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("Saved in ede.case.yaml", exact=True)).to_be_visible()
    assert load_case(own / "ede.case.yaml") == case
    for name in ("Download the case file", "Download as Excel"):
        with page.expect_download() as caught:
            page.get_by_role("button", name=name).click()
        path = tmp_path / f"down-{caught.value.suggested_filename}"
        caught.value.save_as(path)
        assert load_case(path) == case


def test_replacing_is_asked(page: Page, own: Path) -> None:
    """And can be left."""
    (own / "nijkerk.case.yaml").write_bytes(case_bytes(new_case(["Urk"]), "u.yaml"))
    show_bar(page, bar_of())
    page.get_by_role("button", name=KEEP).click()
    page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_role("button", name="Cancel").click()
    expect(page.get_by_role("button", name="Replace it")).to_be_hidden()
    assert load_case(own / "nijkerk.case.yaml").name == "Urk"
    page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_role("button", name="Replace it").click()
    expect(page.get_by_text("Saved in nijkerk.case.yaml", exact=True)).to_be_visible()
    assert load_case(own / "nijkerk.case.bak.yaml").name == "Urk"


def test_a_link_restores_the_case(page: Page, errors: list[str]) -> None:
    """From the address of the page, once; the token that was in it is in no link."""
    case = new_case(["Ede"]).model_copy(update={"notes": "Ons plan."})
    bar = bar_of()
    show_bar(page, bar, f"/30_options?language=en&token=geheim&scenario={link_word(case)}")
    expect(page.get_by_text("Case: Ede")).to_be_visible()
    assert bar.case == case
    page.get_by_role("button", name=KEEP).click()
    link = page.get_by_label("Link to this case").input_value()
    assert case_in_link(link) == case
    addresses = [link, *page.get_by_role("link").evaluate_all("all => all.map(one => one.href)")]
    assert len(addresses) == 1 + len(bar.page["pages"])
    assert "geheim" not in str(addresses)
    for address in addresses:
        assert address.startswith(HOST)
        assert case_in_link(parse_qs(urlsplit(address).query)["scenario"][0]) == case
    assert errors == []


def test_a_served_page_keeps_its_case_in_its_address(page: Page) -> None:
    """So it can be loaded again, and in the other language, without losing a thing."""
    bar = bar_of("00_start")
    show_bar(page, bar, "/00_start?language=en&token=geheim")
    expect(page.get_by_text("Case: Nijkerk")).to_be_visible()
    page.get_by_role("button", name=OPEN).click()
    page.get_by_label("Municipality").fill("Epe")
    page.keyboard.press("Enter")
    page.wait_for_url("**scenario=*")
    assert case_in_link(page.url) == new_case(["Epe"])
    assert urlsplit(page.url).path == "/00_start"
    assert parse_qs(urlsplit(page.url).query)["language"] == ["en"]
    assert "geheim" not in page.url
    page.get_by_role("button", name=KEEP).click()
    expect(page.get_by_role("button", name="Save", exact=True)).to_have_count(0)


def test_a_broken_link_is_told_and_opens_nothing(page: Page, own: Path) -> None:
    """Cut off in the address; then pasted whole."""
    word = link_word(new_case(["Ede"]))
    show_bar(page, bar_of(), f"/voila/render/30_options.ipynb?scenario={word[:-9]}")
    expect(page.get_by_role("alert").filter(has_text="not complete")).to_be_visible()
    expect(page.get_by_text("Case: Nijkerk")).to_be_visible()
    page.get_by_role("button", name=OPEN).click()
    page.get_by_label("Link that you received").fill(f"https://x.nl/a?scenario={word}")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Case: Ede")).to_be_visible()
    links = page.get_by_role("link").evaluate_all("all => all.map(one => new URL(one).pathname)")
    assert "/voila/render/00_start.ipynb" in links


def test_the_link_is_copied_or_selected(page: Page) -> None:
    """Where a browser forbids copying, the link is selected to copy it oneself."""
    show_bar(page, bar_of())
    page.get_by_role("button", name=KEEP).click()
    page.get_by_role("button", name="Copy the link").click()
    expect(page.get_by_role("status").filter(has_text="copy it with Ctrl+C")).to_be_visible()
    assert "scenario=1." in page.evaluate("getSelection().toString()")


def test_a_report_is_made_beside_the_page(
    page: Page, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Told how far it is, then a link; meanwhile the bar does the rest of its work."""
    far = [ReportStatus(phase="busy", done=share / 10, words=f"{share}0%") for share in range(4)]
    ready = ReportStatus(phase="ready", done=1.0, words="The report is ready.")
    html = "<!doctype html><title>Rapport</title><h1>Eén</h1>".encode()

    class Job:
        name = "GM0267-nijkerk"
        has_word = False

        def __init__(self, *_case: object, **_settings: object) -> None:
            self.stages = iter(far)

        def status(self) -> ReportStatus:
            return next(self.stages, ready)

        def html(self) -> bytes:
            return html

    monkeypatch.setattr("selfmgmt.workspace.lab.bar.ReportJob", Job)
    show_bar(page, bar_of())
    page.get_by_role("button", name="Make my report").press("Enter")
    expect(page.get_by_role("progressbar", name="Progress of the report")).to_be_visible()
    assert axe_violations(page, [*WCAG_2_1_AA, "best-practice"]) == []
    expect(page.get_by_role("button", name="Make my report")).to_be_disabled()
    page.get_by_role("button", name=OPEN).click()
    page.get_by_label("Municipality").fill("Epe")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Case: Epe")).to_be_visible()
    expect(page.get_by_role("status").filter(has_text="The report is ready.")).to_be_visible()
    with page.expect_popup() as opened:
        page.get_by_role("link", name="Open the report").click()
    assert opened.value.title() == "Rapport"
    with page.expect_download() as caught:
        page.get_by_role("link", name="Download the report").click()
    assert caught.value.suggested_filename == "GM0267-nijkerk.html"
    assert caught.value.path().read_bytes() == html


def test_a_case_that_is_too_large_for_a_link_does_not_get_lost(page: Page, own: Path) -> None:
    """The first click on another page tells what to do; the second goes there without the case."""
    many = range(LONGEST_BETWEEN_PAGES // 32)  # each has 32 bytes that nothing makes smaller
    notes = " ".join(sha256(str(one).encode()).hexdigest() for one in many)
    with speaking("en"):
        bar = CaseBar(new_case(["Ede"]).model_copy(update={"notes": notes}), page="30_options")
    show_bar(page, bar)
    link = page.get_by_role("link", name="Choose")
    link.press("Enter")
    told = page.get_by_role("alert").filter(has_text="Keep it as a file first")
    expect(told).to_be_visible()
    assert urlsplit(page.url).path == "/30_options"
    link.press("Enter")
    page.wait_for_url("**/40_choose*")


def test_jupyterlab_asks_before_a_case_is_lost(page: Page, own: Path) -> None:
    """Only what is not kept, and only there: a served page has its case in its address."""
    leave = "!dispatchEvent(new Event('beforeunload', { cancelable: true }))"
    bar = bar_of()
    show_bar(page, bar)
    page.get_by_role("button", name=KEEP).click()
    assert not page.evaluate(leave)
    bar._open = bar._open.with_case(bar.case.model_copy(update={"notes": "Ons plan."}))
    page.evaluate("document.body.id = 'jp-main-dock-panel'")  # as JupyterLab has it
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("Saved in nijkerk.case.yaml", exact=True)).to_be_visible()
    assert not page.evaluate(leave)
    bar._open = bar._open.with_case(bar.case.model_copy(update={"notes": "Ons plan, mooier."}))
    page.get_by_role("button", name=OPEN).click()
    page.get_by_label("Link that you received").fill("x")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Not saved yet")).to_be_visible()
    assert page.evaluate(leave)


@pytest.mark.parametrize(
    ("host", "told"),
    [
        ("http://selfmgmt.test", "needs the access code"),
        ("http://127.0.0.1:8866", "works on this computer only. Send a colleague the case file"),
    ],
)
def test_the_file_comes_first_and_a_link_says_what_it_needs(
    page: Page, host: str, told: str
) -> None:
    """A link to this computer is of no use to a colleague."""
    show_bar(page, bar_of(), "/30_options?language=en", host)
    page.get_by_role("button", name=KEEP).click()
    panel = page.get_by_role("group", name=KEEP)
    expect(panel.get_by_text(told)).to_be_visible()
    words = panel.inner_text()
    assert words.index("To share the case with a colleague, send this file") < words.index(
        "Link to"
    )
