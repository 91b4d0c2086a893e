"""What was read before is the same tree, read no second time; what was remarked, or is another text, is read again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from botrian.check import check, seen_before
from botrian.findings import Finding
from botrian.kept import Ledger, Store
from botrian.read import Document, KeptParse, Mapping, Node, Parse, Sequence, kept_trees, parse_document, plain
from tests.check.trees import TODAY, base_tree
from tests.library import library_tree

NAME = "docs/lessons/x.md"
TEXT = "---\nid: x\ntitle: {th: ก, en: a}\nevidence:\n  - text:\n      th: ข\n---\n\nเนื้อหา\n"


def kept_parse(folder: Path) -> tuple[Parse, Ledger]:
    ledger = Ledger(Store(folder), "read")
    return KeptParse(ledger), ledger


def nodes(node: Node | None) -> Iterator[object]:
    """Every value of a tree with its place, keys and lists too."""
    if isinstance(node, Mapping):
        yield node.place
        for entry in node.entries:
            yield entry.key, entry.key_place
            yield from nodes(entry.value)
    elif isinstance(node, Sequence):
        yield node.place
        for item in node.items:
            yield from nodes(item)
    else:
        yield node


def told(document: Document) -> list[object]:
    """All that a document says."""
    own = (document.name, document.kind, document.body, document.body_line, document.groups, document.english_twin)
    return [*own, document.source_text, plain(document.root), *nodes(document.root)]


def test_every_file_of_the_library_is_the_same_with_its_places(tmp_path: Path) -> None:
    library_tree(tmp_path / "library")
    files = [file for file in sorted((tmp_path / "library").rglob("*")) if file.suffix in (".yml", ".md")]
    texts = {file.relative_to(tmp_path / "library").as_posix(): file.read_text(encoding="utf-8") for file in files}
    first, ledger = kept_parse(tmp_path / "kept")
    for name, text in texts.items():
        first(name, text)
    ledger.save()
    again, _ = kept_parse(tmp_path / "kept")

    assert len(texts) > 50
    for name, text in texts.items():
        (kept, remarks), (read, expected) = again(name, text), parse_document(name, text)
        assert remarks == expected
        assert told(kept) == told(read)


def test_a_tree_that_was_checked_is_checked_again_without_reading_its_yaml(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = library_tree(tmp_path / "library")
    seen = seen_before(tmp_path / "kept")
    first = check(paths, TODAY, ledger=seen)
    seen.save()
    read: list[str] = []

    def parse(name: str, text: str) -> tuple[Document, tuple[Finding, ...]]:
        read.append(name)
        return parse_document(name, text)

    monkeypatch.setattr(kept_trees, "parse_document", parse)
    again = check(paths, TODAY, ledger=seen_before(tmp_path / "kept"))

    assert read == []
    assert first.knowledge is not None
    assert again.knowledge == first.knowledge

    lesson = next((tmp_path / "library/docs/lessons").glob("*.md"))
    lesson.write_text(lesson.read_text(encoding="utf-8") + "\nอีกบรรทัด\n", encoding="utf-8")
    check(paths, TODAY, ledger=seen_before(tmp_path / "kept"))
    assert {name.removesuffix(".md") for name in read} == {f"docs/lessons/{lesson.stem}"}


def test_what_is_deeper_is_found_in_the_text_by_its_place(tmp_path: Path) -> None:
    parse, ledger = kept_parse(tmp_path)
    parse(NAME, TEXT)
    ledger.save()
    root = kept_parse(tmp_path)[0](NAME, TEXT)[0].root

    assert isinstance(root, Mapping)
    assert list(nodes(root)) == list(nodes(parse_document(NAME, TEXT)[0].root))


@pytest.mark.parametrize("text", ["---\nid: x\nid: x\n---\n", "---\nid: [x\n---\n", "---\nid: x\u200b\n---\n"])
def test_a_remark_is_made_again(text: str, tmp_path: Path) -> None:
    parse, ledger = kept_parse(tmp_path)
    first = parse(NAME, text)
    ledger.save()

    assert first[1] != ()
    assert kept_parse(tmp_path)[0](NAME, text) == first == parse(NAME, text)


def test_another_text_or_another_name_takes_nothing(tmp_path: Path) -> None:
    parse, ledger = kept_parse(tmp_path)
    parse(NAME, TEXT)
    ledger.save()
    again, _ = kept_parse(tmp_path)

    assert plain(again(NAME, TEXT.replace("ข", "ค"))[0].root) != plain(parse_document(NAME, TEXT)[0].root)
    assert again("data/x.yml", TEXT.strip("-"))[0].name == "data/x.yml"
    assert again("docs/guide/x.md", TEXT)[0] == parse_document("docs/guide/x.md", TEXT)[0]


def test_a_damaged_store_is_only_slow(tmp_path: Path) -> None:
    paths = base_tree(tmp_path / "tree")
    seen = seen_before(tmp_path / "kept")
    first = check(paths, TODAY, ledger=seen)
    seen.save()
    for file in (tmp_path / "kept").rglob("*"):
        if file.is_file():
            data = bytearray(file.read_bytes())
            data[len(data) // 2] ^= 1
            file.write_bytes(data)

    assert check(paths, TODAY, ledger=seen_before(tmp_path / "kept")).knowledge == first.knowledge
