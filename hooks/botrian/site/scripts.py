"""Nothing enters; the browser code of the frame, the tables and the embeds leaves, as files beside the pages.

The search makes its own scripts, since they carry its index. What browser code must know as Python does comes
in as data.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final

from botrian.addresses import fixed
from botrian.browser import Data, script
from botrian.exports import colours
from botrian.exports.office_glyphs import drawn
from botrian.exports.office_parts import book_parts, deck_parts, faces, word_parts
from botrian.exports.taken import office_words
from botrian.kits import builder_rules
from botrian.messages.browser import bare_form, form_rules
from botrian.records import LANGUAGES
from botrian.search.build import engine_data
from botrian.words import say

#: The path below the language's root -> the module that the script begins with. Frozen embeds and pages of other sites
#: name some of these: a path once published keeps working.
ENTRIES: Final[Mapping[str, str]] = {
    "assets/palette.js": "frame/palette.js",
    "assets/frame.js": "frame/frame.js",
    "assets/terms.js": "frame/terms.js",
    "assets/tables.js": "tables/page.js",
    "assets/filter.js": "filter/list.js",
    "assets/tables-embed.js": "tables/embed-file.js",
    "assets/tables-builder.js": "tables/builder.js",
    "assets/alike.js": "alike/page.js",
    "assets/compare.js": "compare/page.js",
    "assets/kit-builder.js": "kits/page.js",
    "assets/kit-docx.js": "kits/docx.js",
    "assets/kit-pptx.js": "kits/pptx.js",
    "assets/contribute-form.js": "contribute/page.js",
    "assets/contribute-send.js": "contribute/send-file.js",
    "assets/office/book.js": "office/book-file.js",
    "assets/office/deck.js": "office/deck-file.js",
    "assets/office/picture.js": "office/picture-file.js",
    "assets/office/values.js": "office/values-file.js",
    "assets/office/word.js": "office/word-file.js",
    "assets/aloud.js": "aloud/reader.js",
    "assets/offline.js": "offline/page.js",
    fixed.WORKER: "offline/worker.js",
    "assets/embed.js": "embeds/embed.js",
    "assets/embed-host.js": "embeds/embed-host.js",
}


def scripts_data() -> Data:
    """The data that modules import: those of the search, for the tables fold words as it does, of the form and of kits,
    the parts of Office files that hold no content, and the words of the worker."""
    return {
        **engine_data(),
        "contribute.js": form_rules(),
        "form.js": {"FORM": bare_form()},
        "kit.js": {"KIT": builder_rules()},
        "book.js": {"BOOK": book_parts()},
        "office-words.js": {"WORDS": office_words()},
        "glyphs.js": {"DRAWN": drawn()},
        "deck.js": {"DECK": deck_parts()},
        "word.js": {"WORD": word_parts()},
        "faces.js": {"FACES": faces()},
        "colours.js": colours.office(),
        "offline.js": kept_words(),
    }


def kept_words() -> dict[str, object]:
    """What the worker says on a page that it kept, by language."""
    names = ("read", "absent")
    return {"KEPT": {language: {name: say(f"offline.{name}", language) for name in names} for language in LANGUAGES}}


@cache
def script_files() -> Mapping[str, bytes]:
    """Every script but the search's, by its path below the language's root."""
    data = scripts_data()
    return {path: script(entry, data) for path, entry in ENTRIES.items()}
