"""Signs of other dialects of Markdown (Material's, Pandoc's, wikis', chats'), and what is typed here instead."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Leftover:
    """A sign that stays, and what to type instead."""

    pattern: re.Pattern[str]
    fix_th: str
    fix_en: str


_LINES = re.MULTILINE

#: In the order in which they are told. Every pattern is bounded.
DIALECTS = (
    Leftover(
        re.compile(r"^!!![ \t]{1,9}[A-Za-z]{1,20}[^\n]{0,80}", _LINES),
        "กรอบข้อความเขียนเป็นสองบรรทัด “> [!NOTE]” แล้ว “> เนื้อความ” (NOTE TIP IMPORTANT WARNING CAUTION)",
        "A box is two lines, “> [!NOTE]” and then “> the text” (NOTE, TIP, IMPORTANT, WARNING, CAUTION)",
    ),
    Leftover(
        re.compile(r"^\?\?\?\+?[ \t]{1,9}[A-Za-z]{1,20}[^\n]{0,80}", _LINES),
        "ส่วนที่พับได้เขียนว่า <details><summary>หัวเรื่อง</summary>เนื้อความ</details>",
        "What folds is written <details><summary>Heading</summary>the text</details>",
    ),
    Leftover(
        re.compile(r"^===[!+]{0,2}[ \t]{1,9}[\"“][^\n]{1,80}", _LINES),
        "เว็บนี้ไม่มีแท็บ: ใช้หัวข้อย่อย เช่น “### ชื่อ”",
        "There are no tabs here: use a heading, as in “### name”",
    ),
    Leftover(
        re.compile(r"==[^\s=][^=\n]{0,120}=="),
        "เน้นคำด้วย **คำ** หรือ <mark>คำ</mark>",
        "Stress words as **word** or <mark>word</mark>",
    ),
    Leftover(
        re.compile(r"\^\^[^\s^][^^\n]{0,120}\^\^"),
        "ขีดเส้นใต้ด้วย <u>คำ</u> หรือเน้นด้วย **คำ**",
        "Underline as <u>word</u>, or stress as **word**",
    ),
    Leftover(
        re.compile(r"(?<=\w)(?:~[0-9A-Za-z+-]{1,9}~|\^[0-9A-Za-z+-]{1,9}\^)"),
        "ตัวห้อยเขียน <sub>2</sub> ตัวยกเขียน <sup>2</sup>",
        "Write <sub>2</sub> for what hangs and <sup>2</sup> for what is raised",
    ),
    Leftover(
        re.compile(r"^\[(?:TOC|\[_?TOC_?\])\]$", _LINES),
        "สารบัญของหน้าขึ้นเอง: ลบบรรทัดนี้",
        "A page's list of headings comes by itself: delete this line",
    ),
    Leftover(
        re.compile(r"\[\[[^\[\]\n]{1,120}\]\]"),
        "ลิงก์ไปเรื่องในคลังเขียน [คำ](lesson:รหัส) ลิงก์ไปเว็บอื่นเขียน [คำ](https://…)",
        "Write a link within the library as [words](lesson:id), to another site as [words](https://…)",
    ),
    Leftover(
        re.compile(r"(?<![\w:/]):[a-z][a-z0-9_+-]{1,40}:(?![\w:/])"),
        "วางอีโมจิเป็นตัวมันเอง เช่น 🙂 หรือลบออก",
        "Put in the emoji itself, such as 🙂, or delete it",
    ),
    Leftover(
        re.compile(r"\+\+[A-Za-z][A-Za-z0-9+\"-]{0,40}\+\+"),
        "ปุ่มบนแป้นเขียน <kbd>Ctrl</kbd>",
        "Write a key as <kbd>Ctrl</kbd>",
    ),
    Leftover(
        re.compile(r"(?<=[^\n])\n:[ \t]{1,9}\S[^\n]{0,60}"),
        "คำกับความหมายเขียนเป็นรายการ เช่น “- **คำ** ความหมาย”",
        "Write words and meanings as a list, as in “- **word** meaning”",
    ),
    Leftover(
        re.compile(r"^\*\[[^\]\n]{1,60}\]:", _LINES),
        "คำย่ออยู่ในหน้าคำศัพท์: เพิ่มใน data/terms.yml แล้วลบบรรทัดนี้",
        "Abbreviations are in the glossary: add it to data/terms.yml and delete this line",
    ),
    Leftover(
        re.compile(r"^(?:--8<--|;--8<--|:::|///)[^\n]{0,80}", _LINES),
        "หน้านี้นำไฟล์หรือบล็อกอื่นเข้ามาไม่ได้: ลบบรรทัดนี้ แล้วพิมพ์เนื้อความเอง",
        "Nothing can be drawn in here: delete this line and type the text itself",
    ),
    Leftover(
        re.compile(r"\{:?[ \t]{0,9}[.#][A-Za-z][^{}\n]{0,80}\}|\{:[^{}\n]{1,80}\}"),
        "ลบ { … } ออก: รูปแบบของหน้าเว็บทำเองทั้งหมด",
        "Delete the { … }: how a page looks is not set in a text",
    ),
    Leftover(
        re.compile(r"\$\$[^$\n]{1,120}\$\$|\$[^\s$][^$\n]{0,60}[\\^_][^$\n]{0,60}\$"),
        "สูตรเขียนเป็นคำ เช่น “สองคูณสาม” หรือ 2 × 3",
        "Write a formula in words, or as in 2 × 3",
    ),
    Leftover(
        re.compile(r"\^\[[^\[\]\n]{1,200}\]"),
        "เชิงอรรถเขียน [^1] ในเนื้อความ แล้วขึ้นย่อหน้าใหม่ว่า “[^1]: คำอธิบาย”",
        "Write a footnote as [^1] in the text, and below it a paragraph “[^1]: the words”",
    ),
)
