"""Writes what becomes of the texts of ``cases/`` that have no ``.html`` yet, to be read before it is committed.

``--all``: of all. ``<name>.html`` is the page, ``<name>.txt`` what checking says, where it says something.
"""

from __future__ import annotations

import sys
from pathlib import Path

from tests.markup.written import page, told

CASES = Path(__file__).resolve().parent / "cases"


def expected_of(case: Path) -> tuple[str, str]:
    """What is written beside a text: the page, and what checking says."""
    html, words = case.with_suffix(".html"), case.with_suffix(".txt")
    return html.read_text(encoding="utf-8"), words.read_text(encoding="utf-8") if words.exists() else ""


def found_of(case: Path) -> tuple[str, str]:
    """The same as it comes out now."""
    text = case.read_text(encoding="utf-8")
    return page(text).strip() + "\n", "".join(f"{line}\n" for line in told(text))


def write(again: bool) -> None:
    """Write the files of each case."""
    for case in sorted(CASES.glob("*.md")):
        if again or not case.with_suffix(".html").exists():
            html, words = found_of(case)
            case.with_suffix(".html").write_text(html, encoding="utf-8", newline="\n")
            case.with_suffix(".txt").unlink(missing_ok=True)
            if words:
                case.with_suffix(".txt").write_text(words, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write("--all" in sys.argv)
