"""A kit and the knowledge go in; all that the kit's files write, in one language, comes out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from botrian.addresses import Stamp, address
from botrian.exports.printed import PrintedTable
from botrian.kits.contents import KitContents, Linked, PrintedPart, PrintedSheet
from botrian.kits.labels import label
from botrian.kits.printer import Printer
from botrian.kits.timing import MORNING
from botrian.kits.version import kit_version, last_change_of_kit
from botrian.knowledge import Knowledge, citations_in
from botrian.records import Kit, KitPart, KitSheet, Language
from botrian.tables import Table
from botrian.words import say


def kit_contents(
    kit: Kit,
    knowledge: Knowledge,
    tables: Mapping[str, Table],
    language: Language,
    stamp: Stamp,
    starts_at: int = MORNING,
) -> KitContents:
    """The kit as its files write it. Addresses are absolute, from the stamp's ``site_url``.

    ``starts_at`` is the minute of the day at which the workshop begins.
    """
    printer = Printer(knowledge, tables, language, stamp)
    return replace(_KitPrinter(kit, printer).contents(), starts_at=starts_at)


@dataclass(frozen=True)
class _KitPrinter:
    kit: Kit
    printer: Printer

    def contents(self) -> KitContents:
        kit, of = self.kit, self.printer
        changed = last_change_of_kit(kit, of.knowledge, of.tables, of.stamp)
        version = kit_version(kit, of.knowledge, of.tables)
        version = f"{version} ({changed.isoformat()})" if changed else version
        return KitContents(
            id=kit.id,
            language=of.language,
            title=of.line(kit.title),
            purpose=of.line(kit.purpose),
            aims=tuple(map(of.line, kit.aims)),
            materials=tuple(map(of.line, kit.materials)),
            parts=tuple(map(self.part, kit.parts)),
            lessons=tuple(of.lesson(number, id_) for number, id_ in enumerate(kit.lessons, start=1)),
            tables=tuple(self.table(id_, version) for id_ in kit.tables),
            further=tuple(self.further()),
            questions=tuple(map(of.line, kit.questions)),
            sources=tuple(self.sources()),
            version=version,
            changed=changed,
            link=of.url(f"kits/{kit.id}/"),
            publisher=say("frame.site", of.language),
        )

    def part(self, part: KitPart) -> PrintedPart:
        line = self.printer.line
        own = tuple((step, line(text)) for step in ("say", "ask", "watch") if (text := getattr(part, step)) is not None)
        sheet = self.sheet(part.sheet) if part.sheet else None
        return PrintedPart(line(part.name), part.kind, part.minutes, line(part.text), own, sheet)

    def sheet(self, sheet: KitSheet) -> PrintedSheet:
        line = self.printer.line
        rows = (*map(line, sheet.rows), *[""] * sheet.blank)
        prompts, headings = map(line, sheet.prompts), map(line, sheet.headings)
        return PrintedSheet(line(sheet.title), line(sheet.text), tuple(prompts), tuple(headings), rows)

    def table(self, id_: str, version: str) -> PrintedTable:
        """The table with the kit's version in the place of its own, so that the kit has one."""
        printed = self.printer.table(id_)
        return replace(printed, provenance=replace(printed.provenance, version=version))

    def further(self) -> Iterator[Linked]:
        of = self.printer
        for id_ in self.kit.cases:
            case = of.knowledge.cases[id_]
            yield Linked(of.line(case.title), of.line(case.summary), of.url(address("case", id_, of.knowledge)))
        if self.kit.path:
            path = of.knowledge.paths[self.kit.path]
            name = f"{label('path', of.language)}: {of.line(path.question)}"
            yield Linked(name, of.line(path.summary), of.url(address("path", path.id, of.knowledge)))

    def sources(self) -> Iterator[str]:
        """Each source as it is cited, with the places the kit rests on, in the order of first use."""
        of = self.printer
        records = (of.knowledge.lessons[id_] for id_ in self.kit.lessons)
        cited = [one for record in records for one in citations_in(record)]
        cited += [one for id_ in self.kit.tables for one in of.tables[id_].citations]
        return (one.line for one in of.sources(cited))
