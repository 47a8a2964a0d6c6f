"""A link opens the case that it was made from, or nothing at all; however it was mangled."""

import json
import random
import string
import zlib
from base64 import urlsafe_b64decode, urlsafe_b64encode
from hashlib import blake2b
from typing import Any
from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, given, reject, settings
from hypothesis import strategies as st

from selfmgmt.case import Case, new_case
from selfmgmt.case.document import SCHEMA
from selfmgmt.case.known import criteria, judged_criteria, roles
from selfmgmt.case.link import LONGEST, case_in_link, link_word, read_link
from selfmgmt.errors import InputError
from selfmgmt.language import LANGUAGES, speaking
from tests.case.random_cases import cases

MANGLED = 10_000
LETTERS = string.ascii_letters + string.digits + "-_.%= &"


def full_case() -> Case:
    """Nijkerk with every figure of its own, four worked-out options, weights and a note."""
    autonomy = {"goals": 3, "methods": 6, "budget": 4}
    options = {
        "fewer_managers_only": {"managers_after": "62%", "support_after": "90%"},
        "stepwise_programme": {
            "managers_after": "40%",
            "support_after": "85,5%",
            "team_count": 31,
            "frames": "75%",
            "coaches": "80%",
            "training": 1250,
            "rollout_quarters": 10,
            "autonomy": autonomy,
        },
        "vanguard_first": {"managers_after": "55%", "start_share": "20%", "start_quarters": 4},
        "own_plan": {"label": "Ons plan", "based_on": "within_frames", "managers_after": "50%"},
    }
    scores = ("trust", "frameworks", "politics", "ownership", "capability", "support", "change")
    return Case.model_validate(
        {
            "name": "Nijkerk",
            "municipalities": "Nijkerk",
            "question": {"saving_target": "€ 2,5 mln", "due_quarter": 10},
            "organisation": {
                "fte": "312,5",
                "cost_per_fte": 91_000,
                "manager_share": "5,5%",
                "support_share": "22%",
                "team_count": 28,
                "absence": {"low": "6%", "central": "6,5%", "high": "7%"},
            },
            "readiness": {"filled_in_by": "directie en OR", **dict.fromkeys(scores, 3)},
            "options": options,
            "judgements": {row: dict.fromkeys(options, 60) for row in judged_criteria()},
            "weights": {
                role: {key: 5 * (1 + (row + column) % 6) for column, key in enumerate(criteria())}
                for row, role in enumerate(roles())
            },
            "notes": "Besproken in het directieteam. De raad wil voor de zomer een keuze.",
        }
    )


def packed(text: bytes, version: str = "1") -> str:
    """A word with a right checksum, whatever it holds."""
    packer = zlib.compressobj(level=9, wbits=-zlib.MAX_WBITS)
    body = packer.compress(text) + packer.flush()
    checksum = blake2b(body, digest_size=6).digest()
    return f"{version}." + urlsafe_b64encode(checksum + body).decode().rstrip("=")


def fields(**more: Any) -> bytes:
    """A small case as a link holds it."""
    case = {"schema": SCHEMA, "name": "Urk", "municipalities": ["GM0184"], **more}
    return json.dumps(case).encode()


@settings(max_examples=8, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(cases(), st.sampled_from(LANGUAGES), st.sampled_from(LANGUAGES))
def test_nothing_is_lost_in_a_link(case: Case, one: str, other: str) -> None:
    """Every value survives digit by digit, whatever language each side speaks."""
    try:
        with speaking(one):
            word = link_word(case)
    except InputError:
        reject()  # random figures of many digits can be more than a link carries
    with speaking(other):
        found = case_in_link(word)
        assert link_word(case) == word
    assert found == case
    assert list(found.options) == list(case.options)


def test_a_link_is_short() -> None:
    """Also with all filled in, it is well under the 2,000 characters that all programs carry."""
    assert len(link_word(new_case(["Nijkerk"]))) < 450
    assert len(link_word(full_case())) < 1_500
    assert LONGEST < 1_950


def test_a_link_rests_on_no_example() -> None:
    """It holds the cut and the options that it starts with; another example changes nothing."""
    case = new_case(["Nijkerk"])
    packed_text = urlsafe_b64decode(link_word(case)[2:] + "==")[6:]
    written = json.loads(zlib.decompress(packed_text, -zlib.MAX_WBITS))
    assert written["question"]["saving_target"] == str(case.question.saving_target)
    assert list(written["options"]) == list(case.options)


@pytest.mark.parametrize(
    "around",
    [
        "{word}",
        "https://example.nl/30_options?language=nl&scenario={word}",
        "https://example.nl/voila/render/30_options.ipynb?scenario={word}&language=nl#top",
        "<https://example.nl/00_start?scenario={word}>.",
    ],
)
def test_a_link_is_read_as_people_paste_it(around: str) -> None:
    """Bare, in an address, between brackets, and broken over lines by a mail program."""
    pasted = around.format(word=link_word(full_case()))
    lines = [pasted[start : start + 70] for start in range(0, len(pasted), 70)]
    assert case_in_link(f"  {pasted}\n") == full_case()
    assert case_in_link("\r\n".join(lines)) == full_case()


def test_a_link_tells_how_the_options_lay() -> None:
    """The case is the same with and without; what is no text is left out."""
    case = full_case()
    linked = read_link(link_word(case, layout="2.own_plan.vanguard_first."))
    assert (linked.case, linked.layout) == (case, "2.own_plan.vanguard_first.")
    assert read_link(link_word(case)).layout == ""
    assert read_link(packed(fields(table=["a"]))).layout == ""


def test_a_link_survives_a_mail_filter() -> None:
    """Some put the whole link inside one of their own."""
    link = f"https://example.nl/00_start?scenario={link_word(full_case())}&language=nl"
    safe = f"https://filter.example/?url={quote(link, safe='')}&data=05%7C02"
    assert case_in_link(safe) == full_case()


def test_a_mangled_link_opens_nothing_else() -> None:
    """Ten thousand links with letters changed, lost or added: refused, or the same case."""
    case, chance = full_case(), random.Random(1)  # noqa: S311  no secret
    word = link_word(case)
    refused = 0
    for _ in range(MANGLED):
        letters = list(word)
        for _ in range(chance.randint(1, 4)):
            place = chance.randrange(len(letters))
            letters[place : place + chance.randint(0, 2)] = chance.choices(
                LETTERS, k=chance.randint(0, 2)
            )
        mangled = "".join(letters)
        try:
            assert mangled == word or case_in_link(mangled) == case
        except InputError:
            refused += 1
    assert refused > 0.8 * MANGLED


@pytest.mark.parametrize("length", range(0, 300, 7))
def test_a_link_that_was_cut_off_is_refused(length: int) -> None:
    """Wherever it ends too soon."""
    with pytest.raises(InputError):
        case_in_link(link_word(new_case(["Nijkerk"]))[:length])


@pytest.mark.parametrize(
    ("pasted", "words"),
    [
        ("", "is not a link to a case"),
        ("https://example.nl/30_options", "is not a link to a case"),
        ("scenario=", "is not a link to a case"),
        (packed(fields(), version="2"), "has version 2; this selfmgmt reads version 1"),
        ("1." + "A" * 400, "not complete or was changed"),
        ("1." + "A" * 1_000_000, "longer than any that selfmgmt makes"),
        (packed(b" " * 50_000_000 + fields()), "longer than any that selfmgmt makes"),
        (packed(b""), "is empty"),
        (packed(b"\xff\xfe"), "not text in UTF-8"),
        (packed(b"[" * 90_000), "nested too deep"),
        (packed(b'{"a":' * 9_000), "nested too deep"),
        (packed(b'["a"]'), "holds no fields"),
        (packed(b'{"name": &a x, "notes": *a}'), "anchors"),
        (packed(fields(schema="selfmgmt/case/9")), "it reads selfmgmt/case/2"),
        (packed(fields(secrets="x")), "'secrets' is not known here"),
        (packed(fields(question={"due_quarter": 1e300})), "question.due_quarter"),
        (packed(fields(organisation={"fte": "NaN"})), "organisation.fte"),
        (packed(fields(municipalities=["Nergenshuizen"])), "Nergenshuizen"),
    ],
)
def test_a_hostile_link_is_refused_in_words(pasted: str, words: str) -> None:
    """No version, bomb, depth or unknown field gets past; the checks of a case file hold."""
    with speaking("en"), pytest.raises(InputError, match=words):
        case_in_link(pasted)


def test_every_fault_is_told_at_once() -> None:
    """As with a case file, and without lines, which a link does not have."""
    wrong = packed(fields(organisation={"fte": -3}, question={"horizon": 2}))
    with speaking("en"), pytest.raises(InputError) as caught:
        case_in_link(wrong)
    assert [fault.split(":")[0] for fault in caught.value.faults] == [
        "organisation.fte",
        "question.horizon",
    ]


def test_a_case_too_large_for_a_link_is_refused() -> None:
    """The file is offered instead."""
    noise = "".join(map(chr, range(0x4E00, 0x4E00 + 3_000)))
    case = new_case(["Urk"]).model_copy(update={"notes": noise})
    with speaking("en"), pytest.raises(InputError, match="download the case file"):
        link_word(case)
