"""The overview as people meet it: all municipalities in a list and on a map, from a plain file."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from selfmgmt.language import LANGUAGES
from selfmgmt.reference.municipalities import all_municipalities, find_municipality, plain
from selfmgmt.reporting.engine.manifest import write_overview
from tests.browser.axe import WCAG_2_1_AA, axe_violations

TELEPHONE = {"width": 360, "height": 740}
SCREEN = {"width": 1280, "height": 800}
EVERYONE = len(all_municipalities())


def option(label: str, people: int, each: int, chance: float) -> dict[str, object]:
    """Made-up results of an option."""
    middle = each * people
    return {
        "label": label,
        "net_saving_eur": {"p10": middle // 2, "p50": middle, "p90": 2 * middle},
        "transition_cost_eur": {"p10": people, "p50": 2 * people, "p90": 3 * people},
        "target_met_probability": chance,
    }


def made_up(out: Path, language: str) -> Path:
    """The overview of a report for every municipality, with two options of made-up results."""
    reports = {}
    for place, one in enumerate(all_municipalities()):
        folder = f"{one.code}-{plain(one.everyday_name).replace(' ', '-')}"
        (out / folder).mkdir()
        results = {
            "case": one.everyday_name,
            "municipalities": [{"code": one.code, "name": one.name}],
            "seed": 1,
            "draws": 100,
            "inputs": "x",
            "options": {
                "plan": option("Plan", one.inhabitants, place % 50, place % 100 / 100),
                "other": option("Other plan", one.inhabitants, 5, 0.5),
            },
        }
        (out / folder / "results.json").write_text(json.dumps(results))
        reports[folder] = {"name": one.everyday_name, "municipalities": [one.code]}
    failed = {"GM0000-x": {"name": "Nergenshuizen", "words": "stopped at step 4"}}
    write_overview(out, reports, failed, language)
    return out / "index.html"


@pytest.fixture(scope="module")
def overviews(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Language to the address of the overview in it."""
    return {
        language: made_up(tmp_path_factory.mktemp(language), language).as_uri()
        for language in LANGUAGES
    }


@pytest.fixture(params=["nl", pytest.param("en", marks=pytest.mark.slow)])
def address(request: pytest.FixtureRequest, overviews: dict[str, str]) -> str:
    """The overview in one language."""
    return overviews[request.param]


def shown(page: Page) -> list[str]:
    """The names in the list, from above."""
    return page.locator("tbody tr:visible a").all_inner_texts()


@pytest.mark.parametrize(
    "size",
    [SCREEN, pytest.param(TELEPHONE, marks=pytest.mark.slow)],
    ids=["screen", "telephone"],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_stands_in_the_way(
    page: Page,
    requests: list[str],
    overviews: dict[str, str],
    size: dict[str, int],
    language: str,
) -> None:
    """No violations, nothing sideways, nothing asked from elsewhere, no complaint of the page."""
    faults: list[str] = []
    page.on("pageerror", lambda fault: faults.append(str(fault)))
    page.on("console", lambda line: faults.append(line.text))
    page.set_viewport_size(size)
    page.goto(overviews[language])
    assert axe_violations(page, [*WCAG_2_1_AA, "best-practice"]) == []
    for width in (size["width"], TELEPHONE["width"]):
        page.set_viewport_size({"width": width, "height": size["height"]})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert len(shown(page)) == EVERYONE
    assert "Nergenshuizen" in page.locator(".caution").inner_text()
    assert requests == faults == []


def test_searching_and_choosing_narrow_list_and_map(page: Page, address: str) -> None:
    """By name without accents, by former name or code, by province and size; all together."""
    page.goto(address)
    sought = page.locator("#sought")
    for words in ("sudwest", "Súdwest-Fryslân", "gm1900"):
        sought.fill(words)
        assert shown(page) == ["Súdwest-Fryslân"]
    sought.fill("")
    page.select_option("#province", "Gelderland")
    page.select_option("#size", index=4)
    expected = {find_municipality(name).province for name in shown(page)}
    assert expected == {"Gelderland"}
    assert page.locator(".map a:not(.out)").count() == len(shown(page)) < EVERYONE
    sought.fill("xyzzy")
    assert shown(page) == []
    assert page.locator("#count").inner_text()


def test_sorting_by_button_and_back(page: Page, address: str) -> None:
    """The head says which way; figures start with the highest."""
    page.goto(address)
    by_name = shown(page)
    head = page.locator("th[data-sort=inhabitants]")
    head.get_by_role("button").click()
    expect(head).to_have_attribute("aria-sort", "descending")
    assert shown(page)[0] == "Amsterdam"
    head.get_by_role("button").click()
    expect(head).to_have_attribute("aria-sort", "ascending")
    assert shown(page)[-1] == "Amsterdam"
    page.locator("th[data-sort=name]").get_by_role("button").click()
    assert shown(page) == by_name


def test_a_choice_changes_list_and_map_alike(page: Page, address: str) -> None:
    """The figure of each municipality is the same in both, and so is its class."""
    page.goto(address)
    page.select_option("#measure", "target")
    page.select_option("#option", "other")
    row = page.locator("tbody tr", has_text="Nijkerk").locator("td").nth(1)
    assert row.locator("span span").first.inner_text() == "50%"
    shape = page.locator('.map a[aria-label^="Nijkerk:"]')
    assert shape.get_attribute("aria-label") == "Nijkerk: 50%"
    assert shape.get_attribute("data-group") == "2"
    assert page.locator(".legend .group").nth(2).inner_text().strip().startswith("40%")


def test_the_map_goes_by_keyboard(page: Page, address: str) -> None:
    """One stop for Tab; arrows go to who lies that way; Enter opens the report."""
    page.goto(address)
    assert page.locator('.map a[tabindex="0"]').count() == 1
    page.locator('.map a[aria-label^="Utrecht:"]').focus()
    page.keyboard.press("ArrowRight")
    named = page.evaluate("document.activeElement.getAttribute('aria-label')")
    assert not named.startswith("Utrecht")
    assert page.locator("#told").inner_text().startswith(named)
    assert page.locator('.map a[tabindex="0"]').count() == 1
    page.keyboard.press("ArrowLeft")
    with page.expect_request("**/report.html"):
        page.keyboard.press("Enter")


def test_without_scripts_the_list_leads_to_every_report(page: Page, address: str) -> None:
    """Some file shares and viewers run none."""
    browser = page.context.browser
    assert browser is not None
    bare = browser.new_context(java_script_enabled=False).new_page()
    bare.goto(address)
    assert bare.locator("tbody a").count() == EVERYONE
    assert not bare.locator("#choices").is_visible()
