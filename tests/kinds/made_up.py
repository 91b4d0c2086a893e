"""``python -m tests.kinds.made_up FOLDER``: the site of a content tree with a kind of record that is made up here.

It runs in a process of its own: the kind is added to the registry before any other room is loaded, as if it had been
written there.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from pydantic import Field

from botrian.kinds import registry
from botrian.kinds.kind import Files, Index, Kind, Search
from botrian.records import Citation, Id, Record, Text, When


class Song(Record):
    """A song that a network sings."""

    id: Id
    name: Text
    verse: Text
    date: When | None = None
    citations: tuple[Citation, ...] = Field(min_length=1)


SONG = Kind(
    id="song",
    one=Text(th="เพลง", en="Song"),
    many=Text(th="เพลงของเครือข่าย", en="Songs"),
    model=Song,
    collection="songs",
    files=Files("data/songs/<id>.yml"),
    page="songs/{id}/",
    title="name",
    linked=True,
    search=Search(1),
    by_letter=True,
    told=15,
    index=Index("songs/", Text(th="เพลงที่เครือข่ายร้อง", en="What networks sing")),
)
YAML = """id: our-river
name: {th: แม่น้ำของเรา, en: Our river}
verse: {th: น้ำใสไหลเย็น, en: The water runs clear}
date: 2551 BE
citations: [{source: krabi-book, lines: [60, 61]}]
"""
TODAY = date(2026, 7, 1)


def make(folder: Path) -> None:
    """Write what the site has of the song to ``folder/made.json``: pages, files, changes, problems."""
    from botrian.addresses import Stamp
    from botrian.changes import compare, edition_of_files, markdown
    from botrian.check import check
    from botrian.pages import frame_of
    from botrian.pages.markdown import rendered
    from botrian.site.generate import generate
    from tests.kinds.whole_tree import whole_tree

    paths, stamp = whole_tree(folder), Stamp("https://example.org/")
    before = check(paths, TODAY).knowledge
    _write(paths.data / "songs" / "our-river.yml", YAML)
    checked = check(paths, TODAY)
    assert before is not None
    assert checked.knowledge is not None, checked.problems
    old, new = (generate(knowledge, "th", stamp) for knowledge in (before, checked.knowledge))
    told = compare(edition_of_files(_api(old.files)), edition_of_files(_api(new.files)))
    desk = frame_of(checked.knowledge, {}, "th", stamp).desk("lessons/x/")
    _write(paths.docs / "songs" / "our-river.md", "---\ntitle: {th: ก, en: A}\n---\n")
    made = {
        "pages": {page.address: page.content for page in new.pages},
        "files": {name: data.decode("utf-8", "replace") for name, data in new.files.items()},
        "records": [old.records, new.records],
        "changes": markdown(told, ("th",)),
        "link": rendered("ร้อง[เพลง](song:our-river)", desk, "lessons/x.md"),
        "taken": [(one.code, one.place.file, one.got) for one in check(paths, TODAY).findings],
    }
    (folder / "made.json").write_text(json.dumps(made, ensure_ascii=False), encoding="utf-8")


def _api(files: Mapping[str, bytes]) -> Mapping[str, bytes]:
    return {name: data for name, data in files.items() if name.startswith("api/v1/")}


def _write(file: Path, text: str) -> None:
    file.parent.mkdir()
    file.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    registry.KINDS = (*registry.KINDS, SONG)
    make(Path(sys.argv[1]))
