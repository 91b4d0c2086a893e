"""A printed table goes in; a small HTML file comes out whose table pastes into Word and mail with its look.

Every style stands in the element itself: Word and mail programs drop style sheets. What lies between the marks
``StartFragment`` and ``EndFragment``, which the clipboard uses too, can be pasted into any web page.
"""

from __future__ import annotations

from botrian.exports.about import about
from botrian.exports.colours import named
from botrian.exports.printed import PrintedTable
from botrian.markup import thai_marked
from botrian.templating import environment

#: Letters of a row heading that stays on one line: programs that squeeze columns break Thai inside of words.
WHOLE_HEAD = 28


def html_fragment(table: PrintedTable) -> bytes:
    """The HTML file; it names no other file and runs no script."""
    template = environment("exports", whole_files=True).get_template("fragment.html")
    page = template.render(table=table, about=about(table), whole_head=WHOLE_HEAD, colour=named())
    return (thai_marked(page) if table.language == "en" else page).encode("utf-8")
