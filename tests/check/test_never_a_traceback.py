"""Whatever stands in a content file: checking answers with problems or with nothing, never with an exception."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from botrian.check import check, check_reading
from botrian.check.output import as_github, as_json, as_text
from botrian.read import Paths, Reading, parse_document, read_content
from tests.check.trees import BASE, TODAY, base_tree

NAMES = (
    "data/areas.yml",
    "data/dimensions.yml",
    "data/themes.yml",
    "data/facts/krabi.yml",
    "data/events/krabi.yml",
    "data/tables/two-steps.yml",
    "data/tables/data-systems.yml",
    "data/sources/krabi-book.yml",
    "docs/lessons/data-first.md",
    "docs/cases/krabi/krabi-council.md",
    "docs/provinces/krabi.md",
    "docs/provinces/krabi.en.md",
    "docs/paths/start-with-data.md",
    "docs/guide/how-to.md",
    "docs/cases/loose.md",
)
REAL = {name: (BASE / name).read_text(encoding="utf-8") for name in NAMES if (BASE / name).exists()}
BASE_READING = read_content(Paths.of(BASE))
BITS = st.sampled_from(
    [
        *(
            "th: ",
            "en: ",
            "id: ",
            "- ",
            "{",
            "}",
            "[",
            "]",
            ": ",
            " #",
            '"',
            "'",
            "\n",
            "\n  ",
            "\t",
            "&a ",
            "*a ",
            "!!x ",
        ),
        *(
            "? ",
            "| ",
            "> ",
            "<<: ",
            "---\n",
            "%",
            "@",
            "`",
            ", ",
            "~",
            "null",
            "ก",
            "่",
            "ํา",
            "\u200b",
            "\u2028",
            "2555 BE",
        ),
        *(
            "1e999999",
            "-0",
            "NaN",
            "[50, 52]",
            "lines: ",
            "number: ",
            "[a](",
            "case:x)",
            "![](",
            "<a href=",
            "<script>",
            "<!",
        ),
        *(
            "<![CDATA[",
            "<?",
            "&#x110000;",
            "[@krabi-book L",
            "{{ table ",
            "}}",
            "](#",
            "](../",
            "](//",
            "%zz",
            "\\",
            "\x00",
            "\x1b",
        ),
    ]
)
SOUP = st.lists(BITS | st.text(max_size=8), max_size=40).map("".join)
FEW = settings(max_examples=250, suppress_health_check=[HealthCheck.too_slow])


def answers(name: str, text: str, today: date = TODAY) -> None:
    """Check the base tree with one document in place of its own, and print it in every form."""
    document, findings = parse_document(name, text)
    others = tuple(one for one in BASE_READING.documents if one.name != name)
    reading = Reading((*others, document), findings, BASE_READING.assets)
    checked = check_reading(reading, today)
    for problem in checked.problems:
        assert problem.line >= 1
        assert problem.column >= 1
    as_json(checked.problems)
    as_github(checked.problems)
    lines = document.source_text.split("\n")
    as_text(checked.problems, lambda file, line: lines[line - 1] if line <= len(lines) else None, 1)


@FEW
@given(name=st.sampled_from(NAMES), text=SOUP)
def test_any_text_is_answered(name: str, text: str) -> None:
    answers(name, text)


@FEW
@given(name=st.sampled_from(sorted(REAL)), data=st.data())
def test_a_real_file_with_something_typed_into_it_is_answered(name: str, data: st.DataObject) -> None:
    text = REAL[name]
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 12)))

    answers(name, text[:start] + data.draw(BITS | st.text(max_size=4)) + text[end:])


@FEW
@given(body=SOUP)
def test_any_markdown_body_is_answered(body: str) -> None:
    answers("docs/guide/how-to.md", f"---\ntitle: {{th: ก, en: a}}\n---\n{body}")


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=st.sampled_from(NAMES), data=st.binary(max_size=300))
def test_any_bytes_are_answered(tmp_path: Path, name: str, data: bytes) -> None:
    paths = base_tree(tmp_path)
    (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / name).write_bytes(data)

    check(paths, TODAY)


@pytest.mark.parametrize(
    "text",
    [
        "[" * 300_000,
        "{" * 300_000,
        "- " * 300_000,
        "? " * 300_000,
        "a: " + "[" * 150 + "]" * 150,
        "".join(" " * depth + f"k{depth}:\n" for depth in range(900)),
        "x: &a [" + "b, " * 50_000 + "]\n",
        "&a a: *a\n",
        "&a [*a]\n",
        "a: 'b\n" * 20_000,
    ],
    ids=["brackets", "braces", "dashes", "questions", "nested", "steps", "wide", "self-key", "self-list", "quotes"],
)
def test_hostile_yaml_is_refused_and_does_not_end_the_program(text: str) -> None:
    answers("data/areas.yml", text)


@pytest.mark.parametrize(
    "body",
    [
        "[" * 4_000,
        "![" * 4_000,
        "<" * 4_000,
        "`" * 4_000,
        "[a](" * 10_000,
        "{{" * 4_000,
        "[@" * 4_000,
        "<a " * 10_000,
    ],
    ids=["brackets", "pictures", "tags", "ticks", "links", "markers", "citations", "open-tags"],
)
def test_hostile_markdown_takes_no_long_time(body: str) -> None:
    answers("docs/guide/how-to.md", f"---\ntitle: {{th: ก, en: a}}\n---\n{body}\n")


def test_one_broken_record_hides_no_other(tmp_path: Path) -> None:
    paths = base_tree(tmp_path)
    (tmp_path / "docs/cases/krabi/krabi-council.md").write_text("---\nid: [\n---\n", encoding="utf-8")
    facts = tmp_path / "data/facts/krabi.yml"
    text = facts.read_text(encoding="utf-8").replace("number: 61", "number: many")
    facts.write_text(text.replace("choice: co-operation", "choice: coperation"), encoding="utf-8")

    problems = check(paths, TODAY).problems

    assert {problem.code for problem in problems} == {"yaml-bracket", "number-form", "fact-choice"}


def test_a_broken_tree_gives_no_knowledge(tmp_path: Path) -> None:
    paths = base_tree(tmp_path)
    (tmp_path / "data/themes.yml").write_text("themes: [\n", encoding="utf-8")

    assert check(paths, TODAY).knowledge is None


def test_missing_folders_are_an_empty_tree(tmp_path: Path) -> None:
    assert check(Paths.of(tmp_path / "nowhere"), TODAY).problems == ()


def test_a_mistake_in_a_record_hides_no_other_mistake_in_it(tmp_path: Path) -> None:
    paths = base_tree(tmp_path)
    lesson = tmp_path / "docs/lessons/data-first.md"
    text = lesson.read_text(encoding="utf-8").replace("type: practice", "colour: practice")
    text = text.replace("themes: [data-systems]", "themes: [dat-systems]").replace("lines: [50, 52]", "lines: [52, 50]")
    lesson.write_text(text.replace("case: krabi-data-centre", "case: krabi-data-center"), encoding="utf-8")

    codes = sorted(problem.code for problem in check(paths, TODAY).problems)

    assert codes == ["citation-reversed", "field-missing", "field-unknown", "reference-unknown", "reference-unknown"]


def test_a_mistyped_key_is_one_mistake_and_not_a_missing_one_as_well(tmp_path: Path) -> None:
    paths = base_tree(tmp_path)
    lesson = tmp_path / "docs/lessons/data-first.md"
    lesson.write_text(lesson.read_text(encoding="utf-8").replace("type: practice", "typo: practice"), encoding="utf-8")

    assert [(one.code, one.expected) for one in check(paths, TODAY).problems] == [("field-unknown", "type")]
