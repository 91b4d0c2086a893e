"""What changed between two editions of the library."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from botrian.changes import Edition, as_json, compare, edition_of_state, markdown, state_of
from botrian.changes.words import part_words
from tests.changes.conftest import Change, Items, column, evidence, fact, row

After = Callable[[Change], Edition]


def _words(old: Edition, new: Edition) -> list[tuple[str, str, str, list[str]]]:
    return [
        (one.happened, one.kind, one.id, [part_words(part, "en") for part in one.parts])
        for one in compare(old, new).records
    ]


def test_an_edition_compared_with_itself_has_no_changes(before: Edition) -> None:
    assert compare(before, before).records == ()


@pytest.mark.parametrize("field", ["title", "when", "do", "because"])
def test_a_lessons_field_is_told_with_what_it_was_and_is(field: str, before: Edition, after: After) -> None:
    def change(items: Items) -> None:
        items["lessons"][0][field] = {"th": "ใหม่", "en": "New"}

    (record,) = compare(before, after(change)).records
    (part,) = record.parts

    assert (record.happened, record.kind, record.id, part.kind) == ("changed", "lesson", "share-data", field)
    assert part.before is not None
    assert part_words(part, "th").endswith(f": เดิม “{part.before.th}” ตอนนี้ “ใหม่”")


def test_a_change_in_thai_alone_is_not_told_as_a_change_of_english(before: Edition, after: After) -> None:
    def change(items: Items) -> None:
        items["lessons"][0]["do"] = {"th": "รวมทั้งหมด", "en": "Join them"}

    assert _words(before, after(change)) == [("changed", "lesson", "share-data", ["Do: changed in Thai only"])]


def test_what_the_api_makes_of_the_ledger_is_no_change_of_its_own(before: Edition, after: After) -> None:
    """The strength follows from the entries, which are told themselves; an edition of before the field had none."""

    def change(items: Items) -> None:
        items["lessons"][0]["strength"] = {"level": "strong", "result": ["krabi"], "documents": ["book"]}

    assert _words(before, after(change)) == []


def test_a_stance_that_turned_is_told_with_its_sentence(before: Edition, after: After) -> None:
    def change(items: Items) -> None:
        items["lessons"][0]["evidence"][1]["stance"] = "contradicts"

    words = "Evidence of Trat: from “With a condition” to “Contradicts” (Sentence)"
    assert _words(before, after(change)) == [("changed", "lesson", "share-data", [words])]


def test_evidence_that_came_and_went_is_told_with_its_stance(before: Edition, after: After) -> None:
    def change(items: Items) -> None:
        items["lessons"][0]["evidence"] = [
            items["lessons"][0]["evidence"][0],
            evidence("krabi", "contradicts", 50, "แย้ง", "Not so"),
        ]

    words = ["Evidence of Krabi added: Contradicts — Not so", "Evidence of Trat removed: With a condition — Sentence"]
    assert _words(before, after(change)) == [("changed", "lesson", "share-data", words)]


def test_evidence_in_another_order_is_no_change(before: Edition, after: After) -> None:
    def change(items: Items) -> None:
        items["lessons"][0]["evidence"].reverse()

    assert compare(before, after(change)).records == ()


def test_a_cell_is_named_by_its_row_and_column(before: Edition, after: After) -> None:
    def change(items: Items) -> None:
        items["tables"][0]["rows"][1]["cells"][0]["values"][0] |= {"number": "250", "text": {"th": "250", "en": "250"}}

    words = ["Cell Trat · Households: was “200”, now “250”"]
    assert _words(before, after(change)) == [("changed", "table", "households", words)]


def test_a_cell_with_other_sources_and_the_same_words_says_so(before: Edition, after: After) -> None:
    def change(items: Items) -> None:
        value = items["tables"][0]["rows"][0]["cells"][0]["values"][0]
        value["citations"] = [{"source": "book", "lines": [1, 2], "page": None}]

    words = ["Cell Krabi · Households: sources or details changed, same words"]
    assert _words(before, after(change)) == [("changed", "table", "households", words)]


def test_a_new_row_is_told_once_not_cell_by_cell(before: Edition, after: After) -> None:
    def change(items: Items) -> None:
        items["tables"][0]["rows"].insert(0, row("yala", "ยะลา", "Yala", "7"))

    assert _words(before, after(change)) == [("changed", "table", "households", ["Row Yala added"])]


def test_a_column_that_went_is_told_once_not_cell_by_cell(before: Edition, after: After) -> None:
    def change(items: Items) -> None:
        items["tables"][0]["columns"].pop(0)
        for one in items["tables"][0]["rows"]:
            one["cells"].pop(0)

    assert _words(before, after(change)) == [("changed", "table", "households", ["Column Households removed"])]


def test_two_columns_with_one_id_are_both_seen(before: Edition, after: After) -> None:
    def change(items: Items) -> None:
        items["tables"][0]["columns"].append(column("use", "การใช้", "Use"))
        for one in items["tables"][0]["rows"]:
            one["cells"].append(one["cells"][1])

    assert _words(before, after(change)) == [("changed", "table", "households", ["Column Use added"])]


def test_a_fact_put_before_another_is_one_new_value(before: Edition, after: After) -> None:
    def change(items: Items) -> None:
        items["facts"] = [fact("300", 1), fact("100", 2)]

    words = ["Value added: 300 households"]
    assert _words(before, after(change)) == [("changed", "fact", "krabi.households", words)]


def test_a_corrected_fact_is_told_as_one_change(before: Edition, after: After) -> None:
    def change(items: Items) -> None:
        items["facts"] = [fact("101")]

    words = ["Value: was “100 households”, now “101 households”"]
    assert _words(before, after(change)) == [("changed", "fact", "krabi.households", words)]


@pytest.mark.parametrize(("collection", "kind"), [("lessons", "lesson"), ("cases", "case"), ("events", "event")])
def test_a_record_that_went_is_told_by_its_title(collection: str, kind: str, before: Edition, after: After) -> None:
    def change(items: Items) -> None:
        items[collection] = []

    (record,) = compare(before, after(change)).records

    assert (record.happened, record.kind) == ("removed", kind)
    assert record.title == before.entries[(kind, record.id)].title


def test_the_other_way_round_what_came_went(before: Edition, after: After) -> None:
    def change(items: Items) -> None:
        items["cases"] = []

    assert [one.happened for one in compare(after(change), before).records] == ["added"]


def _everything(items: Items) -> None:
    items["lessons"][0]["do"] = {"th": "ใหม่", "en": "New"}
    items["lessons"][0]["evidence"][1]["stance"] = "contradicts"
    items["lessons"][0]["evidence"].pop(0)
    items["tables"][0]["rows"][1]["cells"][0]["values"][0] |= {"number": "250", "text": {"th": "250", "en": "250"}}
    items["tables"][0]["rows"].append(row("yala", "ยะลา", "Yala", "7"))
    items["facts"].append(fact("300", 2))
    items["events"] = []


def test_the_state_of_an_edition_finds_the_same_changes_without_the_words_of_before(
    before: Edition, after: After
) -> None:
    new = after(_everything)
    kept = edition_of_state(state_of(before))

    def seen(old: Edition) -> list[tuple[str, str, str, list[tuple[str, str]]]]:
        return [
            (one.happened, one.kind, one.id, [(part.happened, part.key) for part in one.parts])
            for one in compare(old, new).records
        ]

    assert seen(kept) == seen(before)
    assert seen(kept) != []


def test_an_edition_has_no_changes_since_its_own_state(before: Edition) -> None:
    assert compare(edition_of_state(state_of(before)), before).records == ()


def test_the_state_gives_the_words_of_now(before: Edition, after: After) -> None:
    def change(items: Items) -> None:
        items["lessons"][0]["do"] = {"th": "ใหม่", "en": "New"}

    (record,) = compare(edition_of_state(state_of(before)), after(change)).records

    assert [part_words(part, "th") for part in record.parts] == ["ให้ทำ: แก้เป็น “ใหม่”"]


def test_markdown_is_thai_first_and_no_text_acts_as_markup(before: Edition, after: After) -> None:
    def change(items: Items) -> None:
        items["lessons"][0]["do"] = {"th": "<script>\n# ใหญ่ [ลิงก์](x)", "en": "*New*"}

    text = markdown(compare(before, after(change)))

    assert text.index("มีอะไรเปลี่ยนแปลง") < text.index("What changed")
    assert "\\<script\\> \\# ใหญ่ \\[ลิงก์\\](x)" in text
    assert "<script>" not in text.replace("\\<script", "")


def test_json_has_every_change_in_both_languages(before: Edition, after: After) -> None:
    import json

    changes = compare(before, after(_everything))
    items = json.loads(as_json(changes))["items"]

    assert [(one["kind"], one["id"]) for one in items] == [(one.kind, one.id) for one in changes.records]
    assert all(set(part["words"]) == {"th", "en"} for one in items for part in one["parts"])
