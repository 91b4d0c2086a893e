"""What people write under docs/ comes out with its links, citations and tables in place."""

from __future__ import annotations

from botrian.pages.markdown import citations_in_text, rendered
from tests.pages.sample import sample_desk, sample_knowledge


def _page(text: str) -> str:
    return str(rendered(text, sample_desk(), "lessons/x.md"))


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

    assert 'id="เป้าหมายที่ตั้งไว้"' in page
    assert 'id="timeline"' not in page


def test_the_citations_of_a_text_are_those_that_its_page_shows() -> None:
    text = "ก [@x L1-2] `[@x L3]` [ข [@x L4]](https://example.org/) &#91;@x L5]\n\n```\n[@x L6]\n```\n"

    assert [one.lines for one in citations_in_text(text)] == [(1, 2), (5, 5)]


def test_an_example_of_a_file_stays_an_example() -> None:
    page = _page("ก่อน\n\n```\n---\nid: x\ntitle: ก\n---\n```\n\nหลัง")

    assert "<pre><code>---\nid: x\ntitle: ก\n---\n</code></pre>" in page
    assert "<h2" not in page
