"""The kinds of record that tell something: what readers come for."""

from __future__ import annotations

from botrian.kinds.kind import Files, Index, Kind, Search
from botrian.kinds.places import (
    area_address,
    dimension_of_fact,
    event_place,
    facts_of_place,
    place_address,
    place_name,
)
from botrian.records import (
    Area,
    Case,
    Event,
    Fact,
    FactFile,
    Kit,
    Lesson,
    Profile,
    Province,
    ReadingPath,
    Source,
    TableDefinition,
    Term,
    Text,
    Theme,
)


def text(thai: str, english: str) -> Text:
    return Text(th=thai, en=english)


PROVINCE = Kind(
    id="province",
    one=text("จังหวัด", "Province"),
    many=text("จังหวัด", "Provinces"),
    model=Province,
    collection="provinces",
    files=Files("data/provinces.yml", key="provinces"),
    address=place_address,
    title=place_name,
    in_file_order=True,
    linked=True,
    search=Search(1),
    told=6,
    index=Index(
        "provinces/",
        text(
            "เลือกจังหวัดเพื่อดูว่าเครือข่ายก่อรูปอย่างไร มีแผนอะไร และได้ผลอะไร",
            "Choose a province: how its network took shape, what it plans, what came of it",
        ),
    ),
)
#: What a province's own page tells; in the API and among changes it is part of its province.
PROFILE = Kind(
    id="profile",
    one=text("จังหวัด", "Province"),
    many=text("จังหวัด", "Provinces"),
    model=Profile,
    collection="profiles",
    files=Files("docs/provinces/<id>.md"),
    page="provinces/{id}/",
    booklet=True,
    title=place_name,
    by_letter=True,
    api=False,
)
AREA = Kind(
    id="area",
    one=text("พื้นที่", "Area"),
    many=text("พื้นที่", "Areas"),
    model=Area,
    collection="areas",
    files=Files("data/areas.yml", key="areas"),
    address=area_address,
    title=place_name,
    in_file_order=True,
    told=7,
)
CASE = Kind(
    id="case",
    one=text("กรณี", "Case"),
    many=text("กรณี", "Cases"),
    model=Case,
    collection="cases",
    files=Files("docs/cases/<province>/<id>.md"),
    page="cases/{province}/{id}/",
    linked=True,
    search=Search(1),
    by_letter=True,
    told=4,
    index=Index(
        "cases/",
        text(
            "ระบบ กลไก องค์กร กองทุน แผน และพื้นที่ตัวอย่างทั้งหมด",
            "All systems, mechanisms, organisations, funds, plans and areas",
        ),
    ),
)
LESSON = Kind(
    id="lesson",
    one=text("บทเรียน", "Lesson"),
    many=text("บทเรียน", "Lessons"),
    model=Lesson,
    collection="lessons",
    files=Files("docs/lessons/<id>.md"),
    page="lessons/{id}/",
    linked=True,
    search=Search(1),
    by_letter=True,
    told=1,
    index=Index(
        "lessons/",
        text(
            "แต่ละบทเรียนบอกว่า เมื่อไร ทำอะไร เพราะอะไร และใครยืนยันหรือแย้ง เรียงจากหลักฐานมากไปน้อย",
            "Each lesson says when, what, why, and who confirms or contradicts it; the best supported come first",
        ),
        lists=("by-type", "by-province", "by-source", "by-stance"),
    ),
)
PATH = Kind(
    id="path",
    one=text("เส้นทางอ่าน", "Reading path"),
    many=text("เส้นทางอ่าน", "Reading paths"),
    model=ReadingPath,
    collection="paths",
    files=Files("docs/paths/<id>.md"),
    page="paths/{id}/",
    booklet=True,
    title="question",
    linked=True,
    search=Search(0.92),
    by_letter=True,
    told=8,
    index=Index(
        "paths/",
        text(
            "คำถามที่คนมักถาม พร้อมลำดับการอ่านที่ตอบคำถามนั้น",
            "Questions people bring, with an order of reading that answers them",
        ),
    ),
)
THEME = Kind(
    id="theme",
    one=text("หัวข้อ", "Theme"),
    many=text("หัวข้อ", "Themes"),
    model=Theme,
    collection="themes",
    files=Files("data/themes.yml", key="themes"),
    page="themes/{id}/",
    title="name",
    in_file_order=True,
    linked=True,
    search=Search(0.75),
    by_letter=True,
    told=11,
    index=Index(
        "themes/",
        text("เลือกหัวข้อ แล้วดูบทเรียนและกรณีในหัวข้อนั้น", "Choose a theme to see its lessons and cases"),
    ),
)
TERM = Kind(
    id="term",
    one=text("คำศัพท์", "Term"),
    many=text("คำศัพท์", "Terms"),
    model=Term,
    collection="terms",
    files=Files("data/terms.yml", key="terms"),
    address="terms/#{id}",
    title="name",
    linked=True,
    search=Search(1),
    by_letter=True,
    told=10,
    index=Index(
        "terms/",
        text(
            "คำ แนวคิด และคำย่อที่ใช้ในคลังนี้ เรียงตามตัวอักษร",
            "Words, ideas and abbreviations used here, in dictionary order",
        ),
        title=text("คำศัพท์และคำย่อ", "Glossary"),
        lists=("letters",),
    ),
)
TABLE = Kind(
    id="table",
    one=text("ตาราง", "Table"),
    many=text("ตาราง", "Tables"),
    model=TableDefinition,
    collection="tables",
    files=Files("data/tables/<id>.yml"),
    page="tables/{id}/",
    linked=True,
    search=Search(0.9),
    by_letter=True,
    told=2,
    index=Index(
        "tables/",
        text(
            "ตารางเทียบจังหวัดและกรณี พร้อมคำตอบหนึ่งประโยค",
            "Tables that compare provinces and cases, each with a one-sentence answer",
        ),
    ),
    files_of="beside",
)
KIT = Kind(
    id="kit",
    one=text("ชุดอบรม", "Training kit"),
    many=text("ชุดอบรม", "Training kits"),
    model=Kit,
    collection="kits",
    files=Files("data/kits/<id>.yml"),
    page="kits/{id}/",
    linked=True,
    search=Search(0.8),
    by_letter=True,
    told=9,
    index=Index(
        "kits/",
        text(
            "ชุดพร้อมใช้สำหรับวิทยากร แต่ละชุดมีคู่มือวิทยากร สไลด์ ใบงาน ใบกิจกรรม การ์ด และใบความรู้ แก้ใน Word และ PowerPoint ได้",
            "Ready kits for trainers: each has a guide, slides, a worksheet, sheets, cards and a handout, in "
            "Word and PowerPoint, for you to change",
        ),
    ),
    files_of="below",
)
EVENT = Kind(
    id="event",
    one=text("เหตุการณ์", "Event"),
    many=text("เหตุการณ์", "Events"),
    model=Event,
    collection="events",
    files=Files("data/events/<province>.yml", r"^data/events/[^/]+\.ya?ml$", key="events"),
    address=event_place,
    linked=True,
    search=Search(0.85),
    told=5,
    index=Index(
        "timeline/",
        text(
            "เหตุการณ์เรียงตามปี ปีของงานที่แหล่งข้อมูลอ้างอยู่อีกหน้า",
            "Events by year; years of works that are cited have a page of their own",
        ),
        lists=("publications",),
        title=text("เส้นเวลา", "Timeline"),
    ),
)
SOURCE = Kind(
    id="source",
    one=text("แหล่งข้อมูล", "Source"),
    many=text("แหล่งข้อมูล", "Sources"),
    model=Source,
    collection="sources",
    files=Files("data/sources/<id>.yml"),
    page="sources/{id}/",
    files_of="beside",
    in_parts=True,
    title="short",
    linked=True,
    search=Search(0.8),
    by_letter=True,
    told=12,
    index=Index(
        "sources/",
        text("เอกสารที่เป็นที่มาของทุกข้อความ", "The documents that every statement comes from"),
    ),
)
FACT = Kind(
    id="fact",
    one=text("ข้อเท็จจริง", "Fact"),
    many=text("ข้อเท็จจริง", "Facts"),
    model=Fact,
    collection="facts",
    # A file for each dimension, or any part of a province's facts: two people who add to one province merge cleanly.
    files=Files(
        "data/facts/<province>/<dimension>.yml",
        pattern=r"^data/facts/(?P<province>[^/]+?)(?:/(?P<dimension>[^/]+?))?\.ya?ml$",
        model=FactFile,
    ),
    address=facts_of_place,
    title=dimension_of_fact,
    search=Search(0.8, part=True),
    told=3,
)
