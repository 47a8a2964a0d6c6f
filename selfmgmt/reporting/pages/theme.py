"""A municipality's own look: colours and letters from its tokens, and nothing else.

A theme is a style sheet with tokens of NL Design System. Of the tokens that
``data/themes/tokens.yaml`` names the value is read, checked and written anew; no text of the file
itself reaches a document.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import tinycss2  # type: ignore[import-untyped]
import yaml

from selfmgmt.errors import InputError
from selfmgmt.fields import Record
from selfmgmt.language import Label, gettext
from selfmgmt.numbers import number, quoted
from selfmgmt.reporting.pages.html import STYLE
from selfmgmt.reporting.pages.theme_values import READERS, contrast
from selfmgmt.resources import DATA

TOKENS = DATA / "themes" / "tokens.yaml"
_LARGEST = 2_000_000  # bytes; the largest published themes have a tenth of it
_CLASS = re.compile(r"\.[\w-]+")
_DEEPEST = 20  # tokens that refer to each other


class Property(Record):
    """A part of the look, and the tokens that may give it."""

    label: Label
    kind: str
    tokens: tuple[str, ...]
    low: float = 0
    high: float = 0


class Contrast(Record):
    """How well one colour must stand out from others."""

    front: str
    behind: tuple[str, ...]
    least: float


class Look(Record):
    """All that a theme can change, and what must hold."""

    properties: dict[str, Property]
    contrast: tuple[Contrast, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """A checked look.

    Attributes:
        values: Property to its value, as this package wrote it.
        unused: How many tokens of the file a report does not use.
    """

    values: Mapping[str, str] = field(default_factory=dict)
    unused: int = 0

    @property
    def css(self) -> str:
        """The theme as a style sheet, to follow that of the page; empty for the neutral look."""
        lines = "".join(f"  --{name}: {value};\n" for name, value in self.values.items())
        return f":root {{\n{lines}}}\n" if lines else ""

    @property
    def colours(self) -> dict[str, str]:
        """Every property of the look with its value, neutral where the theme is silent."""
        return {**neutral(), **self.values}


@cache
def look() -> Look:
    """What is in ``data/themes/tokens.yaml``."""
    return Look.model_validate(yaml.safe_load(TOKENS.read_text(encoding="utf-8")))


@cache
def neutral() -> dict[str, str]:
    """The values that a page has without a theme."""
    root, *_ = tinycss2.parse_stylesheet(STYLE.read_text(encoding="utf-8"), True, True)
    parts = tinycss2.parse_blocks_contents(root.content, True, True)
    found = {part.name: part.value for part in parts}
    return {name: tinycss2.serialize(found[f"--{name}"]).strip() for name in look().properties}


def read_theme(path: Path) -> Theme:
    """The theme in a style sheet.

    Raises:
        InputError: It holds more than tokens, a value is not allowed, or a contrast is too low;
            with every fault.
    """
    tokens, faults = _tokens(_text(path))
    values, refused = _values(tokens)
    faults += refused
    if not (values or faults):
        faults.append(_without_tokens(path))
    if faults:
        raise InputError(*dict.fromkeys(faults))
    known = {token for about in look().properties.values() for token in about.tokens}
    theme = Theme(values=values, unused=len(tokens.keys() - known))
    if too_faint := list(_too_faint(theme)):
        raise InputError(*too_faint)
    return theme


def _values(tokens: Mapping[str, Any]) -> tuple[dict[str, str], list[str]]:
    """Property to its value, and what cannot be one."""
    values: dict[str, str] = {}
    refused: list[str] = []
    for name, about in look().properties.items():
        token = next((token for token in about.tokens if token in tokens), None)
        if token is None:
            continue
        value = READERS[about.kind](_resolved(token, tokens), about.low, about.high)
        if value is None:
            refused.append(_refused(token, tokens[token], about))
        else:
            values[name] = value
    return values, refused


def _text(path: Path) -> str:
    try:
        raw = path.read_bytes()
        if len(raw) <= _LARGEST:
            return raw.decode()
    except (OSError, UnicodeDecodeError):
        pass
    raise InputError(
        gettext("theme is {given}; give a style sheet (.css) in UTF-8.", given=quoted(path.name))
    )


def _tokens(text: str) -> tuple[dict[str, Any], list[str]]:
    """Token to the parts of its value, and what in the file is no token."""
    found: dict[str, Any] = {}
    faults: list[str] = []
    for rule in tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True):
        if rule.type != "qualified-rule" or not _is_plain(rule.prelude):
            faults.append(_no_token(rule.message if rule.type == "error" else rule.serialize()))
            continue
        for part in tinycss2.parse_blocks_contents(rule.content, True, True):
            if part.type == "declaration" and part.name.startswith("--"):
                found[part.name] = part.value
            else:
                faults.append(_no_token(getattr(part, "name", part.type)))
    return found, faults


def _is_plain(prelude: list[Any]) -> bool:
    """Whether the selector is ``:root`` or one class, as published themes have."""
    words = tinycss2.serialize(prelude).strip()
    return words == ":root" or bool(_CLASS.fullmatch(words))


def _resolved(token: str, tokens: Mapping[str, Any]) -> list[Any]:
    """The parts of a value, having followed ``var(--other)``; empty when that ends nowhere."""
    for _ in range(_DEEPEST):
        parts = [one for one in tokens.get(token, ()) if one.type not in ("whitespace", "comment")]
        if len(parts) != 1 or parts[0].type != "function" or parts[0].lower_name != "var":
            return parts
        token = tinycss2.serialize(parts[0].arguments).strip()
    return []


def _too_faint(theme: Theme) -> Iterator[str]:
    colours, properties = theme.colours, look().properties
    for pair in look().contrast:
        for back in pair.behind:
            ratio = contrast(colours[pair.front], colours[back])
            if ratio < pair.least and {pair.front, back} & theme.values.keys():
                yield gettext(
                    "{front} ({colour}) on {back} ({other}) has a contrast of {ratio}; make it "
                    "{least} or more, so that everybody can read it.",
                    front=properties[pair.front].label,
                    colour=colours[pair.front],
                    back=properties[back].label,
                    other=colours[back],
                    ratio=number(ratio, 1),
                    least=number(pair.least, 1),
                )


def _no_token(words: str) -> str:
    return gettext(
        "theme has {given}; a theme may only hold tokens such as {example}, in one rule for :root.",
        given=quoted(words),
        example="--basis-heading-color: #14607a",
    )


def _refused(token: str, value: Any, about: Property) -> str:
    allowed = {
        "colour": gettext("a colour without transparency, such as #14607a"),
        "font": gettext("names of fonts, such as Arial, sans-serif"),
        "weight": gettext("a whole number from 100 to 900"),
        "size": gettext(
            "{low} to {high} rem", low=number(about.low, 1), high=number(about.high, 1)
        ),
        "number": gettext("{low} to {high}", low=number(about.low, 1), high=number(about.high, 1)),
    }
    return gettext(
        "{token} is {given}; use {allowed}.",
        token=token,
        given=quoted(tinycss2.serialize(value).strip()),
        allowed=allowed[about.kind],
    )


def _without_tokens(path: Path) -> str:
    names = [token for about in look().properties.values() for token in about.tokens]
    return gettext(
        "theme {file} has none of the tokens that a report uses; give one or more of {names}.",
        file=quoted(path.name),
        names=", ".join(names),
    )
