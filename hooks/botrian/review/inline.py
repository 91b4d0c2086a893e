"""A review goes in; comments beside lines, each with a suggestion to be taken over by one click, come out."""

from __future__ import annotations

import hashlib
import re
from typing import Any

from botrian.records import LANGUAGES
from botrian.review.labels import label
from botrian.review.model import Review, Suggestion, Trouble
from botrian.review.plain import plain

#: A comment beside a line is known again by this mark, so that it is not written twice.
MARK = "<!-- botrian-line {} -->"
#: GitHub takes no more in a sensible time, and nobody reads more.
MOST = 30
#: Nothing but content is mended by a click.
_CONTENT = re.compile(r"^(?:data|docs)/[^\x00-\x1f]+\.(?:md|ya?ml)$")
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def inline_comments(review: Review) -> list[dict[str, Any]]:
    """Comments in the form of GitHub's API. GitHub refuses those on lines that the pull request does not touch."""
    found = []
    for one in review.troubles:
        suggestion = one.suggestion
        if suggestion is None or suggestion.first > suggestion.last or not _CONTENT.match(one.file):
            continue
        place: dict[str, Any] = {"path": one.file, "line": suggestion.last, "side": "RIGHT"}
        if suggestion.first < suggestion.last:
            place |= {"start_line": suggestion.first, "start_side": "RIGHT"}
        found.append({**place, "body": _body(one, suggestion)})
    return found[:MOST]


def _body(one: Trouble, suggestion: Suggestion) -> str:
    """What is wrong in both languages, then the lines as they should be: in a fence longer than any of theirs."""
    lines = [_FORBIDDEN.sub("\ufffd", line).replace("\n", " ") for line in suggestion.lines]
    longest = max((len(run) for line in lines for run in re.findall(r"`+", line)), default=0)
    fence = "`" * max(3, longest + 1)
    words = [label("suggest", name).format(plain(getattr(one.message, name))) for name in LANGUAGES]
    content = "\n".join(lines)
    seal = hashlib.sha256(f"{one.code}\n{suggestion.first}\n{content}".encode()).hexdigest()[:16]
    return "\n\n".join([MARK.format(seal), *words, f"{fence}suggestion\n{content}\n{fence}"])
