import re
from html import unescape

import pytest

from selfmgmt.language import LANGUAGES
from selfmgmt.readiness.instrument import load_instrument
from selfmgmt.readiness.survey_form import survey_form, yardstick_form
from selfmgmt.readiness.wording import load_survey
from selfmgmt.readiness.yardstick import load_yardstick


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_is_on_paper(language: str) -> None:
    """The form holds all items and the yardstick all stages, in both languages."""
    scan, yardstick = unescape(survey_form()), unescape(yardstick_form())
    assert all(getattr(item.text, language) in scan for item in load_instrument().items)
    for aspect in load_yardstick().aspects.values():
        assert all(getattr(stage, language) in yardstick for stage in aspect.stages)


@pytest.mark.parametrize("page", [survey_form(), yardstick_form()])
def test_pages_stand_alone(page: str) -> None:
    """No script, no outside request; each language is marked as such."""
    assert not re.search(r"<script|https?:|src=|url\(", page)
    assert page.startswith(f'<!doctype html>\n<html lang="{LANGUAGES[0]}">')
    assert [f'<section lang="{language}"' in page for language in LANGUAGES] == [True, True]


def test_there_is_a_box_for_every_answer() -> None:
    """Five steps and "don't know" for 32 items, and a box for each of four roles, twice."""
    assert survey_form().count("☐") == 2 * (32 * 6 + 4)
    assert yardstick_form().count("☐") == 2 * 8 * 4


def test_tables_can_be_read_aloud() -> None:
    """Each table has a caption, and its heads say what they are the head of."""
    page = survey_form()
    assert page.count("<table>") == page.count("<caption>") == 16
    assert "<th>" not in page


def test_the_head_of_each_table_has_the_sentence_and_every_answer() -> None:
    """In the language of its part, for all eight tables of it."""
    heads = re.findall(r"<thead><tr>(.*?)</tr></thead>", survey_form())
    survey = load_survey()
    answers = [words.label for words in (*survey.scale.values(), survey.dont_know)]
    expected = [
        [first, *(getattr(answer, language) for answer in answers)]
        for language, first in {"nl": "Zin", "en": "Sentence"}.items()
        for _ in load_instrument().dimensions
    ]
    found = [re.findall(r'<th scope="col">(.*?)</th>', unescape(head)) for head in heads]
    assert found == expected
