"""What search finds of a text is what a reader sees: words, without signs, citations and placed tables."""

from __future__ import annotations

from botrian.markup.plain import plain_lines

TEXT = """## หัวข้อ **หนึ่ง**

เริ่ม[ที่นี่](how-to.md) [@krabi-book L50]
บรรทัดสอง <!-- ไม่เห็น --> ![แผนที่](map.png)

- ก
  - ข

| ค | ง |
|---|---|
| 1 | 2 |

{{ table two-steps }}

> [!NOTE]
> จ[^1]

[^1]: ฉ

```
ตัวอย่าง
```
"""


def test_each_block_row_and_typed_line_is_a_line_of_words() -> None:
    lines = ["หัวข้อ หนึ่ง", "เริ่มที่นี่", "บรรทัดสอง แผนที่", "ก", "ข", "ค ง", "1 2", "จ", "ฉ", "ตัวอย่าง"]

    assert plain_lines(TEXT).split("\n") == lines


def test_a_text_beyond_the_limits_is_not_read() -> None:
    assert plain_lines("[" * 2_000) == ""
