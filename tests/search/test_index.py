"""The index holds what the records say, packed and unpacked alike, and the same for the same content."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from botrian.kept import Ledger, Store
from botrian.kinds import kinds
from botrian.knowledge import Knowledge
from botrian.pages.desk import Desk
from botrian.pages.glossary import glossary
from botrian.records import Term, Text
from botrian.search import SearchDocument, build_search, documents
from botrian.search.build import base36, search_files, with_titles
from botrian.search.grouped import group_lists, some_of
from botrian.search.keys import key, terms_in_order
from botrian.search.labels import labels
from botrian.search.letters import SWAPPED, in_one_byte, swapped
from botrian.search.pages import INDEX_PAGE, index_page, titles_parts
from botrian.search.polite import front_coded
from botrian.search.postings import LETTERS, common_pairs, lines_of, pack, postings, shard_of, shards
from botrian.search.spellings import allowed_changes, changes_between, everyday_words, spellings
from botrian.tables import build_tables
from botrian.thai.dates import BE_MINUS_CE, BE_YEARS
from tests.conftest import ROOT
from tests.search.frozen import FrozenSearch


def vectors(name: str) -> list[Any]:
    """Vectors that the browser code is held to as well (``tests/browser/query.test.js``)."""
    found: list[Any] = json.loads((ROOT / "tests" / "vectors" / name).read_text(encoding="utf-8"))
    return found


def unpack(packed: str) -> list[int]:
    """What the browser reads out of a packed list."""
    numbers: list[int] = []
    gap = shift = 0
    for letter in packed:
        value = LETTERS.index(letter)
        gap |= (value & 31) << shift
        shift += 5
        if value < 32:
            numbers.append((numbers[-1] if numbers else -1) + gap + 1)
            gap = shift = 0
    return numbers


@given(st.sets(st.integers(0, 5_000_000)))
def test_a_packed_list_unpacks_to_itself(numbers: set[int]) -> None:
    assert unpack(pack(sorted(numbers))) == sorted(numbers)


@given(st.integers(0, 10**9))
def test_numbers_in_base_36_read_back(number: int) -> None:
    assert int(base36(number), 36) == number


def test_every_term_is_in_the_file_that_the_browser_asks_for(frozen: FrozenSearch) -> None:
    found = postings(frozen.documents["th"][:200])
    pairs = common_pairs(found)
    files = shards(lines_of(found, 200), pairs)
    listed = [(line.split("\t")[0], number) for number, file in enumerate(files) for line in file.splitlines()]

    assert len(files) > 100
    assert sorted(listed) == sorted((term, shard_of(term, len(files), pairs)) for term in found)


@pytest.mark.parametrize(("term", "hash_"), [("a", 0xE40C292C), ("b", 0xE70C2DE5), ("fo", 0x6222E842)])
def test_a_file_is_chosen_by_the_published_hash(term: str, hash_: int) -> None:
    """The vectors of FNV-1a's authors (draft-eastlake-fnv); the browser's own sum is tried by the gate."""
    assert shard_of(term, 1 << 32) == hash_ ^ hash_ >> 15


def test_most_letters_of_a_word_are_asked_for_in_files_that_they_share(frozen: FrozenSearch) -> None:
    word = key("กองทุนสวัสดิการชุมชน").strip()
    terms = [word[at : at + 3] for at in range(len(word) - 2)]

    assert len({shard_of(term, 1 << 20) for term in terms}) <= 0.8 * len(terms)


def test_the_file_of_a_group_says_of_its_terms_what_the_files_of_all_terms_say(frozen: FrozenSearch) -> None:
    found = postings(frozen.documents["th"][:200])
    lines = lines_of(found, 200)
    everywhere = {line for file in shards(lines) for line in file.splitlines()}
    fund, unknown = group_lists([["กองทุน", "ปลัด"], ["ฆฆฆฆฆ"]], lines)

    assert {line for line in fund.splitlines() if "\t0\t" not in line} <= everywhere
    assert {line.split("\t")[0] for line in fund.splitlines()} == {
        *("กอง", "องท", "งทุ", "ทุน", "~กองทุน", "^กอง"),
        *("ปลั", "ลัด", "=ปลัด", "~ปลัด", "^ปลั"),
    }
    # What no document has is said too: nobody need ask further.
    assert "ฆฆฆ\t0\t\t" in unknown.splitlines()


@pytest.mark.parametrize(("text_key", "kept"), vectors("group-terms.json"))
def test_of_a_spelling_those_terms_are_kept_that_the_browser_asks_for(text_key: str, kept: list[str]) -> None:
    assert some_of(terms_in_order(text_key)) == kept


def test_a_file_says_of_a_term_how_many_hold_it_and_which() -> None:
    """Those with the term in their title first, then those with it elsewhere only."""
    texts = [("น้ำ", "สภา"), ("สภา", "สภา"), ("น้ำ", ""), ("สภา", ""), ("น้ำ", "สภา")]
    some = [SearchDocument("theme", str(at), "", title, body=body) for at, (title, body) in enumerate(texts)]
    lines = [line for file in shards(lines_of(postings(some), len(texts))) for line in file.split("\n")]
    _, count, head, rest = next(line for line in lines if line.startswith(f"={key('สภา').strip()}\t")).split("\t")

    assert (int(count), unpack(head), unpack(rest)) == (4, [1, 3], [0, 4])


@pytest.mark.parametrize(("numbers", "packed"), vectors("packed.json"))
def test_a_list_is_packed_as_the_browser_unpacks_it(numbers: list[int], packed: str) -> None:
    assert pack(numbers) == packed


@pytest.mark.parametrize(("term", "count", "pairs", "shard"), vectors("shards.json"))
def test_a_term_is_put_where_the_browser_looks_for_it(term: str, count: int, pairs: str, shard: int) -> None:
    assert shard_of(term, count, pairs) == shard


@pytest.mark.parametrize(("letters", "changes"), vectors("allowed-changes.json"))
def test_as_many_letters_may_be_wrong_as_the_browser_allows(letters: int, changes: int) -> None:
    assert allowed_changes(letters) == changes


@pytest.mark.parametrize(("figure", "other"), vectors("years.json"))
def test_the_years_that_the_browser_tells_in_the_other_era_are_those_of_records(figure: str, other: str | None) -> None:
    year = int(figure) if figure.isdigit() and len(figure) == 4 else 0
    told = year - BE_MINUS_CE if year in BE_YEARS else year + BE_MINUS_CE

    assert (str(told) if year in BE_YEARS or told in BE_YEARS else None) == other


def test_terms_that_were_read_before_are_those_that_are_read_now(knowledge: Knowledge, tmp_path: Path) -> None:
    """The second time from the ledger alone; the third time with a text that it does not know."""
    tables = build_tables(knowledge)
    found = documents(knowledge, tables, "th")
    for some in (found, found, (replace(found[0], title="ชื่อใหม่ของเรื่องนี้"), *found[1:])):
        ledger = Ledger(Store(tmp_path), "search")
        assert search_files(some, knowledge, "th", ledger) == search_files(some, knowledge, "th")
        ledger.save()


def test_the_same_content_gives_the_same_files(knowledge: Knowledge) -> None:
    tables = build_tables(knowledge)

    assert build_search(knowledge, tables, "th") == build_search(knowledge, tables, "th")


def test_all_files_but_the_entry_lie_in_a_folder_named_by_their_content(knowledge: Knowledge) -> None:
    tables = build_tables(knowledge)
    thai, english = (build_search(knowledge, tables, language) for language in ("th", "en"))
    folders = {name.split("/")[2] for files in (thai, english) for name in files if name != "assets/search.js"}

    assert len(folders) == 2
    assert all(re.fullmatch("[0-9a-f]{12}", folder) for folder in folders)


def test_the_titles_of_pages_travel_in_one_file_unless_they_are_too_many(
    knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = documents(knowledge, build_tables(knowledge), "th")
    pages = with_titles(found)

    assert [one.kind for one in pages] == [one.kind for one in found if one.kind not in ("fact", "row", "rule")]
    monkeypatch.setattr("botrian.search.build.MOST_TITLES", len(pages) - 1)
    assert with_titles(found) == ()


def test_no_citation_and_no_comment_of_ours_reaches_the_reader(knowledge: Knowledge) -> None:
    files = build_search(knowledge, build_tables(knowledge), "th")
    code = b"".join(content for name, content in files.items() if name.endswith((".js",)))

    assert b'"citations"' not in code
    assert b'"lines"' not in code
    assert b"\n// " not in code


def test_every_document_has_a_title_and_an_address(knowledge: Knowledge) -> None:
    for language in ("th", "en"):
        for document in documents(knowledge, build_tables(knowledge), language):
            assert document.title and document.url, document.id


def test_the_terms_synonyms_and_misspellings_are_spellings_of_it(knowledge: Knowledge) -> None:
    groups = {group.id: group for group in spellings(knowledge, "th")}

    assert groups["codi"].keys == tuple(
        key(word).strip()
        for word in ("สถาบันพัฒนาองค์กรชุมชน", "Community Organizations Development Institute", "พอช.", "CODI")
    )
    assert groups["welfare-fund"].keys == tuple(
        key(word).strip() for word in ("กองทุนสวัสดิการ", "Welfare fund", "กองทุนวันละบาท")
    )
    assert groups["welfare-fund"].related == ("codi",)


def test_a_search_word_leads_to_its_term_though_it_is_no_name_of_it() -> None:
    term = Term(
        id="old-to-new",
        name=Text(th="จากเก่าสู่ใหม่", en="From old to new"),
        kind="model",
        definition=Text(th="ตาราง", en="A table"),
        search_words=("Robert Leach",),
    )
    one = Knowledge(terms={term.id: term})
    group = next(group for group in spellings(one, "th") if group.id == term.id)
    document = next(one for one in documents(one, {}, "en") if one.id == term.id)

    assert "robert leach" in group.keys
    assert "Robert Leach" in document.aliases
    assert "Robert Leach" not in glossary(one, "en").spellings


def test_everyday_words_are_long_enough_not_to_stand_inside_others() -> None:
    """An abbreviation with its dot or its ฯ is looked for by itself."""
    thai = [word for group in everyday_words() for word in group if not word.isascii()]

    assert [word for word in thai if len(word) < 4 and not word.endswith((".", "ฯ"))] == []


def test_an_everyday_word_stands_in_one_group_of_at_most_seven() -> None:
    words = [word for group in everyday_words() for word in group]

    assert [word for word, count in Counter(words).items() if count > 1] == []
    assert [group for group in everyday_words() if not 2 <= len(group) <= 7] == []


@pytest.mark.parametrize(
    ("one", "other", "changes"), [("สภา", "สภา", 0), ("สภาตำบน", "สภาตำบล", 1), ("", "กข", 2), ("กระบี", "กะบี่", 2)]
)
def test_changes_are_counted_letter_by_letter(one: str, other: str, changes: int) -> None:
    assert changes_between(one, other) == changes_between(other, one) == changes


@pytest.mark.parametrize(
    ("misspelling", "travels"),
    [
        ("กองทุนสวัสดิกาน", False),  # one letter of fifteen
        ("กอทุนสวัสดิกาน", False),  # two letters
        ("กอทุนสวัสดกาน", True),  # three: too many for the browser to find
    ],
)
def test_a_misspelling_the_browser_finds_by_itself_does_not_travel(
    misspelling: str, travels: bool, knowledge: Knowledge
) -> None:
    fund = knowledge.terms["welfare-fund"].model_copy(update={"misspellings": (misspelling,)})
    (group, *_) = spellings(replace(knowledge, terms={fund.id: fund}), "th")

    assert (key(misspelling).strip() in group.keys) is travels


@given(text=st.text(alphabet=st.sampled_from("กขคงจ\u0e34aZ9 \t\n.~#")))
def test_a_text_in_one_byte_reads_back(text: str) -> None:
    letters, signs, short = in_one_byte(text)
    back = {sign: letter for letter, sign in zip(letters, signs, strict=True)}

    assert "".join(back.get(sign, sign) for sign in short) == text
    assert json.loads(json.dumps(short)) == short and short.isascii()


@given(text=st.text(alphabet=st.sampled_from(f"{''.join(SWAPPED)}aeZ9๙ \t\n")))
def test_letters_that_changed_places_change_back(text: str) -> None:
    assert swapped(swapped(text)) == text
    assert len(set("".join(SWAPPED))) == 2 * len(SWAPPED[0])
    # None that JSON writes as two.
    assert not set('"\\') & set(SWAPPED[1])


def test_texts_of_thai_documents_take_a_byte_a_letter(knowledge: Knowledge) -> None:
    files = build_search(knowledge, build_tables(knowledge), "th")
    texts = b"".join(content for name, content in files.items() if "/t/" in name).decode()

    assert sum(letter.isascii() for letter in texts) > 0.9 * len(texts)
    assert swapped("กองทุน") in texts


@pytest.mark.parametrize("words", [("แม่", "แม่น", "แม่นบ่", "ก"), ("tell me", "tell us", "is"), ("ฮา\tเรา", "ฮัก\tรัก")])
def test_words_coded_by_what_they_share_read_back(words: tuple[str, ...]) -> None:
    read, before = [], ""
    for shared, rest in re.findall(r"([0-9])([^0-9]*)", front_coded(words)):
        before = before[: int(shared)] + rest
        read.append(before)

    assert read == sorted(words)


def test_a_word_with_a_figure_is_not_packed() -> None:
    with pytest.raises(ValueError, match="มาตรา 40"):
        front_coded(["มาตรา 40"])


@pytest.mark.parametrize(
    ("words", "dropped"),
    [
        (["กองทุน", "กองทุนสวัสดิการของชุมชน", "เงินกองกลาง"], ["กองทุนสวัสดิการของชุมชน"]),
        # A short one in which another stands is a name of its own.
        (["สภา", "สภาเมือง", "เทศบาล"], []),
        (["ธรรมนูญ", "กติกา", "ข้อตกลงของคนทั้งจังหวัดว่าจะดูแลกันเอง"], ["ข้อตกลงของคนทั้งจังหวัดว่าจะดูแลกันเอง"]),
        (["fund", "community welfare fund of all"], []),
    ],
)
def test_a_spelling_that_nobody_types_does_not_travel(
    words: list[str], dropped: list[str], knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("botrian.search.spellings.everyday_words", lambda: (tuple(words),))
    (group,) = spellings(replace(knowledge, terms={}, provinces={}), "th")

    assert group.keys == tuple(key(word).strip() for word in words if word not in dropped)


def test_every_label_is_there_in_both_languages() -> None:
    assert labels("th").keys() == labels("en").keys()
    assert all(labels("th").values())


def test_the_index_of_titles_lists_every_record_in_dictionary_order(knowledge: Knowledge) -> None:
    desk = Desk(knowledge, {}, "th", INDEX_PAGE, glossary(knowledge, "th"))
    (whole,) = titles_parts(desk)
    html = str(index_page(desk, whole, [whole]))
    letters = re.findall(r'href="#letter-([ก-ฮA-Z]|other)"', html)
    thai = [letter for letter in letters if "ก" <= letter <= "ฮ"]

    assert html.count("<li>") == sum(len(knowledge.of(kind.id)) for kind in kinds() if kind.by_letter)
    assert letters[: len(thai)] == sorted(thai)


def test_many_titles_stand_on_several_pages_each_of_which_leads_to_every_letter(
    knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = Desk(knowledge, {}, "th", INDEX_PAGE, glossary(knowledge, "th"))
    (whole,) = titles_parts(desk)
    monkeypatch.setattr("botrian.search.pages.MOST_TITLES", 1 + sum(len(found) for _, found in whole.letters) // 3)
    parts = titles_parts(desk)
    pages = [str(index_page(replace(desk, page=part.address), part, parts)) for part in parts]
    ways = [re.findall(r'class="kb-chip" href="([^"]+)"', page) for page in pages]

    assert [part.address for part in parts] == [INDEX_PAGE, f"{INDEX_PAGE}2/", f"{INDEX_PAGE}3/"]
    assert [letter for part in parts for letter in part.letters] == list(whole.letters)
    assert len({len(found) for found in ways}) == 1 and len(ways[0]) == len(whole.letters)
    for part, page, found in zip(parts, pages, ways, strict=True):
        assert sum(one.startswith("#") for one in found) == len(part.letters)
        assert all(f'id="{one[1:]}"' in page for one in found if one.startswith("#"))


def test_pieces_are_scripts_that_hand_over_json(knowledge: Knowledge) -> None:
    files = build_search(knowledge, build_tables(knowledge), "th")
    pieces = [content.decode() for name, content in files.items() if re.search("/[gpt]/", name)]
    for text in pieces:
        match = re.fullmatch(r'botrianSearch\.take\("[gpt]/\d+",(.*)\);\n', text, re.DOTALL)
        assert match and isinstance(json.loads(match[1]), str | list | dict), text[:80]
