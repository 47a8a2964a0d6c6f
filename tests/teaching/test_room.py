"""A room over the wire: who may do what, nothing counts twice, and a killed room goes on."""

import stat
from collections.abc import Iterator
from http.client import HTTPResponse, IncompleteRead
from pathlib import Path

import pytest

from selfmgmt.case.files import load_case
from selfmgmt.teaching.answers import read_answers
from selfmgmt.teaching.ballot import load_ballots
from tests.teaching.served import Facilitator, NearRoom, Person, ServedRoom, room_in

BALLOTS = load_ballots()
MARK = "00000000000000000000000"


@pytest.fixture
def room(session_folder: Path) -> Iterator[NearRoom]:
    """A room in this process."""
    near = NearRoom(session_folder)
    yield near
    near.stop()


@pytest.fixture
def served(session_folder: Path) -> Iterator[ServedRoom]:
    """A room of the real command."""
    with room_in(session_folder) as room:
        yield room


def sheets(people: list[Person], nonce: str, first: int = 0) -> list[int]:
    """Each person sends weights; the statuses."""
    return [
        one.answer(
            {"money": number % 11, "staff": 5, "body": 1 + number % 2}, nonce, MARK + str(number)
        )
        for number, one in enumerate(people, first)
    ]


def test_a_round_to_the_reveal(room: NearRoom) -> None:
    """Blind until it is shown, closed afterwards, and then the same for everybody."""
    facilitator = Facilitator(room)
    people = [Person(room).join() for _ in range(12)]
    assert facilitator.move("open", "weights")[0] == 200
    nonce = people[0].state()["nonce"]
    assert sheets(people, nonce) == [200] * 12
    open_state = facilitator.state()
    assert (open_state["answered"], open_state["people"], open_state["result"]) == (12, 12, None)
    assert facilitator.move("reveal")[0] == 200
    result = people[3].state()["result"]
    assert result["people"] == 12
    money = result["counts"][0]
    assert money["counts"] == [2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]
    assert {one["question"] for one in result["counts"]} == {"money", "staff"}
    assert set(result["hidden"]) == {"residents", "steering", "identity"}
    assert {key: sum(one[0]["counts"]) for key, one in result["bodies"].items()} == {
        "Council": 6,
        "Executive": 6,
    }
    status, told = people[0].post(
        "/api/answer", {"nonce": nonce, "submission": MARK, "values": {"money": 1}}
    )
    assert (status, told["fault"]) == (
        409,
        "These questions are closed; your answer was not counted.",
    )


def test_the_room_survives_being_killed(served: ServedRoom) -> None:
    """Everything that was confirmed is there; who sends again counts once; who was in is in."""
    facilitator = Facilitator(served)
    people = [Person(served).join() for _ in range(12)]
    facilitator.move("open", "weights")
    nonce = people[0].state()["nonce"]
    assert sheets(people[:7], nonce) == [200] * 7
    served.kill()
    served.start()
    assert sheets(people[5:], nonce, first=5) == [200] * 7  # two of them sent it before
    assert people[2].get("/api/mine")[1]["values"] == {"money": 2, "staff": 5, "body": 1}
    assert people[2].post("/api/join", {"code": served.code, "table": 1})[0] == 200
    state = facilitator.state()
    assert (state["people"], state["answered"]) == (12, 12)
    assert facilitator.move("reveal")[0] == 200
    assert facilitator.state()["result"]["people"] == 12


def test_a_replay_changes_nothing(room: NearRoom) -> None:
    """Not after a correction, not in the next round, and not after starting the question anew."""
    facilitator, person = Facilitator(room), Person(room).join()
    facilitator.move("open", "weights")
    nonce = person.state()["nonce"]
    assert person.answer({"money": 1}, nonce, MARK + "a") == 200
    assert person.answer({"money": 2}, nonce, MARK + "b") == 200
    assert person.answer({"money": 1}, nonce, MARK + "a") == 200
    assert person.get("/api/mine")[1]["values"] == {"money": 2}
    facilitator.move("again")
    assert person.answer({"money": 2}, nonce, MARK + "c") == 409
    assert person.get("/api/mine")[1]["values"] == {}
    facilitator.move("open", "weights")
    assert person.answer({"money": 2}, nonce, MARK + "d") == 409
    assert person.state()["round"] == 2


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/api/join", {"code": "0000", "table": 1}),
        ("/api/key", {"key": "not the key"}),
        ("/api/move", {"move": "reveal"}),
        ("/api/answer", {"nonce": "0" * 16, "submission": MARK, "values": {"money": 1}}),
    ],
)
def test_who_has_no_code_or_key_is_refused(room: NearRoom, path: str, body: object) -> None:
    """A wrong code, a wrong key, a move without the key, an answer of nobody."""
    status, told = Person(room).post(path, body)
    assert status == 403
    assert told["fault"].startswith("This is not for you")


def test_a_forged_or_foreign_token_is_refused(room: NearRoom) -> None:
    """One that the room did not sign, one with another signature, and a request from elsewhere."""
    person = Person(room).join()
    Facilitator(room).move("open", "weights")
    nonce = person.state()["nonce"]
    sheet = {"nonce": nonce, "submission": MARK, "values": {"money": 1}}
    (cookie,) = next(one for one in person.opener.handlers if hasattr(one, "cookiejar")).cookiejar
    name, signature = str(cookie.value).split(".")
    forged = [f"0123456789abcdef.{signature}", f"{name}.{signature[::-1]}", name, "", "a.é"]
    stranger = Person(room)
    found = [
        stranger.post(
            "/api/answer", sheet, Cookie=f"{cookie.name}={one}".encode().decode("latin-1")
        )[0]
        for one in forged
    ]
    assert found == [403] * len(forged)
    assert person.post("/api/answer", sheet, **{"X-Selfmgmt": "0"})[0] == 403
    assert person.get("/api/mine")[1]["values"] == {}


def test_a_sheet_that_cannot_be_is_refused(room: NearRoom) -> None:
    """An answer off the scale, a question that is not asked, and what is no sheet at all."""
    person = Person(room).join()
    Facilitator(room).move("open", "weights")
    nonce = person.state()["nonce"]
    assert person.answer({"money": 11}, nonce, MARK) == 409
    assert person.answer({"moneys": 1}, nonce, MARK) == 409
    assert person.post("/api/answer", {"nonce": nonce, "name": "Jan"})[0] == 400
    assert person.post("/api/answer", ["a"])[0] == 400
    assert person.send("/api/answer", b"[" * 9_000)[0] == 400
    assert person.get("/api/mine")[1]["values"] == {}


def test_a_full_room_lets_nobody_in_and_codes_cannot_be_tried_without_end(room: NearRoom) -> None:
    """The fourteenth is refused in words; after twenty wrong codes even the right one."""
    for _ in range(13):
        Person(room).join()
    late = Person(room)
    status, told = late.post("/api/join", {"code": room.code, "table": 1})
    assert (status, told["fault"][:20]) == (409, "The session is full.")
    tried = [late.post("/api/join", {"code": "0000", "table": 1})[0] for _ in range(21)]
    assert tried == [403] * 20 + [429]
    assert late.post("/api/join", {"code": room.code, "table": 1})[0] == 429
    assert Facilitator(room).get("/api/key")[0] == 200  # from the same address


def test_one_person_holds_a_few_lines_and_no_more(room: NearRoom) -> None:
    """The oldest end, so that a phone that comes back is never kept out; others notice nothing."""
    greedy, other = Person(room).join(), Person(room).join()
    lines = [greedy.listen() for _ in range(12)]
    assert all(line.readline().startswith(b"data: ") for line in lines[-8:])
    with other.listen() as line:
        assert line.readline().startswith(b"data: ")
        Facilitator(room).move("open", "weights")
        with pytest.raises(IncompleteRead, match="bytes read"):
            lines[0].read()
        assert goes_on(lines[-1])
        assert goes_on(line)
    for one in lines:
        one.close()


def goes_on(line: HTTPResponse) -> bool:
    """Whether what the room opened now comes over a line."""
    return any(b'"phase": "open"' in line.readline() for _ in range(4))


def test_what_the_room_keeps_is_for_this_user_alone(room: NearRoom) -> None:
    """Also what SQLite writes beside it: the answers and the key stand there first."""
    Person(room).join()
    kept = list(room.folder.glob("room.sqlite*"))
    assert len(kept) == 3
    assert not any(stat.S_IMODE(path.stat().st_mode) & 0o077 for path in kept)


def test_a_group_under_the_floor_is_hidden(room: NearRoom) -> None:
    """Four people show nothing; five do; a body of two does not, nor what is left without it."""
    facilitator = Facilitator(room)
    people = [Person(room).join() for _ in range(9)]
    facilitator.move("open", "weights")
    nonce = people[0].state()["nonce"]
    sheets(people[:4], nonce)
    facilitator.move("reveal")
    assert facilitator.state()["result"]["counts"] == []
    assert facilitator.state()["result"]["people"] is None
    facilitator.move("open", "weights")
    nonce = people[0].state()["nonce"]
    for number, one in enumerate(people):
        one.answer({"money": 3, "body": 1 if number < 7 else 2}, nonce, MARK)
    facilitator.move("reveal")
    result = facilitator.state()["result"]
    assert (result["people"], result["bodies"]) == (9, {})


def test_a_prediction_stays_hidden_until_every_table_has_one(room: NearRoom) -> None:
    """Then the tables and the model stand side by side; a table counts once."""
    facilitator = Facilitator(room)
    tables = [Person(room).join(1), Person(room).join(1), Person(room).join(2)]
    facilitator.move("open", "predict_half_the_managers")
    nonce = tables[0].state()["nonce"]
    assert tables[0].answer({"direction": 3, "size": 2}, nonce, MARK) == 200
    assert tables[1].answer({"direction": 2, "size": 1}, nonce, MARK + "x") == 200
    status, told = facilitator.move("reveal")
    assert (status, told["fault"][:27]) == (409, "1 table has not predicted y")
    assert tables[2].answer({"direction": 1, "size": 4}, nonce, MARK) == 200
    assert facilitator.move("reveal")[0] == 200
    experiment = facilitator.state()["result"]["experiment"]
    assert experiment["tables"] == [
        {"table": 1, "direction": 2, "size": 1},
        {"table": 2, "direction": 1, "size": 4},
    ]
    assert experiment["model"]["p10"] <= experiment["model"]["p50"] <= experiment["model"]["p90"]


def test_the_facilitator_puts_votes_in_the_case(room: NearRoom) -> None:
    """Only with the key; a body of five goes in, one of four does not, and the old file stays."""
    facilitator = Facilitator(room)
    people = [Person(room).join() for _ in range(5)]
    facilitator.move("open", "weights")
    nonce = people[0].state()["nonce"]
    goals = {"money": 5, "residents": 0, "staff": 5, "steering": 0, "identity": 0, "body": 1}
    for one in people[:4]:
        one.answer(goals, nonce, MARK)
    case = room.folder / "session.case.yaml"
    before = case.read_text(encoding="utf-8")
    assert people[0].post("/api/move", {"move": "case"})[0] == 403
    assert "No body has weights" in facilitator.move("case")[1]["remarks"][0]
    assert load_case(case).weights == {}
    people[4].answer(goals, nonce, MARK)
    remarks = facilitator.move("case")[1]["remarks"]
    assert remarks[0] == "Council: weights are in the case."
    assert set(load_case(case).weights) == {"council"}
    assert before in [path.read_text("utf-8") for path in room.folder.glob("*.bak*.yaml")]


def test_an_export_holds_no_small_group_and_leaves_nothing_behind(served: ServedRoom) -> None:
    """One table without names or times; then the room is closed and its file is gone."""
    facilitator = Facilitator(served)
    people = [Person(served).join() for _ in range(6)]
    earlier = f"{served.code},1,number-1,learning.range,4"
    columns = "session,round,respondent,question,value"
    (served.folder / "answers.csv").write_text(f"{columns}\n{earlier}\n")
    facilitator.move("open", "learning")
    nonce = people[0].state()["nonce"]
    for one in people[:4]:
        one.answer({"once": 1}, nonce, MARK)
    facilitator.move("open", "weights")
    sheets(people, people[0].state()["nonce"])
    assert facilitator.move("export")[0] == 200
    served.process.wait(20)
    assert [path.name for path in served.folder.glob("served.sqlite*")] == []
    answers = read_answers(served.folder / "answers.csv", BALLOTS)
    questions = {row.question for row in answers.rows}
    assert questions == {"weights.money", "weights.staff", "learning.range"}
    assert earlier in (served.folder / "answers.csv").read_text()
    assert len(answers.respondents) == 7
    told = served.log.read_text()
    assert "Left out, for too few people answered: Five questions before and after" in told
