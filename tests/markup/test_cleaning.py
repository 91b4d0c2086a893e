"""What an entity stands for is looked at again once it is put in its stored form."""

from __future__ import annotations

import pytest

from botrian.markup import cleaned, html_of


@pytest.mark.parametrize("hidden", ["&#xe002;", "&#xe003;&#xf8ff;", "\ue000"])
@pytest.mark.parametrize("target", ["javascript:alert(1)", "//evil.example/x", "data:text/html,x"])
def test_a_letter_that_is_taken_away_hides_no_target(hidden: str, target: str) -> None:
    html = html_of(cleaned(f'<p><a href="{hidden}{target}">ก</a> <img src="{hidden}{target}" alt="ข"></p>'))

    assert html == "<p>ก ข</p>"
