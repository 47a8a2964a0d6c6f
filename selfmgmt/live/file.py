"""The live page as one HTML file: no request, opens from a disk, a mail or a stick."""

import json
from base64 import b64encode
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from jinja2 import Environment, Template

from selfmgmt import __version__
from selfmgmt.case import Case
from selfmgmt.language import current_language, gettext
from selfmgmt.live.payload import page_payload
from selfmgmt.views.widgets.bundle import bundle, style
from selfmgmt.whole_files import replacing

_HERE = Path(__file__).parent
PAGE = _HERE / "page" / "main.js"
_STYLES = (_HERE.parent / "views" / "widgets" / "explorer.css", _HERE / "page.css")
_CALL = (
    'window.selfmgmtLive = exported.mountPage(document.getElementById("page"), '
    'JSON.parse(document.getElementById("payload").textContent));'
)


def write_page(case: Case, folder: Path, *, name: str = "") -> Path:
    """Write the live page of ``case`` into ``folder``.

    Args:
        case: Where the page starts.
        folder: Where the file goes; made when it is not there.
        name: How the file is called; the codes of its municipalities when left out.

    Returns:
        The file.

    Raises:
        InputError: The case refers to something that does not exist.
    """
    payload = page_payload(case, file=name)
    path = folder / f"{payload['file']}-live.html"
    with replacing(path) as unfinished:
        unfinished.write_text(page_html(payload), encoding="utf-8")
    return path


def page_html(payload: Mapping[str, Any]) -> str:
    """The page that starts from ``payload``; it may run this one script and ask for nothing."""
    script = page_script()
    html: str = _template().render(
        language=current_language(),
        title=f"{payload['name']}: {gettext('Options explorer')}",
        version=__version__,
        style=style(*_STYLES),
        script=script,
        script_hash=f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'",
        payload=as_json(payload),
        noscript=gettext("This page computes in your browser. Allow JavaScript for it."),
    )
    return html


@cache
def _template() -> Template:
    return Environment(autoescape=True).from_string((_HERE / "page.html").read_text("utf-8"))


@cache
def page_script() -> str:
    """All modules of the page as one script, and the call that starts it."""
    return f"(() => {{\n{bundle(PAGE)}\n{_CALL}\n}})();"


def as_json(payload: Any) -> str:
    """``payload`` as JSON that cannot end the element in which it stands."""
    text = json.dumps(payload, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return text.replace("<", "\\u003c")
