"""The corpus of payloads, through checking, building, Chromium and every export: nothing runs, nothing leads away.

A payload that is refused has done its work for us. What is taken must come out as the letters that it is: a site of
hostile words has the same elements, with the same attributes, as one of harmless words.
"""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections import Counter
from pathlib import Path

import pytest
from lxml import etree, html

from botrian.check import check
from tests.check.trees import TODAY, base_tree
from tests.hostile.conftest import Built, taken_texts
from tests.hostile.payloads import corpus, of_body, of_head, texts

#: Elements and attributes that no page of ours has, whatever is written.
NEVER = "//iframe[@src or @srcdoc] | //object | //embed | //base | //form[contains(@action, 'evil')]"
#: A page that has moved leads on to another of ours.
REFRESH = "//meta[@http-equiv='refresh'][not(starts-with(@content, '0; url=../'))]"
HANDLER = re.compile(r"^on|^style$|^srcdoc$|^formaction$|^ping$|^background$|^xlink", re.IGNORECASE)
ACTIVE = re.compile(r"^\s*(javascript|vbscript|data:text|blob|file):?", re.IGNORECASE)


def parsed(file: Path) -> html.HtmlElement:
    return html.fromstring(file.read_bytes().decode("utf-8"))


def skeleton(page: html.HtmlElement) -> Counter[tuple[str, tuple[str, ...]]]:
    """How often each element with these attributes stands on a page."""
    return Counter((str(one.tag), tuple(sorted(one.attrib))) for one in page.iter() if isinstance(one.tag, str))


# ---- what checking says -------------------------------------------------------------------------------------------


def test_there_are_enough_payloads_and_none_twice() -> None:
    every = [*texts(), *(one for name in ("bodies", "heads", "paths", "addresses") for one in corpus()[name])]

    assert len(every) >= 220
    assert len(list(texts())) == len(set(texts()))


@pytest.mark.parametrize("head", corpus()["heads"], ids=ascii)
def test_no_line_of_front_matter_means_more_than_a_field(head: str) -> None:
    assert of_head(head) == "stopped"


#: What the names of files come out as that are neither refused nor told: they are what people may write.
FINE = ("docs/cases/krabi/index.md", "docs/404.md")


@pytest.mark.parametrize("name", corpus()["paths"], ids=ascii)
def test_no_name_of_a_file_gets_by(name: str, tmp_path: Path) -> None:
    base_tree(tmp_path)
    file = tmp_path / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("---\ntitle: {th: ก, en: a}\n---\nข้อความ\n", encoding="utf-8")
    problems = [one for one in check(base_tree(tmp_path), TODAY).problems if one.file.endswith(name)]

    assert problems or name in FINE


def test_most_bodies_that_could_run_are_refused_and_the_rest_is_in_the_built_site() -> None:
    found = Counter(map(of_body, corpus()["bodies"]))

    assert found["stopped"] >= 55, found


# ---- what is built ----------------------------------------------------------------------------------------------


def test_a_page_of_hostile_words_has_the_elements_of_one_of_harmless_words(
    hostile_site: Built, harmless_site: Built
) -> None:
    different = []
    for file in hostile_site.files(".html"):
        name = file.relative_to(hostile_site.folder)
        if "letters" in name.parts:  # which there are depends on how the terms begin
            continue
        # A frozen copy is named by what it holds.
        (twin,) = harmless_site.folder.glob(re.sub("/[0-9a-f]{12}/", "/" + "[0-9a-f]" * 12 + "/", name.as_posix()))
        pages = [parsed(file), parsed(twin)]
        if skeleton(pages[0]) != skeleton(pages[1]):
            more, fewer = skeleton(pages[0]) - skeleton(pages[1]), skeleton(pages[1]) - skeleton(pages[0])
            different.append((str(name), dict(more), dict(fewer)))

    assert len(hostile_site.files(".html")) > 100
    assert different == []


def test_no_page_holds_a_handler_a_style_or_a_link_that_runs(hostile_site: Built) -> None:
    found = []
    for file in hostile_site.files(".html"):
        page = parsed(file)
        name = file.relative_to(hostile_site.folder).as_posix()
        # The fragments for Word and mail carry their looks in their elements; they are no pages of the site.
        fragment = re.fullmatch(r"(en/)?tables/[a-z-]+(\.pictures)?\.html", name) is not None
        found += [(name, "element", one.tag) for one in (*page.xpath(NEVER), *page.xpath(REFRESH))]
        found += [(name, "script", one.text) for one in page.xpath("//script[not(@src)]") if _runs(one)]
        for element in page.iter():
            for attribute, value in element.attrib.items() if isinstance(element.tag, str) else ():
                if HANDLER.match(attribute) and not (fragment and attribute == "style"):
                    found.append((name, attribute, value))
                if attribute in ("href", "src", "action") and (
                    ACTIVE.match(value) or _foreign_load(element, attribute)
                ):
                    found.append((name, attribute, value))

    assert found == [], found[:5]


def _runs(script: html.HtmlElement) -> bool:
    """Whether a script without an address is anything but data that can be read."""
    if script.get("type") not in ("application/ld+json", "application/json"):
        return True
    json.loads(script.text or "")
    return False


def _foreign_load(element: html.HtmlElement, attribute: str) -> bool:
    """Whether an element loads something from elsewhere; a link to elsewhere waits for a person."""
    loads = element.tag in ("img", "script", "source", "iframe", "video") or (
        element.tag == "link" and not set(element.get("rel", "").split()) <= {"canonical", "alternate"}
    )
    return loads and re.match(r"\s*([a-z][a-z0-9+.-]*:)?//", element.get(attribute, ""), re.IGNORECASE) is not None


def test_every_payload_stands_on_its_page_as_the_letters_that_it_is(hostile_site: Built) -> None:
    """Escaped once: neither lost nor shown with our escapes."""
    page = parsed(hostile_site.folder / "lessons" / "data-first" / "index.html")
    shown = re.sub(r"\s+", "", page.text_content())
    plain = [text for text in taken_texts().split("\n") if text.isascii() and text.isprintable()]
    lost = [text for text in plain if re.sub(r"\s+", "", text) not in shown]

    assert len(plain) > 130
    assert lost == []


def test_every_file_for_programs_is_well_formed(hostile_site: Built) -> None:
    for file in hostile_site.files(".xml", ".svg"):
        root = etree.fromstring(file.read_bytes(), etree.XMLParser(resolve_entities=False, no_network=True))
        assert root.xpath("//*[local-name()='script' or local-name()='foreignObject']") == [], file
        assert [name for one in root.iter() for name in one.attrib if str(name).startswith("on")] == [], file
        assert root.getroottree().docinfo.internalDTD is None, file
    for file in hostile_site.files(".json"):
        json.loads(file.read_bytes())


def test_office_files_are_whole_and_lead_nowhere_else(hostile_site: Built) -> None:
    files = hostile_site.files(".docx", ".pptx", ".xlsx")

    assert len(files) > 10
    for file in files:
        with zipfile.ZipFile(io.BytesIO(file.read_bytes())) as book:
            for name in book.namelist():
                if not name.endswith((".xml", ".rels")):
                    continue
                root = etree.fromstring(book.read(name), etree.XMLParser(resolve_entities=False))
                assert root.xpath("//*[local-name()='f' or local-name()='fldSimple']") == [], (file.name, name)
                outside = [one.get("Target", "") for one in root.iter() if one.get("TargetMode") == "External"]
                away = [one for one in outside if not one.startswith("https://example.org/kb/")]
                assert away == [], (file.name, name)


def test_no_cell_of_a_csv_file_starts_a_formula_wherever_it_is_split(hostile_site: Built) -> None:
    files = hostile_site.files(".csv")

    assert files
    for file in files:
        text = file.read_bytes().decode("utf-8-sig")
        for part in re.split(r"[\r\n;\t]", text):
            assert not re.match(r"[ \"]*[=@＝＋－＠]", part), (file.name, part[:60])


def test_a_page_says_nothing_of_what_people_wrote_outside_of_texts(hostile_site: Built) -> None:
    """Names and ids of elements, which shadow what scripts read of the document, never come from a text."""
    taken = {"currentScript", "document", "location", "body", "head", "forms", "cookie", "__proto__", "constructor"}
    found = []
    for file in hostile_site.files(".html"):
        for element in parsed(file).iter():
            if isinstance(element.tag, str):
                found += [
                    (file.name, element.tag, value)
                    for value in (element.get("id"), element.get("name"))
                    if value in taken
                ]

    assert found == [], found[:5]
