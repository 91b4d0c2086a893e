"""How well the judged queries find pages of the live content: a report for maintainers, no gate.

    PYTHONPATH=hooks .venv/bin/python -m tests.search.report

New content moves these shares, so nobody's pull request is held against them; the gate stands on the frozen copy.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright

from botrian.check import check
from botrian.commands.browser import find_browser
from botrian.read import Paths
from botrian.records import LANGUAGES
from botrian.site.clock import the_day
from tests.conftest import CHROMIUM_OPTIONS, ROOT, served
from tests.search.asking import asked
from tests.search.judged import Query, as_table, cited, queries, shares
from tests.search.small_site import write_site_of


def found(browser_path: Path) -> dict[Query, list[bool]]:
    """For every judged query whether each of its first results is right, over the live content."""
    knowledge = check(Paths.of(ROOT), the_day(os.environ)).knowledge
    assert knowledge is not None, "the content has errors: kb.py check"
    with TemporaryDirectory() as name:
        write_site_of(knowledge, Path(name))
        with served(Path(name)) as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=browser_path, args=list(CHROMIUM_OPTIONS))
            lines = {language: cited(knowledge, language) for language in LANGUAGES}
            return dict(asked(browser, address, queries(), lines))


def main() -> int:
    """Print the shares by class, and the queries that find no right page among the first five; 1 without a browser."""
    browser = find_browser()
    if browser is None:
        print("no Chromium found: install one, or set BOTRIAN_CHROMIUM", file=sys.stderr)
        return 1
    answers = found(browser.path)
    places = {query: some[:5].index(True) if True in some[:5] else None for query, some in answers.items()}
    print(as_table(shares(places)))
    for query, place in places.items():
        if place is None:
            print(f"{query.kind:<16}{query.id:<14}{query.text}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
