"""Records go in; what the browser needs of each to put it into a kit comes out: a small script for each record.

A lesson's questions, voices and pairs, and a table's key rows, are those of the built kits, printed by the same code.
Of cases nothing is written here: the page takes their files of the page that compares (``pages/compare.py``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from botrian.addresses import Stamp, address
from botrian.browser import handing
from botrian.exports.key_part import key_part
from botrian.exports.limits import DOCX_COLUMNS_UPRIGHT, column_parts
from botrian.exports.measure import signs
from botrian.exports.printed import PrintedTable, unmarked
from botrian.exports.slides import ROOM_LETTERS
from botrian.kits.cards import role_cards_of, role_pair
from botrian.kits.contents import KitLesson
from botrian.kits.facilitator import expectations, questions_of
from botrian.kits.guide import guide_words
from botrian.kits.handout import voice_lines
from botrian.kits.labels import label, labels
from botrian.kits.printer import Printer
from botrian.kits.worksheet import ours_in
from botrian.knowledge import Knowledge, citations_in
from botrian.pages.makers import KIT_PARTS
from botrian.records import Citation, Language, PathStep, Text
from botrian.tables import Table
from botrian.thai import CalendarDate
from botrian.words import say

#: What slides of tables say, in the words of the tables' own slides.
_OF_SLIDES = {"key": "export.slide_key", "alt": "export.alt"}


def folder(language: Language) -> str:
    """Where the data stand below the language's root."""
    return f"assets/kit-{language}/"


def builder_files(
    knowledge: Knowledge, tables: Mapping[str, Table], printed: Iterable[PrintedTable], language: Language, stamp: Stamp
) -> dict[str, bytes]:
    """The scripts by their path below the language's root: the words, the names, and one for each record."""
    write = _Writer(Printer(knowledge, tables, language, stamp))
    found: dict[str, Any] = {"words": kit_words(language), "names": write.names()}
    found |= {f"lesson-{id_}": write.lesson(id_) for id_ in knowledge.lessons}
    found |= {f"path-{id_}": write.path(id_) for id_ in knowledge.paths}
    found |= {f"table-{table.id}": write.table(table) for table in printed}
    where = folder(language)
    return {f"{where}{name}.js": handing("botrianKit", name, data) for name, data in found.items()}


def kit_words(language: Language) -> dict[str, Any]:
    """The fixed words of the page and of its files, in one language."""
    terms = f"{say('licence.words', language)} {say('licence.address', language)}"
    return {
        "language": language,
        "labels": {**labels(language), **{f"slide_{name}": say(word, language) for name, word in _OF_SLIDES.items()}},
        "guide": guide_words(language),
        "kinds": {kind: say(f"kind.{kind}", language) for kind in KIT_PARTS},
        "site": say("frame.site", language),
        "licence": [say("export.licence", language), terms],
    }


class _Writer:
    """Writes records as ``browser/modules/kits/record.js`` reads them; what is empty is left out."""

    def __init__(self, printer: Printer) -> None:
        self._of = printer

    def names(self) -> dict[str, list[tuple[str, str]]]:
        """The ids and names of what may be added; those of cases are in the names of the page that compares."""
        of, known = self._of, self._of.knowledge
        return {
            "lesson": [(id_, of.line(one.title)) for id_, one in known.lessons.items()],
            "table": [(id_, of.line(one.title)) for id_, one in known.tables.items() if id_ in of.tables],
            "path": [(id_, of.line(one.question)) for id_, one in known.paths.items()],
        }

    def lesson(self, id_: str) -> dict[str, Any]:
        """A lesson: when, do, because; its questions, what may be said against it, its voices, a pair to read aloud."""
        lesson, language = self._of.lesson(0, id_), self._of.language
        return {
            **self._record("lesson", id_, lesson.title, citations_in(self._of.knowledge.lessons[id_])),
            "when": lesson.when,
            "do": lesson.do,
            "because": lesson.because,
            "questions": questions_of(lesson, language),
            "expect": tuple(expectations(lesson, language)),
            "voices": voice_lines(lesson, language),
            "pair": self._pair(lesson),
        }

    def _pair(self, lesson: KitLesson) -> list[dict[str, str]]:
        pair = role_pair(lesson)
        if pair is None:
            return []
        cards = role_cards_of(pair, self._of.language)
        return [{"head": one.head, "text": one.text, "task": one.task, "where": one.foot} for one in cards]

    def table(self, table: PrintedTable) -> dict[str, Any]:
        """A table: its answer, and the rows that matter, in as many letters as a slide for the back of a room holds."""
        key = key_part(table, ROOM_LETTERS - signs(table.title))
        record = self._record("table", table.id, table.title, self._of.tables[table.id].citations)
        return record | {
            "answer": table.answer,
            "head": [table.row_heading, *(one.heading for one in key.columns)],
            "rows": [[row.name, *(cell.text for cell in row.cells)] for row in key.rows],
            "count": len(table.rows),
            **self._ours(table),
        }

    def _ours(self, table: PrintedTable) -> dict[str, Any]:
        """The worksheet of a table, as built kits have it, in as many columns as an upright page holds."""
        ours = ours_in(unmarked(table))
        if ours is None:
            return {}
        lead, filled = ours
        columns = column_parts(filled, DOCX_COLUMNS_UPRIGHT)[0]
        sheet = {
            "lead": label(lead, self._of.language),
            "head": [filled.row_heading, *(one.heading for one in filled.columns[columns])],
            "rows": [[row.name, *(cell.text for cell in row.cells[columns])] for row in filled.rows],
        }
        return {"ours": sheet}

    def path(self, id_: str) -> dict[str, Any]:
        """A reading path: its question and answer, its steps, and the records to which each of them leads."""
        of, path = self._of, self._of.knowledge.paths[id_]
        return {
            **self._record("path", id_, of.line(path.question), citations_in(path)),
            "summary": of.line(path.summary),
            "steps": [[of.line(step.text), list(self._leads(step))] for step in path.steps],
            "differ": [of.line(one) for one in path.disagreements],
        }

    def _leads(self, step: PathStep) -> Iterator[tuple[str, str]]:
        """Each record that a step leads to, as a part of a kit (``lesson:id``), and its name."""
        known = self._of.knowledge
        titles: Mapping[str, Mapping[str, Any]] = {"lesson": known.lessons, "case": known.cases, "table": known.tables}
        for kind, ids in (("lesson", step.lessons), ("case", step.cases), ("table", step.tables)):
            for id_ in ids:
                title: Text = titles[kind][id_].title
                yield f"{kind}:{id_}", self._of.line(title)

    def _record(self, kind: str, id_: str, title: str, cited: Iterable[Citation]) -> dict[str, Any]:
        of = self._of
        changed = self._changed(kind, id_)
        return {
            "title": title,
            "url": address(kind, id_, of.knowledge),
            "sources": [(one.id, one.cited_as, one.places) for one in of.sources(cited)],
            "changed": self._day(changed),
        }

    def _day(self, day: date | None) -> tuple[str, str]:
        """A day, and the same as people read it; nothing where none is known."""
        if day is None:
            return "", ""
        return day.isoformat(), CalendarDate(day.year, day.month, day.day, "CE").format(self._of.language)

    def _changed(self, kind: str, id_: str) -> date | None:
        of = self._of
        files = of.tables[id_].files if kind == "table" else (of.knowledge.origin(kind, id_).file,)
        return of.stamp.newest(files)
