"""A case and the sources go in; its status in words comes out, with the year that the status is of."""

from __future__ import annotations

from collections.abc import Mapping

from botrian.records import Case, Source, Status, Text, When
from botrian.words import word

#: Statuses that say nothing of a moment: no year is put behind them.
TIMELESS: frozenset[Status] = frozenset({"no-status", "unknown"})


def status_year(case: Case, sources: Mapping[str, Source]) -> When | None:
    """The year that a case's status is of: its own, else the latest year that its sources tell of."""
    if case.status in TIMELESS:
        return None
    if case.status_year:
        return case.status_year
    cited = {citation.source for citation in case.citations}
    years = [source.data_year or source.year for id_, source in sources.items() if id_ in cited]
    return max((year for year in years if year), key=lambda year: year.latest(), default=None)


def text_of_status(case: Case, sources: Mapping[str, Source]) -> Text:
    """``ดำเนินอยู่ (ตามแหล่งข้อมูลปี 2566)``, in both languages."""
    name = word(f"status.{case.status}")
    year = status_year(case, sources)
    if year is None:
        return name
    behind = word("place.as-of")
    return Text(th=f"{name.th} {behind.th.format(year.be_year)}", en=f"{name.en} {behind.en.format(year.ce_year)}")
