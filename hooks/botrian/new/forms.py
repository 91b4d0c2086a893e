"""What ``kb.py new`` can write: for each kind what must be said, where it goes, and which template it is made from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import get_args

from botrian.records import LessonType, Level, SourceKind, Text
from botrian.thai import fold
from botrian.words import value_words


@dataclass(frozen=True)
class Wish:
    """One thing that may be said about a new record; ``kinds`` are the kinds of record that it must name.

    ``choices`` are the only answers, where they are fixed.
    """

    name: str
    words: Text
    example: str
    kinds: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()

    @property
    def option(self) -> str:
        """How it is given on the command line."""
        return self.name if self.name == "id" else f"--{self.name.replace('_', '-')}"

    def meant(self, answer: str) -> str:
        """The choice that an answer means: people answer คำบอกเล่า where ``testimony`` belongs."""
        key = fold(answer)
        named = value_words(self.name, self.choices).items()
        return next((choice for choice, text in named if key in (fold(text.th), fold(text.en))), answer)

    @property
    def offered(self) -> str:
        """The choices in one line, each with its Thai words."""
        named = value_words(self.name, self.choices)
        return " · ".join(f"{choice} ({named[choice].th})" if choice in named else choice for choice in self.choices)


@dataclass(frozen=True)
class Form:
    """One kind of new record.

    ``file`` is where it goes. With ``item`` it is put at the end of the list ``key`` of that file, else it is a file
    of its own. ``template`` may name what is said (``{group}``: a source is a document, or spoken). ``needed`` must be
    said, since the place depends on it; ``more`` may be filled in later.
    """

    kind: str
    words: Text
    file: str
    template: str
    needed: tuple[str, ...]
    more: tuple[str, ...]
    item: str = ""
    key: str = ""

    @property
    def record(self) -> str:
        """The kind of the record that is written: the page of a province is a record beside the province."""
        return "profile" if self.kind == "province" else self.kind

    def names(self, wish: str) -> tuple[str, ...]:
        """The kinds of record of which what was said must name one; none where it names no record."""
        return ("province",) if (wish, self.kind) == ("id", "province") else WISHES[wish].kinds


def _wish(name: str, thai: str, english: str, example: str, *kinds: str) -> Wish:
    return Wish(name, Text(th=thai, en=english), example, kinds)


WISHES: Mapping[str, Wish] = {
    wish.name: wish
    for wish in (
        _wish("id", "รหัส a-z 0-9 และขีด -", "id: a-z, 0-9 and hyphens", "data-before-plan"),
        _wish("province", "รหัสจังหวัด", "id of the province", "krabi", "province", "area"),
        _wish("title_th", "ชื่อภาษาไทย", "title in Thai", "เก็บข้อมูลก่อนทำแผน"),
        _wish("title_en", "ชื่อภาษาอังกฤษ", "title in English", "Collect data before planning"),
        Wish("type", Text(th="ประเภทบทเรียน", en="type of lesson"), "practice", choices=get_args(LessonType)),
        _wish("theme", "รหัสหัวข้อ", "id of a theme", "data-systems", "theme"),
        _wish("kind", "รหัสชนิดของกรณี", "id of a kind of case", "data-system", "case-kind"),
        Wish("level", Text(th="ระดับ", en="level"), "province", choices=get_args(Level)),
        _wish("rows", "แถวของตาราง", "rows of the table", "cases"),
        _wish("date", "วันที่", "date", "2543 BE"),
        _wish("dimension", "รหัสมิติ", "id of a dimension", "council-count", "dimension"),
        _wish("value", "ค่า", "value", "61"),
        _wish("source", "รหัสแหล่งข้อมูล", "id of the source", "toward-self-managing-provinces", "source"),
        Wish(
            "source_kind",
            Text(th="ชนิดของแหล่งข้อมูล", en="kind of source"),
            "testimony",
            choices=get_args(SourceKind),
        ),
        _wish("year", "ปีที่ออก", "year of publication", "2566 BE"),
        _wish("lines", "บรรทัดแรก-บรรทัดสุดท้าย", "first and last line", "50-52"),
    )
}

_TITLES = ("title_th", "title_en")
_SOURCE = ("source", "lines")


def _form(kind: str, thai: str, english: str, file: str, needed: tuple[str, ...], *more: str) -> Form:
    ending = file.rpartition(".")[2]
    return Form(kind, Text(th=thai, en=english), file, f"{kind}.{ending}", needed, more)


FORMS: Mapping[str, Form] = {
    form.kind: form
    for form in (
        _form(
            "lesson",
            "บทเรียน",
            "a lesson",
            "docs/lessons/{id}.md",
            ("id",),
            *_TITLES,
            "type",
            "theme",
            "province",
            *_SOURCE,
        ),
        _form(
            "case",
            "กรณี",
            "a case",
            "docs/cases/{province}/{id}.md",
            ("id", "province"),
            *_TITLES,
            "kind",
            "level",
            "theme",
            *_SOURCE,
        ),
        Form(
            "fact",
            Text(th="ข้อเท็จจริง", en="a fact"),
            "data/facts/{province}/{dimension}.yml",
            "facts.yml",
            ("province", "dimension"),
            ("value", *_SOURCE),
            "fact.yml",
            "facts",
        ),
        Form(
            "event",
            Text(th="เหตุการณ์", en="an event"),
            "data/events/{province}.yml",
            "events.yml",
            ("id", "province"),
            (*_TITLES, "date", *_SOURCE),
            "event.yml",
            "events",
        ),
        _form("table", "ตาราง", "a table", "data/tables/{id}.yml", ("id",), *_TITLES, "theme", "rows"),
        _form("path", "เส้นทางอ่าน", "a reading path", "docs/paths/{id}.md", ("id",), *_TITLES, "theme"),
        Form(
            "source",
            Text(th="แหล่งข้อมูล", en="a source"),
            "data/sources/{id}.yml",
            "source-{group}.yml",
            ("id", "source_kind", "title_th"),
            ("year", "date", "province"),
        ),
        _form("province", "หน้าจังหวัด", "the page of a province", "docs/provinces/{id}.md", ("id",), *_TITLES, *_SOURCE),
    )
}
