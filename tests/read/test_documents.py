"""Every value and every line of a body is found again where somebody typed it; nothing outside the tree is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from botrian.findings import Place
from botrian.read import Mapping, Paths, Scalar, parse_document, read_content, read_yaml
from botrian.read.limits import NODES

NAME = "docs/lessons/x.md"


def value(root: object, key: str) -> Scalar:
    assert isinstance(root, Mapping)
    found = root.get(key)
    assert isinstance(found, Scalar)
    return found


def test_front_matter_and_body_know_their_lines() -> None:
    document, findings = parse_document(NAME, "---\nid: x\ntitle: ก\n---\n\nเนื้อหา\n")

    assert findings == ()
    assert value(document.root, "title").place == Place(NAME, 3, 8)
    assert document.body_line == 5
    lines = document.source_text.split("\n")
    assert document.body.split("\n") == lines[document.body_line - 1 :]


@pytest.mark.parametrize("typed", ["050100", "no", "12:30", "2567-02-29", "1e3", "~", "0x10"])
def test_what_is_typed_stays_the_text_that_was_typed(typed: str) -> None:
    root, findings = read_yaml(f"a: {typed}\n", "data/a.yml")

    assert (value(root, "a").text, findings) == (typed, ())


def test_a_body_without_front_matter_begins_in_the_first_line() -> None:
    document, _ = parse_document("docs/guide/x.md", "เนื้อหา\n")

    assert (document.root, document.body, document.body_line) == (None, "เนื้อหา\n", 1)


def test_an_english_twin_is_of_the_record_of_its_thai_page() -> None:
    thai, _ = parse_document("docs/provinces/krabi.md", "---\nid: krabi\n---\n")
    twin, _ = parse_document("docs/provinces/krabi.en.md", "Text\n")

    assert thai.kind is not None and twin.kind == thai.kind
    assert (twin.group("id"), twin.english_twin, thai.english_twin) == ("krabi", True, False)


def test_a_link_out_of_the_tree_is_named_and_not_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.md"
    secret.write_text("secret", encoding="utf-8")
    (tmp_path / "content" / "docs").mkdir(parents=True)
    try:
        (tmp_path / "content" / "docs" / "a.md").symlink_to(secret)
    except OSError:
        pytest.skip("this system gives links to nobody")

    reading = read_content(Paths.of(tmp_path / "content"))

    assert reading.documents == ()
    assert [(finding.code, finding.place.file) for finding in reading.findings] == [("file-outside", "docs/a.md")]


def test_hidden_files_and_pictures_are_no_documents(tmp_path: Path) -> None:
    for name in ("data/.state.json", "data/.x/a.yml", "docs/map.png", "docs/a.md"):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("a", encoding="utf-8")

    reading = read_content(Paths.of(tmp_path))

    assert ([one.name for one in reading.documents], reading.assets) == (["docs/a.md"], ("docs/map.png",))


def test_a_tree_of_more_values_than_any_file_has_is_refused_once() -> None:
    text = "a: [" + "b," * (NODES // 2 + 10) + "]\nc: [" + "d," * (NODES // 2 + 10) + "]\n"
    assert NODES <= 200_000
    _, findings = read_yaml(text, "data/a.yml")

    assert [finding.code for finding in findings] == ["yaml-too-deep"]
