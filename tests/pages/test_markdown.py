"""What people write under docs/ comes out clean, with its links, citations and tables in place."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from botrian.pages.markdown import ATTRIBUTES, TAGS, cleaned, rendered
from botrian.pages.staged import HEADING_MARK
from tests.pages.sample import sample_desk, sample_knowledge

HOSTILE = [
    "<script>alert(1)</script>",
    '<img src=x onerror="alert(1)">',
    '<a href="javascript:alert(1)">x</a>',
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](data:text/html,<script>alert(1)</script>)",
    "[x](//evil.example/a)",
    "![x](//evil.example/a.png)",
    '<iframe src="https://evil.example"></iframe>',
    '<form action="https://evil.example"><input name=a></form>',
    "<style>body{display:none}</style>",
    '<p style="position:fixed">x</p>',
    "<svg><script>alert(1)</script></svg>",
    '<div onmouseover="alert(1)">x</div>',
    "</div></article><script>alert(1)</script>",
    "\ue0000\ue001<b>x</b>",
]
#: A link may lead to these, or inside the site.
SCHEMES = ("http", "https", "mailto")


def _page(text: str) -> str:
    return str(rendered(text, sample_desk(), "lessons/x.md")).replace(HEADING_MARK, "")


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_that_runs_or_loads_from_elsewhere_survives(text: str) -> None:
    _holds_nothing_hostile(_page(text))


@given(st.text(max_size=200), st.sampled_from(HOSTILE), st.text(max_size=50))
def test_no_text_around_it_saves_hostile_html(before: str, hostile: str, after: str) -> None:
    _holds_nothing_hostile(_page(f"{before}{hostile}{after}"))


def _holds_nothing_hostile(page: str) -> None:
    tree = html.fromstring(f"<main>{page}</main>")
    assert tree.xpath("//script | //style | //iframe | //form | //input | //svg | //object | //embed | //link") == []
    for element in tree.iter():
        for name, value in element.attrib.items():
            assert not str(name).startswith("on")
            assert name != "style"
            if name in ("href", "src"):
                scheme = re.match(r"\s*([a-z][a-z0-9+.-]*):", str(value), re.IGNORECASE)
                assert scheme is None or scheme[1].lower() in SCHEMES
                assert not str(value).strip().startswith("//")


@given(st.text(max_size=300))
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert cleaned(cleaned(text)) == cleaned(text)


def test_the_allow_list_names_no_tag_or_attribute_that_runs() -> None:
    assert {"script", "style", "iframe", "form", "object", "svg"} & TAGS == set()
    assert not any(name.startswith("on") or name == "style" for names in ATTRIBUTES.values() for name in names)


def test_a_record_link_leads_from_the_page_to_the_record() -> None:
    knowledge = sample_knowledge()
    case = next(iter(knowledge.cases.values()))

    page = _page(f"ดู[กรณีนี้](case:{case.id})")

    assert f'<a href="../../cases/{case.province}/{case.id}/">กรณีนี้</a>' in page


def test_a_citation_becomes_a_marker_that_leads_to_the_lines_of_its_source() -> None:
    source = next(iter(sample_knowledge().sources))

    page = _page(f"เริ่มปี 2543 [@{source} L3-4]")

    assert f'href="../../sources/{source}/#L3-4"' in page
    assert "[1]</a>" in page


def test_a_marker_on_a_line_of_its_own_places_the_table_there() -> None:
    table = next(iter(sample_knowledge().tables))

    page = _page(f"ก่อน\n\n{{{{ table {table} }}}}\n\nหลัง")

    assert f'data-table="{table}"' in page
    assert page.index("ก่อน") < page.index("data-table") < page.index("หลัง")


def test_a_file_link_becomes_the_address_of_its_page() -> None:
    assert 'href="../../guide/evidence/"' in _page("[หลักฐาน](../guide/evidence.md)")
    assert 'href="../../guide/evidence/#a"' in _page("[หลักฐาน](../guide/evidence.en.md#a)")


def test_a_link_out_of_the_docs_folder_leads_nowhere() -> None:
    assert 'href=""' in _page("[x](../../../etc/passwd)")


def test_headings_keep_their_thai_vowels_in_anchors_and_never_take_ours() -> None:
    page = _page("## เป้าหมายที่ตั้งไว้\n\nก\n\n## timeline\n\nข")

    assert "{#เป้าหมายที่ตั้งไว้}" in page
    assert "{#timeline}" not in page


def test_an_example_of_a_file_stays_an_example() -> None:
    page = _page("ก่อน\n\n```\n---\nid: x\ntitle: ก\n---\n```\n\nหลัง")

    assert "<pre><code>---\nid: x\ntitle: ก\n---\n</code></pre>" in page
    assert "<h2" not in page
