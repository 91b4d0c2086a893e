"""The form's page says truly, before its first question, who takes in what is sent."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from lxml import html

from botrian.addresses import Stamp
from botrian.knowledge import Knowledge
from botrian.messages.labels import labels
from botrian.pages import frame_of
from botrian.pages.contribute import contribute_page
from botrian.records import Language
from botrian.tables import build_tables
from tests.library import library_knowledge

FROM = {"th": "ผู้ประสานงาน", "en": "coordinator"}


@pytest.fixture(scope="module")
def knowledge(tmp_path_factory: pytest.TempPathFactory) -> Knowledge:
    return library_knowledge(tmp_path_factory.mktemp("library"))


def shown(knowledge: Knowledge, language: Language) -> str:
    return contribute_page(frame_of(knowledge, build_tables(knowledge), language, Stamp("", None, {}))).content


@pytest.mark.parametrize("language", ["th", "en"])
def test_without_coordinators_the_page_says_so_before_the_first_question(
    knowledge: Knowledge, language: Language
) -> None:
    content = shown(replace(knowledge, coordinators={}), language)
    page: Any = html.fromstring(f"<div>{content}</div>")
    note = page.xpath("//*[@data-nobody]")[0]

    assert content.index("data-nobody") < content.index("data-form")
    assert "GitHub" in note.text_content()
    note.getparent().remove(note)
    assert FROM[language] not in page.text_content()


@pytest.mark.parametrize("language", ["th", "en"])
def test_with_coordinators_the_page_names_them(knowledge: Knowledge, language: Language) -> None:
    content = shown(knowledge, language)
    trat = {id_: one for id_, one in knowledge.coordinators.items() if one.province}
    elsewhere = labels()["nobody_elsewhere"].in_(language)

    assert "data-nobody" not in content and "075-611-999" in content
    assert labels()["paper_give"].in_(language) in content
    assert elsewhere not in content
    assert elsewhere in shown(replace(knowledge, coordinators=trat), language)
