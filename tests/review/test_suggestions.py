"""A suggestion, once followed, passes: golden cases of rules with one plain mending are mended and checked again."""

from __future__ import annotations

from pathlib import Path

import pytest

from botrian.check import check
from botrian.check.mending import PROPOSED as RULES
from botrian.review import added_lines, suggestions
from tests.check.trees import GOLDEN, TODAY, golden_tree

CASES = sorted(case for case in GOLDEN.iterdir() if case.name.split(".")[0] in RULES)


def test_each_rule_that_is_mended_has_a_case() -> None:
    assert {case.name.split(".")[0] for case in CASES} == set(RULES)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_suggestion_once_followed_passes(case: Path, tmp_path: Path) -> None:
    paths = golden_tree(case, tmp_path)
    before = check(paths, TODAY).problems
    told = [one for one in before if one.code in RULES]
    lines = {one.file: paths.on_disk(one.file).read_text(encoding="utf-8").split("\n") for one in told}

    found = suggestions(
        told, lambda file, line: lines[file][line - 1], {one.file: frozenset({one.line}) for one in told}
    )

    for problem, suggestion in found.items():
        lines[problem.file][suggestion.first - 1 : suggestion.last] = suggestion.lines
    for file, text in lines.items():
        paths.on_disk(file).write_text("\n".join(text), encoding="utf-8")
    after = {(one.code, one.file, one.line) for one in check(paths, TODAY).problems}
    assert after.isdisjoint({(one.code, one.file, one.line) for one in found})
    assert [code for code, *_ in after if code.startswith(("yaml", "file", "field", "value"))] == []


def test_most_cases_get_a_suggestion(tmp_path: Path) -> None:
    got = 0
    for case in CASES:
        paths = golden_tree(case, tmp_path / case.name)
        for one in check(paths, TODAY).problems:
            line = paths.on_disk(one.file).read_text(encoding="utf-8").split("\n")[one.line - 1]
            if one.code in RULES and suggestions([one], lambda *_, line=line: line, {one.file: frozenset({one.line})}):
                got += 1
                break

    assert got >= len(CASES) * 3 // 4


def test_a_line_that_the_proposal_does_not_touch_gets_none(tmp_path: Path) -> None:
    paths = golden_tree(GOLDEN / "value-not-in-list", tmp_path)
    problems = check(paths, TODAY).problems

    assert suggestions(problems, lambda _file, _line: "stance: support", {}) == {}


def test_the_lines_that_a_diff_adds() -> None:
    diff = """diff --git a/docs/a.md b/docs/a.md
--- a/docs/a.md
+++ b/docs/a.md
@@ -3 +3,2 @@ x
-old
+new
++++ b/evil
@@ -9,0 +11 @@
+more
diff --git a/docs/b.md b/docs/b.md
--- a/docs/b.md
+++ /dev/null
@@ -1 +0,0 @@
-gone
"""

    assert added_lines(diff) == {"docs/a.md": frozenset({3, 4, 11})}
