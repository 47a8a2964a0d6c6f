"""A data folder of one's own for each test, and a stand-in for the service of the CBS."""

import json
import re
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, quote, unquote, urlsplit

import pytest

from selfmgmt.reference.files import read_table
from selfmgmt.reference.own_data import HOME_VARIABLE

CODES = [row["cbs_code"] for row in read_table("municipalities")]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Nothing is read from, or written to, the folder of whoever runs the tests."""
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path))
    return tmp_path


@dataclass
class FakeCbs:
    """The shapes of the CBS service: OData 3 as JSON, pages, keys padded with spaces."""

    tables: dict[str, dict[str, list[dict[str, Any]]]] = field(default_factory=dict)
    titles: dict[str, str] = field(default_factory=dict)
    page: int = 500
    broken: dict[str, Any] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    base_url: str = ""

    def answer(self, path: str, query: dict[str, list[str]]) -> tuple[int, str]:
        """Status and body for one request."""
        for part, fault in self.broken.items():
            if part in path:
                return self._fault(fault)
        if path.endswith("/ODataCatalog/Tables"):
            rows = [{"Identifier": key, "Title": title} for key, title in self.titles.items()]
            return 200, json.dumps({"value": rows})
        _, _, _, table, part = path.split("/", 4)
        if part not in self.tables.get(table, {}):
            return 404, "Not Found"
        return 200, json.dumps(self._page(table, part, query))

    def _fault(self, fault: Any) -> tuple[int, str]:
        if isinstance(fault, float):
            time.sleep(fault)
            return 200, "{}"
        return (fault, "fault") if isinstance(fault, int) else (200, str(fault))

    def _page(self, table: str, part: str, query: dict[str, list[str]]) -> dict[str, Any]:
        wanted = query.get("$filter", [""])[0]
        columns = query["$select"][0].split(",") if "$select" in query else None
        rows = _rows_that_match(self.tables[table][part], wanted)
        start = int(query.get("$skip", ["0"])[0])
        shown = [
            {key: value for key, value in row.items() if columns is None or key in columns}
            for row in rows[start : start + self.page]
        ]
        answer: dict[str, Any] = {"odata.metadata": f"{self.base_url}/$metadata", "value": shown}
        if start + self.page < len(rows):
            kept = {key: value[0] for key, value in query.items() if key != "$skip"}
            words = "&".join(f"{key}={quote(value)}" for key, value in kept.items())
            address = f"{self.base_url}/ODataFeed/odata/{table}/{part}"
            answer["odata.nextLink"] = f"{address}?{words}&$skip={start + self.page}"
        return answer


def _rows_that_match(rows: list[dict[str, Any]], wanted: str) -> list[dict[str, Any]]:
    """The two operators that are used: eq, exact with its padding, and startswith."""
    equal = re.findall(r"(\w+) eq '([^']*)'", wanted)
    starts = re.findall(r"startswith\((\w+),'([^']*)'\)", wanted)
    return [
        row
        for row in rows
        if all(row[key] == value for key, value in equal)
        and all(row[key].startswith(value) for key, value in starts)
    ]


def cost_row(code: str, task_field: str, category: str, filed: Any, report: str) -> dict[str, Any]:
    """One Iv3 row, keys padded as the CBS pads them; ``filed`` is in thousands of euros."""
    first, second = filed if isinstance(filed, tuple) else (filed, filed)
    return {
        "ID": 0,
        "TaakveldBalanspost": f"{task_field:6}",
        "Categorie": f"{category:8}",
        "Gemeenten": f"{code:9}",
        "Verslagsoort": report,
        "k_1ePlaatsing_1": first,
        "k_2ePlaatsing_2": second,
    }


def cost_rows(code: str, report: str) -> list[dict[str, Any]]:
    """The Iv3 filing of one municipality, in thousands: total 100,000, overhead 12,000."""
    filed = [
        ("0.1", "L3.8", 3_000.0),
        ("0.4", "L1.1", 10_000.0),
        ("0.4", "L3.5.1", (-99998.0, 2_000.0)),
        ("0.10", "L7.1", 700_000.0),
        ("0.11", "L7.1", 800_000.0),
        ("2.1", "L1.1", (10_000.0, -99998.0)),
        ("2.1", "L3.5.1", 3_000.0),
        ("6.1", "L4.3.3", 40_000.0),
        ("6.71a", "L3.8", (-99998.0, -99998.0)),
        ("8.3", "L3.8", 32_000.0),
        ("8.3", "B3.2.1", 900_000.0),
        ("A111", "L7.1", 950_000.0),
    ]
    return [cost_row(code, *line, report) for line in filed]


@pytest.fixture
def cbs(monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeCbs]:
    """A running stand-in with inhabitants of January 2027 and the accounts of 2025."""
    import cbsodata

    monkeypatch.setitem(cbsodata.options.requests, "proxies", {})
    fake = FakeCbs()
    fill(fake)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            fake.asked.append(unquote(self.path.replace("+", " ")))
            status, body = fake.answer(parts.path, parse_qs(parts.query))
            self.send_response(status)
            self.send_header("Content-Type", "application/json;odata=minimalmetadata")
            self.end_headers()
            self.wfile.write(body.encode())

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    fake.base_url = f"http://127.0.0.1:{server.server_port}"
    yield fake
    server.shutdown()
    server.server_close()
    thread.join()


def fill(fake: FakeCbs) -> None:
    """What a good day at the CBS looks like."""
    people = [
        {"RegioS": code, "Perioden": "2027MM01", "BevolkingAanHetBeginVanDePeriode_1": 50_000 + at}
        for at, code in enumerate(CODES)
    ]
    others = [
        {"RegioS": "NL01  ", "Perioden": "2027MM01", "BevolkingAanHetBeginVanDePeriode_1": 18e6},
        {"RegioS": "GM0003", "Perioden": "2027MM01", "BevolkingAanHetBeginVanDePeriode_1": None},
        {"RegioS": "GM0267", "Perioden": "2027MM02", "BevolkingAanHetBeginVanDePeriode_1": 1},
    ]
    fake.tables["37230ned"] = {
        "Perioden": [{"Key": key} for key in ("2026MM01", "2026MM12", "2027MM01", "2027MM02")],
        "TypedDataSet": [*others, *people],
    }
    fake.titles = {
        "45067NED": "Gemeenten 2024 onbewerkte Iv3-data",
        "45071NED": "Gemeenten 2025 onbewerkte Iv3-data ",
        "45072NED": "Provincies 2025 onbewerkte Iv3-data",
        "45078NED": "Gemeenten 2026 onbewerkte Iv3-data",
    }
    fake.tables["45071NED"] = {
        "Verslagsoort": [{"Key": "2025X000"}, {"Key": "2025X005"}],
        "TypedDataSet": [
            row
            for code in CODES
            for year in ("2025X000", "2025X005")
            for row in cost_rows(code, year)
        ],
    }
    fake.tables["45078NED"] = {
        "Verslagsoort": [{"Key": "2026X000"}, {"Key": "2026X005"}],
        "TypedDataSet": [],
    }
