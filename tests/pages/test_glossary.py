"""Terms explain themselves at their first place on a page, and only where the whole spelling stands."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from botrian.knowledge import Knowledge
from botrian.pages.glossary import Glossary, glossary
from botrian.records import Term, Text
from botrian.records.vocabulary import TermKind


def _term(id_: str, name: str, *abbreviations: str, kind: TermKind = "concept") -> Term:
    text = Text(th=name, en=name)
    return Term(id=id_, name=text, kind=kind, definition=text, abbreviations=abbreviations)


def _glossary(*terms: Term) -> Glossary:
    return glossary(replace(Knowledge(), terms={term.id: term for term in terms}), "th")


def test_a_term_is_linked_at_its_first_place_only() -> None:
    html = _glossary(_term("council", "สภาองค์กรชุมชน")).explained("สภาองค์กรชุมชนกับสภาองค์กรชุมชน", set(), "../")

    assert html.count("kb-term") == 1
    assert html.endswith("กับสภาองค์กรชุมชน")


def test_the_longest_spelling_at_a_place_counts() -> None:
    terms = _glossary(_term("short", "สภาองค์กร"), _term("long", "สภาองค์กรชุมชน"))

    assert [spelling for _, spelling in terms.found("มีสภาองค์กรชุมชนแล้ว")] == ["สภาองค์กรชุมชน"]


def test_a_latin_abbreviation_is_not_found_inside_a_word() -> None:
    terms = _glossary(_term("sif", "กองทุนเพื่อการลงทุนทางสังคม", "SIF"))

    assert [spelling for _, spelling in terms.found("SIFT และ SIF")] == ["SIF"]
    assert next(terms.found("xSIF SIF"))[0] == 5


def test_a_dotted_abbreviation_is_not_found_behind_a_letter() -> None:
    terms = _glossary(_term("msdhs", "กระทรวงการพัฒนาสังคม", "พม."))

    assert list(terms.found("สพม.")) == []
    assert list(terms.found("กับ พม. ด้วย")) == [(4, "พม.")]


def test_text_and_definitions_are_escaped() -> None:
    term = _term("x", 'คำ<b>"หนา"</b>')
    html = _glossary(term).explained('<i>คำ<b>"หนา"</b>', set(), "")

    assert "<i>" not in html
    assert "<b>" not in html


CODI = _term("codi", "สถาบันพัฒนาองค์กรชุมชน (องค์การมหาชน)", kind="organisation")
GROUP = _term("group", "องค์กรชุมชน")


def test_a_body_is_known_by_its_name_without_what_stands_behind_it() -> None:
    found = list(_glossary(CODI, GROUP).found("ขอจากสถาบันพัฒนาองค์กรชุมชน (พอช.) แล้ว"))

    assert [spelling for _, spelling in found] == ["สถาบันพัฒนาองค์กรชุมชน"]


@pytest.mark.parametrize(
    "text",
    [
        "พระราชบัญญัติสภาองค์กรชุมชน พ.ศ. 2551",
        "คณะกรรมการพัฒนาคุณภาพชีวิตระดับอำเภอ",
        "ตั้งคณะอนุกรรมการพัฒนาคุณภาพชีวิตระดับอำเภอแล้ว",
        "คำขวัญ “องค์กรชุมชนเข้มแข็ง คุณภาพชีวิตดี”",
    ],
)
def test_no_term_is_explained_inside_a_name_or_a_quotation(text: str) -> None:
    terms = _glossary(GROUP, _term("council", "สภาองค์กรชุมชน"), _term("life", "คุณภาพชีวิต"))

    assert list(terms.found(text)) == []


def test_a_term_behind_a_blank_is_no_part_of_the_name_before_it() -> None:
    found = list(_glossary(GROUP).found("กองทุนของตำบล องค์กรชุมชนร่วมด้วย"))

    assert [spelling for _, spelling in found] == ["องค์กรชุมชน"]


@given(
    st.lists(st.text("กขคab.", min_size=4, max_size=7), min_size=1, max_size=8, unique=True),
    st.text("กขคab. ", max_size=40),
)
def test_the_trie_finds_what_a_plain_list_of_alternatives_finds(words: list[str], text: str) -> None:
    terms = _glossary(*(_term(f"t{number}", word) for number, word in enumerate(words)))
    known = sorted(terms.spellings, key=lambda word: (-len(word), word))
    plain = re.search("|".join(map(re.escape, known)), text) if known else None
    trie = terms.pattern.search(text) if terms.pattern else None

    assert (trie and trie.span()) == (plain and plain.span())
