"""The page that makes answer codes: one file, opened from a mail or a phone, without any server."""

from collections.abc import Mapping

from selfmgmt.language import speaking
from selfmgmt.teaching.codes import (
    ALPHABET,
    CARRYING,
    NUMBERS,
    ORDER,
    POLYNOMIAL,
    ROUNDS,
    VERSIONS,
    bases_of,
    tag_of,
)
from selfmgmt.teaching.kit import PAGES, words_of
from selfmgmt.teaching.session import Session
from selfmgmt.teaching.state import ballot_document
from selfmgmt.views.widgets.bundle import bundle


def form_page(session: Session) -> str:
    """The page of a session, in its language, without outside requests."""
    from jinja2 import Environment, FileSystemLoader
    from markupsafe import Markup

    environment = Environment(loader=FileSystemLoader(PAGES), autoescape=True)
    page: str = environment.get_template("form.html.j2").render(
        language=session.language,
        words=words_of("room", session.language),
        about=_about(session),
        style=Markup((PAGES / "room.css").read_text("utf-8")),  # noqa: S704  our own
        script=Markup(bundle(PAGES / "form.js")),  # noqa: S704
    )
    return page


def _about(session: Session) -> Mapping[str, object]:
    ballots = session.load_ballots()
    with speaking(session.language):
        documents = [ballot_document(key, ballots) for key in ballots]
    return {
        "title": session.title,
        "code": session.code,
        "codec": {
            "alphabet": ALPHABET,
            "carrying": CARRYING,
            "polynomial": POLYNOMIAL,
            "order": ORDER,
        },
        "numbers": min(session.people, NUMBERS),
        "rounds": ROUNDS,
        "versions": VERSIONS,
        "ballots": [
            {**document, "bases": bases_of(ballots[key]), "tag": tag_of(session.code, index)}
            for index, (key, document) in enumerate(zip(ballots, documents, strict=True))
            if document
        ],
    }
