"""A record in its canonical form is the same record, with its comments, however it was written before."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from botrian.check import canonically, check
from botrian.check.canonical import canonical_text
from botrian.check.schema import typed_records
from botrian.commands.line import main
from botrian.read import parse_document, plain, read_yaml
from tests.check.trees import BASE, TODAY, base_tree, codes

FILES = sorted(
    path.relative_to(BASE).as_posix()
    for path in (*BASE.glob("data/**/*.yml"), *BASE.glob("docs/**/*.md"))
    if typed_records(parse_document(path.relative_to(BASE).as_posix(), path.read_text("utf-8"))[0])[0]
)


def parts(name: str) -> tuple[Any, str]:
    """The YAML of a file as plain texts, and what stands below its front matter."""
    text = (BASE / name).read_text("utf-8")
    head, body = text, ""
    if name.endswith(".md"):
        _, head, body = text.split("---\n", 2)
    root, _ = read_yaml(head, name)
    assert root is not None
    return plain(root), body


def written(value: Any, indent: int, chance: random.Random) -> Iterator[str]:
    """The lines of a value in block form: keys in any order, any quotation marks, comments anywhere."""
    pad = " " * indent
    if isinstance(value, dict):
        keys = list(value)
        chance.shuffle(keys)
        for key in keys:
            if chance.random() < 0.3:
                yield f"{pad}# note {chance.randrange(10**9)}"
            inner = value[key]
            if isinstance(inner, dict | list) and inner:
                yield f"{pad}{key}:"
                yield from written(inner, indent + 2, chance)
            else:
                yield f"{pad}{key}: {scalar(inner, chance)}"
    else:
        for item in value:
            if isinstance(item, dict):
                lines = list(written(item, indent + 2, chance))
                first = next(n for n, line in enumerate(lines) if not line.lstrip().startswith("#"))
                yield from lines[:first]
                yield f"{pad}- {lines[first].lstrip()}"
                yield from lines[first + 1 :]
            else:
                yield f"{pad}- {scalar(item, chance)}"


def scalar(text: Any, chance: random.Random) -> str:
    if not isinstance(text, str):
        return "[]"
    style = chance.choice(["'", '"', None])
    made = yaml.safe_dump([text], default_style=style, allow_unicode=True, width=10**6, default_flow_style=True)
    return made.strip()[1:-1].strip()


def comments(text: str) -> list[str]:
    return sorted(line.strip() for line in text.split("\n") if line.strip().startswith("# note"))


@pytest.mark.parametrize("name", FILES)
@settings(deadline=None, max_examples=15)
@given(chance=st.randoms(use_true_random=False))
def test_whatever_the_order_quotes_and_comments_the_records_stay_and_the_form_is_one(
    name: str, chance: random.Random
) -> None:
    value, body = parts(name)
    lines = "\n".join(written(value, 0, chance)) + "\n"
    text = f"---\n{lines}---\n{body}" if name.endswith(".md") else lines
    document, _ = parse_document(name, text)
    records = [one.record for one in typed_records(document)[0]]
    made = canonical_text(name, text)

    again, findings = parse_document(name, made)
    assert records
    assert [one.record for one in typed_records(again)[0]] == records
    assert findings == ()
    assert again.body == document.body
    assert comments(made) == comments(text)
    assert canonical_text(name, made) == made


def test_there_are_files_of_both_forms() -> None:
    assert {Path(name).suffix for name in FILES} == {".yml", ".md"}


def test_keys_stand_in_the_order_of_the_model_and_comments_go_with_them() -> None:
    text = """areas:
  # the whole country
  - name: {th: ประเทศไทย, en: 'Thailand'}
    # of use to links
    id: "thailand"
    definition: {th: ทั้งประเทศ, en: All of it}
  - id: several   # more than one
    name: {th: "หลาย: จังหวัด", en: Several}
    definition: {th: ทั้งประเทศ, en: All of it}
"""
    assert (
        canonical_text("data/areas.yml", text)
        == """areas:
  # the whole country
  # of use to links
  - id: thailand
    name: {th: ประเทศไทย, en: Thailand}
    definition: {th: ทั้งประเทศ, en: All of it}
  - id: several   # more than one
    name: {th: "หลาย: จังหวัด", en: Several}
    definition: {th: ทั้งประเทศ, en: All of it}
"""
    )


@pytest.mark.parametrize("kept", ['"no"', '"0123"', '"12:30"', '"a: b"', '"# x"', "'- x'", '"a, b"', '"[x]"'])
def test_marks_that_yaml_needs_stay(kept: str) -> None:
    more = "    definition: {th: ทั้งประเทศ, en: ALL}\n"
    text = f"areas:\n  - id: thailand\n    name: {{th: ไทย, en: {kept}}}\n{more}"
    quoted = text.replace("ALL", "'All'")

    assert canonical_text("data/areas.yml", quoted) == text.replace("ALL", "All")


def test_a_tree_in_canonical_form_passes_and_files_with_errors_are_left_alone(tmp_path: Path) -> None:
    paths = base_tree(tmp_path)
    wrong = tmp_path / "data" / "areas.yml"
    broken = wrong.read_text("utf-8").replace("id: thailand", "id: All_Thailand")
    wrong.write_text(broken, encoding="utf-8", newline="\n")
    before = codes(check(paths, TODAY))
    files, checked = canonically(paths, TODAY)

    assert codes(checked) == before
    assert "data/areas.yml" not in files
    assert wrong.read_text("utf-8") == broken
    assert canonically(paths, TODAY)[0] == ()


def test_the_command_writes_and_tells_which_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    base_tree(tmp_path)
    terms = tmp_path / "data" / "areas.yml"
    terms.write_text(terms.read_text("utf-8").replace("id: thailand", 'id: "thailand"'), encoding="utf-8", newline="\n")
    words = ["--data", str(tmp_path / "data"), "--docs", str(tmp_path / "docs"), "check", "--fix", "--canonical"]

    assert main(words, TODAY) == 0
    assert "data/areas.yml" in capsys.readouterr().out
    assert "id: thailand" in terms.read_text("utf-8")
