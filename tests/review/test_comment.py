"""The comment says what changes and what that does; nothing that content says is more than words in it."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from markdown_it import MarkdownIt

from botrian.commands.line import main
from botrian.knowledge.strength import Strength
from botrian.pages.strength_words import strength_line
from botrian.records import VoiceKind
from botrian.review import LONGEST, Links, Review, ReviewRefused, comment, inline_comments, read_review
from botrian.review.gather import strength_words
from botrian.review.model import (
    MOST_BYTES,
    ChangedPart,
    ChangedRecord,
    ChangedStrength,
    ChangedTable,
    Said,
    Suggestion,
    Trouble,
)
from tests.hostile.payloads import texts
from tests.review.proposal import BAD, FACTS, GOOD, NUMBER, Simulated, simulated

TODAY = date(2026, 7, 1)
LINKS = Links("https://example.org/kb/", "https://github.com/o/r/actions/runs/1#artifacts", "https://pr-7.example.org/")
#: What GitHub makes of finished text: mentions, issues, addresses.
JOINED = re.compile(
    r"@[\w-]|(?<!&)#\d|GH-\d|https?://|\bwww\.\w|mailto:\w|\$\w|:\w+:|\b[0-9a-f]{7,40}\b", re.IGNORECASE
)


def review(made: Simulated, out: Path) -> tuple[Review, str]:
    """What ``kb.py review`` makes of a pull request: the data and the comment."""
    words = ["review", str(made.before), str(made.after), "--diff", str(made.diff), "--out", str(out)]
    assert main([*words, "--number", str(NUMBER), "--commit", made.head], TODAY) == 0
    return read_review((out / "review.json").read_bytes()), (out / "review.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> tuple[Review, str]:
    folder = tmp_path_factory.mktemp("good")
    return review(simulated(folder, *GOOD), folder / "review")


def thai(text: str) -> str:
    return text.partition("<details>")[0].replace("\\", "")


def test_the_comment_tells_what_changes_before_and_after(good: tuple[Review, str]) -> None:
    said = thai(good[1])

    assert "ตรวจแล้วไม่พบข้อที่ต้องแก้" in said
    assert "แก้ **แบ่งข้อมูลให้ทุกฝ่าย**" in said
    assert "เดิม: รวมข้อมูลเป็นชุดเดียวที่ทุกคนเปิดดูได้\n" in said
    assert "ใหม่: **ตกลงกันก่อนว่าใครเปิดดูอะไรได้" in said
    assert "หลักฐานจากยะลา: จาก “แย้ง” เป็น “มีเงื่อนไข”" in said
    assert "เพิ่ม หลักฐานจากตราด: ยืนยัน — ตราดรวมข้อมูลแล้วของบได้ตรงจุด" in said
    assert "เดิม “53 ตำบล” ตอนนี้ “54 ตำบล”" in said


def test_it_tells_what_that_does_to_strength_tables_and_answers(good: tuple[Review, str]) -> None:
    said = thai(good[1])

    assert re.search(r"แบ่งข้อมูลให้ทุกฝ่าย: ที่ทำแล้วมีที่เดียว .* → \*\*หลักฐานพอควร", said)
    assert "**ครอบคลุมแค่ไหน** (เปลี่ยน 1 จุด)" in said
    assert "คำตอบของตารางยังเขียนว่า: “กระบี่มีสภามากที่สุด”" in said
    assert "provinces/krabi/" in good[0].pages
    assert "strength" not in said


def test_the_strength_is_told_as_the_page_of_the_lesson_tells_it(good: tuple[Review, str]) -> None:
    """The library's testimonies among them: what one person tells is no document."""
    places: dict[VoiceKind, tuple[str, ...]] = {"result": ("krabi",), "did": (), "plans": (), "says": ()}
    spoken = Strength("fair", places, ("book",), ("told-by-one",), (), (), 2)

    told = strength_words(spoken)

    assert told.th == f"หลักฐานพอควร ({strength_line(spoken, 'th')})"
    assert "1 คำบอกเล่า" in told.th
    assert strength_line(spoken, "en") in told.en


def test_english_is_folded_below_and_says_the_same(good: tuple[Review, str]) -> None:
    first, _, rest = good[1].partition("<details>")

    assert "Share data" not in first
    assert "was: Join the data into one set" in rest
    assert "was “53 tambons”, now “54 tambons”" in rest


def test_errors_come_with_place_and_way_out_and_one_click_where_there_is_one_answer(tmp_path: Path) -> None:
    data, text = review(simulated(tmp_path, *BAD), tmp_path / "review")
    said = thai(text)

    assert "ยังรับเข้าไม่ได้ มี 2 จุดที่ต้องแก้ก่อน" in said
    assert re.search(r"`docs/lessons/share-data\.md` บรรทัด \d+: .*support", said)
    assert "guide/rules/date-form/" in said
    (line,) = inline_comments(data)
    assert (line["path"], line["side"]) == ("docs/lessons/share-data.md", "RIGHT")
    assert "```suggestion\n    stance: supports\n```" in line["body"]
    assert not data.compared


def test_a_mistake_that_was_there_before_is_not_laid_on_the_contributor(tmp_path: Path) -> None:
    made = simulated(tmp_path, (FACTS, "    number: 53\n", "    number: 54\n"))
    for tree in (made.before, made.after):
        file = tree / "docs/lessons/share-data.md"
        file.write_text(file.read_text(encoding="utf-8").replace("voice: says", "voice: sing"), encoding="utf-8")

    data, text = review(made, tmp_path / "review")

    assert (data.errors, data.older_troubles, data.compared) == (0, 1, False)
    assert "ปัญหาที่มีอยู่ก่อนแล้ว 1 จุด" in thai(text)


def test_whoever_will_be_named_is_shown_with_the_consent(tmp_path: Path) -> None:
    made = simulated(tmp_path, (FACTS, "    number: 53\n", "    number: 54\n"))
    file = made.after / "data/credits/krabi-check-1.yml"
    file.write_text(file.read_text(encoding="utf-8").replace("ป้าแดง", "ป้าดำ"), encoding="utf-8")

    assert "ตรวจโดย: ป้าดำ (ยินยอมด้วยวาจา)" in thai(review(made, tmp_path / "review")[1])


def filled(words: str) -> Review:
    """A review with these words wherever words may stand."""
    said = Said(th=words[:20_000], en=words[:20_000])
    part = ChangedPart(happened="changed", label=said, before=said, after=Said(th="ข" * 99, en="b" * 99), words=said)
    one = ChangedPart(happened="added", label=said, words=said)
    record = ChangedRecord(happened="changed", kind=said, title=said, page="lessons/x/", parts=(part, one))
    file = re.sub(r"[\x00-\x1f\\]", "", words)[:200] or "x"
    trouble = Trouble(severity="error", code="date-form", file=file, line=1, message=said, fix=said)
    return Review(
        number=1,
        commit="a1" * 20,
        errors=1,
        troubles=(trouble,),
        records=(record,),
        strengths=(ChangedStrength(title=said, before=said, after=said),),
        tables=(ChangedTable(title=said, answer=said, page="tables/x/", places=1, parts=(part,)),),
        people=(said,),
        pages=(words[:200], "lessons/x/"),
        other_files=(file,),
    )


def shape(text: str) -> list[tuple[str, str]]:
    """The elements that a reader of Markdown makes, with where links lead, without the words."""
    found = []
    for token in MarkdownIt("commonmark", {"html": True}).enable("table").enable("strikethrough").parse(text):
        for one in (token, *(token.children or ())):
            content = one.content if one.type.startswith("html") else str(one.attrGet("href") or "")
            if one.type not in ("text", "text_special", "inline", "softbreak"):
                found.append((one.type, content))
    return found


def visible(text: str) -> str:
    """The words a reader sees outside of code, with which GitHub goes on."""
    tokens = MarkdownIt("commonmark", {"html": True}).parse(text)
    return "\n".join(
        one.content for token in tokens for one in token.children or () if one.type in ("text", "text_special")
    )


@pytest.mark.parametrize(
    "words", [*texts(), "@everyone see #12 GH-3 o/r#4 deadbeef1 https://evil.example www.evil.example"]
)
def test_no_words_make_markup_links_mentions_or_html(words: str) -> None:
    made = comment(filled(words), LINKS)

    assert shape(made) == shape(comment(filled("กขค"), LINKS))
    assert JOINED.findall(visible(made)) == []


@pytest.mark.parametrize("size", [1, 50, 400])
def test_the_comment_is_never_longer_than_github_takes_and_says_where_it_is_cut(size: int) -> None:
    one = filled("คำยาว " * 500)
    many = one.model_copy(
        update={"records": one.records * size, "troubles": one.troubles * size, "tables": one.tables * min(size, 300)}
    )

    made = comment(many, LINKS)

    assert len(made) <= LONGEST
    assert made.rstrip().endswith("</details>")
    if size > 1:
        assert "ตัดให้สั้นลง" in made
        assert "และอีก" in made


def test_a_page_that_is_no_address_is_no_link() -> None:
    odd = filled("x").model_copy(update={"pages": ("../../evil/", "javascript:alert(1)", "a b/", "lessons/x/")})
    shown = re.findall(r"\]\((https://pr-7[^)]*)\)", comment(odd, LINKS))

    assert {one.removeprefix("https://pr-7.example.org/").removeprefix("en/") for one in shown} <= {
        "lessons/x/",
        "tables/x/",
    }


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b'{"number": "7 or 8"}',
        b'{"number": -1}',
        b'{"number": 7, "more": 1}',
        b'{"commit": "abc"}',
        b'{"troubles": [{"severity": "error", "code": "../x", "file": "a", "line": 1}]}',
        b'{"number": 1' + b" " * MOST_BYTES + b"}",
        b'{"records":' + b"[" * 5000 + b"]" * 5000 + b"}",
    ],
    ids=lambda data: data[:30].decode(),
)
def test_a_file_that_is_no_review_is_refused_without_its_words(data: bytes) -> None:
    with pytest.raises(ReviewRefused) as refused:
        read_review(data)

    assert len(str(refused.value)) < 200


def test_a_suggestion_stays_in_its_fence_and_in_content() -> None:
    said = Said(th="ก", en="a")
    lines = ("th: ```", "`````", "en: \u202eb\u0000")

    def trouble(file: str) -> Trouble:
        suggestion = Suggestion(first=3, last=5, lines=lines)
        return Trouble(
            severity="error", code="date-form", file=file, line=3, message=said, fix=said, suggestion=suggestion
        )

    found: list[dict[str, Any]] = inline_comments(
        Review(troubles=(trouble("docs/a.md"), trouble(".github/workflows/site.yml"), trouble("docs/x.sh")))
    )

    assert [(one["path"], one["start_line"], one["line"]) for one in found] == [("docs/a.md", 3, 5)]
    (fence,) = [one for one in MarkdownIt().parse(found[0]["body"]) if one.type == "fence"]
    assert fence.info == "suggestion"
    assert fence.content == "th: ```\n`````\nen: \ufffdb\ufffd\n"
