"""The script that copies a table writes cells as the CSV file does: the shipped code, in Chromium."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from botrian.browser import expression

pytestmark = pytest.mark.browser

CELLS: list[dict[str, str]] = json.loads((Path(__file__).parent / "cells.json").read_text(encoding="utf-8"))
#: A table of one row and one column with each text in turn, as the script gives it to Excel and to a file.
FIELDS = """(texts) => texts.map((text) => {
  const formats = FORMATS;
  const content = { caption: "c", grid: [[["head"]], [[text]]], groups: null, places: new Map() };
  const context = { say: (name) => name, library: "library", link: "link" };
  const csv = formats.asCsv(content, context);
  const tsv = formats.asTsv(content, context);
  return [csv.slice("\\ufeffhead\\r\\n".length, -"\\r\\n".length), tsv.slice("head\\r\\n".length)];
})"""


def test_both_write_the_same_fields(browser: Browser) -> None:
    page = browser.new_page()
    fields = FIELDS.replace("FORMATS", expression("tables/formats.js", {}))
    found = page.evaluate(fields, [cell["text"] for cell in CELLS])
    page.close()

    assert found == [[cell["field"], cell["field"]] for cell in CELLS]
