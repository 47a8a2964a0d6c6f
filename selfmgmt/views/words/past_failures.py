"""Where it went wrong before: the warnings that fit most, with how those involved explain it."""

from selfmgmt.analysis.compare import Comparison
from selfmgmt.evidence.cases import ReferenceCase, reference_cases
from selfmgmt.language import gettext
from selfmgmt.views.words.warnings import Applying, applying_warnings

_MOST = 5
_CASES = 2  # that are told in more than one reading
_NAMED = 2  # options beside a warning
_READ = 2  # readings of a case


def before_sentences(comparison: Comparison) -> tuple[str, ...]:
    """Five warnings that fit the options, and beneath each the readings of the case behind it."""
    cited: set[str] = set()
    sentences = []
    for found in fitting_warnings(comparison):
        sentences.append(_warning(found))
        case = next((one for one in _cases(found) if one.key not in cited), None)
        if case is not None and len(cited) < _CASES:
            cited.add(case.key)
            sentences.append(readings_sentence(case))
    return tuple(sentences)


def fitting_warnings(comparison: Comparison) -> list[Applying]:
    """The warnings that fit best: those about some options first, then those about all."""
    found = applying_warnings(comparison)
    changing = len(comparison.options) - 1
    some = [one for one in found if len(one.options) < changing]
    return [*some, *(one for one in found if one not in some)][:_MOST]


def case_to_tell(comparison: Comparison) -> ReferenceCase:
    """The case with more than one reading that fits the options best, else the first known one."""
    found = [case for one in applying_warnings(comparison) for case in _cases(one)]
    known = [case for case in reference_cases().values() if case.readings]
    return (found or known)[0]


def readings_sentence(case: ReferenceCase) -> str:
    """How those involved in a case explain it, each in its own words."""
    readings = [gettext("{by}: {text}", by=one.by, text=one.text) for one in case.readings[:_READ]]
    return " ".join((gettext("{case}, in more than one reading.", case=case.name), *readings))


def _warning(found: Applying) -> str:
    some = ", ".join(found.options[:_NAMED])
    more = gettext("{options} and others", options=some)
    return gettext(
        "{warning} For: {options}.",
        warning=found.warning.text,
        options=some if len(found.options) <= _NAMED else more,
    )


def _cases(found: Applying) -> list[ReferenceCase]:
    cases = reference_cases()
    return [cases[key] for key in found.warning.cases if cases[key].readings]
