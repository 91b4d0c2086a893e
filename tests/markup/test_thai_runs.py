"""Thai on an English page is marked as Thai, and the HTML stays what it was."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape

from botrian.markup import is_thai, text_marked, thai_marked

MARK = re.compile('<span lang="th">|</span>')


@pytest.mark.parametrize(
    ("html", "marked"),
    [
        ("<p>No Thai</p>", "<p>No Thai</p>"),
        ("<p>ไทย</p>", '<p><span lang="th">ไทย</span></p>'),
        ("<p>In ไทย (พ.ศ. 2551) and on</p>", '<p>In <span lang="th">ไทย (พ.ศ</span>. 2551) and on</p>'),
        ("ก &amp; ข", '<span lang="th">ก</span> &amp; <span lang="th">ข</span>'),
        ('<p lang="th">ไทย <b>ไทย</b></p>ไทย', '<p lang="th">ไทย <b>ไทย</b></p><span lang="th">ไทย</span>'),
        ('<a title="ไทย" href="#">x</a>', '<a title="ไทย" href="#">x</a>'),
        (
            "<select><option>ไทย</option></select><i>ไทย</i>",
            '<select><option>ไทย</option></select><i><span lang="th">ไทย</span></i>',
        ),
        ("<script>'ไทย<b>'</script>ไทย", "<script>'ไทย<b>'</script><span lang=\"th\">ไทย</span>"),
        ("<svg><text>ไทย</text></svg><br>ไทย", '<svg><text>ไทย</text></svg><br><span lang="th">ไทย</span>'),
        # What stands inside an element that holds text alone may end before it does.
        ("<svg><g><text>ไทย</text></g><text>ไทย</text></svg>", "<svg><g><text>ไทย</text></g><text>ไทย</text></svg>"),
        ('<p lang="th"><b>ไทย</b> ไทย</p>', '<p lang="th"><b>ไทย</b> ไทย</p>'),
        ('<input value="ไทย">ไทย<hr/>', '<input value="ไทย"><span lang="th">ไทย</span><hr/>'),
    ],
)
def test_thai_is_marked_where_it_is_read_and_nowhere_else(html: str, marked: str) -> None:
    assert thai_marked(html) == marked


def test_a_plain_text_is_escaped_first() -> None:
    assert text_marked("<b>ไทย</b>") == '&lt;b&gt;<span lang="th">ไทย</span>&lt;/b&gt;'


@given(st.text(alphabet="กข่ ab1&<>\"'.-()\n"))
def test_without_the_marks_it_is_the_same_html(text: str) -> None:
    assert MARK.sub("", text_marked(text)) == escape(text)


@pytest.mark.parametrize(
    ("text", "thai"), [("ออมก่อน 100 บาท", True), ("Save ก่อน", False), ("Save first", False), ("100", False)]
)
def test_a_title_is_thai_where_it_has_no_latin_letter(text: str, thai: bool) -> None:
    assert is_thai(text) is thai
