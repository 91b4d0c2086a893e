"""Checks of one text alone go in; their findings come out, without looking again at texts that had none before."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import chain
from typing import Final

from botrian.check.languages import language_findings
from botrian.check.numbers import number_findings
from botrian.check.schema import Found
from botrian.check.style import Style, style_findings
from botrian.check.twice import repeated_findings
from botrian.check.web_addresses import web_address_findings
from botrian.check.wording import wording_findings
from botrian.findings import Finding
from botrian.kept import Ledger, key_of

_PASSED: Final = "passed"
_WRONG: Final = "wrong"


def own_findings(found: Iterable[Found], style: Style, ledger: Ledger) -> Iterator[Finding]:
    """What is wrong with records that can be seen in each file by itself, beside the notes on style."""
    by_file: dict[str, list[Found]] = {}
    for one in found:
        by_file.setdefault(one.document.name, []).append(one)
    for name, records in by_file.items():
        key = key_of("own", name, records[0].document.source_text, style.digest)
        yield from findings_of(key, partial(_own, records, style), ledger)


def findings_of(key: str, look: Callable[[], Iterable[Finding]], ledger: Ledger) -> Iterable[Finding]:
    """The findings of a check; none where what it rests on, told by ``key``, passed it before."""
    seen: list[Finding] = []

    def verdict() -> str:
        seen.extend(look())
        return _WRONG if seen else _PASSED

    return () if ledger.get(key, verdict) == _PASSED else seen or look()


def _own(found: list[Found], style: Style) -> Iterable[Finding]:
    checks = (wording_findings, language_findings, number_findings, web_address_findings, repeated_findings)
    return chain(style_findings(found, style), *(check(found) for check in checks))
