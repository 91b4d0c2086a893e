"""Each folder of ``golden/`` is a content tree with a mistake; a new case is a new folder, not new code.

``golden/<code>`` or ``golden/<code>.<variant>`` holds the files that differ from ``base/`` and ``expected.json``, the
problems that ``kb.py check --format json`` prints. ``python -m tests.check.write_golden`` writes the missing ones.
"""

from __future__ import annotations

import json
from functools import partial
from operator import eq
from pathlib import Path

import pytest

from botrian.check import Checked, Problem, check, seen_before
from botrian.check.output import as_json
from botrian.rules import Rule, catalogue
from botrian.rules.catalogue import filled
from tests.check.trees import GOLDEN, TODAY, base_tree, changed, checked_with, codes, golden_tree
from tests.library import library_tree

CASES = sorted(folder for folder in GOLDEN.iterdir() if folder.is_dir())
RULES = catalogue()
WHOLE = [rule for rule in RULES if not rule.example.only_shown]


def code_of(rule: Rule) -> str:
    return rule.code


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_mistake_is_told_as_expected(case: Path, tmp_path: Path) -> None:
    checked = check(golden_tree(case, tmp_path), TODAY)

    assert json.loads(as_json(checked.problems)) == json.loads((case / "expected.json").read_text(encoding="utf-8"))


def _files_told(case: Path) -> list[str]:
    """The files in which a case has its problems."""
    return [one["file"] for one in json.loads((case / "expected.json").read_text(encoding="utf-8"))]


def _of_file(file: str, checked: Checked) -> list[Problem]:
    return [one for one in checked.problems if one.file == file]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_who_asks_about_one_file_or_asks_again_is_told_the_same(case: Path, tmp_path: Path) -> None:
    paths = golden_tree(case, tmp_path / "tree")
    seen = seen_before(tmp_path / "kept")
    whole = check(paths, TODAY, ledger=seen)
    seen.save()
    again = check(paths, TODAY, ledger=seen_before(tmp_path / "kept"))

    assert again.problems == whole.problems
    for file in dict.fromkeys(_files_told(case)):
        alone = check(paths, TODAY, ledger=seen_before(tmp_path / "kept"), asked=partial(eq, file))
        assert _of_file(file, alone) == _of_file(file, whole)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_golden_case_breaks_the_rule_it_is_named_after_and_no_other(case: Path) -> None:
    expected = json.loads((case / "expected.json").read_text(encoding="utf-8"))

    assert {problem["code"] for problem in expected} == {case.name.partition(".")[0]}


@pytest.mark.parametrize("rule", RULES, ids=code_of)
def test_every_rule_has_a_golden_case(rule: Rule) -> None:
    assert rule.code in {case.name.partition(".")[0] for case in CASES}


@pytest.mark.parametrize("rule", WHOLE, ids=code_of)
def test_the_bad_example_of_a_rule_breaks_that_rule_only(rule: Rule, tmp_path: Path) -> None:
    checked = checked_with(tmp_path, _example(rule, rule.example.file, rule.example.bad))

    assert codes(checked) == [rule.code]


@pytest.mark.parametrize("rule", WHOLE, ids=code_of)
def test_the_good_example_of_a_rule_is_clean(rule: Rule, tmp_path: Path) -> None:
    file = rule.example.good_file or rule.example.file
    checked = checked_with(tmp_path, _example(rule, file, rule.example.good))

    assert codes(checked) == []


def test_the_base_tree_has_no_problem_and_gives_knowledge(tmp_path: Path) -> None:
    checked = check(base_tree(tmp_path), TODAY)

    assert codes(checked) == []
    assert checked.knowledge is not None


def test_the_library_of_the_tests_has_no_problem(tmp_path: Path) -> None:
    assert codes(check(library_tree(tmp_path), TODAY)) == []


def _example(rule: Rule, file: str, text: str) -> dict[str, str]:
    if rule.example.replaces:
        return changed(file, rule.example.replaces, text)
    return {file: text}


#: Rules of several forms, of which each finding names one.
OF_SEVERAL_FORMS = {"markdown-left", "table-filter"}


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.code not in OF_SEVERAL_FORMS], ids=code_of)
def test_a_rule_has_words_even_where_a_finding_has_nothing_to_fill_in(rule: Rule) -> None:
    for text in (rule.message, rule.fix):
        assert filled(text.th, {}).strip()
        assert filled(text.en, {}).strip()
