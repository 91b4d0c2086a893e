"""Where a citation stands: section, printed page and how sure, from the source's own outline and page starts."""

from __future__ import annotations

import gc

from hypothesis import given
from hypothesis import strategies as st

from botrian.citing import places
from botrian.citing.places import cited_place, same_passage
from botrian.records import Citation, PageStart, Repeat, Section, Source, Text


def text(words: str) -> Text:
    return Text(th=words, en=words)


def source(**more: object) -> Source:
    about = {name: text("x") for name in ("title", "short", "cite_as", "about")}
    return Source.model_validate({"id": "book", "kind": "book", "lines": 300, **about, **more})


def cited(first: int, last: int) -> Citation:
    return Citation(source="book", lines=(first, last))


PAGED = source(
    pages=(
        PageStart(page=7, line=100),
        PageStart(page=8, line=120, certain=True),
        PageStart(page=9, line=140, certain=True),
    ),
    sections=(Section(lines=(90, 200), title=text("wide")), Section(lines=(115, 130), title=text("narrow"))),
    chapters=(Section(lines=(1, 99), title=text("one"), page=2, last_page=6),),
)


def test_a_line_stands_on_the_page_that_began_last() -> None:
    assert cited_place(cited(119, 119), PAGED).pages == (7, 7)
    assert cited_place(cited(120, 120), PAGED).pages == (8, 8)


def test_lines_over_a_page_end_have_both_pages() -> None:
    assert cited_place(cited(119, 121), PAGED).pages == (7, 8)


def test_a_page_is_certain_only_where_all_of_it_is() -> None:
    assert cited_place(cited(120, 141), PAGED).sure == "certain"
    assert cited_place(cited(119, 121), PAGED).sure == "about"


def test_where_no_page_start_is_known_the_chapter_gives_its_range() -> None:
    place = cited_place(cited(10, 12), PAGED)

    assert (place.pages, place.sure) == ((2, 6), "chapter")


def test_a_source_without_pages_and_chapters_has_lines_only() -> None:
    place = cited_place(cited(10, 12), source())

    assert (place.pages, place.section, place.lines) == (None, None, (10, 12))


def test_the_narrowest_section_is_told() -> None:
    section = cited_place(cited(116, 118), PAGED).section

    assert section is not None
    assert section.en == "narrow"


def test_pages_that_the_citation_names_win_over_those_counted() -> None:
    place = cited_place(Citation(source="book", lines=(119, 119), pages=(42, 43)), PAGED)

    assert (place.pages, place.sure) == ((42, 43), "certain")


def test_a_testimony_is_its_own_place() -> None:
    place = cited_place(Citation(source="book"), source())

    assert (place.lines, place.pages, place.time, place.named) == (None, None, None, "")


@given(st.lists(st.integers(1, 300), min_size=1, unique=True).map(sorted), st.integers(1, 300), st.integers(0, 40))
def test_pages_never_run_backwards(starts: list[int], first: int, more: int) -> None:
    book = source(pages=tuple(PageStart(page=at + 1, line=line) for at, line in enumerate(starts)))
    pages = cited_place(cited(first, min(300, first + more)), book).pages

    assert pages is None or (pages[0] <= pages[1] and starts[pages[0] - 1] <= first)


def test_overlapping_lines_are_one_passage() -> None:
    assert same_passage((10, 12), (12, 14), source())
    assert not same_passage((10, 12), (13, 14), source())


def test_a_passage_that_the_book_repeats_is_one_passage_either_way() -> None:
    book = source(repeats=(Repeat(lines=(10, 20), again=(200, 210)),))

    assert same_passage((12, 13), (205, 206), book)
    assert same_passage((205, 206), (12, 13), book)
    assert not same_passage((12, 13), (220, 221), book)


def test_a_repeat_in_another_source_joins_no_two_passages_of_this_one() -> None:
    book = source(repeats=(Repeat(lines=(10, 20), again=(200, 210), source="other"),))

    assert not same_passage((12, 13), (205, 206), book)


def test_a_place_is_found_once_and_let_go_with_its_source() -> None:
    """Pages, files and tables ask for the same again and again; a served tree has new sources after each edit."""
    other = source(sections=(Section(lines=(1, 300), title=text("other")),))
    before = len(places.HELD)
    found = cited_place(cited(120, 121), other)

    assert cited_place(cited(120, 121), other) is found
    assert found.section == text("other") != cited_place(cited(120, 121), PAGED).section
    assert len(places.HELD) == before + 1
    del other
    gc.collect()
    assert len(places.HELD) == before
