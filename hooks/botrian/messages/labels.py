"""A label's name goes in; the form's fixed words in Thai and English come out. They live in ``labels.yml``."""

from __future__ import annotations

from collections.abc import Mapping

from botrian.records import Text
from botrian.words import room_words

FAULT = "fault-"
#: What the page alone says, in its HTML.
_OF_PAGE = frozenset(
    [
        "title",
        "lead",
        "keeps",
        "nobody",
        "nobody_elsewhere",
        "no_script",
        "no_script_alone",
        "paper_title",
        "paper_intro",
        "paper_intro_alone",
        "paper_give",
        "paper_give_alone",
        "print_blank",
        "coordinators",
        "every_province",
        "correct",
        "tried_too",
        "ask_too",
    ]
)
#: What only the ways to send a message say (``contribute/send.js``).
OF_SENDING = (
    *("line", "line_more", "line_to", "open_line", "share", "copy", "copied", "not_copied", "call", "call_more"),
    *(
        "mail",
        "mail_more",
        "mail_to",
        "mail_long",
        "mail_long_alone",
        "open_mail",
        "subject",
        "paste_here",
        "file",
        "file_more",
        "file_alone",
        "save_file",
    ),
    *("save_text", "pictures_in_file", "issue", "issue_more", "issue_long", "open_issue", "paper", "paper_more"),
    "paper_alone",
    *("send_more", "send_alone", "after", "after_alone"),
    *("show_codes", "code", "no_codes", "print", "what_is_sent"),
)


def labels() -> Mapping[str, Text]:
    """Every label by its name."""
    return room_words(__package__)


def sayings() -> Mapping[str, Text]:
    """What the form says in the browser."""
    return {name: text for name, text in labels().items() if not name.startswith(FAULT) and name not in _OF_PAGE}


def fault_words() -> Mapping[str, Text]:
    """What is wrong with an answer, by the code of the rule; ``other`` for a code that has no words of its own."""
    return {name.removeprefix(FAULT): text for name, text in labels().items() if name.startswith(FAULT)}
