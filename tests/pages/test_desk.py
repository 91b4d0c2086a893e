"""A page in the making: statements with their sources, and what is only implied."""

from __future__ import annotations

import pytest

from botrian.pages.source_pages import citing
from botrian.records import LANGUAGES, Language
from botrian.records.values import Statement
from botrian.words import say
from tests.pages.sample import sample_desk, sample_knowledge

CITED = [{"source": "krabi-book", "lines": [50, 52]}, {"source": "krabi-book", "lines": [10, 12]}]


def statement(**more: object) -> Statement:
    return Statement.model_validate(
        {"th": "ประชุม <b>ทุกเดือน</b>", "en": "They meet <b>monthly</b>", "citations": CITED, **more}
    )


def test_a_statement_is_text_and_leads_to_its_lines() -> None:
    shown = str(sample_desk().statement(statement()))

    assert "ประชุม &lt;b&gt;ทุกเดือน&lt;/b&gt;" in shown
    assert 'href="../../sources/krabi-book/#L50-52"' in shown
    assert 'href="../../sources/krabi-book/#L10-12"' in shown
    assert "kb-basis" not in shown


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_only_implied_says_so(language: Language) -> None:
    plain = str(sample_desk(language).statement(statement()))
    shown = str(sample_desk(language).statement(statement(basis="implied")))

    assert say("basis.implied", language) in shown
    assert say("basis.implied", language) not in plain


def test_the_same_lines_have_one_number_on_a_page() -> None:
    desk = sample_desk()
    first, second = str(desk.statement(statement())), str(desk.statement(statement()))

    assert first.count("[1]") == second.count("[1]") == 1
    assert len(desk.cited) == 2


def test_on_a_page_that_ends_with_its_places_a_marker_is_no_more_than_its_number() -> None:
    desk = sample_desk()
    desk.listed = True
    shown = str(desk.statement(statement()))

    assert '<a class="kb-cite" href="../../sources/krabi-book/#L50-52">[1]</a>' in shown
    assert "title=" not in shown and "data-" not in shown


def test_a_source_knows_who_cites_which_lines_in_their_order() -> None:
    uses = {citation.lines: users for citation, users in citing(sample_knowledge())["krabi-book"].items()}

    assert list(uses) == sorted(uses)  # type: ignore[type-var]
    assert uses[(50, 52)] == (("lesson", "data-first"),)
    assert uses[(10, 12)] == (("province", "krabi"),)
