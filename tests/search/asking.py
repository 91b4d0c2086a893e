"""Queries and a search page enter; for each query whether its first results are right leaves.

One page answers all queries: each is put into the address as a reader who goes back and forth does it, and the
results are read as the page lists them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from urllib.parse import urlsplit

from playwright.sync_api import Browser

from botrian.records import LANGUAGES, Language
from tests.search.judged import Lines, Query, right

#: Resolves to the addresses that the page lists for a query, once it says how many there are.
ASK = """async (queries) => {
  const status = document.querySelector("[data-search-status]");
  const answered = /พบ|ไม่|result|Nothing|No /;
  const said = () => new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`no answer: ${location.search}`)), 30000);
    const look = () => {
      if (!answered.test(status.textContent)) return;
      watching.disconnect();
      clearTimeout(late);
      resolve();
    };
    const watching = new MutationObserver(look);
    watching.observe(status, { childList: true, characterData: true, subtree: true });
    look();
  });
  const found = [];
  for (const query of queries) {
    status.textContent = "";
    history.pushState(null, "", `?${new URLSearchParams({ q: query })}`);
    dispatchEvent(new PopStateEvent("popstate"));
    await said();
    found.push([...document.querySelectorAll("[data-search-result] a")].map((link) => link.href));
  }
  return found;
}"""


def asked(
    browser: Browser,
    site: str,
    queries: Iterable[Query],
    cited: Mapping[Language, Mapping[str, tuple[Lines, ...]]],
) -> Mapping[Query, list[bool]]:
    """For every query whether each of its first results is right; ``site`` has no slash at its end."""
    answers: dict[Query, list[bool]] = {}
    for language in LANGUAGES:
        some = [query for query in queries if query.language == language]
        root = f"{site}/en/" if language == "en" else f"{site}/"
        for query, urls in zip(some, _listed(browser, root, some), strict=True):
            pages = [urlsplit(url)._replace(query="").geturl().removeprefix(root) for url in urls]
            answers[query] = [right(query, cited[language].get(page, ())) for page in pages]
    return answers


def _listed(browser: Browser, root: str, queries: list[Query]) -> list[list[str]]:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{root}search/")
        found: list[list[str]] = page.evaluate(ASK, [query.text for query in queries])
        return found
