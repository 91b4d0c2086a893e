"""A content tree goes in; all of its problems, and the knowledge where none is an error, come out."""

from __future__ import annotations

import gc
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from botrian.addresses import Taken
from botrian.check.addresses import address_findings, device_findings
from botrian.check.alike import alike_findings
from botrian.check.bodies import body_findings
from botrian.check.dates import date_findings
from botrian.check.facts import disagreement_findings, fact_findings, offered
from botrian.check.files import file_findings
from botrian.check.frozen import frozen_findings
from botrian.check.known import Known
from botrian.check.languages import translation_findings
from botrian.check.links import citation_findings, id_findings, looked_up, reference_findings
from botrian.check.passed import own_findings
from botrian.check.places_agree import place_agreement_findings
from botrian.check.privacy import privacy_findings
from botrian.check.problems import Problem, problem_of
from botrian.check.redirects import redirect_findings
from botrian.check.relations import relation_findings
from botrian.check.schema import Found, typed_records
from botrian.check.site_map import SiteMap
from botrian.check.style import style_of
from botrian.check.table_contents import table_content_findings
from botrian.check.tables import table_findings
from botrian.check.twice import twice_findings
from botrian.check.withdrawals import withdrawal_findings
from botrian.findings import Finding, Place
from botrian.kept import Ledger, Store
from botrian.knowledge.gather import gather
from botrian.knowledge.store import Knowledge
from botrian.knowledge.translations import waiting_in
from botrian.read import KeptParse, Parse, Paths, Reading, limits, read_content
from botrian.rules import rules


@dataclass(frozen=True)
class Checked:
    """What checking found. ``knowledge`` is there only where nothing is an error.

    ``problems`` are the findings with words; their files are as the person has them on disk.
    ``found`` are all typed records with their places.
    """

    findings: tuple[Finding, ...]
    knowledge: Knowledge | None
    problems: tuple[Problem, ...]
    reading: Reading
    found: tuple[Found, ...] = ()


#: Whether somebody asks about a document, by its name.
Asked = Callable[[str], bool]


def check(
    paths: Paths, today: date, parse: Parse | None = None, ledger: Ledger | None = None, asked: Asked | None = None
) -> Checked:
    """Read and check a whole content tree. ``today`` is what dates are held against; ``parse`` as in reading.

    ``ledger``: what was seen of each text alone before, such as ``seen_before`` gives. ``asked``: only what is found in
    these documents matters; the others are read, for these rest on them, and no knowledge is made.
    """
    if parse is None and ledger is not None and ledger.keeps:
        parse = KeptParse(ledger)
    with no_collecting():
        return check_reading(read_content(paths, parse), today, paths.shown, ledger, asked)


def seen_before(kept: Path | None) -> Ledger:
    """What checking saw of texts before, in the folder of what was made before. Whoever has checked saves it."""
    return Ledger(Store(kept), "check")


_OF_ERRORS = (("what_en", "errors in this file; the first ones are told"), ("what_th", "จุดที่ต้องแก้ บอกเฉพาะจุดแรก ๆ"))


@contextmanager
def no_collecting() -> Iterator[None]:
    """Python's collector of rings looks again and again through trees that have none: a third of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@contextmanager
def settled() -> Iterator[None]:
    """Let the collector of rings look at what is made from now on only: the knowledge has none, and stays."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def check_reading(
    reading: Reading,
    today: date,
    shown: Callable[[str], str] = str,
    ledger: Ledger | None = None,
    asked: Asked | None = None,
) -> Checked:
    """Check what was read; ``shown`` gives a document's path on disk, ``ledger`` what was seen in texts before.

    ``asked`` as for ``check``.
    """
    ledger = ledger or Ledger()
    documents = [document for document in reading.documents if asked is None or asked(document.name)]
    names = {document.name for document in documents}
    if any(document.kind and document.kind.kind == "table" for document in documents):
        # What a table shows rests on all of the knowledge, which is made where nothing is an error.
        asked = None
    findings = list(reading.findings)
    found: list[Found] = []
    for document in reading.documents:
        records, wrong = typed_records(document)
        found.extend(records)
        findings.extend(wrong)
    known = Known(reading.documents, found, reading.unread)
    findings = [offered(one, known) for finding in findings if (one := looked_up(finding, known)) is not None]
    mine = [one for one in found if asked is None or one.document.name in names]
    findings.extend(_of_each(mine, known, today))
    findings.extend(_between_records(_beside(mine, found), known, ledger))
    untranslated = tuple(waiting_in(mine, documents, reading.translations))
    findings.extend(translation_findings(untranslated))
    style = style_of(found)
    findings.extend(own_findings(found, style, ledger))
    findings.extend(file_findings(reading))
    findings.extend(privacy_findings(reading.documents, found, ledger))
    findings.extend(redirect_findings(found, known, reading.published))
    findings.extend(withdrawal_findings(found, known, reading.published or {}, reading.frozen))
    findings.extend(frozen_findings(reading.frozen, found, reading.site, ledger))
    taken = Taken()
    findings.extend(address_findings(reading, known, taken))
    site = SiteMap(reading, taken)
    findings.extend(body_findings(documents, known, site, style, ledger))
    whole = all(rules()[finding.code].severity != "error" for finding in findings)
    knowledge = gather(found, reading.documents, untranslated) if whole and asked is None else None
    if knowledge is not None:
        findings.extend(table_content_findings(found, knowledge))
    ordered = tuple(sorted(told(_one_mistake(set(findings)))))
    return Checked(ordered, knowledge, tuple(problem_of(finding, shown) for finding in ordered), reading, tuple(found))


#: What only follows from another mistake at the same place, or in the same file, by the code of that mistake.
_FOLLOWS = {
    "text-unfilled": ("language-thai", "language-english", "language-copied", "text-short", "text-markup"),
    "text-too-long": ("text-long",),
    "number-form": ("number-impossible", "number-not-whole", "number-is-year"),
}
_FOLLOWS_IN_FILE = {
    "lesson-title-twice": ("record-alike",),
    "file-name": ("id-not-file-name",),
    "file-place": ("field-unknown", "field-missing", "two-records"),
}


def _one_mistake(findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings without those that only follow from another."""
    findings = tuple(findings)
    typed = {(_parent(one.field), one.expected) for one in findings if one.code == "field-unknown" and one.expected}
    findings = tuple(one for one in findings if not _is_typed(one, typed))
    follow = {(one.place, code) for one in findings for code in _FOLLOWS.get(one.code, ())}
    in_file = {(one.place.file, code) for one in findings for code in _FOLLOWS_IN_FILE.get(one.code, ())}
    for one in findings:
        if (one.place, one.code) not in follow and (one.place.file, one.code) not in in_file:
            yield one


def _parent(field: str) -> str:
    return field.rpartition(".")[0]


def _is_typed(one: Finding, typed: Container[tuple[str, str]]) -> bool:
    """Whether a key that is missing is there, mistyped, and told as that."""
    return one.code in ("field-missing", "language-missing") and (_parent(one.field), one.expected) in typed


def told(findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings that people are told: of each file the first errors and warnings, and how many errors there are."""
    by_file: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        by_file.setdefault((finding.place.file, rules()[finding.code].severity), []).append(finding)
    for (file, severity), found in by_file.items():
        yield from sorted(found)[: limits.FAULTS] if len(found) > limits.FAULTS else found
        if severity == "error" and len(found) > limits.FAULTS:
            yield Finding(Place(file), "too-many", "", f"{len(found):,}", f"{limits.FAULTS:,}", _OF_ERRORS)


def _of_each(found: Sequence[Found], known: Known, today: date) -> Iterator[Finding]:
    """What is wrong with whole records, each seen by what others are known by."""
    yield from id_findings(found, known)
    yield from device_findings(found)
    yield from reference_findings(found, known)
    yield from citation_findings(found, known)
    yield from date_findings(found, known, today)
    yield from fact_findings(found, known)
    yield from place_agreement_findings(found, known)
    yield from table_findings(found, known)


def _beside(mine: Sequence[Found], found: Sequence[Found]) -> Sequence[Found]:
    """The records that those that are asked about are seen beside: all of their kinds, and pieces of broken ones."""
    kinds = {"part", *(one.kind for one in mine)}
    return [one for one in found if one.kind in kinds]


def _between_records(found: Sequence[Found], known: Known, ledger: Ledger) -> Iterator[Finding]:
    """What is wrong with whole records beside others of their kind."""
    yield from disagreement_findings(found)
    yield from alike_findings(found, ledger)
    yield from relation_findings(found, known)
    yield from twice_findings(found, ledger)
