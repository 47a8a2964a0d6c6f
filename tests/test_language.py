"""Every sentence is there in both languages."""

import ast
import csv
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Any

import pytest
import yaml
from babel.messages import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.pofile import read_po

import selfmgmt
from selfmgmt.language import LANGUAGES
from selfmgmt.resources import DATA, LOCALE

PACKAGE = Path(selfmgmt.__file__).parent
KEYWORDS = {**DEFAULT_KEYWORDS, "gettext_noop": None}
FUNCTIONS = {"gettext", "ngettext"}
MARKERS = FUNCTIONS | {"gettext_noop", "_"}
ERRORS = {"InputError", "ServiceError", "SelfmgmtError"}


@cache
def messages_in_code() -> dict[str, tuple[str, ...]]:
    """The first form of each message to all its forms; one, or singular and plural."""
    found = extract_from_dir(PACKAGE, method_map=[("**.py", "python")], keywords=KEYWORDS)
    forms = [message if isinstance(message, tuple) else (message,) for _, _, message, _, _ in found]
    return {form[0]: form for form in forms}


@pytest.fixture(scope="module")
def dutch() -> Catalog:
    """The Dutch catalogue."""
    with (LOCALE / "nl.po").open("rb") as file:
        return read_po(file, locale="nl", abort_invalid=True)


def placeholders(text: str) -> set[str]:
    """The names that stand between braces, with how they are to be written.

    >>> sorted(placeholders("{low:.0%} to {high}"))
    ['high', 'low:.0%']
    """
    parts = [(name, form) for _, name, form, _ in Formatter().parse(text) if name is not None]
    return {f"{name}:{form}" if form else name for name, form in parts}


@cache
def calls() -> list[tuple[str, str, ast.Call]]:
    """The calls in the code, each with its file and line, and the name of what is called."""
    found = []
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                called = node.func
                name = called.attr if isinstance(called, ast.Attribute) else ast.unparse(called)
                found.append((f"{path.relative_to(PACKAGE)}:{node.lineno}", name, node))
    return found


def test_the_catalogue_is_up_to_date(dutch: Catalog) -> None:
    """Each message of the code is in ``nl.po`` and the other way round; else: make messages."""
    listed = {
        message.id if isinstance(message.id, str) else message.id[0]
        for message in dutch
        if message.id
    }
    assert sorted(set(messages_in_code()) ^ listed) == []
    assert dict(dutch.obsolete) == {}


def test_every_message_is_in_dutch(dutch: Catalog) -> None:
    """Nothing is left open, uncertain or simply copied."""
    for first, forms in messages_in_code().items():
        message = dutch.get(first)
        assert message is not None
        assert not message.fuzzy, first
        said = message.string if isinstance(message.string, tuple) else (message.string,)
        assert len(said) == len(forms), first
        assert all(said), f"not translated: {first}"


def test_translations_fill_in_the_same(dutch: Catalog) -> None:
    """Placeholders are equal, so that no sentence fails when it is needed."""
    wrong = []
    for first, forms in messages_in_code().items():
        message = dutch.get(first)
        said = message.string if message else ""
        for english, translated in zip(
            forms, said if isinstance(said, tuple) else (said,), strict=True
        ):
            if placeholders(english) != placeholders(translated):
                wrong.append((english, translated))
            if english.endswith(".") != translated.endswith("."):
                wrong.append((english, translated))
    assert wrong == []


def test_every_message_is_found() -> None:
    """None hides from Babel, as one in an f-string does, or a plural with a call in its values."""
    wrong = []
    for where, name, call in calls():
        given = call.args[: 2 if name == "ngettext" else 1] if name in MARKERS else []
        texts = tuple(text.value for text in given if isinstance(text, ast.Constant))
        if any(texts) and messages_in_code().get(texts[0]) != texts:
            wrong.append((where, texts))
    assert wrong == []


def test_messages_are_literal() -> None:
    """``gettext("...")`` gets its text whole, or a variable that was marked; never an f-string."""
    built = ast.JoinedStr | ast.BinOp
    wrong = [
        (where, ast.unparse(call))
        for where, name, call in calls()
        if name in FUNCTIONS and call.args and isinstance(call.args[0], built)
    ]
    assert wrong == []


def test_errors_speak_the_language_of_the_reader() -> None:
    """No error is raised with a plain English sentence."""
    raised = [
        (where, ast.unparse(call))
        for where, name, call in calls()
        if name in ERRORS
        for argument in call.args
        if isinstance(argument, ast.Constant | ast.JoinedStr) and " " in ast.unparse(argument)
    ]
    wrong = [
        (where, text) for where, text in raised if "gettext(" not in text and not only_joins(text)
    ]
    assert wrong == []


def only_joins(text: str) -> bool:
    """Whether a string only puts other texts together, such as ``f"{where}: {what}"``."""
    return not re.search(r"[A-Za-z]{2,} [A-Za-z]{2,}", re.sub(r"\{[^}]*\}", "", text))


def bilingual(node: Any, where: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each mapping in a data file that has a language as key."""
    if isinstance(node, dict):
        if set(node) & set(LANGUAGES):
            yield where, node
        for key, value in node.items():
            yield from bilingual(value, f"{where}/{key}")
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from bilingual(value, f"{where}/{index}")


def said_in_both(words: dict[str, Any]) -> bool:
    """Whether words are filled in in all languages, and are not simply copied.

    >>> said_in_both({"nl": "Budget", "en": "Budget"}), said_in_both({"nl": "Ja", "en": " "})
    (True, False)
    """
    if not all(str(words.get(language) or "").strip() for language in LANGUAGES):
        return False
    return len(words["nl"].split()) <= 4 or words["nl"] != words["en"]


def test_words_in_data_come_in_both_languages() -> None:
    """Where a data file speaks Dutch it speaks English too, and says the same in other words."""
    wrong = [
        where
        for path in sorted(DATA.rglob("*.yaml"))
        for where, words in bilingual(
            yaml.safe_load(path.read_text(encoding="utf-8")), str(path.relative_to(DATA))
        )
        if not said_in_both(words)
    ]
    assert wrong == []


def one_sided(path: Path) -> Iterator[str]:
    """Columns and cells of a table that are there in one of the two languages only."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    dutch = {name.removesuffix("_nl") for name in rows[0] if name.endswith("_nl")}
    english = {name.removesuffix("_en") for name in rows[0] if name.endswith("_en")}
    yield from sorted(dutch ^ english)
    for row, name in ((row, name) for row in rows for name in dutch & english):
        if bool(row[f"{name}_nl"].strip()) != bool(row[f"{name}_en"].strip()):
            yield f"{name}: {row}"


def test_columns_with_words_come_in_both_languages() -> None:
    """A column ``text_nl`` has ``text_en`` beside it, and both are filled in."""
    wrong = [
        (path.relative_to(DATA).as_posix(), fault)
        for path in sorted(DATA.rglob("*.csv"))
        for fault in one_sided(path)
    ]
    assert wrong == []
