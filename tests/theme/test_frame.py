"""The frame of every page: what it shows, what it may load, and that content cannot break out of it."""

from __future__ import annotations

import gzip
import json
from base64 import b64encode
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from urllib.parse import urlsplit

from mkdocs.config import load_config
from mkdocs.utils import get_theme_dir

from tests.theme.tiny_site import ROOT, Elements

LESSON = "lessons/water/index.html"
FRAME = ROOT / "hooks" / "theme"
ASSETS = FRAME / "assets"
OVERRIDDEN = Path(__file__).with_name("overridden.json")
#: Data blocks, never run: linked data, and what Material's script reads.
DATA_BLOCK = "application/ld+json"
DATA_BLOCKS = {DATA_BLOCK, "application/json"}
MISSING = "404.html"
LOADING_RELS = {"stylesheet", "icon", "preload", "modulepreload", "manifest", "preconnect", "dns-prefetch"}
#: On a phone, compressed.
FRAME_BYTES = 36_000


def test_no_page_holds_an_inline_script_or_style(pages: dict[str, Elements]) -> None:
    inline = [
        (path, tag, attributes)
        for path, page in pages.items()
        for tag, attributes, _ in page.found
        if (tag == "script" and "src" not in attributes and attributes.get("type") not in DATA_BLOCKS)
        or (tag == "style" and not path.endswith(MISSING))
        or any(name == "style" or name.startswith("on") for name in attributes)
        or attributes.get("href", "").startswith("javascript:")
    ]

    assert inline == []


def test_every_page_carries_the_policy_before_anything_it_loads(pages: dict[str, Elements]) -> None:
    for path, page in pages.items():
        loads = [
            tag == "meta"
            for tag, attributes, _ in page.found
            if tag in ("script", "link") or attributes.get("http-equiv") == "Content-Security-Policy"
        ]
        assert loads[0], path


def test_the_policy_allows_nothing_unsafe_and_no_other_host(pages: dict[str, Elements]) -> None:
    policies = {
        attributes["content"]
        for path, page in pages.items()
        if not path.endswith(MISSING)
        for attributes, _ in page.named("meta")
        if "http-equiv" in attributes
    }
    words = {word for policy in policies for word in policy.replace(";", " ").split()}
    sources = {word for word in words if not word.endswith("-src") and word not in ("base-uri", "form-action")}

    assert sources == {"'none'", "'self'", "file:", "data:"}


def test_nothing_is_loaded_from_another_host(pages: dict[str, Elements]) -> None:
    foreign = [
        (path, address)
        for path, page in pages.items()
        for tag, attributes, _ in page.found
        for address in [
            attributes.get("src", ""),
            attributes.get("href", "") if LOADING_RELS & set(attributes.get("rel", "").split()) else "",
        ]
        if urlsplit(address).netloc
    ]

    assert foreign == []


def test_every_file_that_a_page_loads_is_there(pages: dict[str, Elements], tiny_site: Path) -> None:
    missing = [
        (path, address)
        for path, page in pages.items()
        for tag, attributes, _ in page.found
        for address in [attributes.get("src") or (attributes.get("href", "") if tag == "link" else "")]
        if address and not urlsplit(address).scheme and not address.endswith("feed.xml")
        if not (tiny_site / path).parent.joinpath(address).is_file()
    ]

    assert missing == []


def test_the_page_says_which_language_it_is_in(pages: dict[str, Elements]) -> None:
    for path, page in pages.items():
        assert page.named("html")[0][0]["lang"] == ("en" if path.startswith("en/") else "th"), path


def test_the_language_switch_leads_to_the_same_page_and_back(pages: dict[str, Elements], tiny_site: Path) -> None:
    for path, page in pages.items():
        if path.endswith(MISSING):
            continue
        (switch,) = [a for a, _ in page.named("a") if "hreflang" in a]
        twin = path.removeprefix("en/") if path.startswith("en/") else f"en/{path}"
        target = (tiny_site / path).parent / switch["href"] / "index.html"
        assert target.resolve() == (tiny_site / twin).resolve()


def test_the_english_address_is_the_thai_one_with_en_behind() -> None:
    thai, english = (load_config(str(ROOT / name), hooks=[]).site_url for name in ("mkdocs.yml", "mkdocs.en.yml"))

    assert english == f"{thai}en/"


def test_breadcrumbs_lead_from_the_home_page_and_end_at_this_page(tiny_site: Path) -> None:
    html = (tiny_site / LESSON).read_text(encoding="utf-8")
    crumbs = Elements(html.partition('class="md-path"')[2].partition("</nav>")[0])

    assert [a["href"] for a, _ in crumbs.named("a")] == ["../..", "../"]
    assert [a.get("aria-current") for a, _ in crumbs.named("span")] == ["page"]


def test_front_matter_text_is_shown_as_text_never_as_markup(tiny_site: Path) -> None:
    html = (tiny_site / LESSON).read_text(encoding="utf-8")

    assert "น้ำ &lt;b&gt;ใส&lt;/b&gt;" in html
    assert 'content="เมื่อมีข้อมูลเป็นของตัวเอง &#34;สภาฯ&#34; คุยกับจังหวัดได้ง่ายขึ้น"' in html


def test_linked_data_stays_one_block_whatever_its_text_holds(pages: dict[str, Elements]) -> None:
    (block,) = [text for a, text in pages[LESSON].named("script") if a.get("type") == DATA_BLOCK]

    assert json.loads(block)["name"] == "a </script><script>alert(1)</script>"


def test_the_page_tells_its_date_how_to_cite_and_where_to_correct_it(pages: dict[str, Elements]) -> None:
    page = pages[LESSON]
    links = [a["href"] for a, _ in page.named("a")]

    assert page.named("time")[-1] == ({"datetime": "2026-11-21"}, "21 พฤศจิกายน 2569")
    assert any(link.endswith("/edit/main/docs/lessons/water.md") for link in links)
    assert any("/issues/new?title=" in link and link.endswith("/lessons/water/") for link in links)
    assert any("ฉบับ 21 พ.ย. 2569" in text for _, text in page.named("p"))


def test_the_menu_marks_the_collection_that_a_page_belongs_to(pages: dict[str, Elements]) -> None:
    current = [(a["href"], a["aria-current"]) for a, _ in pages[LESSON].named("a") if "aria-current" in a]

    assert current == [("../", "true")]


def test_a_missing_page_answers_in_both_languages_and_leads_on(pages: dict[str, Elements]) -> None:
    page = pages[MISSING]

    assert [a["lang"] for a, _ in page.named("section")] == ["th", "en"]
    assert len(page.named("form")) == 2
    assert len(page.named("a")) > 12


def test_a_missing_page_needs_no_other_file_and_knows_no_depth(pages: dict[str, Elements], tiny_site: Path) -> None:
    """Hosts answer with it at every depth and under every address."""
    for path in (MISSING, f"en/{MISSING}"):
        addresses = [a.get("href") or a.get("src") or a.get("action") for _, a, _ in pages[path].found]
        style = (tiny_site / path).read_text(encoding="utf-8").partition("<style>")[2].partition("</style>")[0]
        digest = b64encode(sha256(style.encode()).digest()).decode()
        (policy,) = [a["content"] for a, _ in pages[path].named("meta") if "http-equiv" in a]

        assert {urlsplit(address).scheme for address in addresses if address} == {"https", "data"}
        assert f"'sha256-{digest}'" in policy


def test_the_page_before_is_named_as_text(tiny_site: Path) -> None:
    html = (tiny_site / LESSON).read_text(encoding="utf-8")

    assert '<div class="md-ellipsis">ก่อน</div>' in html


def test_what_we_put_in_the_place_of_a_file_of_materials_still_takes_the_place_of_that_file() -> None:
    """A changed original is looked at before its digest is written here again: hooks/README.md tells how."""
    theirs = Path(get_theme_dir("material"))
    ours = [file.relative_to(FRAME).as_posix() for file in FRAME.rglob("*.html")]
    found = {
        name: sha256((theirs / name).read_bytes()).hexdigest() for name in sorted(ours) if (theirs / name).is_file()
    }

    assert {"version": version("mkdocs-material"), "files": found} == json.loads(OVERRIDDEN.read_text(encoding="utf-8"))


def test_every_override_has_its_reason_in_the_map() -> None:
    told = (ROOT / "hooks" / "README.md").read_text(encoding="utf-8")
    files = json.loads(OVERRIDDEN.read_text(encoding="utf-8"))["files"]

    assert [name for name in files if f"`{name}`" not in told] == []


def test_arriving_at_a_place_on_a_page_takes_no_time() -> None:
    """Smooth scrolling also plays when a fresh page opens at a citation, a term or a search hit."""
    assert [path.name for path in ASSETS.glob("*.css") if "scroll-behavior" in path.read_text(encoding="utf-8")] == []


def test_the_frame_stays_light_for_a_slow_line(pages: dict[str, Elements], tiny_site: Path) -> None:
    """All that a page loads on a phone before it has words of its own: Material's files, and ours."""
    page = pages[LESSON]
    links = [a["href"] for a, _ in page.named("link") if a.get("rel") in ("stylesheet", "icon")]
    files = [*links, *(a["src"] for a, _ in page.named("script") if "src" in a and "data-wide" not in a)]
    sent = sum(len(gzip.compress((tiny_site / LESSON).parent.joinpath(name).read_bytes(), mtime=0)) for name in files)

    assert sent < FRAME_BYTES


def test_material_own_search_is_not_asked_for(pages: dict[str, Elements]) -> None:
    asked = [path for path, page in pages.items() for a, _ in page.named("form") if a.get("name") == "search"]

    assert asked == []
