"""What a survey says, part by part as a page shows it; only what may be shown is in it."""

from collections.abc import Iterator
from typing import TypedDict

from selfmgmt.language import gettext
from selfmgmt.numbers import percentage
from selfmgmt.readiness.survey import Findings
from selfmgmt.readiness.wording import load_survey
from selfmgmt.views.tables import Table
from selfmgmt.views.widgets.pictures import PictureOnPage, TableOnPage, on_page, table_on_page
from selfmgmt.views.words import reliability, survey
from selfmgmt.views.words.survey_waves import wave_sentences, wave_table


class Part(TypedDict):
    """One part of what a survey says."""

    key: str
    title: str
    sentences: list[str]
    tables: list[TableOnPage]


def survey_parts(findings: Findings) -> list[Part]:
    """The parts in the order of reading: who answered, what they say, how sure that is."""
    quality, agreement = findings.quality, findings.agreement
    return [
        _part("response", gettext("Who answered, and what is not shown"), _response(findings)),
        _part(
            "profile",
            gettext("What people say of each subject"),
            survey.score_sentences(findings.profile),
            survey.score_table(findings.profile),
        ),
        _part(
            "roles",
            gettext("Do roles and teams differ?"),
            [
                *survey.difference_sentences(findings.roles, role_names()),
                gettext(
                    "Between teams. A difference is a reason to talk with that team, and no "
                    "verdict on it."
                ),
                *survey.difference_sentences(findings.teams),
            ],
        ),
        *_since(findings),
        _part(
            "quality",
            gettext("How good is the measurement?"),
            reliability.quality_sentences(quality),
            reliability.quality_table(quality),
        ),
        _part(
            "agreement",
            gettext("How far do people in teams agree?"),
            reliability.agreement_sentences(agreement),
            reliability.agreement_table(agreement),
        ),
        _part("reading", gettext("What was done to read the file"), _remarks(findings)),
    ]


def survey_figures(findings: Findings) -> dict[str, list[PictureOnPage]]:
    """The pictures of each part; loads the libraries that draw."""
    from selfmgmt.views.charts.answers import answers_chart, items_chart
    from selfmgmt.views.charts.survey import profile_chart, roles_chart

    published, profile = findings.published, findings.profile
    charts = {
        "profile": [
            profile_chart(profile),
            answers_chart(published),
            *(items_chart(published, key) for key in profile.weakest),
        ],
        "roles": [roles_chart(published, findings.roles, role_names())],
    }
    return {part: [on_page(chart) for chart in found if chart] for part, found in charts.items()}


def role_names() -> dict[str, str]:
    """Role to what it is called."""
    return {key: str(role.label) for key, role in load_survey().roles.items()}


def _part(key: str, title: str, sentences: list[str], *tables: Table) -> Part:
    return {
        "key": key,
        "title": title,
        "sentences": sentences,
        "tables": [table_on_page(table) for table in tables],
    }


def _response(findings: Findings) -> list[str]:
    rules = findings.published.rules
    known = (
        gettext(
            "{share} of the people who were asked answered.", share=percentage(findings.response)
        )
        if findings.response is not None
        else gettext(
            "It is not known how many people were asked, so the response is not known either. "
            "Those who did not answer may think otherwise."
        )
    )
    return [
        known,
        gettext(
            "A group is shown when {respondents} people or more answered. Where its size is known, "
            "it also has {group} people or more, and {response} of them answered.",
            respondents=rules.min_respondents,
            group=rules.min_group,
            response=percentage(rules.min_response),
        ),
        *survey.withheld_sentences(findings.published),
        *_unchecked(findings),
        survey.rounding_sentence(),
    ]


def _unchecked(findings: Findings) -> Iterator[str]:
    if findings.published.unchecked:
        yield gettext(
            "Groups of which we do not know how many people they have: {count}. Of these we only "
            "looked at the number of answers.",
            count=len(findings.published.unchecked),
        )


def _since(findings: Findings) -> Iterator[Part]:
    if findings.since is None:
        return
    title = gettext("What changed since the earlier measurement")
    if findings.since.changes:
        sentences, table = (
            wave_sentences(findings.since),
            wave_table(findings.since),
        )
        yield _part("since", title, sentences, table)
    else:  # also not how few people answered then
        sentences = [gettext("Nothing of the earlier measurement may be shown, to protect people.")]
        yield _part("since", title, sentences)


def _remarks(findings: Findings) -> list[str]:
    """What holds for the whole file; of single rows only how many, since a page is passed on."""
    whole = [str(one) for one in findings.remarks if not one.row]
    rows = len(findings.remarks) - len(whole)
    if rows:
        whole.append(
            gettext(
                "Remarks about single rows: {count}. They are not on this page, since you may pass "
                "it on. The command selfmgmt readiness names them.",
                count=rows,
            )
        )
    return whole or [gettext("Every column and every row was read as it is.")]
