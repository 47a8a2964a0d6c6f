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


def words_of(path: Path) -> Iterator[tuple[str, ast.Call]]:
    """The calls in a file, each with the name of what is called."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            name = (
                node.func.attr if isinstance(node.func, ast.Attribute) else ast.unparse(node.func)
            )
            yield name, node


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


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: path.stem)
def test_every_message_is_found(path: Path) -> None:
    """None hides from Babel, as one in an f-string does, or a plural with a call in its values."""
    for name, call in words_of(path):
        given = call.args[: 2 if name == "ngettext" else 1] if name in MARKERS else []
        texts = tuple(text.value for text in given if isinstance(text, ast.Constant))
        assert not any(texts) or messages_in_code().get(texts[0]) == texts


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: path.stem)
def test_messages_are_literal(path: Path) -> None:
    """``gettext("...")`` gets its text whole, or a variable that was marked; never an f-string."""
    built = ast.JoinedStr | ast.BinOp
    wrong = [
        ast.unparse(call)
        for name, call in words_of(path)
        if name in FUNCTIONS and call.args and isinstance(call.args[0], built)
    ]
    assert wrong == []


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: path.stem)
def test_errors_speak_the_language_of_the_reader(path: Path) -> None:
    """No error is raised with a plain English sentence."""
    wrong = [
        ast.unparse(call)
        for name, call in words_of(path)
        if name in ERRORS
        for argument in call.args
        if isinstance(argument, ast.Constant | ast.JoinedStr) and " " in ast.unparse(argument)
    ]
    assert [text for text in wrong if "gettext(" not in text and not only_joins(text)] == []


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


@pytest.mark.parametrize("path", sorted(DATA.rglob("*.yaml")), ids=lambda path: path.stem)
def test_words_in_data_come_in_both_languages(path: Path) -> None:
    """Where a data file speaks Dutch it speaks English too, and says the same in other words."""
    content = yaml.safe_load(path.read_text(encoding="utf-8"))
    for where, words in bilingual(content, path.stem):
        assert set(LANGUAGES) <= set(words), where
        assert all(str(words[language]).strip() for language in LANGUAGES), where
        if len(words["nl"].split()) > 4:
            assert words["nl"] != words["en"], where


@pytest.mark.parametrize("path", sorted(DATA.rglob("*.csv")), ids=lambda path: path.stem)
def test_columns_with_words_come_in_both_languages(path: Path) -> None:
    """A column ``text_nl`` has ``text_en`` beside it, and both are filled in."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    dutch = {name.removesuffix("_nl") for name in rows[0] if name.endswith("_nl")}
    english = {name.removesuffix("_en") for name in rows[0] if name.endswith("_en")}
    assert dutch == english
    for row, name in ((row, name) for row in rows for name in dutch):
        assert bool(row[f"{name}_nl"].strip()) == bool(row[f"{name}_en"].strip()), row
