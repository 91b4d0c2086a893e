"""A desk goes in; the content of the search page and of the index of titles comes out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from jinja2 import Environment
from markupsafe import Markup

from botrian import templating
from botrian.addresses import REPOSITORY, address, fixed
from botrian.kinds import kinds
from botrian.pages.desk import Desk
from botrian.pages.lengths import too_long
from botrian.pages.staged import heading
from botrian.pages.templates import filled
from botrian.pictures import known_grid
from botrian.records import Case, Lesson
from botrian.search.labels import labels
from botrian.thai import collation_key, initial

SEARCH_PAGE = fixed.SEARCH
INDEX_PAGE = fixed.TITLES
#: Titles on one page, about: a page of a thousand is 30 KB.
MOST_TITLES = 800
#: The form with which people hand in a lesson without git.
LESSON_FORM = f"{REPOSITORY}/issues/new?template=2-lesson.yml"


@cache
def _environment() -> Environment:
    found = templating.environment("search")
    found.globals["heading"] = heading
    return found


def _filled(template: str, desk: Desk, **values: object) -> Markup:
    html = _environment().get_template(f"{template}.html").render(say=labels(desk.language), **values)
    return Markup(html)  # noqa: S704 -- every value went through autoescape


def search_page(desk: Desk) -> Markup:
    """The page at ``search/``: a form, and ways that need no search. The browser code fills in the results."""
    counts = _counts(desk)
    places = {id_: counts[id_] for id_ in _in_order(desk, counts)}
    return _filled(
        "search",
        desk,
        grid=filled("picture", desk, picture=known_grid(desk.sheet, places)) if places else "",
        form=LESSON_FORM,
        guide=desk.to("guide/contribute/"),
        index=desk.to(INDEX_PAGE),
    )


def _in_order(desk: Desk, places: Iterable[str]) -> list[str]:
    """Provinces by their name, then areas as they are listed."""
    found = set(places)
    provinces = sorted(found & set(desk.knowledge.provinces), key=lambda one: collation_key(desk.name("province", one)))
    return [*provinces, *(area for area in desk.knowledge.areas if area in found)]


def _counts(desk: Desk) -> Mapping[str, Mapping[str, int]]:
    """How many lessons and cases each place has in each theme of the first level."""
    counts: dict[str, dict[str, int]] = {}
    records: tuple[Case | Lesson, ...] = (*desk.knowledge.cases.values(), *desk.knowledge.lessons.values())
    for record in records:
        for place in _places(record):
            row = counts.setdefault(place, {})
            for theme in desk.knowledge.with_parents(record.themes):
                row[theme] = row.get(theme, 0) + 1
    return counts


def _places(record: Case | Lesson) -> Iterable[str]:
    if isinstance(record, Case):
        return (record.province,)
    return dict.fromkeys(entry.province for entry in record.evidence)


@dataclass(frozen=True)
class TitlesPart:
    """A page of titles: its address, and its letters with their entries (kind, address, title, where)."""

    address: str
    letters: Sequence[tuple[str, Sequence[tuple[str, str, str, str]]]]

    @property
    def span(self) -> str:
        """From which letter to which."""
        return "–".join(dict.fromkeys((self.letters[0][0], self.letters[-1][0]))) if self.letters else ""


def titles_parts(desk: Desk) -> tuple[TitlesPart, ...]:
    """The pages at ``search/a-z/``: every title by its letter, in dictionary order, for readers without JavaScript.

    Many titles are cut into pages of about as many, between two letters: all at once they are heavier than a slow line
    brings while somebody waits.
    """
    say = labels(desk.language)
    entries: dict[str, list[tuple[str, str, str, str]]] = {}
    for kind, id_, title, context in sorted(_titles(desk), key=lambda one: (collation_key(one[2]), one[0], one[1])):
        where = address(kind, id_, desk.knowledge)
        entries.setdefault(initial(title), []).append((say[f"kind-{kind}"], where, title, context))
    letters = sorted(entries, key=lambda letter: (letter == "#", not "ก" <= letter <= "ฮ", letter))
    count = sum(map(len, entries.values()))
    parts: list[list[str]] = [[] for _ in range(max(1, -(-count // MOST_TITLES)))]
    before = 0
    for letter in letters:
        # Where the middle of the letter's titles lies.
        parts[(before + len(entries[letter]) // 2) * len(parts) // count].append(letter)
        before += len(entries[letter])
    return tuple(
        TitlesPart(f"{INDEX_PAGE}{number}/" if number > 1 else INDEX_PAGE, [(one, entries[one]) for one in part])
        for number, part in enumerate((part for part in parts if part), 1)
    ) or (TitlesPart(INDEX_PAGE, ()),)


def index_page(desk: Desk, here: TitlesPart, parts: Sequence[TitlesPart]) -> Markup:
    """One page of titles, with the way to every letter."""
    return _filled(
        "a-z",
        desk,
        to=desk.to,
        here=here,
        parts=parts,
        fold=too_long(sum(len(entries) for _, entries in here.letters)),
        open_list=desk.say("page.open_list"),
    )


def _titles(desk: Desk) -> Iterable[tuple[str, str, str, str]]:
    knowledge = desk.knowledge
    for kind in kinds():
        for id_ in knowledge.of(kind.id) if kind.by_letter else ():
            context = desk.name("province", knowledge.cases[id_].province) if kind.id == "case" else ""
            yield kind.id, id_, desk.name(kind.id, id_), context
