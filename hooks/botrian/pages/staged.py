"""A staged page: what any site generator needs to make one page, and its text as a Markdown file."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field


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
        return "---\n" + "\n".join(lines) + "\n---\n\n" + self.content.strip("\n") + "\n"

    def _front_matter(self) -> list[tuple[str, object]]:
        return [("title", self.title), *((name, self.meta[name]) for name in sorted(self.meta) if self.meta[name])]
