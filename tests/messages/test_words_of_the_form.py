"""What the form says comes in two parts: what it asks with, and what only the ways to send a message say."""

from __future__ import annotations

import re
from pathlib import Path

from botrian.messages.labels import OF_SENDING, labels, sayings

MODULES = Path(__file__).resolve().parents[2] / "hooks" / "botrian" / "browser" / "modules" / "contribute"


def said_in(*files: Path) -> set[str]:
    """The words that browser code names as ``say.…``."""
    return {name for file in files for name in re.findall(r"\bsay\.([a-z_]+)", file.read_text(encoding="utf-8"))}


def test_each_part_has_the_words_that_its_code_says() -> None:
    sending = said_in(MODULES / "send.js")
    asking = said_in(*(file for file in MODULES.glob("*.js") if file.name != "send.js"))

    assert sending - asking == set(OF_SENDING)
    assert sending | asking == set(sayings())


def test_where_nobody_takes_it_in_no_word_names_a_coordinator_who_would() -> None:
    """What is said without receivers: the words that end in ``_alone``, and the ways that need no coordinator."""
    said = {
        name: text for name, text in labels().items() if name.endswith("_alone") or name in ("line_more", "mail_more")
    }
    promised = [
        name
        for name, text in said.items()
        if re.search("ให้ผู้ประสานงาน|your .*coordinator|the coordinator", f"{text.th} {text.en}")
    ]

    assert len(said) > 8 and promised == []
    assert not re.search("ไม่ต้องมีบัญชี(?!และ)", labels()["lead"].th)
