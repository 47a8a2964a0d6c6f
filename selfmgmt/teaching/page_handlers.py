"""The pages of a room and its QR code; they hold words and no answers."""

from collections.abc import Mapping
from io import BytesIO

from selfmgmt.language import speaking
from selfmgmt.teaching.handlers import RoomHandler
from selfmgmt.teaching.kit import PAGES, words_of
from selfmgmt.teaching.state import ballot_document
from selfmgmt.views.widgets.bundle import bundle


class EntranceHandler(RoomHandler):
    """The page of a participant."""

    def get(self, code: str = "") -> None:
        """The page, with the code that stands in the address."""
        self.finish(
            page_of(
                "participant.html",
                self.language,
                {"code": code, "tables": self.room.session.tables, "live": self.room.live},
            )
        )


class PresenterHandler(RoomHandler):
    """The page of the facilitator, empty without the key."""

    def get(self) -> None:
        """The page."""
        session = self.room.session
        with speaking(self.language):
            ballots = [ballot_document(key, self.room.store.ballots) for key in session.ballots]
        self.finish(
            page_of(
                "presenter.html",
                self.language,
                {
                    "code": session.code,
                    "title": session.title,
                    "address": self.room.address,
                    "live": self.room.live,
                    "ballots": [
                        {"key": one["key"], "title": one["title"]} for one in ballots if one
                    ],
                },
            )
        )


class ScriptHandler(RoomHandler):
    """The script of a page, with all modules that it imports."""

    def get(self, name: str) -> None:
        """The script."""
        self.set_header("Content-Type", "text/javascript; charset=utf-8")
        self.finish(bundle(PAGES / f"{name}.js"))


class CodeHandler(RoomHandler):
    """The address of the room as a QR code."""

    def get(self) -> None:
        """The picture."""
        import segno

        drawn = BytesIO()
        segno.make(self.room.address, error="m").save(drawn, kind="svg", scale=8, border=2)
        self.set_header("Content-Type", "image/svg+xml")
        self.finish(drawn.getvalue())


def page_of(name: str, language: str, about: Mapping[str, object]) -> str:
    """A page of the room with its words; it holds no answers."""
    from jinja2 import Environment, FileSystemLoader

    environment = Environment(loader=FileSystemLoader(PAGES), autoescape=True)
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": True}
    page: str = environment.get_template(f"{name}.j2").render(
        language=language, words=words_of("room", language), about=about
    )
    return page
