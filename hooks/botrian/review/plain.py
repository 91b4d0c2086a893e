"""Words that anybody wrote go in; Markdown that shows just these words on GitHub comes out.

Backslashes stop Markdown and HTML. What GitHub makes of finished text (a mention, a number of an issue, a commit, an
address, an emoji, a formula) is stopped by a sign without width that parts its letters: GFM's own autolinks are looked
for in the same text.
"""

from __future__ import annotations

import re

from botrian.check.output import UNSEEN
from botrian.thai import clip

#: All of ASCII's signs that mean something in Markdown or begin a character of HTML.
_SIGNS = re.compile(r"([\\`*_{}\[\]<>()#+|!~&$^=-])")
#: Parts what GitHub would join: invisible, and no place to break a line.
_APART = "\u2060"
_JOINED = re.compile(
    r"(@)(?=\S)"  # a mention, an address of mail
    r"|(#)(?=\S)|(GH-)(?=\d)"  # an issue
    r"|(:)(?=//)|\b(mailto:|xmpp:)"  # an address
    r"|(:)(?=[\w+-]+(?::|$))"  # an emoji
    r"|(\bwww)(?=\.)"
    r"|(\$)(?=\S)",
    re.IGNORECASE,
)
#: Seven to forty hexadecimal digits may be a commit.
_COMMIT = re.compile(r"\b(?=[0-9a-f]*\d)[0-9a-f]{7,64}\b")
_SPACES = re.compile(r"\s+")


def plain(text: str, longest: int = 600) -> str:
    """One line that shows ``text`` as it is, cut after ``longest`` letters with an ellipsis."""
    line = _one_line(text, longest)
    line = _JOINED.sub(lambda found: found[0] + _APART, line)
    line = _COMMIT.sub(lambda found: found[0][:3] + _APART + found[0][3:], line)
    return _SIGNS.sub(r"\\\1", line) or "–"


def code(text: str, longest: int = 300) -> str:
    """A path or id as code, in a fence longer than any of its own."""
    line = _one_line(text, longest) or "-"
    longest_run = max((len(run) for run in re.findall(r"`+", line)), default=0)
    fence = "`" * (longest_run + 1)
    gap = " " if line.startswith("`") or line.endswith("`") else ""
    return f"{fence}{gap}{line}{gap}{fence}"


def _one_line(text: str, longest: int) -> str:
    """Without what cannot be seen, and no letter with a tower of marks: neither letters nor signs run away."""
    seen = _SPACES.sub(" ", UNSEEN.sub(" ", text[: longest * 10].replace(_APART, ""))).strip()
    return clip(seen, longest)[: longest * 4]
