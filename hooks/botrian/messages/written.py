"""A message goes in; what people send of it comes out, and a message comes out of what arrived.

It is written in three ways, and read in all of them, whatever mail and chats did to the lines:

- a *text* for people: a line ``#when …: answer`` for each answer, between a head and an end with a sum of all letters
- a *code*, for paper: ``BTR1.1.2.<sum>.<data>.`` in one or several parts, the text's answers packed
- a *file*: JSON, which also holds the pictures
"""

from __future__ import annotations

import base64
import binascii
import json
import re
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from botrian.messages.questions import UNSURE, asked, message_kinds, questions
from botrian.thai import arabic_digits, normal

#: An answer: words, or several of them.
Answer = str | tuple[str, ...]
#: More than any message of ours; what is longer is not read at all.
MOST_LETTERS = 4_000_000
MOST_UNPACKED = 200_000
MOST_PICTURES = 6

_HEAD = re.compile(r"#\s*คลังบทเรียน\s*1\s+([a-z]+)\s+(\d{4}-\d{2}-\d{2})")
_END = re.compile(r"#\s*จบ(?:\s+([0-9a-f]{8}))?")
_CODE = re.compile(r"BTR1\.(\d{1,2})\.(\d{1,2})\.([0-9a-f]{8})\.([A-Za-z0-9_\-\s>|=]{1,100000})\.")
#: What mail puts in front of lines that it quotes, and Markdown in front of those of a block.
_QUOTED = re.compile(r"^[ \t]*(?:[>|][ \t]?){1,20}", re.MULTILINE)
_ID_BEHIND = re.compile(r"\(([a-z0-9]+(?:-[a-z0-9]+)*)\)\s*$")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class Unreadable(ValueError):
    """Nothing in what arrived is a message of the form; ``why`` names what is missing."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


@dataclass(frozen=True)
class SentPicture:
    """A picture that came with a message: its bytes as they came, and what it shows in words."""

    data: bytes
    alt: str


@dataclass(frozen=True)
class Message:
    """What somebody sent: the kind of message, the day (ISO), and the answers by their questions.

    ``changed``: the letters are not those that were sent, since somebody edited the text or a part of it was lost.
    """

    kind: str
    sent: str
    answers: Mapping[str, Answer]
    pictures: tuple[SentPicture, ...] = ()
    changed: bool = field(default=False, compare=False)

    def words(self, question: str) -> str:
        """One answer as words; empty where it was not given, or where the person was not sure."""
        given = self.answers.get(question, "")
        line = given if isinstance(given, str) else "; ".join(given)
        return "" if line == UNSURE else line

    def list(self, question: str) -> tuple[str, ...]:
        """An answer of several."""
        given = self.answers.get(question, ())
        return (given,) if isinstance(given, str) and given else tuple(given)


def sum_of(answers: Mapping[str, Answer]) -> str:
    """Eight hexadecimal digits that tell whether letters changed: CRC-32 of all answers without their blanks."""
    letters = "\n".join(f"{id_}={one.replace(' ', '')}" for id_, one in _pairs(answers))
    return f"{zlib.crc32(letters.encode()):08x}"


def as_text(message: Message, names: Mapping[str, Mapping[str, str]], *, private: bool) -> str:
    """The message as people read it. ``names`` gives the names of ids by question; without ``private`` nothing that
    is not to be published is in it.
    """
    answers = {id_: one for id_, one in message.answers.items() if private or not questions()[id_].private}
    lines = [f"#คลังบทเรียน1 {message.kind} {message.sent}"]
    for id_, one in _pairs(answers):
        shown = names.get(id_, {}).get(one, "")
        lines.append(f"#{id_} {questions()[id_].ask.th}: {f'{shown} ({one})' if shown else one}")
    return "\n".join([*lines, f"#จบ {sum_of(answers)}", ""])


def as_file(message: Message) -> str:
    """The message as a file."""
    answers = {id_: one if isinstance(one, str) else list(one) for id_, one in message.answers.items()}
    pictures = [{"alt": one.alt, "jpeg": base64.b64encode(one.data).decode()} for one in message.pictures]
    whole = {"botrian": 1, "kind": message.kind, "sent": message.sent, "answers": answers, "pictures": pictures}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def read_message(text: str) -> Message:
    """The one message in a text, a file or codes. Raises Unreadable, with the reason, where there is none."""
    if len(text) > MOST_LETTERS:
        raise Unreadable("too-long")
    if text.lstrip("\ufeff \t\r\n").startswith("{"):
        return _of_file(text)
    plain = normal(text)
    if _HEAD.search(_QUOTED.sub("", plain)):
        return _of_text(_QUOTED.sub("", plain))
    if _CODE.search(plain):
        return _of_codes(plain)
    raise Unreadable("no-message")


def _pairs(answers: Mapping[str, Answer]) -> Iterator[tuple[str, str]]:
    """Answers one by one, each in one line, in the order of the questions."""
    for id_ in questions():
        given = answers.get(id_, "")
        for one in (given,) if isinstance(given, str) else given:
            if line := " ".join(one.split()):
                yield id_, line


def _of_file(text: str) -> Message:
    try:
        raw = json.loads(text)
        answers, pictures = raw["answers"], raw.get("pictures", [])
        kind, sent = str(raw["kind"]), str(raw["sent"])
        found = _message(kind, sent, _plain_pairs(answers))
        return replace(found, pictures=tuple(_picture(one) for one in pictures[:MOST_PICTURES]))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        if isinstance(error, Unreadable):
            raise
        raise Unreadable("file-damaged") from error


def _plain_pairs(answers: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    for id_, given in answers.items():
        for one in given if isinstance(given, list) else [given]:
            yield id_, str(one)


def _picture(raw: Mapping[str, str]) -> SentPicture:
    return SentPicture(base64.b64decode(raw["jpeg"], validate=True), " ".join(normal(str(raw["alt"])).split()))


def _of_text(text: str) -> Message:
    head = _HEAD.search(text)
    assert head is not None
    kind, sent = head[1], arabic_digits(head[2])
    end = _END.search(text, head.end())
    inside = text[head.end() : end.start() if end else len(text)]
    found = _message(kind, sent, _marked(inside))
    # An end that is gone, or another sum, tells that something was cut off or edited.
    return replace(found, changed=end is None or end[1] != sum_of(found.answers))


def _marked(text: str) -> Iterator[tuple[str, str]]:
    """The answers behind their marks ``#id question:``; a mark need not begin a line."""
    marks = re.compile(r"#\s?(" + "|".join(sorted(questions(), key=len, reverse=True)) + r")(?![a-z_])([^:#]{0,200}):")
    found = list(marks.finditer(text))
    for at, match in enumerate(found):
        last = found[at + 1].start() if at + 1 < len(found) else len(text)
        yield match[1], text[match.end() : last]


def _of_codes(text: str) -> Message:
    parts: dict[int, str] = {}
    total, total_sum = 0, ""
    for match in _CODE.finditer(text):
        total_sum = total_sum or match[3]
        if match[3] == total_sum:
            total = int(match[2])
            parts[int(match[1])] = re.sub(r"[^A-Za-z0-9_-]", "", match[4])
    if sorted(parts) != list(range(1, total + 1)):
        raise Unreadable("code-parts")
    packed = "".join(parts[number] for number in sorted(parts))
    try:
        data = base64.urlsafe_b64decode(packed + "=" * (-len(packed) % 4))
        unpacker = zlib.decompressobj(-15)
        raw = unpacker.decompress(data, MOST_UNPACKED)
        kind, sent, *pairs = json.loads(raw.decode())
        found = _message(str(kind), str(sent), ((str(id_), str(one)) for id_, one in pairs))
    except (ValueError, TypeError, zlib.error, binascii.Error, RecursionError) as error:
        raise Unreadable("code-damaged") from error
    return replace(found, changed=f"{zlib.crc32(raw):08x}" != total_sum)


def _message(kind: str, sent: str, pairs: Iterable[tuple[str, str]]) -> Message:
    if kind not in message_kinds():
        raise Unreadable("kind")
    if not _DAY.fullmatch(sent):
        raise Unreadable("day")
    known = {one.id: one for one in asked(kind)}
    answers: dict[str, Answer] = {}
    for id_, given in pairs:
        line = " ".join(normal(given).split())
        if id_ not in known or not line:
            continue
        one = known[id_]
        if (one.answers or one.records) and (match := _ID_BEHIND.search(line)):
            line = match[1]
        several = one.form in ("many", "lines")
        before = answers.get(id_, ())
        answers[id_] = (*before, line) if several and isinstance(before, tuple) else line
    return Message(kind, sent, answers)
