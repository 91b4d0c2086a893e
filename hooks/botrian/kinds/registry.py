"""Every kind of record, each said once. The order is that of importance: kinds are shown and found in it."""

from __future__ import annotations

from botrian.kinds.kept import (
    ASKED,
    CASE_KIND,
    COORDINATOR,
    CREDIT,
    DIMENSION,
    DIMENSION_GROUP,
    PUBLIC_DETAIL,
    REDIRECT,
    RELEASE,
    STYLE,
)
from botrian.kinds.kind import Files, Kind, Library
from botrian.kinds.told import (
    AREA,
    CASE,
    EVENT,
    FACT,
    KIT,
    LESSON,
    PATH,
    PROFILE,
    PROVINCE,
    SOURCE,
    TABLE,
    TERM,
    THEME,
    text,
)
from botrian.records import Text, Withdrawal


def _old_kind(gone: Withdrawal) -> Kind:
    return next(kind for kind in KINDS if kind.id == gone.old_kind)


def _withdrawn_place(id_: str, library: Library) -> str:
    """Where a withdrawn record stood, and says so now; of a contributor, the page of all."""
    gone: Withdrawal = library.of("withdrawal")[id_]
    kind = _old_kind(gone)
    return kind.page_of(gone.old_id, gone) if kind.page else kind.list_address


def _withdrawn_name(id_: str, library: Library) -> Text:
    """A withdrawn record has no name any more: it is called by its kind."""
    return _old_kind(library.of("withdrawal")[id_]).withdrawn


#: Published, so that whoever keeps a copy of the library knows what to take out of it.
WITHDRAWAL = Kind(
    id="withdrawal",
    one=text("รายการที่ถอน", "Withdrawn record"),
    many=text("รายการที่ถอน", "Withdrawn records"),
    model=Withdrawal,
    collection="withdrawals",
    files=Files("data/withdrawn.yml", key="withdrawn"),
    address=_withdrawn_place,
    title=_withdrawn_name,
    in_file_order=True,
)

KINDS: tuple[Kind, ...] = (
    *(PROVINCE, PROFILE, AREA, CASE, LESSON, PATH, THEME, TERM, TABLE, KIT, EVENT, SOURCE, FACT),
    *(CASE_KIND, DIMENSION_GROUP, DIMENSION, RELEASE, CREDIT, REDIRECT, WITHDRAWAL, STYLE, PUBLIC_DETAIL),
    *(COORDINATOR, ASKED),
)
