"""The case bar: which case is open, and all that can be done with it, at the top of every page."""

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

import anywidget
import traitlets

from selfmgmt.analysis.compare import compare_options
from selfmgmt.analysis.study import study_of
from selfmgmt.case import Case, load_case, new_case, save_case
from selfmgmt.case.files import case_bytes, read_case
from selfmgmt.case.link import read_link
from selfmgmt.case.saving import next_backup, stamp_of
from selfmgmt.errors import InputError
from selfmgmt.language import current_language, gettext, speaking
from selfmgmt.simulation import DRAWS
from selfmgmt.views.widgets.bundle import style, widget_module
from selfmgmt.views.widgets.tool import Request
from selfmgmt.workspace.lab.bar_on_page import BarReply, BarState, Buffers, link_of, report_on_page
from selfmgmt.workspace.lab.bar_words import bar_page
from selfmgmt.workspace.lab.links import own_folder
from selfmgmt.workspace.lab.open_case import OpenCase, path_in
from selfmgmt.workspace.lab.reports import NO_REPORT, ReportJob
from selfmgmt.workspace.lab.tool import AnyTool, HasLayout, Tool

_HERE = Path(__file__).parent


class CaseBar(anywidget.AnyWidget):
    """Holds the case of a page: opens, saves and shares it, and makes its report.

    The page asks one thing at a time and gets the whole state back. What cannot be done leaves
    the case as it was, and the page tells why.

    Args:
        case: The case to start with.
        page: The notebook that the bar stands in, such as ``30_options``.
        file: The file that holds the case; empty when it is in none.
        seed: Start of the random numbers of the report.
    """

    _esm: ClassVar = widget_module(_HERE / "bar.js")
    _css: ClassVar = style(_HERE / "bar.css")

    page = traitlets.Dict().tag(sync=True)
    state = traitlets.Dict().tag(sync=True)

    def __init__(self, case: Case, *, page: str = "", file: str | Path = "", seed: int = 1) -> None:
        self._language = current_language()
        self._folder = own_folder()
        self._seed = seed
        self._tool: Tool | None = None
        self._job: ReportJob | None = None
        self._arrived = False
        self._layout = ""
        path = Path(file) if file and self._folder else None
        self._written: set[str] = set()
        stamp = _stamp_that_holds(path, case)
        self._open = OpenCase(case=case, kept=case if file else None, file=path, stamp=stamp)
        super().__init__(page=bar_page(page, may_save=self._folder is not None))
        self.state = self._page_state()
        self.on_msg(lambda _widget, message, buffers: self.answer(message, buffers))

    @property
    def case(self) -> Case:
        """The case as it stands on the page."""
        return self._tool.case if self._tool else self._open.case

    def bind(self, tool: AnyTool) -> AnyTool:
        """Let ``tool`` follow the bar: it opens what the bar opens, and the bar saves its case."""
        if tool.case != self.case:
            tool.show(self.case)
        self._tool = tool
        if self._layout:
            self._set_layout(self._layout)
        if isinstance(tool, traitlets.HasTraits):
            tool.observe(self._notice)
        self._notice()
        return tool

    def answer(self, message: object, buffers: Buffers = ()) -> None:
        """Do what the page asks, and send it the new state with the number of its question."""
        request: Request = message if isinstance(message, dict) else {}
        reply: BarReply = {}
        with speaking(self._language):
            try:
                self._refresh()
                command = _COMMANDS.get(str(request.get("do")), CaseBar._status)
                reply = command(self, request, buffers)
            except InputError as error:
                reply = {"faults": list(error.faults)}
            except Exception:  # the page must live on, whatever happens
                self.log.exception("case bar: %r", request.get("do"))
                reply = {
                    "faults": [gettext("Something went wrong here. Your case is still there.")]
                }
            self.state = {**self._page_state(), **reply, "seq": request.get("seq")}

    def _refresh(self) -> None:
        self._open = self._open.with_case(self.case)

    def _notice(self, _change: object = None) -> None:
        """The tool may have changed the case; tell the page when that matters to it."""
        with speaking(self._language):
            self._refresh()
            state = {**self._page_state(), **self._last_reply(), "seq": self.state["seq"]}
            if state != self.state:
                self.state = state

    def _put(self, other: OpenCase) -> BarReply:
        """Open ``other`` here and in the tool of the page."""
        current = self._open  # the tool may tell that it changed, before we know to what
        if self._tool:
            self._tool.show(other.case)
        self._open, self._layout = current.replaced_by(other), ""
        return {"note": gettext("{name} is open.", name=other.case.name)}

    def _set_layout(self, layout: str) -> None:
        """Lay the options as a link told; a page without a table hands that on to the next."""
        self._layout = layout
        if isinstance(self._tool, HasLayout):
            self._tool.set_layout(layout)

    @property
    def _current_layout(self) -> str:
        return self._tool.layout if isinstance(self._tool, HasLayout) else self._layout

    def _status(self, _request: Request, _buffers: Buffers) -> BarReply:
        return self._last_reply()

    def _pick(self, request: Request, _buffers: Buffers) -> BarReply:
        return self._put(OpenCase(case=new_case([str(request.get("name", "")).strip()])))

    def _read(self, request: Request, buffers: Buffers) -> BarReply:
        name = Path(str(request.get("name", ""))).name[-100:]
        case = read_case(bytes(buffers[0]), name)
        return self._put(OpenCase(case=case, kept=case))

    def _follow(self, request: Request, _buffers: Buffers) -> BarReply:
        linked = read_link(str(request.get("link", "")))
        reply = self._put(OpenCase(case=linked.case))
        self._set_layout(linked.layout)
        return reply

    def _arrive(self, request: Request, buffers: Buffers) -> BarReply:
        """Follow the link by which the page was reached, once: a page may be drawn again."""
        if self._arrived:
            return {}
        self._arrived = True
        return self._follow(request, buffers)

    def _back(self, _request: Request, _buffers: Buffers) -> BarReply:
        return self._put(self._open.before) if self._open.before else {}

    def _save(self, request: Request, _buffers: Buffers) -> BarReply:
        if self._folder is None:
            raise InputError(gettext("Here you cannot save; download the case file instead."))
        known = self._open.file
        path = path_in(known.parent if known else self._folder, str(request.get("name", "")))
        there = stamp_of(path)
        is_ours = path == known and there == self._open.stamp
        if there and not is_ours and not request.get("replace"):
            return {"ask": self._question_about(path)}
        saved = save_case(self._open.case, path, overwrite=True, own=self._written)
        self._written.add(saved.stamp)
        self._open = self._open.kept_in(path, saved.stamp)
        note = gettext("Saved in {file}.", file=path.name)
        if saved.backup and there and not is_ours:
            kept = gettext("What it held is kept as {backup}.", backup=saved.backup.name)
            note = f"{note} {kept}"
        return {"note": note}

    def _question_about(self, path: Path) -> str:
        """Whether a file may be replaced that was not made here, or that changed since."""
        backup = next_backup(path, self._written).name
        if path == self._open.file:
            return gettext(
                "{file} was changed since you opened it, perhaps by a colleague. Replace it? What "
                "it holds now is kept as {backup}. Or cancel, and save under another name.",
                file=path.name,
                backup=backup,
            )
        return gettext(
            "{file} is there already. Replace it? What it holds now is kept as {backup}.",
            file=path.name,
            backup=backup,
        )

    def _download(self, request: Request, _buffers: Buffers) -> BarReply:
        if request.get("kind") == "outcomes":
            return self._outcomes()
        ending = ".xlsx" if request.get("kind") == "excel" else ".yaml"
        name = Path(self._open.file_name).with_suffix(ending).name
        self._send_file("case", name, case_bytes(self._open.case, name))
        self._open = self._open.downloaded()
        return {"note": gettext("{file} is in your downloads.", file=name)}

    def _outcomes(self) -> BarReply:
        """Hand over what the options of the case give; the case itself is not kept by that."""
        from selfmgmt.workspace.lab.outcomes_book import outcomes_book

        study = study_of(self._open.case)
        stem = Path(self._open.file_name).name.partition(".")[0]
        name = gettext("{name}-outcomes.xlsx", name=stem)
        self._send_file(
            "case", name, outcomes_book(compare_options(study, draws=DRAWS, seed=self._seed))
        )
        return {"note": gettext("{file} is in your downloads.", file=name)}

    def _report(self, _request: Request, _buffers: Buffers) -> BarReply:
        if self._job is None or not self._job.status().is_busy:
            self._job = ReportJob(self._open.case, language=self._language, seed=self._seed)
        return {}

    def _stop(self, _request: Request, _buffers: Buffers) -> BarReply:
        if self._job:
            self._job.stop()
        self._job = None
        return {"note": gettext("The report is stopped.")}

    def _fetch(self, _request: Request, _buffers: Buffers) -> BarReply:
        if self._job and self._job.status().phase == "ready":
            name = f"{self._job.name}.html"
            self._send_file("report", name, self._job.html())
        return self._last_reply()

    def _word(self, _request: Request, _buffers: Buffers) -> BarReply:
        """Hand over the report in Word."""
        if not (self._job and self._job.has_word and self._job.status().phase == "ready"):
            return self._last_reply()
        name = f"{self._job.name}.docx"
        self._send_file("word", name, self._job.word())
        return {"note": gettext("{file} is in your downloads.", file=name)}

    def _last_reply(self) -> BarReply:
        """What was told last; it stays until something else is asked."""
        last: BarState = self.state
        return {"note": last["note"], "faults": last["faults"], "ask": last["ask"]}

    def _send_file(self, kind: str, name: str, content: bytes) -> None:
        self.send({"kind": kind, "name": name}, buffers=[content])

    def _page_state(self) -> BarState:
        before = self._open.before
        return {
            "seq": None,
            "name": self._open.case.name,
            "kept": self._open.sentence,
            "is_kept": self._open.is_kept,
            "file_name": self._open.file_name,
            "back": before.case.name if before else "",
            "note": "",
            "faults": [],
            "ask": "",
            **link_of(self._open.case, self._current_layout),
            "report": report_on_page(
                self._job.status() if self._job else NO_REPORT,
                has_word=bool(self._job and self._job.has_word),
            ),
        }


_Command = Callable[[CaseBar, Request, Buffers], BarReply]
_COMMANDS: dict[str, _Command] = {
    "arrive": CaseBar._arrive,
    "pick": CaseBar._pick,
    "read": CaseBar._read,
    "follow": CaseBar._follow,
    "back": CaseBar._back,
    "save": CaseBar._save,
    "download": CaseBar._download,
    "report": CaseBar._report,
    "stop": CaseBar._stop,
    "fetch": CaseBar._fetch,
    "word": CaseBar._word,
    "cancel": lambda *_: BarReply(),
}


def _stamp_that_holds(path: Path | None, case: Case) -> str:
    """The stamp of a file, if ``case`` is what it holds; it may have changed since it was read."""
    try:
        stamp = stamp_of(path) if path else ""
        return stamp if path and stamp and load_case(path) == case else ""
    except InputError:
        return ""
