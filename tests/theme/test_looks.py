"""Of Material's style sheets a page gets what can match on it: less to load, and nothing looks different."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest
from mkdocs.utils import get_theme_dir
from playwright.sync_api import Browser, Route

from botrian.looks import CLASSES, used_of

STOCK = Path(get_theme_dir("material")) / "assets" / "stylesheets"
PAGES = ("index.html", "lessons/index.html", "tables/index.html", "search/index.html", "guide/about/index.html")
#: Every property of every element and of what stands before and behind it, as one text.
LOOKS = """() => [...document.querySelectorAll('*')].flatMap((one) => [null, '::before', '::after'].map((part) => {
    const style = getComputedStyle(one, part);
    if (part && style.content === 'none') return '';
    return `${one.tagName}.${one.className.baseVal ?? one.className}${part ?? ''} ` +
        [...style].filter((name) => !name.startsWith('--')).map((name) => `${name}:${style[name]}`).join(';');
}))"""


def stock(name: str) -> str:
    """One of Material's own style sheets."""
    return next(STOCK.glob(f"{name}.*.min.css")).read_text(encoding="utf-8")


def test_rules_stay_where_all_that_they_ask_for_can_be() -> None:
    style = (
        ".md-nav{a:b}.md-search .md-nav{a:b}.md-tag,.md-top:hover{a:b}:is(.md-tag,.md-top) a{a:b}:is(.md-tag) a{a:b}"
        ".md-nav:not(.md-tag){a:b}[dir=rtl] .md-nav{a:b}[dir=ltr] .md-nav{a:b}[data-md-color-accent=red]{a:b}"
        "@media print{.md-tag{a:b}}@media screen{p{a:b!important}.md-tag{a:b}}@keyframes x{0%{a:b}}"
    )

    assert used_of(style) == (
        ".md-nav{a:b}.md-top:hover{a:b}:is(.md-tag,.md-top) a{a:b}.md-nav:not(.md-tag){a:b}[dir=ltr] .md-nav{a:b}"
        "@media screen{p{a:b!important}}@keyframes x{0%{a:b}}"
    )


def test_variables_stay_where_somebody_reads_them() -> None:
    style = ":root{--a:var(--b);--b:1;--c:2;--d:var(--e);--e:3;--f:4}.md-nav{x:var(--a)}.md-tag{x:var(--c)}"

    assert used_of(style, [".kb{y:var(--f)}"]) == ":root{--a:var(--b);--b:1;--f:4}.md-nav{x:var(--a)}"


def test_every_class_of_a_page_that_material_dresses_is_named(library_site: Path) -> None:
    texts = re.compile(r"\"[^\"]*\"|'[^']*'|url\([^)]*\)?")
    dressed = set(re.findall(r"\.(-?[A-Za-z_][\w-]*)", texts.sub("", stock("main"))))
    pages = [page.read_text(encoding="utf-8") for page in library_site.rglob("*.html")]
    pages = [page for page in pages if "/stylesheets/main." in page]
    found = {name for page in pages for value in re.findall(r'class="([^"]*)"', page) for name in value.split()}

    assert {"md-header", "md-path__list"} <= found & dressed
    assert (found & dressed) - CLASSES == set()


def test_a_page_gets_less_than_half_of_materials_looks(library_site: Path) -> None:
    for folder in ("", "en/"):
        served = list((library_site / folder / "assets/stylesheets").glob("*.css"))
        sent = sum(len(gzip.compress(file.read_bytes(), mtime=0)) for file in served)
        whole = sum(len(gzip.compress(stock(name).encode(), mtime=0)) for name in ("main", "palette"))

        assert len(served) == 2
        assert sent < whole / 2


@pytest.mark.browser
@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_looks_different(browser: Browser, library_site: Path, width: int, scheme: str) -> None:
    def whole(route: Route) -> None:
        route.fulfill(body=stock(Path(route.request.url).name.partition(".")[0]), content_type="text/css")

    found: list[dict[str, list[str]]] = []
    for ours in (True, False):
        with browser.new_context(
            viewport={"width": width, "height": 800}, color_scheme="dark" if scheme == "dark" else "light"
        ) as context:
            page = context.new_page()
            if not ours:
                page.route("**/assets/stylesheets/*.css", whole)
            looks: dict[str, list[str]] = {}
            for path in PAGES:
                page.goto((library_site / path).as_uri(), wait_until="networkidle")
                looks[path] = page.evaluate(LOOKS)
            found.append(looks)

    for path in PAGES:
        assert len(found[0][path]) > 100
        differing = [pair for pair in zip(found[0][path], found[1][path], strict=True) if pair[0] != pair[1]]
        assert differing[:1] == [], path
