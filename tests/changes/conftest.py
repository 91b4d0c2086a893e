"""A small library: two provinces, one lesson, one case, one fact, one table."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Mapping
from typing import Any

import pytest

from botrian.changes import Edition, edition_of_files

Items = dict[str, list[dict[str, Any]]]
Change = Callable[[Items], None]


def _text(thai: str, english: str) -> dict[str, str]:
    return {"th": thai, "en": english}


def _value(thai: str, english: str, number: str | None = None) -> dict[str, Any]:
    empty: dict[str, Any] = {
        "date": None,
        "items": [],
        "unit": None,
        "year": None,
        "note": None,
        "citations": [],
        "refs": [],
    }
    return {**empty, "text": _text(thai, english), "number": number, "qualifier": "exact", "basis": "stated"}


def _cell(*values: dict[str, Any], absent: str | None = None) -> dict[str, Any]:
    return {"absent": absent, "note": None, "citations": [], "values": list(values)}


def evidence(province: str, stance: str, first: int, thai: str = "ประโยค", english: str = "Sentence") -> dict[str, Any]:
    return {
        "province": province,
        "case": None,
        "stance": stance,
        "voice": "did",
        "basis": "stated",
        "text": _text(thai, english),
        "citations": [{"source": "book", "lines": [first, first + 2], "page": None}],
    }


def row(id_: str, thai: str, english: str, number: str) -> dict[str, Any]:
    cells = [_cell(_value(number, number, number)), _cell(absent="unknown")]
    return {"id": id_, "name": _text(thai, english), "url": None, "group": None, "citations": [], "cells": cells}


def column(id_: str, thai: str, english: str) -> dict[str, Any]:
    return {"id": id_, "name": _text(thai, english), "type": "text", "unit": None, "definition": None}


def fact(number: str, place: int = 1) -> dict[str, Any]:
    return {
        "id": f"krabi.households.{place}",
        "province": "krabi",
        "dimension": "households",
        "case": None,
        "number": number,
        "qualifier": "exact",
        "unit": _text("ครัวเรือน", "households"),
        "basis": "stated",
        "url": None,
        "title": _text("จำนวนครัวเรือน", "Households"),
        "citations": [{"source": "book", "lines": [5, 6], "page": None}],
    }


def _library() -> Items:
    lesson: dict[str, Any] = {
        "id": "share-data",
        "title": _text("แบ่งข้อมูล", "Share data"),
        "when": _text("เมื่อต่างคนต่างมีข้อมูล", "When each has data of its own"),
        "do": _text("รวมเป็นชุดเดียว", "Join them"),
        "because": _text("ทุกฝ่ายเท่ากัน", "All become equal"),
        "themes": ["data"],
        "url": {"th": "", "en": ""},
        "citations": [],
        "evidence": [evidence("krabi", "supports", 10), evidence("trat", "qualifies", 20)],
    }
    table: dict[str, Any] = {
        "id": "households",
        "title": _text("ครัวเรือน", "Households"),
        "answer": _text("กระบี่มากที่สุด", "Krabi has most"),
        "notes": [],
        "columns": [column("households", "ครัวเรือน", "Households"), column("use", "การใช้", "Use")],
        "rows": [row("krabi", "กระบี่", "Krabi", "100"), row("trat", "ตราด", "Trat", "200")],
    }
    dimension: dict[str, Any] = {
        "id": "households",
        "name": _text("จำนวนครัวเรือน", "Households"),
        "type": "number",
        "group": "data",
    }
    dimension |= {"definition": _text("นับเอง", "Counted"), "title": _text("จำนวนครัวเรือน", "Households"), "url": None}
    provinces = [
        {"id": "krabi", "title": _text("กระบี่", "Krabi")},
        {"id": "trat", "title": _text("ตราด", "Trat")},
    ]
    case = {"id": "one-map", "title": _text("แผนที่เดียว", "One map"), "summary": _text("ย่อ", "In short"), "steps": []}
    event = {"id": "founded", "title": _text("ก่อตั้ง", "Founded"), "date": "2551 BE"}
    return {
        "provinces": provinces,
        "lessons": [lesson],
        "tables": [table],
        "facts": [fact("100")],
        "cases": [case],
        "events": [event],
        "dimensions": [dimension],
    }


def files_of(items: Items) -> Mapping[str, bytes]:
    return {f"api/v1/{name}.json": json.dumps({"items": list_}).encode() for name, list_ in items.items()}


@pytest.fixture
def before() -> Edition:
    return edition_of_files(files_of(_library()))


@pytest.fixture
def after() -> Callable[[Change], Edition]:
    def made(change: Change) -> Edition:
        items = copy.deepcopy(_library())
        change(items)
        return edition_of_files(files_of(items))

    return made


@pytest.fixture
def library() -> Items:
    return _library()
