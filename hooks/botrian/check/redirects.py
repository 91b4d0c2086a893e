"""Redirects and what was last published go in; what leads nowhere, round and round, or is gone comes out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from botrian.check.known import Known
from botrian.check.near import nearest
from botrian.check.schema import Found
from botrian.findings import Finding, Place
from botrian.kinds import kinds
from botrian.read.published import Published
from botrian.records import Redirect

FILE = "data/redirects.yml"
STATE = "data/changes/.state.json"


def redirect_findings(found: Iterable[Found], known: Known, published: Published | None) -> Iterator[Finding]:
    """What is wrong with the redirects, and what was published and has neither page nor redirect now."""
    redirects = {one.record.old: one for one in found if isinstance(one.record, Redirect)}
    for one in redirects.values():
        yield from _redirect(one, known, redirects)
    if published is None:
        yield Finding(Place(STATE), "state-damaged", got=STATE.rpartition("/")[2])
    else:
        yield from _gone(known, published, redirects)


def _redirect(one: Found, known: Known, redirects: Mapping[str, Found]) -> Iterator[Finding]:
    record = one.record
    assert isinstance(record, Redirect)
    paged = {kind.id for kind in kinds() if kind.page}
    if record.old_kind not in paged or record.new_kind not in paged:
        wrong = "old" if record.old_kind not in paged else "new"
        got = getattr(record, wrong)
        near = nearest(got.partition(":")[0], sorted(paged))
        expected = f"{near or 'lesson'}:{got.partition(':')[2]}"
        yield Finding(one.locate((wrong,)), "redirect-kind", one.field((wrong,)), got, expected)
    elif known.has((record.old_kind,), record.old_id):
        yield Finding(one.locate(("old",)), "redirect-live", one.field(("old",)), record.old)
    elif record.new in redirects:
        last = _last(record.new, redirects)
        yield Finding(one.locate(("new",)), "redirect-chain", one.field(("new",)), record.new, last)
    elif not known.has((record.new_kind,), record.new_id):
        yield known.unknown(one.locate(("new",)), one.field(("new",)), record.new_id, (record.new_kind,))


def _last(name: str, redirects: Mapping[str, Found]) -> str:
    """Where a chain of redirects ends; where it began, for one that ends nowhere."""
    seen = [name]
    while seen[-1] in redirects:
        record = redirects[seen[-1]].record
        assert isinstance(record, Redirect)
        if record.new in seen:
            return ""
        seen.append(record.new)
    return seen[-1]


def _gone(known: Known, published: Published, redirects: Mapping[str, Found]) -> Iterator[Finding]:
    led = {(one.record.old_kind, one.record.old_id) for one in redirects.values() if isinstance(one.record, Redirect)}
    for kind in kinds():
        if not kind.page:
            continue
        for id_, (title, _) in published.get(kind.id, {}).items():
            if not known.has((kind.id,), id_) and (kind.id, id_) not in led and not known.withdrawn((kind.id,), id_):
                # What was renamed has the title that it had, and lies where it lay.
                near = known.called(title, (kind.id,)) or nearest(id_, known.of(kind.id)) or "…"
                province = getattr(known.record(kind.id, near), "province", "…")
                folder = f"{province}/" if kind.page.count("{") > 1 else ""
                values = (("kind_name_en", kind.one.en.lower()), ("kind_name_th", kind.one.th))
                ways = f"old: {kind.id}:{folder}{id_}, new: {kind.id}:{folder}{near}"
                expected = f"- {{{ways}, since: 2026-11-29 CE}}"
                yield Finding(Place(FILE), "published-gone", "redirects", id_, expected, values)
