"""What Word, PowerPoint and Excel files have in common: a zip with dates in it."""

import re
from collections.abc import Callable
from datetime import datetime
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from selfmgmt import __version__

LOCALES = {"nl": "nl-NL", "en": "en-GB"}
_DAY = (2026, 1, 1, 0, 0, 0)  # always the same: a file that holds the same is the same
_PROPERTIES = "docProps/core.xml"
_MOMENT = re.compile(rb"(<dcterms:(?:created|modified)\b[^>]*>)[^<]*")


def describe(properties: Any, title: str, language: str) -> None:
    """Fill in what a file tells about itself; no person, and no moment."""
    properties.title, properties.language = title, language
    properties.author = properties.last_modified_by = f"selfmgmt {__version__}"
    properties.created = properties.modified = datetime(*_DAY)
    properties.comments = properties.subject = properties.keywords = ""
    properties.revision = 1


def whole_file(save: Callable[[BytesIO], None]) -> bytes:
    """What ``save`` writes, with the same bytes at every run."""
    written, rewritten = BytesIO(), BytesIO()
    save(written)
    with ZipFile(written) as source, ZipFile(rewritten, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            content = source.read(name)
            if name == _PROPERTIES:  # openpyxl always writes the moment of saving
                content = _MOMENT.sub(rb"\g<1>2026-01-01T00:00:00Z", content)
            target.writestr(ZipInfo(name, _DAY), content, ZIP_DEFLATED)
    return rewritten.getvalue()
