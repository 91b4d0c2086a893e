"""A mistyped word and the words there are go in; the one that was probably meant comes out."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from botrian.check.problems import labels

#: So many words are still read by somebody who looks for the right one.
FEW = 24
#: What people put around a value, and YAML takes for a part of it.
AROUND = " “”‘’\"'(){}[]<>"
#: More words than these are sifted before they are compared letter by letter.
MANY = 400
#: After so many different wrong words a whole file is missing; looking further costs more than it helps.
MOST_LOOKUPS = 200


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word nearest to ``word``, or nothing where none is near."""
    options = sorted(_alike(word, tuple(known)))
    folded = {option.lower().replace("_", "-"): option for option in reversed(options)}
    found = get_close_matches(word[:80].lower().replace("_", "-"), list(folded), n=1, cutoff=0.7)
    return folded[found[0]] if found else ""


def _alike(word: str, known: tuple[str, ...]) -> Iterable[str]:
    """Of very many words those that begin alike, or have a part between hyphens in common."""
    if len(known) <= MANY:
        return known
    parts = {part for part in word.lower().replace("_", "-").split("-") if len(part) > 3}
    alike = [one for one in known if one[:3] == word[:3] or not parts.isdisjoint(one.split("-"))]
    return alike[:MANY]


def by_thai_name(word: str, keys: Iterable[str]) -> str:
    """The key that is meant by its Thai name: ``ประเภท`` is ``type``, ``ไทย`` is ``th``."""
    bare = word.strip(AROUND)
    named = [key for key in keys if labels().get(key) in (bare, f"ภาษา{bare}")]
    return named[0] if len(named) == 1 else ""


def listed(known: Iterable[str]) -> str:
    """The known words, where they are few enough to be read."""
    options = tuple(known)
    return ", ".join(options) if len(options) <= FEW else ""


class Suggestions:
    """Remembers what was suggested for the ids of each kind, so that a missing file does not cost minutes."""

    def __init__(self) -> None:
        self._given: dict[tuple[str, str], str] = {}

    def nearest(self, kind: str, word: str, known: Iterable[str]) -> str:
        """As ``nearest``; nothing more after many different words."""
        key = (kind, word)
        if key not in self._given:
            self._given[key] = nearest(word, known) if len(self._given) < MOST_LOOKUPS else ""
        return self._given[key]
