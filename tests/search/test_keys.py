"""What two writers may write differently has one key; what readers must tell apart has two."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import BrowserContext

from botrian.browser import expression
from botrian.search.build import engine_data
from botrian.search.keys import abbreviations, beginnings, key, plain_key, terms, whole_names
from tests.conftest import ROOT
from tests.search.conftest import SearchSite

VECTORS = ROOT / "tests" / "thai" / "vectors.json"
#: What pages get of the module that makes keys.
KEYS = expression("text/keys.js", engine_data())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("กองทุน สวัสดิการ ชุมชน", "กองทุนสวัสดิการชุมชน"),
        ("ก.บ.จ.", "กบจ"),
        ("๔๒,๐๐๐ ไร่", "42000ไร่"),
        ("นํ้าท่วม", "น้ำท่วม"),
        ("Co-Production", "co production"),
        ("พ.ศ.2555", "พ.ศ. 2555"),
        ("(SDCK)", "sdck"),
    ],
)
def test_writings_of_the_same_have_one_key(one: str, other: str) -> None:
    assert key(one) == key(other)


@pytest.mark.parametrize(("one", "other"), [("655,347.50", "65534750"), ("2555", "2556"), ("กรรมการ", "กรมการ")])
def test_different_things_have_different_keys(one: str, other: str) -> None:
    assert key(one) != key(other)


def test_a_line_end_parts_words_that_a_blank_does_not() -> None:
    assert key("กองทุน\nสวัสดิการ") != key("กองทุน สวัสดิการ")


def test_a_number_is_a_whole_term_with_and_without_its_decimals() -> None:
    assert terms(key("655,347.50 บาท")) >= {"#655347.50", "#655347"}


def test_an_abbreviation_inside_running_text_is_a_term_of_its_own() -> None:
    assert abbreviations(["ที่ประชุม ก.บ.จ. เห็นชอบ"]) == {"=กบจ"}


def test_every_name_of_a_record_is_a_term_as_a_whole() -> None:
    assert whole_names(key("กองทุน สวัสดิการ\nSDCK")) == {"~กองทุนสวัสดิการ", "~sdck"}


def test_how_a_name_begins_is_filed_where_the_rest_of_it_tells_more() -> None:
    assert beginnings(key("กองทุน สวัสดิการ\nSDCK\nสช.")) == {"^กอง", "^sdc"}


@given(st.text(st.characters(codec="utf-8"), max_size=40))
def test_a_key_has_blanks_only_one_by_one_and_at_both_ends(text: str) -> None:
    made = key(text)

    assert made.startswith(" ") and made.endswith(" ") and "  " not in made.strip()


@given(st.text("กาน้ำ ทีa1.|", max_size=20), st.text("กาน้ำ ทีa1.|", max_size=20))
def test_terms_of_a_text_are_among_those_of_a_text_that_goes_on(one: str, other: str) -> None:
    whole = terms(key(f"{one}\n{other}"))

    assert terms(key(one)) <= whole


def test_the_keys_of_the_vectors_are_those_that_the_browser_is_held_to() -> None:
    """``tests/browser/keys.test.js`` reads the same file."""
    for vector in vectors("keys.json"):
        assert {"text": vector["text"], "key": key(vector["text"]), "plain": plain_key(vector["text"])} == vector


def test_the_terms_of_the_vectors_are_filed_and_those_asked_for_are_among_them() -> None:
    """``tests/browser/query.test.js`` reads the same file: what the browser asks for must be what is filed."""
    for vector in vectors("terms.json"):
        assert terms(key(vector["text"])) == set(vector["filed"]) >= set(vector["asked"]), vector["text"]


@pytest.mark.browser
def test_the_browser_makes_the_same_keys(search_site: SearchSite, context: BrowserContext) -> None:
    raw = json.loads(VECTORS.read_text(encoding="utf-8"))
    texts = sorted(set(_strings(raw)))
    page = context.new_page()
    page.goto(f"{search_site.address}/search/")
    made = page.evaluate(f"(texts) => texts.map({KEYS}.keyOf)", texts)

    assert dict(zip(texts, made, strict=True)) == {text: key(text) for text in texts}


@pytest.mark.browser
def test_the_browser_knows_where_each_letter_of_a_key_stands(search_site: SearchSite, context: BrowserContext) -> None:
    page = context.new_page()
    page.goto(f"{search_site.address}/search/")
    text = "แผน ๕ ปี (ก.บ.จ.) ของ “เครือข่ายฯ” 42,000 ไร่\nCo-Production"
    made = page.evaluate(f"(text) => {KEYS}.tracedKey(text)", text)

    assert made["key"].strip() == key(text).strip()
    assert len(made["places"]) == len(made["key"]) + 1
    assert made["places"] == sorted(made["places"])
    assert text[made["places"][made["key"].index("42000")] :].startswith("42,000")


def vectors(name: str) -> list[Any]:
    found: list[Any] = json.loads((ROOT / "tests" / "vectors" / name).read_text(encoding="utf-8"))
    return found


def _strings(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [text for item in value.values() for text in _strings(item)]
    return [text for item in value for text in _strings(item)] if isinstance(value, list) else []
