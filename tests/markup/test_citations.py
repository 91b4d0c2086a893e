"""A citation in a text names a source and a place of any kind; what is typed otherwise is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from botrian.markup import CITATION, citation_of, typed
from botrian.records import Citation

FORMS = {
    "[@book L10]": Citation(source="book", lines=(10, 10)),
    "[@book L10-12]": Citation(source="book", lines=(10, 12)),
    "[@book L๑๐–๑๒]": Citation(source="book", lines=(10, 12)),
    "[@book น. 12]": Citation(source="book", pages=(12, 12)),
    "[@book น.12-13]": Citation(source="book", pages=(12, 13)),
    "[@book หน้า ๑๒–๑๓]": Citation(source="book", pages=(12, 13)),
    "[@book p. 12]": Citation(source="book", pages=(12, 12)),
    "[@book pp. 12-13]": Citation(source="book", pages=(12, 13)),
    "[@talk ข้อ 3]": Citation(source="talk", question=3),
    "[@talk q 3]": Citation(source="talk", question=3),
    "[@talk 0:12:30-0:13:05]": Citation(source="talk", time=("0:12:30", "0:13:05")),
    "[@talk 12:30]": Citation(source="talk", time=("12:30", "12:30")),
    '[@act "มาตรา 21"]': Citation(source="act", section="มาตรา 21"),
    "[@act “มาตรา 21”]": Citation(source="act", section="มาตรา 21"),
    "[@village-head]": Citation(source="village-head"),
}


@pytest.mark.parametrize("text", FORMS)
def test_each_form_names_its_place(text: str) -> None:
    match = CITATION.fullmatch(text)

    assert match is not None
    assert citation_of(match) == FORMS[text]


@pytest.mark.parametrize(
    "text",
    [
        "[@book 50-52]",
        "[@book L]",
        "[@book L1234567]",
        "[@book มาตรา 21]",
        "[@book ข้อ 0]",
        "[@Book L1]",
        '[@book ""]',
        "[@]",
    ],
)
def test_what_is_typed_otherwise_is_no_citation(text: str) -> None:
    assert CITATION.search(text) is None


NUMBERS = st.integers(1, 999_999)
PLACES = st.one_of(
    st.builds(lambda a, b: {"lines": (a, b)}, NUMBERS, NUMBERS),
    st.builds(lambda a, b: {"pages": (a, b)}, NUMBERS, NUMBERS),
    st.builds(lambda a: {"question": a}, st.integers(1, 999)),
    st.builds(lambda a, b: {"time": (f"0:{a:02}:00", f"1:{b:02}:59")}, st.integers(0, 59), st.integers(0, 59)),
    st.builds(lambda a: {"section": f"มาตรา {a}"}, NUMBERS),
    st.just({}),
)


@given(PLACES)
def test_a_citation_that_is_typed_is_read_as_itself(place: dict[str, object]) -> None:
    citation = Citation.model_validate({"source": "krabi-book", **place})
    match = CITATION.fullmatch(typed(citation))

    assert match is not None
    assert citation_of(match) == citation
