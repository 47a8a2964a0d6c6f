"""The municipalities of the Netherlands, and how to find one by what people call it."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from functools import cache, lru_cache
from pathlib import Path

from selfmgmt.errors import InputError
from selfmgmt.language import gettext
from selfmgmt.reference.files import Row, decimal, read_table, whole
from selfmgmt.reference.finance import FinanceYear, finance_history, newest_of
from selfmgmt.reference.former_municipalities import former_municipalities
from selfmgmt.reference.own_data import own_stamp
from selfmgmt.reference.population import population_history
from selfmgmt.reference.settings import setting
from selfmgmt.reference.sizes import SizeClass, size_class_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Municipality:
    """One municipality with its newest public figures.

    ``address_density`` is in addresses per km2; ``urbanity_class`` runs from 1 (very strongly
    urban) to 5 (not urban). None is not known. ``accounts`` and ``budget`` are the newest there
    are, each with its own year. ``low_own_payroll`` means: next to no staff of its own, so that
    money and staff cannot be compared with others.
    """

    code: str
    name: str
    everyday_name: str
    other_names: tuple[str, ...]
    province: str
    province_code: str
    inhabitants: int
    inhabitants_year: int
    inhabitants_fetched: date | None
    size_class: SizeClass
    land_area_km2: float | None
    address_density: int | None
    urbanity_class: int | None
    urbanity_year: int | None
    urbanity_note: str
    accounts: FinanceYear | None
    budget: FinanceYear | None
    low_own_payroll: bool

    def __str__(self) -> str:
        return self.everyday_name


def all_municipalities() -> tuple[Municipality, ...]:
    """All municipalities of today, in the order of their codes."""
    stamp = own_stamp()
    return tuple(_municipality(code, stamp) for code in _rows())


def find_municipality(written: str) -> Municipality:
    """The municipality that someone means.

    Args:
        written: GM code, official or everyday name; capitals, accents, apostrophes and
            hyphens do not matter.

    Raises:
        InputError: There is no such municipality, it merged into another one, or the name
            belongs to more than one; the message says what to write.

    >>> find_municipality("'s gravenhage").everyday_name, find_municipality("gm0267").name
    ('Den Haag', 'Nijkerk')
    """
    text = plain(str(written))
    codes = [text.upper()] if text.upper() in _rows() else _codes_of(text)
    if len(codes) == 1:
        return _municipality(codes[0], own_stamp())
    raise InputError(_ambiguous(written, codes) if codes else _unknown(written, text))


def names_in(written: str) -> list[str]:
    """The names in a list with commas; an official name may have a comma itself.

    >>> names_in("Nijkerk, Nuenen, Gerwen en Nederwetten,GM0363")
    ['Nijkerk', 'Nuenen, Gerwen en Nederwetten', 'GM0363']
    """
    parts = [part.strip() for part in written.split(",")]
    names: list[str] = []
    while parts:
        wholes = (", ".join(parts[:end]) for end in range(len(parts), 1, -1))
        name = next((whole for whole in wholes if _codes_of(plain(whole))), parts[0])
        names.append(name)
        del parts[: name.count(",") + 1]
    return names


def plain(text: str) -> str:
    """``text`` without capitals, accents and marks, for comparing names.

    >>> plain("'s-Gravenhage"), plain("Súdwest-Fryslân")
    ('s gravenhage', 'sudwest fryslan')
    """
    letters = unicodedata.normalize("NFKD", text.casefold())
    return " ".join(re.findall(r"[a-z0-9]+", re.sub(r"[\u0300-\u036f]", "", letters)))


def has_low_own_payroll(report: FinanceYear) -> bool:
    """Whether next to no staff is on the payroll of the municipality itself."""
    share = report.own_payroll_share
    return share is not None and share < setting("low_own_payroll_share")


@cache
def _rows() -> Mapping[str, Row]:
    return {row["cbs_code"]: row for row in read_table("municipalities")}


@lru_cache(maxsize=1024)
def _municipality(code: str, _stamp: tuple[Path, int]) -> Municipality:
    row, newest = _rows()[code], population_history(code)[-1]
    history = finance_history(code)
    accounts, budget = newest_of(history, "accounts"), newest_of(history, "budget")
    return Municipality(
        code=code,
        name=row["name"],
        everyday_name=row["everyday_name"],
        other_names=tuple(filter(None, row["other_names"].split(";"))),
        province=row["province"],
        province_code=row["province_code"],
        inhabitants=newest.inhabitants,
        inhabitants_year=newest.year,
        inhabitants_fetched=newest.fetched,
        size_class=size_class_of(newest.inhabitants, code),
        land_area_km2=decimal(row["land_area_km2"]),
        address_density=whole(row["address_density_per_km2"]),
        urbanity_class=whole(row["urbanity_class"]),
        urbanity_year=whole(row["urbanity_year"]),
        urbanity_note=row["urbanity_note"],
        accounts=accounts,
        budget=budget,
        low_own_payroll=any(has_low_own_payroll(item) for item in (accounts, budget) if item),
    )


@cache
def _codes_by_name() -> Mapping[str, list[str]]:
    """Plain name to the codes it may stand for: Bergen, without (L.) or (NH.), stands for two."""
    named: dict[str, list[str]] = {}
    shortened: dict[str, list[str]] = {}
    for code, row in _rows().items():
        names = [row["name"], row["everyday_name"], *filter(None, row["other_names"].split(";"))]
        for name in dict.fromkeys(map(plain, names)):
            named.setdefault(name, []).append(code)
        shortened.setdefault(plain(row["name"].partition("(")[0]), []).append(code)
    return shortened | named


def _codes_of(text: str) -> list[str]:
    """The codes that a plain name may stand for, also with "gemeente" beside it, as CBS has it."""
    known = _codes_by_name()
    bare = text.removeprefix("gemeente ").removesuffix(" gemeente")
    return known.get(text) or known.get(bare, [])


def _listed(codes: Iterable[str]) -> str:
    return ", ".join(f"{_rows()[code]['name']} ({code})" for code in codes)


def _ambiguous(written: str, codes: list[str]) -> str:
    return gettext(
        "{given} can be more than one municipality: {names}.",
        given=repr(written),
        names=_listed(codes),
    )


def _unknown(written: str, text: str) -> str:
    number = text.removeprefix("gm").strip()
    if number.isdecimal() and f"GM{int(number):04d}" in _rows():
        return gettext(
            "{given} is not a CBS code; write {code} if you mean {name}.",
            given=repr(written),
            code=f"GM{int(number):04d}",
            name=_rows()[f"GM{int(number):04d}"]["everyday_name"],
        )
    former = _former(text)
    if former:
        return former
    close = get_close_matches(text, _codes_by_name(), n=3)
    codes = dict.fromkeys(code for name in close for code in _codes_by_name()[name])
    if codes:
        return gettext(
            "{given} is not a municipality; did you mean {names}?",
            given=repr(written),
            names=_listed(codes),
        )
    return gettext(
        "{given} is not a municipality; write its name, or its CBS code such as GM0267.",
        given=repr(written),
    )


def _former(text: str) -> str | None:
    """What became of a municipality that is no more, if it is one."""
    found = [one for one in former_municipalities() if text in (plain(one.name), one.code.lower())]
    if not found:
        return None
    former = found[-1]
    name = f"{former.name} ({former.code})"
    if len(former.successors) == 1:
        code = former.successors[0]
        return gettext(
            "{name} is no longer a municipality; it is now part of {successor} ({code}).",
            name=name,
            successor=_rows()[code]["name"],
            code=code,
        )
    return gettext(
        "{name} is no longer a municipality since {year}; it was divided over {successors}.",
        name=name,
        year=former.year,
        successors=_listed(former.successors),
    )
