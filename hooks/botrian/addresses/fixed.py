"""Addresses below a language's root that the site fills by itself, with what stands there.

The rooms that make these pages and files read their addresses here; ``check`` refuses what people would lay over
them. A test compares the list with the files of a built site.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final

from botrian.kinds import kinds
from botrian.records import Text

FRONT: Final = ""
SEARCH: Final = "search/"
TITLES: Final = "search/a-z/"
BUILDER: Final = "tables/build/"
CONTRIBUTE: Final = "contribute/"
RULES: Final = "guide/rules/"
TABLE_OPTIONS: Final = "guide/table-options/"
TRANSLATIONS: Final = "translations/"
GAPS: Final = "gaps/"
ALIKE: Final = "like-us/"
COMPARE: Final = "compare/"
KIT_BUILDER: Final = "kits/build/"
FRESHNESS: Final = "freshness/"
#: Below the page of a record that can be printed as a booklet (``Kind.booklet``).
BOOKLET: Final = "booklet/"
API: Final = "api/v1/"
EMBEDS: Final = "embed/tables/"
FROZEN: Final = "embed/frozen/"
#: Scripts, styles and the parts of the search index.
ASSETS: Final = "assets/"
ENGLISH: Final = "en/"
FEED: Final = "feed.xml"
CHANGES_FEED: Final = "changes.xml"
SITEMAP: Final = "sitemap.xml"
TABLE_SCHEMA: Final = "tables/table.schema.json"
#: The page of the data, and the folder of their files.
DATA: Final = "data/"
ALL_DATA: Final = "data/all.zip"
PACKAGE: Final = "datapackage.json"
TABLE_PACKAGE: Final = "tables/datapackage.json"
CATALOGUE: Final = "catalog.jsonld"
#: The page of what is read without a line; its archive, which edition that is, and the worker that keeps pages.
OFFLINE: Final = "offline/"
OFFLINE_ARCHIVE: Final = "offline/library.zip"
OFFLINE_EDITION: Final = "offline/edition.json"
WORKER: Final = "sw.js"
#: What a phone asks for when it puts the site beside its apps.
MANIFEST: Final = "manifest.webmanifest"
#: Tells GitHub's pages to publish the files as they are.
NO_JEKYLL: Final = ".nojekyll"


def _text(thai: str, english: str) -> Text:
    return Text(th=thai, en=english)


@cache
def fixed() -> Mapping[str, Text]:
    """Single pages (they end in ``/``) and files, with what each is."""
    found = {
        FRONT: _text("หน้าแรก", "the front page"),
        BUILDER: _text("หน้าสร้างตารางเอง", "the page for building a table"),
        CONTRIBUTE: _text("แบบฟอร์มส่งเรื่อง", "the form for everybody"),
        DATA: _text("หน้าข้อมูลทั้งหมด", "the page of all data"),
        TABLE_OPTIONS: _text("หน้าบอกว่าตารางทำอะไรได้", "the page on what a table can show"),
        ALIKE: _text("หน้าหาจังหวัดที่คล้ายเรา", "the page on who is like us"),
        COMPARE: _text("หน้าเทียบสองแห่ง", "the page that compares two"),
        KIT_BUILDER: _text("หน้าจัดชุดอบรมเอง", "the page for putting a kit together"),
        OFFLINE: _text("หน้าดาวน์โหลดทั้งคลัง", "the page of the whole library to take along"),
        GAPS: _text("หน้าที่บอกว่ายังขาดอะไร", "the page on what is missing"),
        FRESHNESS: _text("หน้าที่บอกว่าข้อมูลเก่าแค่ไหน", "the page on how old things are"),
        TRANSLATIONS: _text("รายการที่รอแปล", "the list of what waits for translation"),
        FEED: _text("ฟีดบทเรียน", "the feed of lessons"),
        CHANGES_FEED: _text("ฟีดการเผยแพร่", "the feed of publications"),
        SITEMAP: _text("แผนผังเว็บไซต์", "the site map"),
        f"{SITEMAP}.gz": _text("แผนผังเว็บไซต์", "the site map"),
        TABLE_SCHEMA: _text("แบบของไฟล์ตาราง", "the schema of table files"),
        PACKAGE: _text("ชุดข้อมูลทั้งหมด", "the package of all data"),
        TABLE_PACKAGE: _text("ชุดข้อมูลของตาราง", "the package of all tables"),
        CATALOGUE: _text("บัญชีชุดข้อมูล", "the catalogue of all data"),
        WORKER: _text("สคริปต์ที่เก็บหน้าไว้อ่าน", "the script that keeps pages"),
        MANIFEST: _text("ข้อมูลของแอป", "the web app manifest"),
        NO_JEKYLL: _text("ไฟล์สำหรับเครื่องแม่ข่าย", "a file for the host"),
        "404.html": _text("หน้าที่บอกว่าไม่พบ", "the page for what is not found"),
    }
    for kind in kinds():
        if kind.index:
            found[kind.index.address] = _text(f"รายการ{kind.many.th}", f"the list of {kind.many.en.lower()}")
    return found


@cache
def folders() -> Mapping[str, Text]:
    """Folders in which everything is made, with what is in each."""
    found = {
        f"{API.partition('/')[0]}/": _text("ข้อมูลสำหรับโปรแกรม", "the data for programs"),
        f"{EMBEDS.partition('/')[0]}/": _text("ตารางสำหรับฝัง", "tables to embed"),
        OFFLINE: _text("ทั้งคลังสำหรับอ่านโดยไม่ต่ออินเทอร์เน็ต", "the whole library to take along"),
        DATA: _text("ข้อมูลทั้งหมดสำหรับโหลด", "the data to load"),
        ASSETS: _text("ไฟล์ของหน้าตาเว็บไซต์", "the site's own scripts and styles"),
        ENGLISH: _text("เว็บไซต์ภาษาอังกฤษ", "the English site"),
        GAPS: _text("หน้าที่บอกว่าจังหวัดหนึ่งยังขาดอะไร", "the pages on what is missing of a province"),
        SEARCH: _text("หน้าค้นหา", "the search"),
        RULES: _text("หน้ากฎการตรวจ", "the rules of checking"),
    }
    return found | {folder: _text("รายการย่อย", "lists of some records") for folder in lists()}


@cache
def lists() -> tuple[str, ...]:
    """Folders below indexes with lists of some of their records."""
    return tuple(f"{kind.index.address}{name}/" for kind in kinds() if kind.index for name in kind.index.lists)


def introduction(address: str) -> str:
    """The file below ``docs/`` whose text is shown on the front page or above the list at this address, if any."""
    is_index = address == FRONT or any(kind.index and kind.index.address == address for kind in kinds())
    return f"{address}index.md" if is_index else ""
