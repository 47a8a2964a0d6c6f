"""The registry: every section of a report by name, in order; documents choose from it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from selfmgmt.errors import InputError
from selfmgmt.language import gettext
from selfmgmt.language import gettext_noop as _
from selfmgmt.reporting.content.content import Content
from selfmgmt.reporting.content.sections import appendix, main, page_one, practice
from selfmgmt.reporting.content.sections.appendix import Parts
from selfmgmt.reporting.content.sections.section import Section
from selfmgmt.values import unknown
from selfmgmt.views.words.practice_summary import SUMMARIES

PAGE_ONE: Mapping[str, Callable[[Content], Section]] = {
    "question": page_one.question,
    "own": page_one.own,
    "answer": page_one.answer,
    "mixes": page_one.mixes,
    "ways": page_one.ways,
    "consequences": page_one.consequences,
    "decide": page_one.decide,
}
MAIN: Mapping[str, Callable[[Content], Section]] = {
    "left_over": main.left_over,
    "takes": main.takes,
    "options": main.options,
    "service": main.service,
    "cash": main.cash,
    "staff": main.staff,
    "choice": main.choice,
    "readiness": main.readiness,
    "unsure": main.unsure,
    "setbacks": main.setbacks,
    "before": main.before,
    "standing": main.standing,
}
OF_SHEETS: Mapping[str, Callable[[Content], Section]] = {  # empty until a sheet is filled in
    key: partial(practice.summary, key) for key in SUMMARIES
}
SECTIONS: Mapping[str, Callable[[Content], Section]] = {**PAGE_ONE, **MAIN, **OF_SHEETS}


@dataclass(frozen=True, slots=True)
class Folded:
    """A part of the appendix: what stands on the line that unfolds it, and what is in it."""

    title: str
    parts: Callable[[Content], Parts]


APPENDIX: Mapping[str, Folded] = {
    "mixes": Folded(_("All that was computed of the saving mixes"), appendix.mixes),
    "ways": Folded(_("All that was computed of the ways of working"), appendix.ways),
    "levers": Folded(_("What each option changes"), appendix.levers),
    "believe": Folded(_("What you must believe, with which weights"), appendix.believe),
    "order": Folded(_("How sure the order of each role is"), appendix.order),
    "evidence": Folded(_("How strong the evidence is"), appendix.evidence),
    "conditions": Folded(_("Conditions and readiness"), appendix.conditions),
    "practice": Folded(_("What was filled in on sheets of practice"), practice.practice),
    "roadmap": Folded(_("The roadmap, and when to halt"), practice.roadmap),
    "setbacks": Folded(_("Each reverse with all outcomes"), appendix.setbacks),
    "peers": Folded(_("Beside other municipalities, and what limits the figures"), appendix.peers),
    "warnings": Folded(_("All warnings and all readings"), appendix.warnings),
    "model": Folded(_("Does the model match practice?"), appendix.model),
    "figures": Folded(_("Figures and sources"), appendix.figures),
    "words": Folded(_("Glossary"), appendix.words),
    "about": Folded(_("About this report"), appendix.about),
}


def section(content: Content, key: str) -> Section:
    """One section of a report, in the language that is spoken.

    Raises:
        InputError: There is no such section; the nearest one is suggested.
    """
    if key not in SECTIONS:
        raise InputError(gettext("section: {fault}", fault=unknown(key, SECTIONS)))
    return SECTIONS[key](content)
