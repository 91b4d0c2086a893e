"""How we write: words that have one spelling here. Kept as data, so that a word is added without code."""

from __future__ import annotations

from pydantic import Field

from botrian.records.values import Id, Language, Line, Record, Text


class StyleWord(Record):
    """A spelling that is not ours, and the one that is."""

    wrong: Line = Field(description="คำที่ไม่ใช้ / what is not written here")
    right: Line = Field(description="คำที่ใช้แทน / what is written instead")


class StyleNote(Record):
    """Words of one language with one reason."""

    id: Id = Field(description="รหัส / id")
    language: Language = Field(description="th หรือ en / th or en")
    words: tuple[StyleWord, ...] = Field(min_length=1, description="คำ / the words")
    whole_word: bool = Field(
        default=False,
        description="เฉพาะเมื่อเป็นทั้งคำ (อังกฤษ) / only where it stands as a word of its own (English)",
    )
    why: Text = Field(description="เพราะอะไร / why")
