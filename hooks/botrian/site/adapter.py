"""The settings of a MkDocs site go in; the generated site of its language comes out, or the problems of its content."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from botrian.addresses import Stamp
from botrian.read import Paths
from botrian.records import Language
from botrian.site.changes import last_changes
from botrian.site.content import knowledge_or_problems
from botrian.site.generate import Generated, Kept, generate


class ContentProblems(SystemExit):
    """The content has errors: nothing is built. The message tells them all."""


def generated_for(root: Path, docs: Path, language: Language, site_url: str, today: date) -> Generated:
    """Check the content under ``root`` and make everything of one language's site.

    Raises ContentProblems, with every problem in words, where the content has errors.
    """
    knowledge, problems = knowledge_or_problems(Paths.of(root, docs=docs), today)
    if knowledge is None:
        raise ContentProblems(problems)
    stamp = Stamp(site_url.removesuffix("en/"), None, last_changes(root))
    return generate(knowledge, language, stamp, Kept.of(root, root / "data"))
