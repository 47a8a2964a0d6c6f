"""A report that is rendered, as the documents need it."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from selfmgmt.reporting.content.content import Content


@dataclass(frozen=True, slots=True, kw_only=True)
class RenderedReport:
    """A report that is rendered.

    Attributes:
        folder: Where its documents go.
        content: What it is about.
        notebook: The executed notebook.
        page: The page, as HTML that stands alone.
        results: What ``results.json`` holds.
        theme: A municipality's own look as a style sheet; empty for the neutral one.
        formats: Names of the documents that are made of it.
    """

    folder: Path
    content: "Content"
    notebook: Any
    page: str
    results: dict[str, Any]
    theme: str = ""
    formats: tuple[str, ...] = ()

    @property
    def live_page(self) -> str:
        """The page with the explorer in it, for a browser."""
        from selfmgmt.reporting.pages.live_panel import with_live_panel

        content = self.content
        return with_live_panel(self.page, content.case, self.language, seed=content.seed)

    @property
    def name(self) -> str:
        """Whom it is about."""
        return self.content.case.name

    @property
    def language(self) -> str:
        """``nl`` or ``en``."""
        return self.content.language
