"""What a value is of stands in a cell of a page as it stands in every file."""

from __future__ import annotations

from decimal import Decimal

import pytest

from botrian.pages.table_view import cell_html
from botrian.records import LANGUAGES, Language, Text
from botrian.tables import Cell, Value
from botrian.tables.reading import cell_lines
from botrian.thai import parse_date
from tests.exports.readers import page_of
from tests.pages.sample import sample_desk

YEAR = parse_date("2546 BE")
VISION = Text(th="พึ่งตนเอง", en="self-reliance")
VALUES = {
    "text": Value("text", VISION, year=YEAR),
    "list": Value("list", VISION, items=(VISION, VISION), year=YEAR),
    "number": Value("number", Text(th="76", en="76"), number=Decimal(76), year=YEAR),
    "date": Value("date", Text(th="พ.ศ. 2550", en="2007"), date=parse_date("2550 BE"), year=YEAR),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("together", [1, 2])
@pytest.mark.parametrize("kind", VALUES)
def test_the_year_that_a_value_is_of_is_told_on_the_page_as_in_the_files(
    kind: str, together: int, language: Language
) -> None:
    cell = Cell((VALUES[kind],) * together)
    year = f"({YEAR.format(language)})"
    page = page_of(f"<div>{cell_html(cell, sample_desk(language))}</div>".encode()).text_content()

    assert " ".join(cell_lines(cell, language)).count(year) == together
    assert page.replace("\u00a0", " ").count(year) == together
