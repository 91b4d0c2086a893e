"""A lesson's ledger and the sources go in; how strong it is comes out, by one rule that the guide tells in words.

The rule counts places and documents, never entries:

1. Two entries of the same stance are one *witness* where they speak of one place and their passages in a document are
   the same passage (lines overlap, or the source's record says that one repeats the other).
2. A *place* (province or area) speaks with its best voice: ``result`` before ``did`` before ``plans`` before ``says``.
3. The level of a lesson comes from the places that confirm it and did it (``result`` or ``did``):
   ``strong``  three places or more, at least one with a result, or two places with a result told in two documents;
   ``fair``    two places;
   ``single``  one place;
   ``opinion`` none: plans and views only.
   A place that is no place of the movement (the whole country, abroad) counts as one place like another.
4. What one person tells (a testimony, a field note, a recording) weighs as that person's word: a place whose result
   is told by one such source alone counts as ``did``. A result that a document tells, or two people, counts as one.
5. Lists are in the order of strength: level, then places with a result, places that did it, documents, and fewer
   voices against.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from botrian.citing.places import same_passage
from botrian.records import SPOKEN, Citation, Evidence, Lesson, Source, Stance, VoiceKind

Level = Literal["strong", "fair", "single", "opinion"]
LEVELS: tuple[Level, ...] = get_args(Level)
VOICES: tuple[VoiceKind, ...] = get_args(VoiceKind)
#: The voices of people who did the thing.
DONE: frozenset[VoiceKind] = frozenset({"result", "did"})


@dataclass(frozen=True)
class Witness:
    """One voice: a place, what kind of voice it is at best, and the passages it rests on (in one or more documents)."""

    place: str
    voice: VoiceKind
    citations: tuple[Citation, ...]

    @property
    def sources(self) -> frozenset[str]:
        """The sources that it is told in."""
        return frozenset(citation.source for citation in self.citations)


@dataclass(frozen=True)
class Strength:
    """How strong a lesson is. ``places`` are those that confirm, by their best voice; none is counted twice.

    ``accounts`` are the sources among those that confirm which one person tells, ``documents`` the others.
    """

    level: Level
    places: Mapping[VoiceKind, tuple[str, ...]]
    documents: tuple[str, ...]
    accounts: tuple[str, ...]
    qualified: tuple[str, ...]
    contradicted: tuple[str, ...]
    witnesses: int

    @property
    def one_source(self) -> bool:
        """Whether all that confirms comes from one place in one document."""
        return len(self.documents) + len(self.accounts) == 1 and sum(map(len, self.places.values())) == 1

    @property
    def unopposed(self) -> bool:
        """Whether no voice qualifies or contradicts."""
        return not self.qualified and not self.contradicted

    def order(self) -> tuple[int, ...]:
        """A key for sorting: the strongest first."""
        results, did = len(self.places["result"]), len(self.places["did"])
        return (
            LEVELS.index(self.level),
            -results,
            -(results + did),
            -len(self.documents),
            -len(self.accounts),
            len(self.contradicted),
            len(self.qualified),
        )


def strength(lesson: Lesson, sources: Mapping[str, Source]) -> Strength:
    """The strength of a lesson, by the rule above."""
    confirming = witnesses((one for one in lesson.evidence if one.stance == "supports"), sources)
    best = _weighed(_best_voices(confirming), confirming, sources)
    places = {voice: tuple(sorted(place for place, own in best.items() if own == voice)) for voice in VOICES}
    cited = sorted({source for one in confirming for source in one.sources})
    told_in = {source for one in confirming if best[one.place] == one.voice == "result" for source in one.sources}
    return Strength(
        level=_level(len(places["result"]), len(places["did"]), len(told_in)),
        places=places,
        documents=tuple(source for source in cited if not _spoken(source, sources)),
        accounts=tuple(source for source in cited if _spoken(source, sources)),
        qualified=_speakers(lesson, "qualifies", sources),
        contradicted=_speakers(lesson, "contradicts", sources),
        witnesses=len(confirming),
    )


def _level(results: int, did: int, documents_with_result: int) -> Level:
    done = results + did
    if (done >= 3 and results) or (results >= 2 and documents_with_result >= 2):
        return "strong"
    if done >= 2:
        return "fair"
    return "single" if done else "opinion"


def _best_voices(confirming: Iterable[Witness]) -> dict[str, VoiceKind]:
    best: dict[str, VoiceKind] = {}
    for one in confirming:
        best[one.place] = min(best.get(one.place, one.voice), one.voice, key=VOICES.index)
    return best


def _weighed(
    best: Mapping[str, VoiceKind], confirming: Iterable[Witness], sources: Mapping[str, Source]
) -> dict[str, VoiceKind]:
    """The voices of places by what they rest on: one person's word of a result tells that it was done."""
    told: dict[str, set[str]] = {}
    for one in confirming:
        if one.voice == "result":
            told.setdefault(one.place, set()).update(one.sources)
    alone = {place for place, told_in in told.items() if _one_word(told_in, sources)}
    return {place: "did" if voice == "result" and place in alone else voice for place, voice in best.items()}


def _one_word(told_in: Collection[str], sources: Mapping[str, Source]) -> bool:
    return len(told_in) == 1 and all(_spoken(source, sources) for source in told_in)


def _spoken(source: str, sources: Mapping[str, Source]) -> bool:
    return sources[source].kind in SPOKEN


def _speakers(lesson: Lesson, stance: Stance, sources: Mapping[str, Source]) -> tuple[str, ...]:
    found = witnesses((one for one in lesson.evidence if one.stance == stance), sources)
    return tuple(sorted({one.place for one in found}))


def witnesses(entries: Iterable[Evidence], sources: Mapping[str, Source]) -> tuple[Witness, ...]:
    """The entries of one stance as witnesses: what is one passage is one voice.

    A passage that a document repeats for another place is one witness too, under the place that comes first.
    """
    found: list[Witness] = []
    for entry in entries:
        same = next((at for at, one in enumerate(found) if _same(one, entry, sources)), None)
        if same is None:
            found.append(Witness(entry.province, entry.voice, entry.citations))
        else:
            one = found[same]
            voice = min(one.voice, entry.voice, key=VOICES.index)
            found[same] = Witness(one.place, voice, tuple(dict.fromkeys((*one.citations, *entry.citations))))
    return tuple(found)


def _same(one: Witness, entry: Evidence, sources: Mapping[str, Source]) -> bool:
    """Whether an entry says again what a witness said: every passage of it is one the witness already rests on."""
    return all(any(_same_place(old, new, sources) for old in one.citations) for new in entry.citations)


def _same_place(old: Citation, new: Citation, sources: Mapping[str, Source]) -> bool:
    if old.lines is None or new.lines is None:
        return old == new
    if old.source == new.source:
        return same_passage(old.lines, new.lines, sources[old.source])
    return _repeated_elsewhere(old, new, sources) or _repeated_elsewhere(new, old, sources)


def _repeated_elsewhere(one: Citation, other: Citation, sources: Mapping[str, Source]) -> bool:
    """Whether another document prints the passage again, as the first one's record says."""
    assert one.lines is not None
    assert other.lines is not None
    return any(
        repeat.source == other.source
        and one.lines[0] <= repeat.lines[1]
        and repeat.lines[0] <= one.lines[1]
        and other.lines[0] <= repeat.again[1]
        and repeat.again[0] <= other.lines[1]
        for repeat in sources[one.source].repeats
    )
