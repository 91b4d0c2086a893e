"""A printed table and the name of a format go in; the file's bytes come out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module

from botrian.exports import csvw, taken
from botrian.exports.printed import PrintedTable

#: The module and function of each format, by the ending of its files. A module is loaded when its format is asked for.
_WRITERS = {
    "docx": ("document", "document", "python-docx"),
    "pptx": ("slides", "slides", "python-pptx"),
    "xlsx": ("workbook", "workbook", "xlsxwriter"),
    "png": ("picture", "png_file", "pillow"),
    "svg": ("picture", "svg_file", "uharfbuzz"),
    "html": ("html_fragment", "html_fragment", "jinja2"),
    "csv": ("csv_file", "csv_file", ""),
    "md": ("markdown_file", "markdown_file", ""),
    "json": ("json_file", "json_file", ""),
}
#: The formats in the order in which people ask for them.
FORMATS = tuple(_WRITERS)
#: The formats that programs read, with the names of their types.
MEDIA_TYPES = {
    "csv": "text/csv",
    "json": "application/json",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
#: The ending of the small picture of a table.
THUMBNAIL = "thumb.webp"
#: Its pixels: what programs that show a pasted link put beside the title.
THUMBNAIL_SIZE = (336, 189)
#: The ending of the page that shows a table's pictures, page by page.
ALBUM = "pictures.html"


class ToolMissing(Exception):
    """A format needs a package that is not there; ``format`` and ``package`` name them."""

    def __init__(self, format_: str, package: str) -> None:
        # With what it was made of: so it comes back whole from another process.
        super().__init__(format_, package)
        self.format = format_
        self.package = package

    def __str__(self) -> str:
        return f"{self.format} needs {self.package}"


def file_of(table: PrintedTable, format_: str) -> bytes:
    """The table in one format. Raises KeyError for an unknown format, ToolMissing, FontMissing (pictures, pptx)."""
    return writer(format_)(table)


def writer(format_: str) -> Callable[[PrintedTable], bytes]:
    """The function that writes files of a format. Raises KeyError, ToolMissing."""
    module, function, package = _WRITERS[format_]
    try:
        loaded = import_module(f"botrian.exports.{module}")
    except ModuleNotFoundError as missing:
        raise ToolMissing(format_, package or str(missing.name)) from missing
    found: Callable[[PrintedTable], bytes] = getattr(loaded, function)
    return found


def site_files_of(table: PrintedTable) -> Mapping[str, bytes]:
    """What the site holds of a table, by the ending of the file: every format, what tells of its CSV file, the script
    for those who take a part along, the picture of a pasted link, and the pages of pictures for a chat."""
    # Here, since they need Pillow, as the picture formats do: each format's tool is asked for when it is used.
    from botrian.exports.picture import page_files

    made = {format_: file_of(table, format_) for format_ in FORMATS}
    made |= {csvw.ENDING: csvw.csvw_file(table), taken.ENDING: taken.taken_file(table)}
    return {**made, **page_files(table)}
