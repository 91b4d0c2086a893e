"""The script that copies a table writes cells as the CSV file does: the shipped code, in Chromium."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from botrian.browser import expression
from botrian.exports.colours import office

pytestmark = pytest.mark.browser

CELLS: list[dict[str, str]] = json.loads((Path(__file__).parent / "cells.json").read_text(encoding="utf-8"))
#: A table of one row and one column with each text in turn: as it is copied for Excel, and as it is written to a file.
FIELDS = """(texts) => texts.map((text) => {
  const content = { caption: "c", grid: [[["head"]], [[text]]], groups: null, places: new Map() };
  const context = { say: (name) => name, library: "library", link: "link" };
  const tsv = (FORMATS).asTsv(content, context);
  const table = { language: "th", columns: [{ id: "said", type: "text", unit: "" }] };
  table.rows = [{ id: "a", name: "b", cells: [{ lines: [text] }] }];
  const csv = (VALUES).valuesCsv(table, { rows: ["a"], columns: ["said"] });
  return [csv.slice("\\ufeffid,name_th,said_th\\r\\na,b,".length, -"\\r\\n".length), tsv.slice("head\\r\\n".length)];
})"""


def test_both_write_the_same_fields(browser: Browser) -> None:
    page = browser.new_page()
    data = {"colours.js": office()}
    fields = FIELDS.replace("FORMATS", expression("tables/formats.js", data))
    fields = fields.replace("VALUES", expression("office/values.js", data))
    found = page.evaluate(fields, [cell["text"] for cell in CELLS])
    page.close()

    assert found == [[cell["field"], cell["field"]] for cell in CELLS]
