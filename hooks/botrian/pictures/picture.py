"""What every picture is, and the sheet that it is drawn on: a language, the knowledge, and the way to an address."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from botrian.addresses import address, record_name
from botrian.knowledge import Knowledge
from botrian.records import Language, Text
from botrian.thai import format_number
from botrian.words import say

#: How wide a picture is drawn, in units of SVG: on the narrowest phones (360 px) one unit is one pixel.
WIDTH = 328


@dataclass(frozen=True)
class Sheet:
    """What a picture is drawn with. ``to`` makes a link of an address below the root of the language."""

    knowledge: Knowledge
    language: Language
    to: Callable[[str], str]

    def t(self, text: Text | None) -> str:
        """A text in the language of the page."""
        return text.in_(self.language) if text else ""

    def say(self, name: str, *values: object) -> str:
        """A fixed word, with its values."""
        return say(name, self.language).format(*values)

    def number(self, number: int) -> str:
        """A whole number with thousands separators."""
        return format_number(number, self.language)

    def url(self, kind: str, id_: str) -> str:
        """The way to a record."""
        return self.to(address(kind, id_, self.knowledge))

    def name(self, kind: str, id_: str) -> str:
        """The name of a record."""
        return self.t(record_name(kind, id_, self.knowledge))


#: Times as high as wide: in half a sheet its words are 5 points high.
_LONG = 2.2


@dataclass(frozen=True)
class Behind:
    """The same as a table of words. The first cell of a row is its head; a word may have a link."""

    head: Sequence[str]
    rows: Sequence[Sequence[tuple[str, str]]]


@dataclass(frozen=True)
class Picture:
    """A picture: its id is ``anchor``; ``body`` is the SVG inside, ``legend`` signs with their words.

    ``columns``: of whom the columns of a grid are, by ids; so, and by whose its rows are, a filter finds its cells.
    ``remark`` is a sentence below it: what the picture leaves out.
    ``behind`` says the same in words; where it is None a list on the same page does, as ``description`` tells.
    """

    name: str
    title: str
    description: str
    width: float
    height: float
    body: Markup
    columns: tuple[str, ...] = ()
    legend: tuple[tuple[Markup, str], ...] = ()
    behind: Behind | None = None
    links: bool = True
    remark: str = ""

    @property
    def anchor(self) -> str:
        """``picture_map``: ids of records and anchors of headings have no such sign in them."""
        return f"picture_{self.name}"

    @property
    def is_long(self) -> bool:
        """Whether its words could not be read on a part of a sheet, while a list on the page tells the same."""
        return self.behind is None and self.height > _LONG * self.width

    @property
    def is_wide(self) -> bool:
        """Whether it is wider than a phone, so that it scrolls there."""
        return self.width > WIDTH

    @property
    def svg(self) -> Markup:
        """The element. With links in it, it is a group of them; without, it is one image."""
        return Markup(
            '<svg class="kb-drawing{wide}" viewBox="0 0 {w} {h}" width="{w}" height="{h}" role="{role}" '
            'aria-labelledby="{n}-title" aria-describedby="{n}-words"{columns} xmlns="http://www.w3.org/2000/svg">'
            '<title id="{n}-title">{title}</title><desc id="{n}-words">{words}</desc>{body}</svg>'
        ).format(
            wide=" kb-drawing--wide" if self.is_wide else "",
            w=short(self.width),
            h=short(self.height),
            role="group" if self.links else "img",
            n=self.anchor,
            columns=Markup(' data-columns="{}"').format(" ".join(self.columns)) if self.columns else "",
            title=self.title,
            words=self.description,
            body=self.body,
        )


def short(number: float) -> str:
    """A coordinate with a tenth of a unit, without needless zeros."""
    return f"{round(number, 1):g}"


def joined(parts: Sequence[Markup]) -> Markup:
    """Pieces of SVG, one after the other."""
    return Markup("").join(parts)


def text(x: float, y: float, words: str, kind: str) -> Markup:
    """Words at a place; ``kind`` is the class that says how large and how they stand."""
    return Markup('<text class="{}" x="{}" y="{}">{}</text>').format(f"kb-{kind}", short(x), short(y), words)


def box(x: float, y: float, width: float, height: float, kind: str, radius: float = 0) -> Markup:
    """A rectangle of a class."""
    round_ = Markup(' rx="{}"').format(short(radius)) if radius else ""
    return Markup('<rect class="{}" x="{}" y="{}" width="{}" height="{}"{}/>').format(
        f"kb-{kind}", short(x), short(y), short(width), short(height), round_
    )


def boxes(corners: Iterable[tuple[float, float]], side: float, kind: str) -> Markup:
    """Squares of one class and size as one path: a third of what they take one by one."""
    squares = (f"M{short(x)} {short(y)}h{short(side)}v{short(side)}h-{short(side)}z" for x, y in corners)
    return stroke("".join(squares), kind)


def stroke(d: str, kind: str) -> Markup:
    """A path of a class; ``d`` is of our own numbers."""
    return Markup('<path class="{}" d="{}"/>').format(f"kb-{kind}", d)


def named_group(label: str, inner: Markup, record: str = "") -> Markup:
    """Pieces that belong together, such as the cells of a row, with the name that they share, and whose they are."""
    of = Markup(' data-of="{}"').format(record) if record else ""
    return Markup('<g role="group" aria-label="{}"{}>{}</g>').format(label, of, inner)


def linked(href: str, label: str, inner: Markup) -> Markup:
    """A link around a piece of a picture, named by ``label``; without an address only the piece with its words.

    The name is its title, as SVG has it: a label would hide the letters that are seen (WCAG 2.5.3).
    """
    if not href:
        return Markup("<g><title>{}</title>{}</g>").format(label, inner)
    return Markup('<a href="{}"><title>{}</title>{}</a>').format(href, label, inner)
