"""The words of rules are templates: names are filled in once, and a part with nothing to say is left out."""

from __future__ import annotations

import re

import pytest

from botrian.rules import catalogue
from botrian.rules.catalogue import filled

NAME = re.compile(r"\{([a-z_]+)\}")


@pytest.mark.parametrize(
    ("template", "values", "expected"),
    [
        ("พบ {got}", {"got": "x"}, "พบ x"),
        ("พบ {got}[[ ควรเป็น {expected}]]", {"got": "x"}, "พบ x"),
        ("พบ {got}[[ ควรเป็น {expected}]]", {"got": "x", "expected": "y"}, "พบ x ควรเป็น y"),
        ("[[{got} → {expected}]]", {"got": "x"}, ""),
        ("พบ {other}.", {}, "พบ ."),
    ],
)
def test_a_template_is_filled_and_parts_without_a_value_are_left_out(
    template: str, values: dict[str, str], expected: str
) -> None:
    assert filled(template, values) == expected


def test_what_somebody_typed_is_never_a_template() -> None:
    assert filled("พบ {got} {expected}", {"got": "[[a]] {expected}", "expected": "b"}) == "พบ [[a]] {expected} b"


def test_every_rule_says_what_to_do_in_both_languages() -> None:
    """Whatever the finding knows, no sign of the template is left in the words."""
    for rule in catalogue():
        for text in (rule.title, rule.message, rule.fix, rule.why):
            for words in (text.th, text.en):
                said = filled(words, dict.fromkeys(NAME.findall(words), "x"))
                assert said, rule.code
                assert not re.search(r"\[\[|\]\]", said), rule.code


def test_codes_are_their_files_in_order() -> None:
    codes = [rule.code for rule in catalogue()]

    assert codes == sorted(set(codes))
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", code) for code in codes)
