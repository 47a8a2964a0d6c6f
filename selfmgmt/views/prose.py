"""Sentences for the reader as safe HTML: paragraphs, lists and notes."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from html import escape


@dataclass(frozen=True, slots=True)
class Html:
    """A piece of a page; a notebook shows it as it is.

    >>> Html("<p>Goed.</p>")
    Html()
    """

    source: str = field(repr=False)

    def _repr_html_(self) -> str:
        return self.source

    def __add__(self, other: "Html") -> "Html":
        return Html(self.source + other.source)


def paragraphs(*sentences: str) -> Html:
    """Each text its own paragraph; empty texts are left out.

    >>> paragraphs("Kosten < baten.", "").source
    '<p>Kosten &lt; baten.</p>'
    """
    return Html("".join(f"<p>{escape(text)}</p>" for text in sentences if text))


def subheading(words: str) -> Html:
    """The heading of a part that is not in every report."""
    return Html(f"<h3>{escape(words)}</h3>")


def bullets(sentences: Iterable[str]) -> Html:
    """A list; nothing at all when there is nothing to list."""
    items = "".join(f"<li>{escape(text)}</li>" for text in sentences)
    return Html(f"<ul>{items}</ul>" if items else "")


def steps(sentences: Iterable[str]) -> Html:
    """A numbered list, for things to do in this order."""
    items = "".join(f"<li>{escape(text)}</li>" for text in sentences)
    return Html(f"<ol>{items}</ol>" if items else "")


def note(*sentences: str) -> Html:
    """What the reader must know before trusting the figure above it."""
    inner = paragraphs(*sentences).source
    return Html(f'<div class="note">{inner}</div>' if inner else "")


def folded(label: str, inner: Html) -> Html:
    """Something long, behind a line that unfolds it."""
    return Html(
        f'<details class="numbers"><summary>{escape(label)}</summary>{inner.source}</details>'
    )


def terms(entries: Iterable[tuple[str, str]]) -> Html:
    """Words with their meaning."""
    items = "".join(f"<dt>{escape(word)}</dt><dd>{escape(text)}</dd>" for word, text in entries)
    return Html(f"<dl>{items}</dl>" if items else "")
