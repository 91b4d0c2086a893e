"""A content tree goes in; all of its problems, and the knowledge where there is none, come out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from botrian.check.links import citation_findings, id_findings, known_ids, reference_findings
from botrian.check.schema import Found, typed_records
from botrian.findings import Finding
from botrian.knowledge.gather import gather
from botrian.knowledge.store import Knowledge
from botrian.read import Paths, Reading, read_content

#: Codes that tell of something repaired or doubtful; all others are errors.
WARNINGS = frozenset({"text-normalised"})


@dataclass(frozen=True)
class Checked:
    """What checking found. ``knowledge`` is there only where nothing is an error."""

    findings: tuple[Finding, ...]
    knowledge: Knowledge | None


def check(paths: Paths, today: date) -> Checked:
    """Read and check a whole content tree. ``today`` is what dates are held against."""
    return check_reading(read_content(paths), today)


def check_reading(reading: Reading, today: date) -> Checked:
    """Check what was read, without touching the disk."""
    findings = list(reading.findings)
    found: list[Found] = []
    for document in reading.documents:
        records, wrong = typed_records(document)
        found.extend(records)
        findings.extend(wrong)
    known = known_ids(found)
    findings.extend(id_findings(found, known))
    findings.extend(reference_findings(found, known))
    findings.extend(citation_findings(found, known))
    ordered = tuple(sorted(set(findings)))
    if any(finding.code not in WARNINGS for finding in ordered):
        return Checked(ordered, None)
    return Checked(ordered, gather(found, reading.documents))
