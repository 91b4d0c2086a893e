"""What the published site has is laid from there, and only while it is there as it was."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from botrian.kept import Store
from botrian.site.laying import Laying, Told, digest_of
from botrian.site.rendering import Html, Looks

WORDS = b"terms and where they stand"


def published(folder: Path, files: dict[str, bytes]) -> dict[str, Told]:
    told = {}
    for name, data in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
        seen = file.stat()
        told[name] = (seen.st_size, seen.st_mtime_ns, digest_of(data))
    return told


def test_a_file_that_stood_under_another_name_is_laid_from_there(tmp_path: Path) -> None:
    """The files of the search lie in a folder named by all of them: with each edit all have another name."""
    old, new = tmp_path / "old", tmp_path / "new"
    laying = Laying(new, old, published(old, {"en/search/one/p/1.js": WORDS}))
    laying.lay([("search/two/p/1.js", WORDS), ("search/two/p/2.js", b"others")], below="en/")

    assert (new / "search/two/p/1.js").samefile(old / "en/search/one/p/1.js")
    assert (new / "search/two/p/2.js").read_bytes() == b"others"
    assert laying.digests == {
        "en/search/two/p/1.js": digest_of(WORDS),
        "en/search/two/p/2.js": digest_of(b"others"),
    }


def test_what_is_laid_again_leaves_the_published_file_as_it_is(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    laying = Laying(new, old, published(old, {"index.html": WORDS}))
    laying.lay([("index.html", WORDS), ("index.html", b"newer")])

    assert ((new / "index.html").read_bytes(), (old / "index.html").read_bytes()) == (b"newer", WORDS)
    assert laying.digests == {"index.html": digest_of(b"newer")}


@pytest.mark.parametrize("fault", ["damaged", "gone"])
def test_only_a_file_that_is_as_it_was_is_laid_by_its_digest(tmp_path: Path, fault: str) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    told = published(old, {"index.html": WORDS})
    file = old / "index.html"
    if fault == "gone":
        file.unlink()
    else:
        file.write_bytes(WORDS[::-1])
        os.utime(file, ns=(1, 1))
    laying = Laying(new, old, told)

    assert not laying.link("index.html", digest_of(WORDS))
    assert not laying.digests
    assert not (new / "index.html").exists()


def test_html_that_the_published_site_has_is_neither_read_nor_made(tmp_path: Path) -> None:
    store = Store(tmp_path / "kept")
    store.put("key", WORDS)
    old = tmp_path / "old"
    told = published(old, {"en/guide/index.html": WORDS})
    first = Laying(tmp_path / "first", old, told)
    looks = Looks(store, "of a site", first, "en/")
    assert not looks.laid("guide/index.html", "key")
    html = Html(tmp_path, store, {"guide/index.html": "key"})
    first.lay(html.items(), "en/")
    looks.save(html)

    again = Laying(tmp_path / "again", old, told)
    store.put("key", b"damaged, and nobody sees it")
    looks = Looks(store, "of a site", again, "en/")
    assert not looks.laid("guide/index.html", "another key")
    assert looks.laid("guide/index.html", "key")
    assert (tmp_path / "again/guide/index.html").samefile(old / "en/guide/index.html")
    assert again.digests == first.digests
    assert "key" in store.taken
