"""A text that had nothing wrong is not read again, as long as all that it leads to is as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from botrian.check import bodies, check, seen_before
from tests.check.trees import TODAY, base_tree

#: Changes in other files than the one whose text is wrong by it, and what that is told as.
ELSEWHERE = {
    "a heading": ("docs/guide/how-to.md", "## เริ่มอ่าน", "## เริ่มเขียน", "link-anchor"),
    "an address": ("docs/lessons/data-first.md", None, None, "link-broken"),
    "an id": ("docs/cases/krabi/krabi-council.md", None, None, "reference-unknown"),
}


@pytest.mark.parametrize("what", [*ELSEWHERE])
def test_a_text_is_read_again_where_what_it_leads_to_changed(tmp_path: Path, what: str) -> None:
    file, old, new, code = ELSEWHERE[what]
    paths = base_tree(tmp_path / "tree")
    other = tmp_path / "tree/docs/guide/other.md"
    other.write_text("# อื่น\n\nอ่าน[วิธี](how-to.md#เริ่มอ่าน)\n", encoding="utf-8")
    seen = seen_before(tmp_path / "kept")
    assert code not in {one.code for one in check(paths, TODAY, ledger=seen).problems}
    seen.save()
    changed = tmp_path / "tree" / file
    if old is None:
        changed.unlink()
    else:
        text = changed.read_text(encoding="utf-8")
        assert old in text
        changed.write_text(text.replace(old, str(new)), encoding="utf-8")
    again = check(paths, TODAY, ledger=seen_before(tmp_path / "kept"))

    assert again.problems == check(paths, TODAY).problems
    assert code in {one.code for one in again.problems}


def test_a_text_beside_which_nothing_changed_is_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    paths = base_tree(tmp_path / "tree")
    seen = seen_before(tmp_path / "kept")
    whole = check(paths, TODAY, ledger=seen)
    seen.save()

    def read_again(*_: object) -> None:
        pytest.fail("it was read again")

    monkeypatch.setattr(bodies, "_findings", read_again)

    assert check(paths, TODAY, ledger=seen_before(tmp_path / "kept")).problems == whole.problems
