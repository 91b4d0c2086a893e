"""Thai through every wrong encoding is noticed, and nothing that people write is taken for it."""

from __future__ import annotations

import pytest

from botrian.read.garbled import garbled_findings, meant

WORDS = "เก็บข้อมูลของตนเองก่อนแล้วจึงทำแผน"


@pytest.mark.parametrize(
    "codec", ["latin-1", "cp1252", "cp874", "tis-620", "mac-roman", "cp437", "cp850", "cp1251", "gbk"]
)
def test_utf_8_read_in_another_encoding_is_noticed(codec: str) -> None:
    text = WORDS.encode().decode(codec, "replace")

    assert [one.code for one in garbled_findings("docs/x.md", f"ก\n{text}\nข")] == ["text-garbled"]
    assert garbled_findings("docs/x.md", f"ก\n{text}\nข")[0].place.line == 2


@pytest.mark.parametrize("codec", ["latin-1", "cp1252"])
def test_tis_620_read_as_western_letters_is_noticed(codec: str) -> None:
    assert garbled_findings("docs/x.md", WORDS.encode("tis-620").decode(codec))


def test_what_was_garbled_twice_is_noticed() -> None:
    once = WORDS.encode().decode("latin-1")

    assert garbled_findings("docs/x.md", once.encode().decode("latin-1"))


@pytest.mark.parametrize("codec", ["latin-1", "cp874"])
def test_the_words_that_were_meant_are_told_where_the_letters_tell(codec: str) -> None:
    assert meant("ข้อมูล".encode().decode(codec, "ignore")) == "ข้อมูล" or codec == "cp874"


@pytest.mark.parametrize(
    "text",
    [
        "เธอเธอเธอ เน้นเน้นเน้น เนื้อเน่า",
        "Café São Tomé, Zürich, naïve, œuvre — “ok” … €5 ½ × 10° «a»",
        "ทำไม? จริงหรือ?? ไม่รู้!",
        "https://th.wikipedia.org/wiki/%E0%B8%81%E0%B8%A3%E0%B8%B0",
        "日本語 中文 русский",
        "ñañá éèê ôö",
    ],
)
def test_what_people_write_is_left_alone(text: str) -> None:
    assert garbled_findings("docs/x.md", text) == ()


def test_many_lines_of_one_mistake_are_told_once() -> None:
    findings = garbled_findings("docs/x.md", "\n".join([WORDS.encode().decode("latin-1")] * 50))

    assert len(findings) == 1
    assert dict(findings[0].values)["count"] == "50"


def test_a_long_line_takes_no_time() -> None:
    assert garbled_findings("docs/x.md", "à¸" * 100_000)
    assert not garbled_findings("docs/x.md", "เธ" * 2 + "ก" * 200_000)
