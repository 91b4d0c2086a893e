"""A printed table goes in; a small HTML file comes out whose table pastes into Word and mail with its look.

Every style stands in the element itself: Word and mail programs drop style sheets. What lies between the marks
``StartFragment`` and ``EndFragment``, which the clipboard uses too, can be pasted into any web page.
"""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from botrian.exports.about import about
from botrian.exports.printed import PrintedTable
from botrian.markup import thai_marked

#: Letters of a row heading that stays on one line: programs that squeeze columns break Thai inside of words.
WHOLE_HEAD = 28


def html_fragment(table: PrintedTable) -> bytes:
    """The HTML file; it names no other file and runs no script."""
    template = environment().get_template("fragment.html")
    page = template.render(table=table, about=about(table), whole_head=WHOLE_HEAD)
    return (thai_marked(page) if table.language == "en" else page).encode("utf-8")


@cache
def environment() -> Environment:
    """Templates of exports. Everything put into them is escaped; a name that is not there is an error."""
    return Environment(
        loader=PackageLoader("botrian.exports", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
