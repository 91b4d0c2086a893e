"""Nothing enters; the messages leave on which the form in the browser, Python and the checker are held to judge alike.

Each is a good message with one answer changed; what must be said of it comes from the change, never from a judge.
``python -m tests.messages.write_vectors`` writes ``tests/vectors/messages.json``.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from botrian.messages import asked, message_kinds, questions
from botrian.messages.questions import TEXT_FORMS, Question

VECTORS = Path(__file__).resolve().parents[1] / "vectors" / "messages.json"
TODAY = "2026-07-01"
#: The ids of the tests' library that answers name.
KNOWN = {
    "province": ["krabi", "trat", "yala", "chai-nat", "satun", "nan"],
    "theme": ["data", "data-systems", "money"],
    "case-kind": ["council", "data-system"],
    "lesson": ["data-first", "save-first", "share-data", "talk-before-plan", "outside-money-first"],
}
THAI = "เครือข่ายประชุมกันทุกเดือน"
#: What is put behind a good text, and the code that must be found.
TEXTS: dict[str, tuple[str, str]] = {
    "phone": (f"{THAI} โทร 081-234-5678", "private-phone"),
    "thai-digits-phone": (f"{THAI} โทร ๐๘๑ ๒๓๔ ๕๖๗๘", "private-phone"),
    "citizen": (f"{THAI} (1-1017-00230-70-8)", "private-citizen-number"),
    "no-citizen": (f"{THAI} 1101700230709", ""),
    "mail": (f"{THAI} somsri.k@gmail.com", "private-mail"),
    "line": (f"{THAI} ไลน์ไอดี somsri99", "private-line-id"),
    "account": (f"{THAI} บัญชี 123-4-56789-0", "private-bank-account"),
    "house": (f"{THAI} บ้านเลขที่ 45/2", "private-house-number"),
    "position": (f"{THAI} 8.086312, 98.906331", "private-position"),
    "todo": ("TODO", "text-unfilled"),
    "dots": ("........", "text-unfilled"),
    "sample": ("ข้อความ", "text-unfilled"),
    "english": ("Only running words in English", "language-thai"),
    "english-line": ("line: somchai99", "private-line-id"),
    "number": (f"{THAI} ๖๑ แห่ง งบ 1,250,000 บาท ปี 2551-2555", ""),
    "decomposed": ("ทํางานด้วยกัน", ""),
}
YEARS: dict[str, str] = {
    "2563": "",
    "พ.ศ. ๒๕๖๓": "",
    "ปี 25๖3": "",
    "2020": "",
    "ค.ศ. 2020": "",
    "2563-08 BE": "",
    "2567-02-29": "",
    "พ.ศ. 2020": "date-calendar-mixed",
    "2563 ค.ศ.": "date-calendar-mixed",
    "2563-13": "date-impossible",
    "2566-02-29": "date-impossible",
    "2563-04-31 BE": "date-impossible",
    "2575": "date-future",
    "2569-08": "date-future",
    "2569-07-01": "",
    # The year and the month that it is have begun.
    "2569": "",
    "2569-07": "",
    "256": "date-form",
    "ปีที่แล้ว": "date-form",
    "BE 2563 CE": "date-form",
    "3000": "date-form",
}


def good(question: Question) -> Any:
    """A good answer."""
    if question.id == "consent":
        return [id_ for id_, _ in question.answers]
    if question.id == "type":
        return "practice"
    if question.id == "about":
        return "fact:trat.council-count"
    if question.form == "year":
        return "2563"
    if question.form == "pictures":
        return ""
    if question.answers or question.records:
        first = KNOWN[question.records][0] if question.records else question.answers[0][0]
        return [first] if question.form == "many" else first
    if question.form == "lines":
        return [f"{THAI} ข้อหนึ่ง", f"{THAI} ข้อสอง"]
    return "081-234-5678" if question.private else f"{THAI} เรื่อง{question.id}"


def whole(kind: str) -> dict[str, Any]:
    """A message with a good answer to every question."""
    answers = {question.id: good(question) for question in asked(kind)}
    return {id_: one for id_, one in answers.items() if one}


def changes(question: Question) -> Iterator[tuple[str, Any, str]]:
    """Names, answers and the code that must be found: nothing, or one."""
    missing = "" if question.optional else "field-missing"
    yield "empty", None, missing
    if question.id == "consent":
        yield "half", [question.answers[0][0]], "field-missing"
    elif question.form == "year":
        yield from ((text, text, code) for text, code in YEARS.items())
    elif question.answers or question.records:
        bad = "reference-unknown" if question.records else "value-not-in-list"
        yield "none-of-it", ["atlantis"] if question.form == "many" else "atlantis", bad
        if question.form == "many":
            yield "four", [KNOWN[question.records][0]] * 4, "too-many"
    elif question.form in TEXT_FORMS and not question.private:
        yield "long", {"letter": "ก", "times": question.most + 1}, "text-long"
        yield "just", {"letter": "ก", "times": question.most}, ""
        # A picture is one letter to Python and two to a browser.
        yield "pictured", {"letter": "🌾", "times": question.most}, "text-short" if question.least else ""
        short = "text-short" if question.least else ""
        yield "one-letter", ["ก"] if question.form == "lines" else "ก", short
        yield "figures", ["25633"] if question.form == "lines" else "25633", short
        address = "https://example.org/a/b"
        yield "address", [address] if question.form == "lines" else address, "" if question.link else "text-address"
        for name, (text, code) in TEXTS.items():
            allowed = question.latin and code == "language-thai"
            yield name, [text] if question.form == "lines" else text, "" if allowed else code


def answers_of(vector: dict[str, Any]) -> dict[str, Any]:
    """The answers of a vector: those of a good message, with the one that was changed."""
    answers = whole(vector["kind"])
    for id_, answer in vector["answers"].items():
        if answer is None:
            answers.pop(id_, None)
        else:
            answers[id_] = answer["letter"] * answer["times"] if isinstance(answer, dict) else answer
    return answers


def vectors() -> list[dict[str, Any]]:
    """All messages, each with the question and code that must be told; about two of five changes of a text."""
    found: list[dict[str, Any]] = []
    for kind in message_kinds():
        found.append({"kind": kind, "change": "none", "answers": {}, "faults": []})
        for question in asked(kind):
            for name, answer, code in changes(question):
                rare = question.form in TEXT_FORMS and zlib.crc32(f"{kind}{question.id}{name}".encode()) % 5 > 1
                if question.form == "pictures" or rare:
                    continue
                changed: dict[str, Any] = {question.id: answer}
                if question.id == "show_name" and answer != "yes":
                    changed["name"] = None
                faults: list[list[str]] = [[question.id, code]] if code else []
                change = f"{question.id}: {name}"
                found.append({"kind": kind, "change": change, "answers": changed, "faults": faults})
    return found


def text() -> str:
    """The file."""
    lines = ",\n".join("    " + json.dumps(one, ensure_ascii=False) for one in vectors())
    known = json.dumps(KNOWN, ensure_ascii=False)
    good_ones = json.dumps({kind: whole(kind) for kind in message_kinds()}, ensure_ascii=False)
    head = f'  "today": "{TODAY}",\n  "known": {known},\n  "whole": {good_ones},\n'
    return f'{{\n{head}  "messages": [\n{lines}\n  ]\n}}\n'


if __name__ == "__main__":
    VECTORS.write_text(text(), encoding="utf-8", newline="\n")
    print(f"{len(vectors())} messages, {len(questions())} questions")
