"""One registry of sections: every document takes its words from it."""

import inspect
import re
from collections import Counter

import nbformat
import pytest

from selfmgmt.errors import InputError
from selfmgmt.language import LANGUAGES, speaking
from selfmgmt.reporting.content.sections import cautions
from selfmgmt.reporting.content.sections.advice import advice_sections
from selfmgmt.reporting.content.sections.registry import (
    APPENDIX,
    MAIN,
    OF_SHEETS,
    PAGE_ONE,
    SECTIONS,
    section,
)
from selfmgmt.reporting.content.sections.section import Section
from selfmgmt.reporting.engine.report import NOTEBOOK
from selfmgmt.reporting.pages.sections import appendix_html
from selfmgmt.views.words.staff import staff_options


@pytest.mark.parametrize("key", [*PAGE_ONE, *MAIN])
def test_every_section_has_a_title_and_something_to_tell(key, in_its_language):
    """Under the key by which it is found."""
    found = section(in_its_language, key)
    assert isinstance(found, Section)
    assert found.key == key
    assert found.title
    assert found.sentences or found.picture or found.table or found.cautions


@pytest.mark.parametrize("key", OF_SHEETS)
def test_of_an_empty_sheet_nothing_is_told(key, in_its_language):
    """Only the title of the instrument."""
    found = section(in_its_language, key)
    assert (found.key, found.sentences, found.cautions) == (key, (), ())
    assert found.title


def test_a_mistyped_section_is_refused(in_its_language):
    """With the nearest one."""
    with pytest.raises(InputError, match="setbacks"):
        section(in_its_language, "setback")


@pytest.mark.parametrize("language", LANGUAGES)
def test_headings_of_the_notebook_are_the_titles_of_the_sections(language, content):
    """In the order of the registry, each under its own heading, after page 1 and the explorer."""
    notebook = nbformat.read(NOTEBOOK, 4)
    heads, in_notebook = [], []
    for cell in notebook.cells:
        if f"lang-{language}" in cell.metadata.get("tags", []):
            heads += re.findall(r"^## (.+)$", cell.source, re.MULTILINE)
        in_notebook += re.findall(r'show_section\(report, "(\w+)"\)', cell.source)
    assert in_notebook == list(MAIN)
    with speaking(language):
        assert heads[2:-1] == [section(content, key).title for key in MAIN]


def test_a_caution_is_written_once(in_its_language):
    """Those of the sections are made in one place, and nowhere do two say the same thing twice."""
    sentences = [text for key in SECTIONS for text in section(in_its_language, key).sentences]
    for key in PAGE_ONE:
        for text in section(in_its_language, key).cautions:
            assert text not in sentences
    assert max(Counter(section(in_its_language, "own").cautions).values()) == 1
    makers = [one for _, one in inspect.getmembers(cautions, inspect.isfunction)]
    assert len([one for one in makers if one.__module__ == cautions.__name__]) > 5


@pytest.mark.parametrize("key", APPENDIX)
def test_every_part_of_the_appendix_is_folded(key, in_its_language):
    """And empty only where nobody ranks, or nothing of practice was filled in."""
    page = appendix_html(in_its_language, key).source
    assert page.startswith("<details") or key in ("order", "practice", "roadmap")


def test_a_request_for_advice_has_three_parts_for_each_option(in_its_language):
    """Reasons, consequences with the posts, and measures; what holds for all stands above them."""
    whole, *parts = advice_sections(in_its_language)
    found = staff_options(in_its_language.comparison)
    assert len(parts) == 3 * len(found) > 0
    assert whole.cautions
    assert section(in_its_language, "question").sentences[0] in whole.sentences
    assert section(in_its_language, "staff").sentences[-1] in whole.sentences
    for option, three in zip(found, zip(*[iter(parts)] * 3, strict=True), strict=True):
        reasons, consequences, measures = three
        assert all(option.label in part.title for part in three)
        assert len(reasons.sentences) == 1
        hired = option.outcomes["hired_removed_fte"].p90 > 0
        assert len(consequences.table.rows) == (7 if hired else 6)
        assert not set(measures.sentences) & set(whole.sentences)
