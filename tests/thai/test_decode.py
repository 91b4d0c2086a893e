from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from botrian.thai import Decoded, decode

THAI = "title: บทเรียนจังหวัดจัดการตนเอง\nsummary: กองทุนสวัสดิการชุมชน\n"


def test_utf_8_is_read_with_and_without_a_mark() -> None:
    assert decode(THAI.encode()) == Decoded(THAI, bom=False, fault=None)
    assert decode(THAI.encode("utf-8-sig")) == Decoded(THAI, bom=True, fault=None)
    assert decode(b"") == Decoded("", bom=False, fault=None)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (THAI.encode("tis-620"), "tis-620"),
        (("“" + THAI + "”").encode("cp874"), "windows-874"),
        (THAI.encode("utf-16"), "utf-16"),
        (THAI.encode("utf-16-le"), "utf-16"),
        (THAI.encode("utf-16-be"), "utf-16"),
        ("title: abc".encode("utf-16-le"), "utf-16"),
        (THAI.encode("utf-32"), "utf-32"),
        (THAI.encode().decode("latin-1").encode(), "mojibake"),
        (THAI.encode("tis-620").decode("latin-1").encode(), "mojibake"),
        (THAI.encode().replace("ก".encode(), b"\xe0\xb8", 1), "damaged"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "binary"),
        ("Les élèves ont été à l'école près du café".encode("latin-1"), "unknown"),
    ],
)
def test_a_file_in_another_encoding_is_recognised_by_its_content(data: bytes, kind: str) -> None:
    result = decode(data)

    assert result.text == ""
    assert result.fault is not None
    assert result.fault.kind == kind


@pytest.mark.parametrize("codec", ["tis-620", "cp874", "utf-16", "utf-16-be"])
def test_the_preview_shows_the_words_and_the_codec_converts_the_file(codec: str) -> None:
    fault = decode(THAI.encode(codec)).fault

    assert fault is not None
    assert fault.preview.startswith("title: บทเรียนจังหวัดจัดการตนเอง")
    assert THAI.encode(codec).decode(fault.codec) == THAI


def test_the_fault_names_the_line_of_the_first_bad_byte() -> None:
    fault = decode(b"a: 1\nb: 2\nc: " + "ก\u0e32รจัดการ".encode("tis-620")).fault

    assert fault is not None
    assert (fault.line, fault.offset) == (3, 13)


@pytest.mark.parametrize("text", ["Élèves à l'école, où ça?", "Łódź • Ærø", "日本語", "½ ± ×", "plain"])
def test_sound_text_of_other_languages_is_no_fault(text: str) -> None:
    assert decode(text.encode()).text == text


@given(st.binary(max_size=80))
def test_any_bytes_give_text_or_a_fault(data: bytes) -> None:
    result = decode(data)

    assert (result.fault is None) == (data.decode("utf-8-sig", "ignore") == result.text and _is_text(data))


def _is_text(data: bytes) -> bool:
    try:
        return "\0" not in data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return False
