"""One value is replaced where it stands; all else stays byte for byte, whatever stands before it."""

from __future__ import annotations

import pytest
import yaml

from botrian.new import NoList, replaced

TREE = """# 🌾 ทุ่งนา
do: {th: เริ่มที่บ้าน, en: "Begin at home?"}   # หมายเหตุ
facts:
  - dimension: count
    number: 61   # นับเอง
  - text:
      th: "เดิม"
      en: 'old'
note: |
  บรรทัดแรก
  บรรทัดสอง
last: ท้าย
"""


@pytest.mark.parametrize(
    ("path", "value", "old", "new"),
    [
        (("do", "th"), "เริ่มที่วัด", "เริ่มที่บ้าน", '"เริ่มที่วัด"'),
        (("facts", 0, "number"), "62", "61", "62"),
        (("facts", 1, "text", "th"), 'ใหม่ "จริง"', '"เดิม"', '"ใหม่ \\"จริง\\""'),
        (("last",), "จบ", "ท้าย", '"จบ"'),
        (("note",), "สั้น", "|\n  บรรทัดแรก\n  บรรทัดสอง", '"สั้น"'),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_only_the_value_changes(path: tuple[str | int, ...], value: str, old: str, new: str, end: str) -> None:
    text = TREE.replace("\n", end)
    changed = replaced(text, path, value)

    assert changed == text.replace(old.replace("\n", end), new)
    assert changed != text
    yaml.compose(changed)


@pytest.mark.parametrize("path", [("gone",), ("facts",), ("facts", 7, "number"), ("do", "th", "deeper")])
def test_what_is_no_single_value_is_refused(path: tuple[str | int, ...]) -> None:
    with pytest.raises(NoList):
        replaced(TREE, path, "x")


def test_a_broken_file_is_refused() -> None:
    with pytest.raises(NoList):
        replaced("a: [", ("a",), "x")
