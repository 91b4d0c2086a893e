"""What somebody said about a new record goes in; its file is written, or it is said why not."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from string import Template
from typing import cast

from botrian.check.faults import kebab
from botrian.check.known import Known
from botrian.findings import Place
from botrian.new.append import NoList, appended
from botrian.new.forms import FORMS, WISHES, Form
from botrian.new.taken import known_for
from botrian.read import Paths
from botrian.records import PLACE_SAMPLES, PLACES, SPOKEN, WHOLE, Dimension, Province, Source, SourceKind, Text
from botrian.records.values import ID_PATTERN
from botrian.thai import DateFault, parse_date

#: How an empty value of each type of dimension is begun.
EMPTY_VALUES = {
    "number": "number:",
    "money": "number:",
    "date": "date:",
    "text": "text:\n    th:",
    "list": "list:\n    - th:",
    "choice": "choice:",
}
#: How a number keeps its “about”.
QUALIFIER = "#qualifier: about        # about (ประมาณ) · more-than (มากกว่า) · nearly (เกือบ) · at-most (ไม่เกิน)\n  "
QUOTED = ("title_th", "title_en")


class Refused(Exception):
    """Nothing was written; ``reasons`` tell why, in Thai and English."""

    def __init__(self, reasons: tuple[Text, ...]) -> None:
        super().__init__("; ".join(reason.en for reason in reasons))
        self.reasons = reasons


@dataclass(frozen=True)
class Written:
    """The file that was written, and whether it was there before and got one more item."""

    file: Path
    name: str
    added: bool


def write_new(kind: str, said: Mapping[str, str], paths: Paths) -> Written:
    """Write the file of a new record, or add it to its province's file.

    ``said`` holds the form's names; those that are needed must be there. Raises Refused, before anything is written:
    for a wrong or taken id, a reference that leads nowhere, a file that exists or cannot be added to.
    """
    form = FORMS[kind]
    known = known_for(form, said, paths)
    said = _meant(form, said, known)
    reasons = tuple(_reasons(form, said, known))
    if reasons:
        raise Refused(reasons)
    name = form.file.format(**said)
    file = paths.on_disk(name)
    values = _values(form, said, name, paths, known)
    if not form.item:
        return _file(file, name, _filled(form.template.format_map(values), values))
    return _item(form, file, name, values)


def _file(file: Path, name: str, text: str) -> Written:
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        with file.open("x", encoding="utf-8", newline="\n") as opened:
            opened.write(text)
    except FileExistsError as error:
        raise Refused((_exists(name),)) from error
    return Written(file, name, added=False)


def _item(form: Form, file: Path, name: str, values: Mapping[str, str]) -> Written:
    there = file.exists()
    item = _filled(form.item, values)
    try:
        old = file.read_bytes().decode("utf-8") if there else _filled(form.template, values)
        new = appended(old, form.key, item)
    except (NoList, UnicodeDecodeError) as error:
        thai = f"เพิ่มใน {name} ไม่ได้ ตรวจไฟล์นั้นก่อนด้วย python3 scripts/kb.py check {name}"
        english = f"Cannot add to {name}; check that file first: python3 scripts/kb.py check {name}"
        raise Refused((Text(th=thai, en=english),)) from error
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(new.encode("utf-8"))
    return Written(file, name, added=there)


def _meant(form: Form, said: Mapping[str, str], known: Known) -> dict[str, str]:
    """What was said, with ids where the Thai or English name of one record or choice was said."""
    meant = {}
    for name, value in said.items():
        kinds = form.names(name)
        meant[name] = WISHES[name].meant(value)
        if value and kinds and not known.has(kinds, value):
            meant[name] = known.called(value, kinds) or value
    return meant


def _reasons(form: Form, said: Mapping[str, str], known: Known) -> list[Text]:
    """Everything that keeps the record from being written."""
    reasons = []
    kind = form.record
    id_ = said.get("id", "")
    if id_ and (len(id_) > 80 or not re.match(ID_PATTERN, id_)):
        good = kebab(id_) or "krabi-data-centre"
        reasons.append(
            Text(
                th=f"รหัส “{id_}” ใช้ไม่ได้ รหัสเป็นชื่อไฟล์ ใช้ a-z 0-9 และขีด - เช่น {good} ชื่อไทยใส่ใน --title-th",
                en=f"The id “{id_}” cannot be used: it is the file's name, of a-z, 0-9 and hyphens, such as {good}",
            )
        )
    elif id_ and known.has((kind,), id_):
        place = known.of(kind)[id_].place
        where = f"{place.file}:{place.line}"
        reasons.append(Text(th=f"รหัส “{id_}” มีอยู่แล้วที่ {where}", en=f"The id “{id_}” is already used at {where}"))
    for name, value in said.items():
        kinds = form.names(name)
        if value and kinds and not known.has(kinds, value):
            reasons.append(_no_such("province" if name == "id" else name, value, kinds, known))
    reasons.extend(_wrong_forms(said))
    reasons.extend(_wrong_answers(said))
    return reasons


def _wrong_forms(said: Mapping[str, str]) -> list[Text]:
    reasons = []
    lines = said.get("lines", "")
    if lines and not re.fullmatch(r"\d+(\s*[-–,]\s*\d+)?", lines):
        reasons.append(
            Text(th=f"--lines “{lines}” ผิดแบบ เขียนเช่น 50-52", en=f"--lines “{lines}” is wrong; such as 50-52")
        )
    reasons.extend(fault for name in ("date", "year") for fault in _wrong_date(name, said.get(name, "")))
    return reasons


def _wrong_date(name: str, date: str) -> Iterator[Text]:
    try:
        if date:
            parse_date(date)
    except DateFault as fault:
        yield Text(
            th=f"--{name} “{fault.found}” ผิดแบบ เขียนเช่น {fault.expected}",
            en=f"--{name} “{fault.found}” is wrong; such as {fault.expected}",
        )


def _wrong_answers(said: Mapping[str, str]) -> Iterator[Text]:
    for name, value in said.items():
        choices = WISHES[name].choices
        if value and choices and value not in choices:
            option = WISHES[name].option
            yield Text(
                th=f"{option}: ไม่มี “{value}” เลือกได้: {WISHES[name].offered}",
                en=f"{option}: there is no “{value}”. The choices: {' · '.join(choices)}",
            )


def _no_such(name: str, value: str, kinds: tuple[str, ...], known: Known) -> Text:
    finding = known.unknown(Place("-"), "", value, kinds)
    near, more, option = finding.expected, dict(finding.values), WISHES[name].option
    thai = f"{option}: ไม่มี “{value}”" + (f" คุณหมายถึง “{near}” ใช่ไหม" if near else "")
    english = f"{option}: there is no “{value}”." + (f" Did you mean “{near}”?" if near else "")
    if like := more.get("options_th"):
        thai, english = f"{thai} ที่มีอยู่ เช่น {like}", f"{english} There are: {more['options']}."
    if where := more.get("where"):
        thai, english = f"{thai} ดูทั้งหมดใน {where}", f"{english} All are in {where}."
    return Text(th=thai, en=english)


def _exists(name: str) -> Text:
    return Text(th=f"มีไฟล์ {name} อยู่แล้ว ไม่เขียนทับ", en=f"The file {name} is there already and is not overwritten")


def _values(form: Form, said: Mapping[str, str], name: str, paths: Paths, known: Known) -> dict[str, str]:
    """What the templates are filled with; what was not said stays empty, for people to fill in."""
    values = dict.fromkeys(WISHES, "") | {key: value for key, value in said.items() if value}
    place = known.record("province", said.get("id", "")) if form.kind == "province" else None
    if isinstance(place, Province) and not values["title_th"]:
        values |= {"title_th": place.name.th, "title_en": values["title_en"] or place.name.en}
    for key in QUOTED:
        if values[key]:
            values[key] = json.dumps(values[key], ensure_ascii=False)
    dimension = known.record("dimension", values["dimension"])
    values["short"] = values["title_th"]
    values["cite_as"] = _cited_as(said)
    values["group"] = "spoken" if values["source_kind"] in SPOKEN else "document"
    values["sample"] = _sample(values["source_kind"])
    values["place"] = _place(values["lines"], *_kind_of_source(values["source"], known, paths))
    values["what"] = _what(dimension) if isinstance(dimension, Dimension) else ""
    kind = dimension.type if isinstance(dimension, Dimension) else "number"
    values["value"] = _value(kind, values["value"])
    values["qualifier"] = QUALIFIER if kind in ("number", "money") else ""
    values["rows"] = values["rows"] or "cases"
    values["path"] = paths.shown(name)
    return values


def _cited_as(said: Mapping[str, str]) -> str:
    """A first draft of how to cite a source: its title and year."""
    title, year = said.get("title_th", ""), said.get("year", "") or said.get("date", "")
    words = f"{title} ({parse_date(year).be_year})" if title and year else title
    return json.dumps(words, ensure_ascii=False) if words else ""


def _sample(kind: str) -> str:
    """How a source of this kind is cited behind its id: with the place that it has, or with nothing more."""
    places = [name for name in PLACES.get(cast(SourceKind, kind), ()) if name != "lines"]
    return "" if kind in WHOLE or not places else f", {PLACE_SAMPLES[places[0]]}"


def _kind_of_source(id_: str, known: Known, paths: Paths) -> tuple[str, bool]:
    """The kind of a source and whether its text is kept; also of one that was begun and is not filled in yet."""
    source = known.record("source", id_)
    if isinstance(source, Source):
        return source.kind, source.lines is not None
    named = known.of("source").get(id_)
    text = paths.on_disk(named.place.file).read_text(encoding="utf-8", errors="replace") if named else ""
    found = re.search(r"^kind: *([a-z-]+)", text, re.MULTILINE)
    return (found[1], False) if found and found[1] in PLACES else ("", True)


def _place(lines: str, kind: str, text_is_kept: bool) -> str:
    """The place of a citation, to be filled in: the lines that were said, else what the source has; maybe none."""
    numbers = re.findall(r"\d+", lines)
    if numbers or not kind:
        return f"lines: [{', '.join((numbers * 2)[:2])}]"
    if kind in WHOLE:
        return ""
    name = next(one for one in PLACES[cast(SourceKind, kind)] if one != "lines" or text_is_kept)
    return f"{name}:" if name in ("section", "question") else f"{name}: []"


def _what(dimension: Dimension) -> str:
    """What a value of a dimension is, for the one who fills it in."""
    unit = f" ({dimension.unit.th})" if dimension.unit else ""
    answers = " · ".join(f"{choice.id} ({choice.name.th})" for choice in dimension.choices)
    return f"# {dimension.name.th}{unit}: {dimension.definition.th}" + (f" เลือก: {answers}" if answers else "")


def _value(kind: str, given: str) -> str:
    empty = EMPTY_VALUES[kind]
    if not given:
        return empty
    if kind in ("text", "list"):
        return empty.replace("th:", f"th: {json.dumps(given, ensure_ascii=False)}")
    return f"{empty} {given}"


def _filled(template: str, values: Mapping[str, str]) -> str:
    text = files("botrian.new").joinpath("templates", template).read_text(encoding="utf-8")
    filled = Template(text).substitute(values)
    return "\n".join(line.rstrip() for line in filled.split("\n"))
