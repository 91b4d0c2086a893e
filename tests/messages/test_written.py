"""What people send comes back as it was meant, whatever mail and chats did to its lines."""

from __future__ import annotations

import base64
import json
import textwrap
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from botrian.messages import (
    Message,
    SentPicture,
    Unreadable,
    as_file,
    as_text,
    asked,
    message_kinds,
    read_message,
    sum_of,
)
from tests.messages.write_vectors import whole

VECTORS = Path(__file__).resolve().parents[1] / "vectors" / "written.json"
SENT = "2026-06-30"
DO = "ชวนปลัดอำเภอมานั่งประชุมทำแผนด้วยตั้งแต่ครั้งแรก แล้วเขียนบันทึกทุกครั้ง ส่งให้ทุกหมู่บ้าน"


def message(kind: str, **changed: str) -> Message:
    answers = whole(kind) | changed
    return Message(kind, SENT, {id_: tuple(one) if isinstance(one, list) else one for id_, one in answers.items()})


def coded(one: Message, letters: int) -> list[str]:
    """The codes of a message, as the form makes them."""
    pairs = [
        [id_, each] for id_, given in one.answers.items() for each in ((given,) if isinstance(given, str) else given)
    ]
    raw = json.dumps([one.kind, one.sent, *pairs], ensure_ascii=False).encode()
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    data = base64.urlsafe_b64encode(packer.compress(raw) + packer.flush()).decode().rstrip("=")
    parts = [data[at : at + letters] for at in range(0, len(data), letters)]
    return [f"BTR1.{at}.{len(parts)}.{zlib.crc32(raw):08x}.{part}." for at, part in enumerate(parts, 1)]


def vectors() -> str:
    found = []
    for kind in message_kinds():
        one = message(kind)
        answers = {id_: list(given) if isinstance(given, tuple) else given for id_, given in one.answers.items()}
        text = as_text(one, named(one), private=True)
        found.append(
            json.dumps({"kind": kind, "answers": answers, "text": text, "sum": sum_of(one.answers)}, ensure_ascii=False)
        )
    return "[\n  " + ",\n  ".join(found) + "\n]\n"


def named(one: Message) -> dict[str, dict[str, str]]:
    """Names by question: of fixed answers their words, of records their ids, as the vectors' library has it."""
    names = {}
    for question in asked(one.kind):
        names[question.id] = {id_: text.th for id_, text in question.answers}
        if question.records:
            names[question.id] |= {id_: id_ for id_ in one.list(question.id) if id_ not in names[question.id]}
    return names


def test_the_vectors_of_the_browser_are_these_texts() -> None:
    assert VECTORS.read_text(encoding="utf-8") == vectors()


@pytest.mark.parametrize("kind", message_kinds())
def test_text_file_and_codes_all_bring_the_message_back(kind: str) -> None:
    one = message(kind)
    text = as_text(one, named(one), private=True)

    assert read_message(text) == one
    assert not read_message(text).changed
    assert read_message(as_file(one)) == one
    assert read_message("\n".join(coded(one, 200))) == one


@pytest.mark.parametrize(
    "damage",
    [
        lambda text: "\n".join(f"> {line}" for line in text.split("\n")),
        lambda text: "\n".join(f"> > {line}  " for line in text.split("\n")),
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.replace("\n", " "),
        lambda text: "\n".join(textwrap.wrap(text, 40, break_long_words=False)),
        lambda text: f"สวัสดีค่ะ ส่งเรื่องให้ตามนี้\n\n{text}\n--\nส่งจากมือถือ",
        lambda text: text.replace(" ", "\u00a0"),
        lambda text: f"### ข้อความจากแบบฟอร์ม / The message\n\n{text}\n\n### อื่น ๆ\n_No response_",
        lambda text: text.replace("ำ", "ํา"),
    ],
    ids=["quoted", "quoted-twice", "crlf", "one-line", "wrapped", "between", "nbsp", "issue", "decomposed"],
)
def test_damaged_lines_are_mended(damage: object) -> None:
    one = message("lesson", do=DO)
    arrived = damage(as_text(one, named(one), private=True))  # type: ignore[operator]

    assert read_message(arrived) == one
    assert not read_message(arrived).changed


def test_letters_that_somebody_changed_are_told() -> None:
    text = as_text(message("lesson", do=DO), {}, private=True)

    assert read_message(text.replace("ปลัดอำเภอ", "นายอำเภอ")).changed
    assert read_message(text[: text.index("#จบ")]).changed


def test_what_reaches_the_person_is_left_out_where_everybody_can_read() -> None:
    assert "081-234-5678" not in as_text(message("lesson"), {}, private=False)
    assert "081-234-5678" in as_text(message("lesson"), {}, private=True)


def test_codes_are_read_in_any_order_quoted_and_broken() -> None:
    one = message("case")
    codes = coded(one, 150)
    broken = "\n".join("\n> ".join(textwrap.wrap(code, 60)) for code in reversed(codes))

    assert len(codes) > 2
    assert read_message(broken) == one
    with pytest.raises(Unreadable, match="code-parts"):
        read_message("\n".join(codes[1:]))


def test_pictures_travel_in_the_file() -> None:
    one = Message("lesson", SENT, {"do": "ทำ"}, (SentPicture(b"\xff\xd8bytes", "ป้ายหน้าศาลา"),))

    assert read_message(as_file(one)) == one


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "no-message"),
        ("สวัสดี", "no-message"),
        ("{}", "file-damaged"),
        ('{"kind": "lesson", "sent": "2026-06-30", "answers": []}', "file-damaged"),
        ('{"kind": "nothing", "sent": "2026-06-30", "answers": {}}', "kind"),
        ('{"kind": "lesson", "sent": "yesterday", "answers": {}}', "day"),
        ("[" * 100_000, "no-message"),
        ('{"a":' * 50_000, "file-damaged"),
        ("BTR1.1.1.00000000.AAAA.", "code-damaged"),
        ("x" * 4_000_001, "too-long"),
    ],
)
def test_what_is_no_message_is_told_and_never_a_traceback(text: str, why: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read_message(text)

    assert refused.value.why == why


def test_a_code_that_unpacks_without_end_is_cut_off() -> None:
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    bomb = base64.urlsafe_b64encode(packer.compress(b" " * 50_000_000) + packer.flush()).decode().rstrip("=")

    with pytest.raises(Unreadable, match="code-damaged"):
        read_message(f"BTR1.1.1.00000000.{bomb}.")


@given(st.text(max_size=300))
def test_any_text_is_read_or_refused(text: str) -> None:
    for arrived in (text, f"#คลังบทเรียน1 lesson 2026-06-30\n#do: {text}", "{" + text):
        try:
            read_message(arrived)
        except Unreadable as refused:
            assert refused.why
