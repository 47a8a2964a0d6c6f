"""The page of the overview: a list to search and sort, and a map; it works without a server."""

import json
from base64 import b64encode
from collections.abc import Mapping, Sequence
from functools import cache
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from typing import Any

from selfmgmt import __version__
from selfmgmt.language import current_language, gettext
from selfmgmt.numbers import number
from selfmgmt.reference.files import table_facts
from selfmgmt.reference.peers import NOT_A_NORM
from selfmgmt.reference.sizes import size_classes
from selfmgmt.reporting.content.measures import MEASURES
from selfmgmt.reporting.pages.html import STYLE, TEMPLATES
from selfmgmt.reporting.pages.listing import Compared, Listed
from selfmgmt.reporting.pages.map import class_bounds, class_of, map_drawing
from selfmgmt.uncertainty import Quantiles

_FOLDER = TEMPLATES / "overview"
_DOWNLOADS = ("results.csv", "results.xlsx", "results.parquet", "manifest.json")

Bounds = dict[str, tuple[float, ...]]


def overview_html(
    out: Path,
    listed: Sequence[Listed],
    comparisons: Sequence[Compared],
    failed: Mapping[str, Any],
    theme: str = "",
) -> str:
    """The page in the language of the reader.

    Args:
        out: The folder of the reports, for what can be downloaded.
        listed: The reports.
        comparisons: The pages that lay a municipality beside others.
        failed: Folder to the name and the fault, in words, of a report that could not be made.
        theme: A municipality's own look as a style sheet, to follow that of the page.
    """
    script = (_FOLDER / "overview.js").read_text(encoding="utf-8")
    bounds = _bounds(listed)
    first = next(iter(bounds), "")
    page: str = _template().render(
        language=current_language(),
        version=__version__,
        words=_words(len(listed)),
        styles="".join(path.read_text("utf-8") for path in (STYLE, _FOLDER / "style.css")) + theme,
        script=script,
        script_hash=b64encode(sha256(script.encode()).digest()).decode(),
        rows=[_row(one, first, bounds) for one in listed],
        provinces=sorted({name for one in listed for name in one.provinces}),
        sizes=[str(size) for size in size_classes().values() if size in {x.size for x in listed}],
        options=_labels(listed),
        measures={key: MEASURES[key].outcome.title for key in bounds},
        first=first,
        legend=_legends(bounds).get(first, []),
        map=map_drawing(),
        row_of=_rows_on_map(listed),
        source=_source(),
        comparisons=comparisons,
        failed=sorted(failed.items(), key=lambda item: (str(item[1]["name"]), item[0])),
        kept=[folder for folder in failed if (out / folder / "failed.ipynb").is_file()],
        downloads=[name for name in _DOWNLOADS if (out / name).is_file()],
        data=_as_json(_data(listed, bounds)),
    )
    return page


@cache
def _template() -> Any:
    from jinja2 import Environment, FileSystemLoader

    files = Environment(loader=FileSystemLoader(_FOLDER), autoescape=True)
    return files.get_template("index.html.j2")


def _bounds(listed: Sequence[Listed]) -> Bounds:
    """Measure to its bounds, the same for all options: a choice of another keeps the colours."""
    found = {key: measure.bounds for key, measure in MEASURES.items()}
    for key in found:
        values = [
            bands[key].p50 for one in listed for bands in one.figures.values() if key in bands
        ]
        found[key] = (found[key] or class_bounds(values)) if values else ()
    return {key: bounds for key, bounds in found.items() if bounds}


def _legends(bounds: Bounds) -> dict[str, list[str]]:
    """Measure to its classes in words, the lowest first."""
    return {key: _legend(key, inner) for key, inner in bounds.items()}


def _legend(key: str, bounds: Sequence[float]) -> list[str]:
    write = MEASURES[key].outcome.write
    return [
        gettext("less than {bound}", bound=write(bounds[0])),
        *(
            gettext("{low} to {high}", low=write(low), high=write(high))
            for low, high in pairwise(bounds)
        ),
        gettext("{bound} or more", bound=write(bounds[-1])),
    ]


def _row(one: Listed, first: str, bounds: Bounds) -> dict[str, Any]:
    """A line of the list as it is before anything is chosen: the first figure that is known."""
    option = one.chosen(first) if first else ""
    band = one.figures.get(option, {}).get(first)
    return {
        "folder": one.folder,
        "name": one.name,
        "provinces": one.provinces,
        "size": str(one.size or ""),
        "inhabitants": one.inhabitants,
        "inhabitants_words": number(one.inhabitants) if one.members else gettext("not known"),
        "sought": one.sought,
        "option": one.labels.get(option, ""),
        "words": _words_of(first, band),
        "group": None if band is None else class_of(band.p50, bounds[first]),
    }


def _words_of(key: str, band: Quantiles | None) -> str:
    return gettext("not known") if band is None else MEASURES[key].outcome.range(band)


def _labels(listed: Sequence[Listed]) -> dict[str, str]:
    """Option to its name; when reports call it differently, as the first one does."""
    labels: dict[str, str] = {}
    for one in listed:
        labels = one.labels | labels
    return labels


def _rows_on_map(listed: Sequence[Listed]) -> dict[str, int]:
    """Code to the row in the list of the report that the map leads to, the first there is."""
    rows: dict[str, int] = {}
    for row, one in enumerate(listed):
        for member in one.members:
            rows.setdefault(member.code, row)
    return rows


def _data(listed: Sequence[Listed], bounds: Bounds) -> dict[str, Any]:
    """What the page draws when something is chosen."""
    return {
        "labels": _labels(listed),
        "titles": {key: measure.outcome.title for key, measure in MEASURES.items()},
        "legends": _legends(bounds),
        "rows": [
            {
                "chosen": {key: one.chosen(key) for key in bounds},
                "options": {
                    option: {
                        key: [band.p50, _words_of(key, band), class_of(band.p50, bounds[key])]
                        for key, band in bands.items()
                    }
                    for option, bands in one.figures.items()
                },
            }
            for one in listed
        ],
        "words": {
            "unknown": gettext("not known"),
            "count": gettext("{shown} of {all} reports"),
            "none": gettext("No report fits. Change the words or the choices above."),
        },
    }


def _as_json(data: Any) -> str:
    """JSON that cannot end the script element it stands in."""
    words = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return words.replace("<", "\\u003c")


def _source() -> str:
    facts = table_facts()["map"]
    return gettext(
        "Borders: {source}; simplified. Licence: {licence}.",
        source=facts.source,
        licence=facts.licence.partition(":")[0],
    )


def _words(count: int) -> dict[str, str]:
    return {**_list_words(count), **_map_words(), **_rest_words()}


def _list_words(count: int) -> dict[str, str]:
    return {
        "title": gettext(
            "Reports: how do we find the saving, and what is working differently worth?"
        ),
        "skip": gettext("To the list"),
        "about": gettext(
            "{count} reports. Each is an exploration, not an intended decision.",
            count=number(count),
        ),
        "not_a_norm": gettext(NOT_A_NORM),
        "find": gettext("Find a report"),
        "search": gettext("Name, former name or code"),
        "province": gettext("Province"),
        "size": gettext("Size"),
        "all": gettext("All"),
        "option": gettext("Option"),
        "chosen": gettext("The one that the figure is about, for each municipality"),
        "chosen_note": gettext(
            "Of posts, hired staff and tasks: the saving mix that takes most of it. Of the price: "
            "the way of working that costs least."
        ),
        "list": gettext("The reports"),
        "range": gettext(
            "The middle figure and, in brackets, the range: of 100 possible futures 80 fall "
            "within it."
        ),
        "sort": gettext("Sort by"),
        "municipality": gettext("Municipality"),
        "inhabitants": gettext("Inhabitants"),
    }


def _map_words() -> dict[str, str]:
    return {
        "measure": gettext("Figure"),
        "map": gettext("Map"),
        "map_help": gettext(
            "With the Tab key you enter the map. The arrow keys take you to the next municipality, "
            "Enter opens its report. The list holds the same figures."
        ),
        "map_empty": gettext("no report"),
        "told": gettext("Point at a municipality to see its figure."),
    }


def _rest_words() -> dict[str, str]:
    return {
        "failed": gettext("No new report"),
        "failed_about": gettext("These reports could not be made; the others are whole."),
        "partial": gettext("How far it came"),
        "comparisons": gettext("Side by side with others"),
        "comparisons_about": gettext(
            "Each lays a municipality beside others: a comparison and not a norm."
        ),
        "downloads": gettext("All figures to take along"),
        "downloads_about": gettext("One row for each report and option."),
        "footer": gettext("An exploration, not an intended decision. Made with selfmgmt."),
    }
