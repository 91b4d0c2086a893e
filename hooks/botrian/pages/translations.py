"""What waits for translation goes in; the page that lists it comes out: a list of tasks for whoever knows English."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from botrian.addresses import address, edit_address, fixed, page_address
from botrian.check.problems import label
from botrian.findings import Place
from botrian.kinds import kind_named
from botrian.knowledge.translations import Waiting, Why
from botrian.markup.plain import plain_lines
from botrian.pages.desk import Desk
from botrian.pages.frame import Frame
from botrian.pages.staged import StagedPage
from botrian.pages.templates import filled
from botrian.thai import clip
from botrian.words import words

ADDRESS = fixed.TRANSLATIONS
#: Texts of one record that are shown; of the rest the number is told.
SHOWN = 5
LETTERS = 160


@dataclass(frozen=True)
class Task:
    """One text to translate: where it is written, what it is, its Thai, and the English of before."""

    edit: str
    field: str
    th: str
    en: str


@dataclass(frozen=True)
class Tasks:
    """What waits in one record: its name, where it stands (empty where nowhere), some of its texts, how many more."""

    name: str
    url: str
    shown: tuple[Task, ...]
    more: int


def translations_page(frame: Frame) -> StagedPage:
    """The texts whose Thai was changed since they were translated, and those without English."""
    desk = frame.desk(ADDRESS)
    groups: list[tuple[Why, int, list[tuple[str, list[Tasks]]]]] = []
    for why in ("behind", "missing"):
        texts = [one for one in frame.knowledge.untranslated if one.why == why]
        groups.append((why, len(texts), list(_by_kind(texts, desk))))
    content = filled("translations", desk, groups=groups)
    # The Thai is what the page is about: it is no text of the page that waits.
    desk.waits = False
    title, intro = frame.say("translation.title"), frame.say("translation.intro")
    return frame.page(ADDRESS, title, content, description=intro)


def _by_kind(texts: Iterable[Waiting], desk: Desk) -> Iterator[tuple[str, list[Tasks]]]:
    records: dict[str, list[Waiting]] = {}
    for one in texts:
        records.setdefault(one.text.record, []).append(one)
    kinds: dict[str, list[Tasks]] = {}
    for record, own in records.items():
        kind, _, id_ = record.partition("/")
        label = desk.say("collection.guide") if kind == "page" else desk.say(f"kinds.{kind}")
        shown = tuple(_task(one, desk) for one in own[:SHOWN])
        kinds.setdefault(label, []).append(Tasks(*_named(kind, id_, desk), shown, len(own) - len(shown)))
    yield from kinds.items()


def _named(kind: str, id_: str, desk: Desk) -> tuple[str, str]:
    """The name of a record and the way to it."""
    if kind == "page":
        title = next(page.title for page in desk.knowledge.pages if page.path == id_)
        return desk.t(title), desk.to(page_address(id_))
    if kind == "fact":
        return desk.t(desk.knowledge.place_name(id_)), desk.to(address("province", id_, desk.knowledge))
    url = desk.url(kind, id_) if kind_named(kind).has_address else ""
    return desk.name(kind, id_), url


def _task(one: Waiting, desk: Desk) -> Task:
    place: Place = one.text.place
    key = next((step for step in reversed(one.text.field.split(".")) if step and not step.isdigit()), "")
    field = _field(key, desk)
    line, before = (" ".join(_plain(text, key).split()) for text in (one.text.th, one.text.en))
    return Task(edit_address(place.file, place.line), field, clip(line, LETTERS), clip(before, LETTERS))


def _field(key: str, desk: Desk) -> str:
    """The name of a field in the page's language; of one that has none on pages, as checking names it."""
    if not key:
        return desk.say("translation.markdown")
    named = words().get(f"field.{key}")
    return desk.t(named) if named else label(key, desk.language)


def _plain(text: str, key: str) -> str:
    """A text without its signs, where it is Markdown."""
    return text if key else plain_lines(text)


__all__ = ["translations_page"]
