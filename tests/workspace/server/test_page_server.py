"""The pages as a visitor, and as somebody who would like more than that."""

import re
from collections.abc import Iterator
from urllib.error import HTTPError
from urllib.request import Request, build_opener, urlopen

import psutil
import pytest
from voila._version import __version__ as voila_version
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from tests.workspace.frames import message, read
from tests.workspace.served import Served, Visitor, kernel_of, listening, serving, write_page

EVERYTHING_ELSE = (
    "/api/contents",
    "/api/contents/10_count.ipynb",
    "/api/kernels",
    "/api/sessions",
    "/api/terminals",
    "/files/10_count.ipynb",
    "/nbconvert/html/10_count.ipynb",
    "/tree",
    "/voila/api/contents",
    "/voila/files/10_count.ipynb",
    "/voila/render/10_count.ipynb",
    "/voila/tree",
    "/report_x",
    "/..%2f..%2fetc%2fpasswd",
)


def status_of(address: str, **more: object) -> int:
    """The status that ``address`` answers with."""
    try:
        with urlopen(Request(address, **more)) as answer:  # noqa: S310 (our own server)
            return int(answer.status)
    except HTTPError as error:
        return error.code


def test_the_list_has_the_pages_in_order_and_no_reports(served: Served) -> None:
    """Each with its first lines, in the language that is asked for."""
    visitor = served.visitor()
    assert re.findall(r"<h2><a href=\"([^\"]+)\">([^<]+)", visitor.get("/")) == [
        ("/10_count", "Tellen"),
        ("/20_break", "Stuk"),
        ("/30_refuse", "Geweigerd"),
        ("/40_fail", "Knop"),
    ]
    english = visitor.get("/?language=en")
    assert '<html lang="en">' in english
    assert '<a href="/10_count?language=en">Counting</a>' in english
    assert "Over Counting." in english


@pytest.mark.parametrize(("language", "title"), [("nl", "Tellen"), ("en", "Counting")])
def test_a_page_speaks_the_language_of_its_address(
    served: Served, language: str, title: str
) -> None:
    """One title, in the head and above the page; the rest of the address goes along."""
    page = served.visitor().get(f"/10_count?scenario=a%26b&language={language}")
    assert f'<html lang="{language}">' in page
    assert re.findall("<h1>(.*)</h1>", page) == [title]
    assert f"<title>{title} - selfmgmt</title>" in page
    other = {"nl": "en", "en": "nl"}[language]
    assert f'href="/10_count?scenario=a%26b&amp;language={other}"' in page


def test_each_visitor_has_a_kernel_of_their_own(served: Served) -> None:
    """What one does, another does not see."""
    visitor = served.visitor()
    assert kernel_of(visitor.get("/10_count")) != kernel_of(visitor.get("/10_count"))


def test_code_is_hidden(served: Served) -> None:
    """Not even the source of the page has it."""
    assert "anywidget.AnyWidget" not in served.visitor().get("/10_count")


def test_a_failing_cell_is_told_in_words(served: Served) -> None:
    """No traceback on the page; the window where it was started has it."""
    page = served.visitor().get("/20_break?language=en")
    assert "This page could not be finished." in page
    assert "ZeroDivisionError" not in page
    assert "Traceback" not in page
    assert "ZeroDivisionError" in served.log.read_text()


def test_a_refusal_for_people_is_shown(served: Served) -> None:
    """What the user gave is wrong, so the user may know what."""
    assert "Dat mag hier niet." in served.visitor().get("/30_refuse")


def test_an_unknown_page_is_told_in_words(served: Served) -> None:
    """With a way back."""
    visitor = served.visitor()
    with pytest.raises(HTTPError, match="404") as refused:
        visitor.get("/99_nothing?language=en")
    page = refused.value.read().decode()
    assert "This page does not exist" in page
    assert '<a href="/?language=en">All pages</a>' in page


def test_the_code_does_not_stay_in_the_address(served: Served) -> None:
    """So that nobody passes it on with a scenario."""
    code = served.link.partition("token=")[2]
    opener = build_opener()
    with opener.open(f"{served.origin}/10_count?scenario=x&token=bad") as answer:
        assert "/login?" in answer.url
    visitor = served.visitor()
    with visitor._opener.open(f"{served.origin}/10_count?scenario=x&token={code}") as answer:
        assert answer.url == f"{served.origin}/10_count?scenario=x"


@pytest.mark.parametrize("address", ["/", "/10_count", *EVERYTHING_ELSE])
def test_nothing_is_given_without_the_code(served: Served, address: str) -> None:
    """Whoever comes without it is asked for it."""
    with urlopen(served.origin + address) as answer:  # noqa: S310 (our own server)
        assert "/login?" in answer.url
        assert 'name="password"' in answer.read().decode()


def test_the_code_can_be_typed(served: Served) -> None:
    """A wrong one is told, the right one opens the page that was asked for."""
    from urllib.parse import urlencode

    visitor = Visitor(served.origin)
    page = visitor.get("/10_count?language=en")
    (token,) = re.findall(r'name="_xsrf" value="([^"]+)"', page)
    where = f"{served.origin}/login?next=%2F10_count%3Flanguage%3Den"

    def send(code: str) -> str:
        form = urlencode({"_xsrf": token, "password": code}).encode()
        with visitor._opener.open(where, form) as answer:
            return str(answer.read().decode())

    with pytest.raises(HTTPError, match="401") as refused:
        send("wrong")
    assert "That code is not right." in refused.value.read().decode()
    assert "<h1>Counting</h1>" in send(served.link.partition("token=")[2])


@pytest.mark.parametrize("address", EVERYTHING_ELSE)
def test_there_is_nothing_but_pages(served: Served, address: str) -> None:
    """No files, no folders, no terminals, no list of kernels; not with the code either."""
    visitor = served.visitor()
    cookie = {"Cookie": visitor.cookie}
    assert status_of(served.origin + address, headers=cookie) == 404
    posted = status_of(served.origin + address, headers=cookie, data=b"{}", method="POST")
    assert posted in {403, 405}


def test_nobody_listens_in_without_the_code(served: Served) -> None:
    """The connection of a page is for who may see pages."""
    kernel = kernel_of(served.visitor().get("/10_count"))
    address = served.origin.replace("http", "ws") + f"/api/kernels/{kernel}/channels"
    with pytest.raises(InvalidStatus, match="403"), connect(address):
        pass
    assert status_of(f"{served.origin}/api/kernels/{kernel}") == 403


def test_visitors_cannot_run_code(served: Served) -> None:
    """A kernel behind a page answers what it is, and does not do what it is told."""
    visitor = served.visitor()
    kernel = kernel_of(visitor.get("/10_count"))
    with listening(visitor, kernel) as line:
        line.send(message("execute_request", code="open('made.txt', 'w')", silent=False))
        line.send(message("kernel_info_request"))
        kinds = set()
        while "kernel_info_reply" not in kinds:
            kinds.add(read(line.recv(timeout=30))["kind"])
    assert "execute_reply" not in kinds
    assert not (served.log.parent / "made.txt").exists()
    assert "execute_request" in served.log.read_text()


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Dest": "image", "Accept": "text/html"},
        {"Sec-Fetch-Dest": "iframe", "Accept": "text/html"},
        {"Sec-Fetch-Dest": "document", "Sec-Purpose": "prefetch"},
        {"Accept": "image/avif,image/webp,*/*"},
        {"Accept": "*/*"},
    ],
)
def test_only_who_wants_to_read_a_page_gets_a_kernel(
    served: Served, headers: dict[str, str]
) -> None:
    """A picture elsewhere with the address of a page starts nothing."""
    visitor = served.visitor()
    asking = {"Cookie": visitor.cookie, **headers}
    before = kernels_of(served)
    assert status_of(served.origin + "/10_count", headers=asking) == 406
    assert kernels_of(served) <= before


def kernels_of(served: Served) -> set[int]:
    """The processes of all kernels."""
    started = psutil.Process(served.process.pid).children(recursive=True)
    return {one.pid for one in started if "ipykernel_launcher" in " ".join(one.cmdline())}


def test_a_page_elsewhere_does_not_send_our_cookies(served: Served) -> None:
    """Browsers keep them for addresses that a visitor goes to."""
    visitor = served.visitor()
    visitor.get("/10_count")
    assert len(list(visitor.cookies)) == 2
    assert {one.get_nonstandard_attr("SameSite") for one in visitor.cookies} == {"Lax"}


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/voila/labextensions/nothing", 404),
        (f"/voila/static/{voila_version}/nothing", 403),
        ("/api/kernels/00000000-0000-0000-0000-000000000000", 404),
        ("/api/kernels/00000000-0000-0000-0000-000000000000/channels", 400),
        ("/voila/api/shutdown/nothing", 405),
        ("/10_count?language=%ff&scenario=%fe", 200),
    ],
)
def test_a_fault_is_a_number_without_paths_or_words_of_others(
    served: Served, address: str, status: int
) -> None:
    """Whatever address is tried."""
    visitor = served.visitor()
    try:
        with visitor._opener.open(served.origin + address) as answer:
            told, code = answer.read().decode(), answer.status
    except HTTPError as error:
        told, code = error.read().decode(), error.code
    assert code == status
    assert (told == str(status)) == (status != 200)
    assert not re.search(r"/site-packages|/home/|/root/|Traceback", told)


def test_another_name_for_this_computer_is_refused(served: Served) -> None:
    """A page elsewhere cannot reach in by giving its own name to this address."""
    visitor = served.visitor()
    headers = {"Cookie": visitor.cookie, "Host": "elsewhere.example"}
    assert status_of(served.origin + "/10_count", headers=headers) == 403


@pytest.fixture(scope="module")
def narrow(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Room for one visitor, started by someone in a notebook; the page tells whose folder it is."""
    folder = tmp_path_factory.mktemp("narrow")
    code = (
        "from selfmgmt.errors import InputError\n"
        "from selfmgmt.workspace.lab.links import own_folder"
    )
    title = {"nl": "Van wie", "en": "Whose"}
    write_page(folder / "20_other.ipynb", {"nl": "Ander", "en": "Other"}, [])
    write_page(folder / "10_whose.ipynb", title, [code + "\nraise InputError(f'{own_folder()=}')"])
    with pytest.MonkeyPatch.context() as around:
        around.setenv("JPY_SESSION_NAME", "a notebook of whoever serves")
        with serving(folder, "--ready", "0", most_open=1) as pages:
            yield pages


def test_a_visitor_is_never_the_owner_of_the_folder(narrow: Served) -> None:
    """Also when the pages are served from within a notebook: nothing can be saved there."""
    visitor = narrow.visitor()
    page = visitor.get("/10_whose")
    assert "own_folder()=None" in page
    leave(visitor, page)


def test_a_visitor_too_many_is_told_so(narrow: Served) -> None:
    """In words, before anything is started; there is room as soon as another leaves."""
    first, second = narrow.visitor(), narrow.visitor()
    page = first.get("/10_whose")
    with pytest.raises(HTTPError, match="503") as refused:
        second.get("/10_whose?language=en")
    told = refused.value.read().decode()
    assert "It is busy" in told
    assert "Load this page again in a few minutes." in told
    leave(first, page)
    other = second.get("/10_whose")
    assert kernel_of(other) != kernel_of(page)
    leave(second, other)


def leave(visitor: Visitor, page: str) -> None:
    """Close a page, as a browser does."""
    code = {one.name: one.value or "" for one in visitor.cookies}["_xsrf"]
    headers = {"Cookie": visitor.cookie, "X-XSRFToken": code}
    address = f"{visitor.origin}/voila/api/shutdown/{kernel_of(page)}"
    assert status_of(address, headers=headers, data=b"", method="POST") == 204
