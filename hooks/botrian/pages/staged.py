"""A staged page: what any site generator needs to make one page, and its text as a Markdown file."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

#: Stands before each heading of ours while a page is made, so that no text can pass for one; never published.
HEADING_MARK = "\ue002"
_HEADING = re.compile(f"^{HEADING_MARK}(#+ .*)$", re.MULTILINE)


@dataclass(frozen=True)
class StagedPage:
    """One page of one language. ``address`` is its URL below the language's root; ``meta`` its front matter.

    ``content`` is Markdown with headings of ours and blocks of clean HTML, nothing else.
    """

    address: str
    path: str
    title: str
    content: str
    meta: Mapping[str, object] = field(default_factory=dict)

    def text(self) -> str:
        """The file: front matter in the JSON that is also YAML, then the content."""
        lines = [f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in self._front_matter()]
        return "---\n" + "\n".join(lines) + "\n---\n\n" + self.markdown() + "\n"

    def markdown(self) -> str:
        """Headings in Markdown, all else in blocks of HTML."""
        return self.content.replace(HEADING_MARK, "").strip("\n")

    @cached_property
    def parts(self) -> tuple[tuple[str, str], ...]:
        """The page as (heading, HTML under it) pairs; the first heading is empty.

        A site generator that we drive ourselves needs to read only the headings as Markdown.
        """
        pieces = _HEADING.split(self.content)
        return (
            ("", pieces[0].strip()),
            *((pieces[at], pieces[at + 1].strip()) for at in range(1, len(pieces), 2)),
        )

    def _front_matter(self) -> list[tuple[str, object]]:
        return [
            ("title", self.title),
            *((name, self.meta[name]) for name in sorted(self.meta) if self.meta[name]),
        ]
