"""What the form says comes in two parts: what it asks with, and what only the ways to send a message say."""

from __future__ import annotations

import re
from pathlib import Path

from botrian.messages.labels import OF_SENDING, sayings

MODULES = Path(__file__).resolve().parents[2] / "hooks" / "botrian" / "browser" / "modules" / "contribute"


def said_in(*files: Path) -> set[str]:
    """The words that browser code names as ``say.…``."""
    return {name for file in files for name in re.findall(r"\bsay\.([a-z_]+)", file.read_text(encoding="utf-8"))}


def test_each_part_has_the_words_that_its_code_says() -> None:
    sending = said_in(MODULES / "send.js")
    asking = said_in(*(file for file in MODULES.glob("*.js") if file.name != "send.js"))

    assert sending - asking == set(OF_SENDING)
    assert sending | asking == set(sayings())
