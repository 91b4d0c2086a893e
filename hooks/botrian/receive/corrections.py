"""A correction goes in; the file with the right value in its place comes out, or where people must put it by hand.

What our own reading got wrong is replaced where it stands. What somebody knows from elsewhere, or what has changed
since, stands beside what was there: sources that do not agree are both kept.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from botrian.messages import Message, year_said
from botrian.new import NoList, appended, as_yaml, replaced
from botrian.read import split_front_matter
from botrian.receive.library import Library, PlacedFact
from botrian.receive.plan import Shown
from botrian.records import Dimension, Fact
from botrian.thai import DateFault, arabic_digits

_ABOUT = re.compile(r"(lesson|case|fact|province|event|term|table|source):([a-z0-9.-]+)(?:#([a-z_]+))?")
#: Fields of lessons and cases whose Thai text can be replaced in place.
TEXT_FIELDS = ("title", "when", "do", "because", "summary", "place")


@dataclass(frozen=True)
class Correction:
    """The new text of a file with what it changes, or nothing where people must do it."""

    file: str = ""
    text: str = ""
    shown: Shown | None = None
    province: str = ""
    cites: bool = False
    about: tuple[str, str] = ("", "")
    why_by_hand: str = ""


def about_of(text: str) -> tuple[str, str, str]:
    """What a correction is about: kind, id and field; all empty where the person told it in words."""
    match = _ABOUT.fullmatch(text)
    return (match[1], match[2], match[3] or "") if match else ("", "", "")


def corrected(message: Message, library: Library, source: str, field: str) -> Correction:
    """The correction of a message. ``source`` is what it may cite; ``field`` what the maintainer names."""
    kind, id_, asked_field = about_of(message.words("about"))
    right = message.words("right")
    if kind == "fact":
        return _fact(id_, right, message, library, source)
    if kind in ("lesson", "case"):
        return _text(kind, id_, field or asked_field, right, library)
    return Correction(why_by_hand="words", about=(kind, id_))


def _text(kind: str, id_: str, field: str, right: str, library: Library) -> Correction:
    file = library.file_of(kind, id_)
    record = library.record(kind, id_)
    province = str(getattr(record, "province", ""))
    about = (kind, id_)
    if not file:
        return Correction(why_by_hand="gone", about=about)
    if field not in TEXT_FIELDS:
        return Correction(file, why_by_hand="field", province=province, about=about)
    whole = library.text(file) or ""
    before = str(getattr(getattr(record, field, None), "th", ""))
    try:
        text = in_front_matter(whole, lambda head: replaced(head, (field, "th"), right))
    except NoList:
        return Correction(file, why_by_hand="field", province=province, about=about)
    return Correction(file, text, Shown(f"{file}: {field}.th", before, right), province, about=about)


def _fact(id_: str, right: str, message: Message, library: Library, source: str) -> Correction:
    province, _, rest = id_.partition(".")
    dimension_id, _, case = rest.partition(".")
    about = ("case", case) if case else ("province", province)
    dimension = library.dimension(dimension_id)
    placed = list(library.facts(province, dimension_id, case or None))
    if dimension is None or not placed:
        return Correction(why_by_hand="gone", province=province, about=about)
    first = placed[0]
    value = _value(right, dimension)
    # A number whose unit nobody knows is no answer yet: a maintainer asks what was counted.
    if value is None or (value[0] == "number" and not (first.fact.unit or dimension.unit)):
        return Correction(first.file, why_by_hand="value", province=province, about=about)
    whole = library.text(first.file) or ""
    before = _shown_value(first.fact)
    try:
        if message.words("reason") == "misread":
            text = _in_place(whole, first, value)
        else:
            text = appended(whole, "facts", _item(first.fact, value, message, source))
    except NoList:
        return Correction(first.file, why_by_hand="value", province=province, about=about)
    place = f"{first.file}: {dimension.name.th}"
    cites = message.words("reason") != "misread"
    return Correction(first.file, text, Shown(place, before, right), province, cites, about)


def _in_place(whole: str, placed: PlacedFact, value: tuple[str, Any]) -> str:
    name, given = value
    if placed.fact.given != (name,) or not isinstance(given, str):
        raise NoList(name)
    path = (*placed.path, name, "th") if name == "text" else (*placed.path, name)
    return replaced(whole, path, given)


def _item(fact: Fact, value: tuple[str, Any], message: Message, source: str) -> str:
    name, given = value
    plain = {
        "dimension": fact.dimension,
        "case": fact.case,
        name: {"th": given} if name == "text" else given,
        "unit": {"th": fact.unit.th, "en": fact.unit.en} if fact.unit and name == "number" else None,
        "year": f"{int(message.sent[:4]) + 543} BE" if message.words("reason") == "changed" else "",
        "citations": [{"source": source}],
    }
    lines = as_yaml(plain, Fact).splitlines()
    return "\n".join([f"- {lines[0]}", *(f"  {line}" for line in lines[1:])]) + "\n"


def _value(right: str, dimension: Dimension) -> tuple[str, Any] | None:
    """The field of a fact and its value, by the type of the dimension; None where the words are no such value."""
    if dimension.type in ("number", "money"):
        digits = arabic_digits(right).replace(",", "").strip()
        return ("number", digits) if re.fullmatch(r"-?\d{1,15}(?:\.\d{1,6})?", digits) else None
    if dimension.type == "date":
        try:
            return ("date", str(year_said(right)))
        except DateFault:
            return None
    if dimension.type == "choice":
        ids = {name: one.id for one in dimension.choices for name in (one.id, one.name.th, one.name.en)}
        return ("choice", ids[right]) if right in ids else None
    if dimension.type == "list":
        return ("list", [{"th": one.strip()} for one in re.split(r"[,;]", right) if one.strip()])
    return ("text", right)


def _shown_value(fact: Fact) -> str:
    value = getattr(fact, fact.given[0])
    if isinstance(value, tuple):
        return ", ".join(one.th for one in value)
    return str(getattr(value, "th", value))


def in_front_matter(whole: str, change: Callable[[str], str]) -> str:
    """A Markdown file with its front matter changed; line ends and the Markdown stay."""
    end = "\r\n" if "\r\n" in whole else "\n"
    head, _, _ = split_front_matter(whole.replace("\r\n", "\n"))
    if not head:
        raise NoList("---")
    head = head.replace("\n", end)
    start = whole.index(head)
    return whole[:start] + change(head) + whole[start + len(head) :]
