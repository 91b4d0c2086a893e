"""What pydantic says does not fit goes in; a finding by one of our rules comes out."""

from __future__ import annotations

import re
import typing
from typing import Any

from pydantic_core import ErrorDetails

from botrian.check.fields import Path, bare, hints, item_of, model_at, model_of, options_of, reference_of
from botrian.check.meant_dates import meant_date
from botrian.check.meant_numbers import meant_number
from botrian.check.near import AROUND, by_thai_name, listed, nearest
from botrian.findings import Finding
from botrian.read import Node, locate, plain
from botrian.records import Citation, Period, Record, Text
from botrian.records.values import ID_LENGTH, ID_PATTERN
from botrian.thai import arabic_digits, fold
from botrian.words import value_words

#: pydantic's names of what went wrong, where the name alone tells the rule.
BY_TYPE = {
    "period_order": "date-order",
    "fact_value": "fact-value",
    "fact_citation": "citation-missing",
    "fact_silence": "fact-silence",
    "source_speaker": "source-speaker",
    "credit_consent": "credit-consent",
    "credit_about": "credit-about",
    "asked_about": "asked-about",
    "coordinator_way": "coordinator-way",
    "column_value": "table-column",
    "table_value": "table-shape",
}
DATE_CODES = {
    "form": "date-form",
    "calendar-missing": "date-calendar-missing",
    "calendar-mixed": "date-calendar-mixed",
    "month": "date-impossible",
    "day": "date-impossible",
}
DATES = re.compile(r"\d{4}(-\d{2})*(?: (BE|CE)\b)")
NUMBER_TYPES = re.compile(r"^(decimal|int|finite|greater|less)_")
MAPPING_TYPES = ("model_type", "model_attributes_type", "dict_type")
VALIDATOR = re.compile(r"^(function|lax|nullable|constrained|union)[a-z-]*\[")
#: A key, a colon and no space: the reader took all of it for one text.
GLUED = re.compile(r"^([A-Za-z_]+):(?!//)(\S.*)$", re.DOTALL)
#: A dash and no space: the reader took it for the beginning of a text.
DASHED = re.compile(r"^-[^\s\d]")
SAMPLES: dict[type[Record], str] = {
    Text: "{th: ข้อความ, en: text}",
    Citation: "{source: …, lines: [10, 12]}",
    Period: "{start: 2558 BE}",
}


def fault_finding(fault: ErrorDetails, model: type[Record], node: Node, path: Path) -> Finding:
    """The finding of one fault of a record of ``model``, whose tree is ``node`` at ``path`` in its file."""
    inside = _real_path(fault["loc"])
    return _Fault(fault, model, node, path, inside).finding()


def left_over(fault: ErrorDetails) -> bool:
    """Whether a fault only follows from another that is told: a list too short for its items, English for lost Thai."""
    if fault["type"] == "default_factory_not_called":
        return True
    items = fault["input"]
    return fault["type"] == "too_short" and isinstance(items, list) and len(items) >= fault["ctx"]["min_length"]


class _Fault:
    """One fault, with what is needed to name the rule it breaks."""

    def __init__(self, fault: ErrorDetails, model: type[Record], node: Node, path: Path, inside: Path) -> None:
        self.type = fault["type"]
        self.input: object = fault["input"]
        self.context: dict[str, Any] = fault.get("ctx") or {}
        self.message = fault["msg"]
        self.model, self.node, self.path, self.inside = model, node, path, inside
        self.key = str(next((step for step in reversed(inside) if isinstance(step, str)), ""))

    def finding(self) -> Finding:
        if self.type == "extra_forbidden":
            return self._unknown()
        if self._in_lines():
            return self._lines()
        if self.type == "missing":
            return self._missing()
        if self.type == "period_order":
            self.inside = (*self.inside, "end")
        if self.type in BY_TYPE:
            got, expected = str(self.context.get("found", "")), str(self.context.get("expected", ""))
            return self._at(BY_TYPE[self.type], got, expected)
        if self.input is None or self.type == "string_too_short":
            return self._empty()
        if self.type == "calendar_date":
            return self._date()
        return self._value()

    def _date(self) -> Finding:
        """A date's fault with good dates only, which need no translation."""
        meant = meant_date(str(self.context["found"]))
        if meant and self.context["kind"] == "form":
            return self._at("date-form", str(self.context["found"]), meant)
        kind, expected = self.context["kind"], str(self.context["expected"])
        if kind == "calendar-mixed" and "such as" in expected:  # of neither calendar: which year was meant nobody knows
            return self._at(DATE_CODES[kind], str(self.context["found"]))
        expected = expected.rpartition("such as ")[2]
        good = " / ".join(match[0] for match in DATES.finditer(expected))
        return self._at(DATE_CODES[kind], str(self.context["found"]), good or expected)

    def _value(self) -> Finding:
        if self.type == "literal_error":
            return self._choice(_words_of(self._hint()))
        if self.type in ("string_pattern_mismatch", "string_too_long"):
            return self._form()
        if self.type == "too_short":
            least, has = str(self.context.get("min_length", 1)), str(self.context.get("actual_length", 0))
            return self._at("lesson-evidence" if self.key == "evidence" else "list-too-short", has, least)
        if NUMBER_TYPES.match(self.type):
            # What is too small or too large is well written: which number was meant instead nobody knows.
            form = self.type.startswith(("decimal", "int"))
            meant = meant_number(str(self.input), whole=self.type.startswith("int")) if form else ""
            return self._at("number-form", _shown(self.input), f"{self.key}: {meant}" if meant else "")
        return self._wrong_type()

    def _choice(self, options: list[str]) -> Finding:
        """A value that is none of the list; the Thai words of a value, as forms show them, tell which was meant."""
        named = value_words(self.key, options)
        key = fold(str(self.input)[:80])
        meant = next((one for one, text in named.items() if key and key in (fold(text.th), fold(text.en))), "")
        shown = ", ".join(f"{one} ({named[one].th})" if one in named else one for one in options)
        near = meant or nearest(str(self.input), options)
        return self._at("value-not-in-list", _shown(self.input), near, options=", ".join(options), options_th=shown)

    def _unknown(self) -> Finding:
        got = str(self.inside[-1]) if self.inside else ""
        keys = self._keys(self.inside[:-1])
        place = locate(self.node, self.inside, key=True)
        values = (("options", listed(keys)),)
        near = by_thai_name(got, keys) or nearest(got.strip(AROUND), keys)
        return Finding(place, "field-unknown", self._field(), got[:80], near, values)

    def _missing(self) -> Finding:
        if self.key in ("th", "en"):
            parent = str(next((s for s in reversed(self.inside[:-1]) if isinstance(s, str)), "title"))
            thai, english = ("ภาษาไทย", "Thai") if self.key == "th" else ("ภาษาอังกฤษ", "English")
            return self._at("language-missing", "", self.key, parent=parent, language_th=thai, language_en=english)
        if self.key == "evidence":
            return self._at("lesson-evidence", "0", "1")
        return self._at("field-missing", "", self.key, sample=self._sample())

    def _empty(self) -> Finding:
        if self.key in ("th", "en"):
            return self._at("field-empty")
        return self._at("field-empty", sample=self._sample())

    def _lines(self) -> Finding:
        path = self.inside[: self.inside.index("lines") + 1]
        node = plain_at(self.node, path)
        numbers = re.findall(r"\d+", arabic_digits(str(node or "")))[:2]
        first, last = (numbers * 2)[:2] if numbers else ("10", "12")
        field = ".".join(map(str, (*self.path, *path)))
        got = "" if node is None else _shown(node)
        return Finding(locate(self.node, path), "lines-form", field, got, f"lines: [{first}, {last}]")

    def _form(self) -> Finding:
        got = str(self.input)
        pattern = self.context.get("pattern", ID_PATTERN)
        if pattern != ID_PATTERN:
            return self._at("value-form", _shown(got), "TH-81" if self.key == "iso" else str(pattern))
        marker = reference_of(self._hint())
        if marker is not None:
            return self._at("reference-unknown", _shown(got), kinds=" ".join(marker.kinds))
        if len(got) > ID_LENGTH:
            return self._at("id-too-long", str(len(got)), str(ID_LENGTH))
        if self.key == "choice":
            dimension = str(plain_at(self.node, (*self.inside[:-1], "dimension")) or "")[:80]
            return self._at("id-form", _shown(got), kebab(got), choices="data/dimensions.yml", dimension=dimension)
        return self._at("id-form", _shown(got), kebab(got) or "krabi-data-centre")

    def _wrong_type(self) -> Finding:
        glued = GLUED.match(self.input) if isinstance(self.input, str) else None
        if self.type in MAPPING_TYPES and glued:
            return self._at("yaml-colon-space", glued[1], f"{glued[1]}: {glued[2]}"[:80])
        if self.type in MAPPING_TYPES:
            return self._want("ช่องข้อมูลที่มีชื่อ", "keys with values", self._sample())
        if self.type == "tuple_type" and isinstance(self.input, str) and DASHED.match(self.input):
            return self._at("yaml-dash-space", "-", f"- {self.input[1:]}"[:80])
        if self.type == "tuple_type":
            return self._want("รายการ", "a list", self._list_sample())
        if self.type.startswith("bool"):
            return self._want("true หรือ false", "true or false", f"{self.key}: true")
        return self._want("ข้อความ", "a text", f"{self.key}: …")

    def _want(self, thai: str, english: str, sample: str) -> Finding:
        return self._at("value-type", _shown(self.input), sample, want_th=thai, want_en=english)

    def _list_sample(self) -> str:
        item = model_of(item_of(self._hint()))
        if item is None and isinstance(self.input, str):
            written = arabic_digits(_shown(self.input)).strip(AROUND)
            numbers = re.findall(r"[0-9]+", written)
            if item_of(self._hint()) is int and numbers:  # one number of a pair is its first and its last
                return f"{self.key}: [{numbers[0]}, {numbers[-1]}]"
            return f"{self.key}: [{', '.join(filter(None, re.split(r'[,;、；]? +|[,;、；]', written)))}]"
        if item is None:
            return f"{self.key}: […]"
        return f"{self.key}: / - {SAMPLES.get(item, next(iter(item.model_fields)) + ': …')}"

    def _sample(self) -> str:
        """A good example of the value, from the model."""
        hint = self._hint()
        item = item_of(hint)
        inner = model_of(item if item is not object else hint)
        value = SAMPLES.get(inner, next(iter(inner.model_fields)) + ": …") if inner else ""
        if not value:
            value = next(iter(_words_of(hint)), "")
        if not value:
            return ""
        return f"{self.key}: [{value}]" if item is not object else f"{self.key}: {value}"

    def _hint(self) -> object:
        """The annotation of the value; of the item where it is one of a list."""
        names = [number for number, step in enumerate(self.inside) if isinstance(step, str)]
        if not names:
            return object
        parent = model_at(self.model, self.inside[: names[-1]])
        hint = hints(parent).get(self.key, object) if parent else object
        for _ in self.inside[names[-1] + 1 :]:
            hint = item_of(hint)
        return hint

    def _in_lines(self) -> bool:
        """Whether the fault is in a pair of lines (not in a source's count of lines)."""
        if "lines" not in self.inside:
            return False
        parent = model_at(self.model, self.inside[: self.inside.index("lines")])
        return (parent is not None and item_of(hints(parent).get("lines")) is int and self.type != "missing") or (
            self.type == "missing" and isinstance(self.inside[-1], int)
        )

    def _keys(self, path: Path) -> tuple[str, ...]:
        model = model_at(self.model, path)
        return tuple(model.model_fields) if model else ()

    def _field(self) -> str:
        return ".".join(map(str, (*self.path, *self.inside)))

    def _at(self, code: str, got: str = "", expected: str = "", **values: str) -> Finding:
        place = locate(self.node, self.inside)
        return Finding(place, code, self._field(), got, expected, tuple(sorted(values.items())))


def plain_at(node: Node, path: Path) -> object:
    """The plain value at a path, or None."""
    value: object = plain(node)
    for step in path:
        if isinstance(value, dict) and isinstance(step, str):
            value = value.get(step)
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            value = value[step]
        else:
            return None
    return value


def kebab(text: str) -> str:
    """An id or file name in the form that is allowed, as near as it can be; empty where no letter is left."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")[:80].strip("-")


def _words_of(hint: object) -> list[str]:
    """The words that an annotation lists."""
    listed = (one for option in options_of(hint) for one in typing.get_args(bare(option)))
    return [one for one in listed if isinstance(one, str)]


def _real_path(path: tuple[str | int, ...]) -> Path:
    """pydantic's path without the steps that name a validator instead of a value."""
    return tuple(step for step in path if not (isinstance(step, str) and VALIDATOR.match(step)))


def _shown(value: object) -> str:
    if isinstance(value, list | tuple):
        text = "[" + ", ".join(_shown(one) for one in value[:4]) + "]"
    elif isinstance(value, dict):
        text = "{" + ", ".join(f"{key}: …" for key in list(value)[:4]) + "}"
    else:
        text = "" if value is None else str(value)
    return text if len(text) <= 80 else text[:79] + "…"
