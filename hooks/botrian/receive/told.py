"""A message goes in; the source that it is comes out (somebody's word is its own place), and the credit for it."""

from __future__ import annotations

from typing import Any

from botrian.messages import Message
from botrian.messages.years import year_said
from botrian.receive.library import Library
from botrian.thai import CalendarDate, DateFault, clip

#: The longest title of a source.
_TITLE = 120


def thai_date(message: Message) -> CalendarDate:
    """The day on which a message was sent, in the calendar in which records are kept here."""
    year, month, day = (int(part) for part in message.sent.split("-"))
    return CalendarDate(year + 543, month, day, "BE")


def place_of(message: Message) -> str:
    """The province that a message speaks of; ``thailand`` where it names none."""
    return message.words("province") or message.words("asker_province") or "thailand"


def free_id(wanted: str, taken: frozenset[str]) -> str:
    """The id, or the first with a number behind it that nobody has."""
    numbers = range(2, len(taken) + 3)
    return next(one for one in (wanted, *(f"{wanted}-{number}" for number in numbers)) if one not in taken)


def testimony(message: Message, id_: str, province: str, about: str, library: Library) -> dict[str, Any]:
    """The message as a source: who speaks as what, where and when; how they are reached is not in it."""
    day = thai_date(message)
    role = message.words("speaks_as") or "ผู้ส่งข้อมูล"
    where, where_en = library.name("province", province), library.name("province", province, "en")
    if province == "thailand":
        where, where_en = library.name("area", province), library.name("area", province, "en")
    title = {"th": clip(f"คำบอกเล่าของ{role} {where}", _TITLE), "en": f"Testimony from {where_en}, {day.format('en')}"}
    speaker: dict[str, Any] = {
        "speaks_as": {"th": role},
        "body": _thai(message.words("body")),
        "province": province,
        "place": _thai(message.words("place")),
        "date": str(day),
        "recorded_by": {"th": "ผู้เล่ากรอกแบบฟอร์มของคลังนี้เอง", "en": "The speaker, in the form of this library"},
        "consent": "written",
    }
    return {
        "id": id_,
        "title": title,
        "short": {"th": f"คำบอกเล่า {where} พ.ศ. {day.year}", "en": f"Testimony, {where_en} {day.year - 543}"},
        "kind": "testimony",
        "access": _thai(message.words("papers")),
        "year": str(day),
        "data_year": year_or_nothing(message.words("year") or message.words("start")),
        "cite_as": {
            "th": f"{role}. ({day.format('th')}). คำบอกเล่าผ่านแบบฟอร์มของคลังบทเรียน {where}",
            "en": f"Testimony from {where_en} through the form of this library, {day.format('en')}",
        },
        "about": {"th": about},
        "speaker": speaker,
    }


def credit(
    message: Message, id_: str, role: str, province: str, source: str, about: dict[str, list[str]]
) -> dict[str, Any]:
    """The thanks for a message: by name only where the person said so."""
    named = message.words("show_name") == "yes" and bool(message.words("name"))
    return {
        "id": id_,
        "role": role,
        "name": _thai(message.words("name")) if named else None,
        "body": _thai(message.words("body")) if named else None,
        "position": _thai(message.words("speaks_as")) if named else None,
        "province": province if province != "thailand" else None,
        "consent": "written" if named else None,
        "date": str(thai_date(message)),
        "way": "form",
        **about,
        "sources": [source] if source else [],
    }


def year_or_nothing(text: str) -> str:
    """A year that somebody said, as records hold it; empty where it cannot be read."""
    try:
        return str(year_said(text)) if text else ""
    except DateFault:
        return ""


def _thai(text: str) -> dict[str, str] | None:
    return {"th": text} if text else None
