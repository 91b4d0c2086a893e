"""Changes go in; sentences in Thai or English come out, and from them Markdown or JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence

from botrian.changes.compare import Changes, PartChange, RecordChange
from botrian.changes.labels import label
from botrian.records import LANGUAGES, Language, ReleasedChange, Text
from botrian.words import say

#: Signs that mean something in Markdown, so that no text of a record can become a heading, a link or HTML.
_SIGNS = re.compile(r"([\\`*_{}\[\]<>#|!])")


def part_words(part: PartChange, language: Language) -> str:
    """One changed part as a sentence."""
    name = part.label.in_(language)
    if part.happened == "stance" and part.before and part.after:
        stances = (say(f"stance.{one.th}", language) for one in (part.before, part.after))
        if part.text is None:
            return label("part.stance_bare", language).format(name, *stances)
        return label("part.stance", language).format(name, *stances, part.text.in_(language))
    if part.happened in ("added", "removed"):
        return _came_or_went(part, name, language)
    if part.before is None or part.after is None:
        return _edited(part, name, language)
    if part.before == part.after:
        return label("part.sources", language).format(name)
    if part.before.in_(language) == part.after.in_(language):
        return label("part.other", language).format(name)
    return label("part.changed", language).format(name, part.before.in_(language), part.after.in_(language))


def _edited(part: PartChange, name: str, language: Language) -> str:
    """A changed part of which the words of before, or both, are not known."""
    if part.after is None:
        return label("part.edited", language).format(name)
    return label("part.now", language).format(name, part.after.in_(language))


def _came_or_went(part: PartChange, name: str, language: Language) -> str:
    said = part.after or part.before
    words = said.in_(language) if said and said.in_(language) not in name else ""
    if part.text is not None:
        stance = say(f"stance.{part.text.th}", language)
        words = f"{stance} — {words}" if words else stance
    if not words:
        return label(f"part.{part.happened}_bare", language).format(name)
    return label(f"part.{part.happened}", language).format(name, words)


def sentences(change: ReleasedChange) -> tuple[Text, ...]:
    """What a publication says of one record, with how many more places were changed."""
    if not change.more:
        return change.words
    name = "and_more" if change.words else "places"
    return (*change.words, Text(th=label(name, "th").format(change.more), en=label(name, "en").format(change.more)))


def record_heading(record: RecordChange, language: Language) -> str:
    """What happened to a record, and its name."""
    return f"{label(record.happened, language)}: {record.title.in_(language)}"


def kind_word(kind: str, language: Language) -> str:
    """The name of a kind of record, as of many."""
    return say(f"kinds.{kind}", language)


def summary_words(records: Sequence[RecordChange], language: Language) -> str:
    """How many records were added, changed and removed."""
    numbers = {name: sum(one.happened == name for one in records) for name in ("added", "changed", "removed")}
    return " · ".join(f"{label(name, language)} {number}" for name, number in numbers.items() if number)


def markdown(changes: Changes, languages: Iterable[Language] = LANGUAGES) -> str:
    """The changes for people, one language after the other. No text of a record can act as Markdown or HTML."""
    return "\n".join(line for language in languages for line in _markdown(changes, language))


def _markdown(changes: Changes, language: Language) -> Iterator[str]:
    yield f"# {say('collection.changes', language)}\n"
    if not changes.records:
        yield f"{label('nothing', language)}\n"
    for kind in changes.kinds:
        records = changes.of(kind)
        yield f"## {kind_word(kind, language)} ({summary_words(records, language)})\n"
        for record in records:
            yield f"- {_plain(record_heading(record, language))} (`{record.id}`)"
            for part in record.parts:
                yield f"    - {_plain(part_words(part, language))}"
        yield ""


def _plain(text: str) -> str:
    return _SIGNS.sub(r"\\\1", " ".join(text.split()))


def as_json(changes: Changes) -> str:
    """The changes for programs: every record with its parts, each with its words in both languages."""
    items = [_record(record) for record in changes.records]
    return json.dumps({"items": items}, ensure_ascii=False, indent=2) + "\n"


def _record(record: RecordChange) -> dict[str, object]:
    return {
        "happened": record.happened,
        "kind": record.kind,
        "id": record.id,
        "title": _both(record.title),
        "parts": [
            {
                "happened": part.happened,
                "kind": part.kind,
                "key": part.key,
                "label": _both(part.label),
                "before": _both(part.before),
                "after": _both(part.after),
                "words": {language: part_words(part, language) for language in LANGUAGES},
            }
            for part in record.parts
        ],
    }


def _both(text: Text | None) -> dict[str, str] | None:
    return {"th": text.th, "en": text.en} if text else None
