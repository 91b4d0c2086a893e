"""The bytes of a file enter; its text leaves, or a fault that tells in which encoding the file was saved.

Thai offices still save TIS-620 and Windows-874. A file is never read by guess: the guess goes into the
fault, with a preview, so that its author can see that it is right and convert the file.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from typing import Final, Literal

from botrian.thai.clusters import clip

EncodingKind = Literal["utf-16", "utf-32", "tis-620", "windows-874", "mojibake", "damaged", "binary", "unknown"]

_PREVIEW: Final = 60  # units of text
_THAI: Final = "[\u0e01-\u0e3a\u0e40-\u0e5b]"
_MARK: Final = "[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]"
_WIDE_BOMS: Final[tuple[tuple[bytes, EncodingKind, str], ...]] = (
    (codecs.BOM_UTF32_LE, "utf-32", "utf-32"),  # before UTF-16: its mark begins with that of UTF-16
    (codecs.BOM_UTF32_BE, "utf-32", "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "utf-16"),
)


@dataclass(frozen=True)
class EncodingFault:
    """Why bytes are not UTF-8 text.

    `kind` what the file is; `codec` the name under which Python and iconv know the encoding ('' where
    converting does not help); `preview` the first words read in that encoding; `offset` and `line` (from
    1) of the first bad byte.

    Kinds beside encodings: `mojibake`, UTF-8 text that was once read in a wrong encoding (à¸­à¸³ for อำ):
    `preview` is the text meant; `damaged`, UTF-8 with single broken bytes; `binary`, not text at all;
    `unknown`, none of these.
    """

    kind: EncodingKind
    codec: str
    preview: str
    offset: int
    line: int


@dataclass(frozen=True)
class Decoded:
    """Text of a file, and whether it began with a byte order mark; with a fault the text is empty."""

    text: str
    bom: bool
    fault: EncodingFault | None


def decode(data: bytes) -> Decoded:
    """Read UTF-8, with or without a byte order mark (which is not part of the text). Raises nothing."""
    bom = data.startswith(codecs.BOM_UTF8)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return Decoded("", bom, _fault_of_bytes(data, error.start + (3 if bom else 0)))
    if "\0" in text:
        return Decoded("", bom, _fault_of_bytes(data, data.index(0)))
    if (meant := _unscrambled(text)) is not None:
        return Decoded("", bom, _fault("mojibake", "", meant, data, 0))
    return Decoded(text, bom, None)


def _fault_of_bytes(data: bytes, offset: int) -> EncodingFault:
    for mark, kind, codec in _WIDE_BOMS:
        if data.startswith(mark):
            return _fault(kind, codec, data.decode(codec, "replace"), data, offset)
    if (wide := _utf_16_without_mark(data)) is not None:
        return _fault("utf-16", wide, data.decode(wide, "replace"), data, offset)
    if b"\0" in data:
        return _fault("binary", "", "", data, offset)
    if _mostly_utf_8(data):
        return _fault("damaged", "", data[max(0, offset - 60) :].decode("utf-8", "replace"), data, offset)
    return _fault_of_one_byte_text(data, offset)


def _fault_of_one_byte_text(data: bytes, offset: int) -> EncodingFault:
    kinds: tuple[EncodingKind, ...] = ("tis-620", "windows-874")
    for kind, codec in zip(kinds, ("tis-620", "cp874"), strict=True):
        try:
            text = data.decode(codec)
        except UnicodeDecodeError:
            continue
        # Python reads 0x80 to 0x9F as control characters in TIS-620, where Windows-874 has quotation signs.
        if _reads_as_thai(text) and not re.search("[\u0080-\u009f]", text):
            return _fault(kind, codec, text, data, offset)
    text = data.decode("cp874", "replace")
    if _reads_as_thai(text) and text.count("\ufffd") * 50 < len(text):
        return _fault("windows-874", "cp874", text, data, offset)
    return _fault("unknown", "", data.decode("latin-1"), data, offset)


def _utf_16_without_mark(data: bytes) -> str | None:
    """Every second byte is 0 (Latin) or 0x0E (Thai): UTF-16. In UTF-8 and TIS-620 text neither byte
    occurs.
    """
    if len(data) < 4:
        return None
    for codec, high in (("utf-16-le", data[1::2]), ("utf-16-be", data[0::2])):
        if (high.count(0) + high.count(0x0E)) * 10 >= len(high) * 9:
            return codec
    return None


def _mostly_utf_8(data: bytes) -> bool:
    text = data.decode("utf-8", "replace")
    sound = sum(letter > "\x7f" and letter != "\ufffd" for letter in text)
    return sound > 2 * text.count("\ufffd")


def _reads_as_thai(text: str) -> bool:
    """Thai letters stand in runs, and a mark stands on a Thai letter; accented Latin read as Thai does
    neither.
    """
    letters = len(re.findall(_THAI, text))
    in_runs = sum(len(run) for run in re.findall(f"{_THAI}{{2,}}", text))
    astray = len(re.findall(f"(?<!{_THAI}){_MARK}", text))
    return letters >= 2 and in_runs * 10 >= letters * 8 and astray * 20 <= letters


def _unscrambled(text: str) -> str | None:
    """The Thai text meant, where UTF-8 or TIS-620 bytes were once taken for Western letters; None for
    sound text.
    """
    if re.search(_THAI, text) or len(re.findall("[\u00a1-\u00fb]", text)) < 6:
        return None
    try:
        data = b"".join(_western_byte(letter) for letter in text)
    except UnicodeEncodeError:
        return None
    for codec in ("utf-8", "cp874"):
        meant = data.decode(codec, "replace")
        if _reads_as_thai(meant) and meant.count("\ufffd") * 20 < len(meant):
            return meant
    return None


def _western_byte(letter: str) -> bytes:
    try:
        return letter.encode("cp1252")
    except UnicodeEncodeError:
        return letter.encode("latin-1")


def _fault(kind: EncodingKind, codec: str, text: str, data: bytes, offset: int) -> EncodingFault:
    words = " ".join("".join(c for c in text if c.isprintable() or c.isspace()).removeprefix("\ufeff").split())
    return EncodingFault(kind, codec, clip(words, _PREVIEW), offset, data.count(b"\n", 0, offset) + 1)
