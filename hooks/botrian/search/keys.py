"""A text enters; the key that is searched and the terms under which an index files it leave.

The key is the folded text of `botrian.thai` with one more rule: blanks stand only where scripts change, and
never between Thai letters, so that no two writers (and no dictionary) have to agree where a word ends. The
steps are data, like those of the Thai room: the browser works from the same table.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from botrian.thai import fold, fold_tables, plain
from botrian.thai.rules import Step, as_data, rewrite

#: What is searched as Thai: letters, vowels and marks, without digits and signs.
THAI: Final = "ก-ฮะ-\u0e3aเ-\u0e4e"
#: Stands between the parts of a document in its key; nothing is searched across it.
BREAK: Final = "|"
#: Runs of Thai this short are filed whole too (and asked for so): abbreviations have too few letters for three-letter
#: pieces.
SHORT_RUN: Final = 4

KEY_STEPS: Final[tuple[Step, ...]] = (
    Step(
        "signs",
        "Signs part words and are not searched; a point stays for now.",
        "sub",
        r"[\u0000-\u001f!-\-/:-@\[-`{}~\u0080-\u00bf\u0e2f\u0e3f\u0e46\u0e4f\u0e5a-\u0e5f\u2000-\u2bff\u3000-\u303f\ufe0f]+",
        " ",
    ),
    Step("points", "A point stays only inside a number.", "sub", r"\.(?![0-9])", " "),
    Step("points", "A point stays only inside a number.", "sub", r"(^|[^0-9])\.", "$1 "),
    Step("breaks", "Parts of a document are words apart.", "sub", r" *\|[ |]*", " | "),
    Step("edges", "Where Thai meets another script a word ends.", "sub", rf"([{THAI}])(?=[^{THAI} ])", "$1 "),
    Step("edges", "Where Thai meets another script a word ends.", "sub", rf"([^{THAI} ])(?=[{THAI}])", "$1 "),
    Step("edges", "Where figures meet letters a word ends.", "sub", r"([0-9])(?=[a-z])", "$1 "),
    Step("edges", "Where figures meet letters a word ends.", "sub", r"([a-z])(?=[0-9])", "$1 "),
    Step("blanks", "Thai is written with and without blanks.", "sub", rf"([{THAI}]) +(?=[{THAI}])", "$1"),
    Step("blanks", "One blank is enough.", "sub", " {2,}", " "),
)

#: Names longer than this are not filed as a whole: nobody types them to the end.
LONGEST_NAME: Final = 40

#: Letters of the beginning of a name that are filed.
BEGIN: Final = 3

_DOTTED: Final = re.compile(r"(?:[ก-ฮ]{1,4}\.){1,6}")
_THAI_TOKEN: Final = re.compile(rf"[{THAI}]")


def key(text: str) -> str:
    """The key of a text, with a blank at both ends. Line ends and bars part it."""
    return " " + rewrite(KEY_STEPS, fold(text.replace("\n", BREAK))).strip(" ") + " "


def plain_key(text: str) -> str:
    """The key without folding: what a form in the list of other spellings is compared by."""
    return " " + rewrite(KEY_STEPS, plain(text.replace("\n", BREAK))).strip(" ") + " "


def terms(text_key: str) -> set[str]:
    """The terms of a key: three-letter pieces of Thai runs, of Latin words with their edges, whole numbers.

    ``=`` marks a short Thai run as a whole, ``#`` a number, ``~`` a name as a whole, ``^`` how one begins.
    """
    found: set[str] = set()
    for token in set(text_key.split()):
        if token == BREAK:
            continue
        if _THAI_TOKEN.match(token):
            found.update([token[at : at + 3] for at in range(len(token) - 2)])
            if len(token) <= SHORT_RUN:
                found.add("=" + token)
        elif "0" <= token[0] <= "9":
            found.add("#" + token)
            found.add("#" + token.partition(".")[0])
        else:
            padded = f" {token} "
            found.update([padded[at : at + 3] for at in range(len(padded) - 2)])
    return found


def terms_in_order(text_key: str) -> list[str]:
    """The terms by which the browser looks for a key, as they follow each other in it."""
    found: list[str] = []
    for token in text_key.split():
        if _THAI_TOKEN.match(token):
            found.extend(token[at : at + 3] for at in range(len(token) - 2))
            if len(token) <= SHORT_RUN:
                found.append("=" + token)
        elif "0" <= token[0] <= "9":
            found.append("#" + token)
        else:
            padded = f" {token} "
            found.extend(padded[at : at + 3] for at in range(len(padded) - 2))
    return found


def abbreviations(texts: Iterable[str]) -> set[str]:
    """Whole-run terms of abbreviations with dots (``ก.บ.จ.``), which the key joins to their neighbours."""
    return {"=" + match.replace(".", "") for text in texts if "." in text for match in _DOTTED.findall(text)}


def whole_names(names_key: str) -> set[str]:
    """Terms of names as a whole, marked ``~``: who types a title finds it, however many others hold its words.

    In: the key of names that line ends part.
    """
    names = (name.replace(" ", "") for name in names_key.split(BREAK))
    return {f"~{name}" for name in names if 0 < len(name) <= LONGEST_NAME}


def beginnings(names_key: str) -> set[str]:
    """Terms of how names begin, marked ``^``: a page that is called so comes before those that name it on their way."""
    return {f"^{name[1 : BEGIN + 1]}" for name in whole_names(names_key) if len(name) > BEGIN}


def key_tables() -> dict[str, object]:
    """The tables of the Thai room and the steps of the key, without the reasons, for the browser."""
    tables = {name: steps for name, steps in fold_tables().items() if isinstance(steps, list)}
    tables["key"] = as_data(KEY_STEPS)
    return {name: [_bare(step) for step in steps] for name, steps in tables.items()}


def _bare(step: dict[str, object]) -> dict[str, object]:
    return {name: step[name] for name in ("operation", "pattern", "replace", "table") if step[name]}
