"""Write words and years as ``data/style.yml`` and the rule style-word ask, in all texts of content files.

    python scripts/migrations/style.py PROJECT FILE...

PROJECT holds ``data/style.yml``; each FILE is YAML or Markdown of it. Only values of ``th`` and ``en`` and the Markdown
are written; ids, addresses, aliases and what stands in quotation marks stay. In lessons, the English of when, do,
because and our_advice begins with a capital and ends with a full stop. A second run changes nothing.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from functools import partial
from pathlib import Path

import yaml

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "hooks"))

from botrian.check.body import Body
from botrian.check.style import Style, markdown_words
from botrian.read.documents import Document
from botrian.records import Language, StyleNote

#: A text in one language: ``th: …``, in double, single or no quotes, alone on its line or between braces.
VALUE = re.compile(
    r"""(?P<key>(?:^|[\s{,])(?P<language>th|en):\ +)(?P<value>"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s"'|>{\[].*?)"""
    r"""(?=,\ (?:th|en):|\}|\ *$)""",
    re.VERBOSE,
)
SENTENCES = ("when", "do", "because", "our_advice")
ENDS = (".", "?", "!", ".”", "?”", "…")


class Sweep:
    """Writes texts in one style and counts what it wrote, by what was replaced."""

    def __init__(self, style: Style) -> None:
        self.style = style
        self.counts: Counter[str] = Counter()

    def markdown(self, name: str, text: str) -> str:
        """A Markdown file: its front matter and what stands under it."""
        _, head, body = text.split("---\n", 2) if text.startswith("---\n") else ("", "", text)
        language: Language = "en" if name.endswith(".en.md") else "th"
        words = markdown_words(Body(Document(name, None, None, body)))
        for slip in reversed(self.style.slips(words, language)):
            self.counts[words[slip.start : slip.end]] += 1
            body = body[: slip.start] + slip.right + body[slip.end :]
        if not text.startswith("---\n"):
            return body
        return f"---\n{self.yaml(head, sentences='lessons/' in name)}---\n{body}"

    def yaml(self, text: str, *, sentences: bool = False) -> str:
        """A YAML text, line by line."""
        key = ""
        lines = text.split("\n")
        for number, line in enumerate(lines):
            key = line.partition(":")[0] if re.match("[a-z_]", line) else key
            whole = sentences and key in SENTENCES
            lines[number] = VALUE.sub(partial(self._value, whole=whole), line)
        return "\n".join(lines)

    def _value(self, match: re.Match[str], *, whole: bool) -> str:
        raw = match["value"]
        language: Language = "en" if match["language"] == "en" else "th"
        text: str = yaml.safe_load(raw) if raw[0] in "\"'" else raw
        for slip in self.style.slips(text, language):
            self.counts[text[slip.start : slip.end]] += 1
        new = self.style.styled(text, language)
        if whole and language == "en":
            new = self._sentence(new)
        if new == text:
            return match[0]
        plain = raw[0] not in "\"'" and not re.search(r"""[,:#\[\]{}"']""", new)
        return match["key"] + (new if plain else json.dumps(new, ensure_ascii=False))

    def _sentence(self, text: str) -> str:
        new = text[0].upper() + text[1:]
        new = new if new.endswith(ENDS) else new.rstrip(";, ") + "."
        if new != text:
            self.counts["(sentence)"] += 1
        return new


def style_of(project: Path) -> Style:
    """The style of a project."""
    raw = yaml.safe_load((project / "data/style.yml").read_text(encoding="utf-8"))
    return Style(StyleNote.model_validate(one) for one in raw["style"])


def migrate(project: Path, files: list[Path]) -> Counter[str]:
    """Write the files in the project's style; returns how often what was replaced."""
    sweep = Sweep(style_of(project))
    for file in files:
        text = file.read_text(encoding="utf-8")
        new = sweep.markdown(file.as_posix(), text) if file.suffix == ".md" else sweep.yaml(text)
        if new != text:
            file.write_text(new, encoding="utf-8", newline="\n")
    return sweep.counts


if __name__ == "__main__":
    for wrong, count in migrate(Path(sys.argv[1]), [Path(name) for name in sys.argv[2:]]).most_common():
        print(f"{count:5} {wrong}")
