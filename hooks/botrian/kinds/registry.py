"""Every kind of record, each said once. The order is that of importance: kinds are shown and found in it."""

from __future__ import annotations

from botrian.kinds.kind import Files, Index, Kind, Library, Search
from botrian.kinds.places import (
    area_address,
    credit_name,
    dimension_of_fact,
    event_place,
    facts_of_place,
    heir_name,
    heir_place,
    place_address,
    place_name,
    release_day,
)
from botrian.records import (
    Area,
    Case,
    CaseKind,
    Credit,
    Dimension,
    DimensionGroup,
    Event,
    Fact,
    FactFile,
    Kit,
    Lesson,
    Profile,
    Province,
    PublicDetail,
    ReadingPath,
    Redirect,
    Release,
    Source,
    StyleNote,
    TableDefinition,
    Term,
    Text,
    Theme,
    Withdrawal,
)


def _text(thai: str, english: str) -> Text:
    return Text(th=thai, en=english)


PROVINCE = Kind(
    id="province",
    one=_text("จังหวัด", "Province"),
    many=_text("จังหวัด", "Provinces"),
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
        _text(
            "เลือกจังหวัดเพื่อดูว่าเครือข่ายก่อรูปอย่างไร มีแผนอะไร และได้ผลอะไร",
            "Choose a province: how its network took shape, what it plans, what came of it",
        ),
    ),
)
#: What a province's own page tells; in the API and among changes it is part of its province.
PROFILE = Kind(
    id="profile",
    one=_text("จังหวัด", "Province"),
    many=_text("จังหวัด", "Provinces"),
    model=Profile,
    collection="profiles",
    files=Files("docs/provinces/<id>.md"),
    page="provinces/{id}/",
    title=place_name,
    by_letter=True,
    api=False,
)
AREA = Kind(
    id="area",
    one=_text("พื้นที่", "Area"),
    many=_text("พื้นที่", "Areas"),
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
    one=_text("กรณี", "Case"),
    many=_text("กรณี", "Cases"),
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
        _text(
            "ระบบ กลไก องค์กร กองทุน แผน และพื้นที่ตัวอย่างทั้งหมด",
            "All systems, mechanisms, organisations, funds, plans and areas",
        ),
    ),
)
LESSON = Kind(
    id="lesson",
    one=_text("บทเรียน", "Lesson"),
    many=_text("บทเรียน", "Lessons"),
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
        _text(
            "แต่ละบทเรียนบอกว่า เมื่อไร ทำอะไร เพราะอะไร และใครยืนยันหรือแย้ง เรียงจากหลักฐานมากไปน้อย",
            "Each lesson says when, what, why, and who confirms or contradicts it; the best supported come first",
        ),
        lists=("by-type", "by-province", "by-source", "by-stance"),
    ),
)
PATH = Kind(
    id="path",
    one=_text("เส้นทางอ่าน", "Reading path"),
    many=_text("เส้นทางอ่าน", "Reading paths"),
    model=ReadingPath,
    collection="paths",
    files=Files("docs/paths/<id>.md"),
    page="paths/{id}/",
    title="question",
    linked=True,
    search=Search(0.92),
    by_letter=True,
    told=8,
    index=Index(
        "paths/",
        _text(
            "คำถามที่คนมักถาม พร้อมลำดับการอ่านที่ตอบคำถามนั้น",
            "Questions people bring, with an order of reading that answers them",
        ),
    ),
)
THEME = Kind(
    id="theme",
    one=_text("หัวข้อ", "Theme"),
    many=_text("หัวข้อ", "Themes"),
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
        _text("เลือกหัวข้อ แล้วดูบทเรียนและกรณีในหัวข้อนั้น", "Choose a theme to see its lessons and cases"),
    ),
)
TERM = Kind(
    id="term",
    one=_text("คำศัพท์", "Term"),
    many=_text("คำศัพท์", "Terms"),
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
        _text(
            "คำ แนวคิด และคำย่อที่ใช้ในคลังนี้ เรียงตามตัวอักษร",
            "Words, ideas and abbreviations used here, in dictionary order",
        ),
        title=_text("คำศัพท์และคำย่อ", "Glossary"),
    ),
)
TABLE = Kind(
    id="table",
    one=_text("ตาราง", "Table"),
    many=_text("ตาราง", "Tables"),
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
        _text(
            "ตารางเทียบจังหวัดและกรณี พร้อมคำตอบหนึ่งประโยค",
            "Tables that compare provinces and cases, each with a one-sentence answer",
        ),
    ),
    files_of="beside",
)
KIT = Kind(
    id="kit",
    one=_text("ชุดอบรม", "Training kit"),
    many=_text("ชุดอบรม", "Training kits"),
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
        _text(
            "ชุดพร้อมใช้สำหรับวิทยากร แต่ละชุดมีคู่มือวิทยากร สไลด์ ใบงาน ใบกิจกรรม การ์ด และใบความรู้ แก้ใน Word และ PowerPoint ได้",
            "Ready kits for trainers: each has a guide, slides, a worksheet, sheets, cards and a handout, in "
            "Word and PowerPoint, for you to change",
        ),
    ),
    files_of="below",
)
EVENT = Kind(
    id="event",
    one=_text("เหตุการณ์", "Event"),
    many=_text("เหตุการณ์", "Events"),
    model=Event,
    collection="events",
    files=Files("data/events/<province>.yml", r"^data/events/[^/]+\.ya?ml$", key="events"),
    address=event_place,
    linked=True,
    search=Search(0.85),
    told=5,
    index=Index(
        "timeline/",
        _text("เหตุการณ์ทั้งหมดเรียงตามปี", "All events by year"),
        lists=("publications",),
        title=_text("เส้นเวลา", "Timeline"),
    ),
)
SOURCE = Kind(
    id="source",
    one=_text("แหล่งข้อมูล", "Source"),
    many=_text("แหล่งข้อมูล", "Sources"),
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
        _text("เอกสารที่เป็นที่มาของทุกข้อความ", "The documents that every statement comes from"),
    ),
)
FACT = Kind(
    id="fact",
    one=_text("ข้อเท็จจริง", "Fact"),
    many=_text("ข้อเท็จจริง", "Facts"),
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
CASE_KIND = Kind(
    id="case-kind",
    one=_text("ชนิดของกรณี", "Kind of case"),
    many=_text("ชนิดของกรณี", "Kinds of case"),
    model=CaseKind,
    collection="case-kinds",
    files=Files("data/case-kinds.yml", key="case_kinds"),
    address="cases/#{id}",
    title="name",
    in_file_order=True,
    told=13,
)
DIMENSION_GROUP = Kind(
    id="dimension-group",
    one=_text("กลุ่มของมิติ", "Group of dimensions"),
    many=_text("กลุ่มของมิติ", "Groups of dimensions"),
    model=DimensionGroup,
    collection="dimension-groups",
    files=Files("data/dimensions.yml", key="groups"),
    title="name",
    in_file_order=True,
    api=False,
)
DIMENSION = Kind(
    id="dimension",
    one=_text("มิติเปรียบเทียบ", "Dimension"),
    many=_text("มิติเปรียบเทียบ", "Dimensions"),
    model=Dimension,
    collection="dimensions",
    files=Files("data/dimensions.yml", key="dimensions"),
    title="name",
    in_file_order=True,
    told=14,
)
RELEASE = Kind(
    id="release",
    one=_text("การเผยแพร่", "Publication"),
    many=_text("การเผยแพร่", "Publications"),
    model=Release,
    collection="releases",
    files=Files("data/changes/<date>.yml", r"^data/changes/(?P<id>[^/]+?)\.ya?ml$"),
    page="changes/{id}/",
    title=release_day,
    api=False,
    index=Index(
        "changes/",
        _text(
            "ทุกครั้งที่เผยแพร่ เราบอกว่าบทเรียน ตาราง และหลักฐานใดเปลี่ยนไป ผู้ที่เคยนำไปใช้จะได้รู้ว่าต้องแก้ตามหรือไม่",
            "At each publication we say which lessons, tables and evidence changed, so that those who used them know "
            "whether to change theirs",
        ),
        title=_text("มีอะไรเปลี่ยนแปลง", "What changed"),
    ),
)
CREDIT = Kind(
    id="credit",
    one=_text("ผู้ร่วมทำ", "Contributor"),
    many=_text("ผู้ร่วมทำ", "Contributors"),
    model=Credit,
    collection="credits",
    files=Files("data/credits/<id>.yml"),
    address="thanks/#{id}",
    title=credit_name,
    index=Index(
        "thanks/",
        _text(
            "คนที่เล่า เรียบเรียง ตรวจ แก้ และแปล ตามชื่อที่แต่ละคนอยากให้เรียก",
            "Those who told, wrote, checked, corrected and translated, under the names they wish for",
        ),
        title=_text("ขอบคุณผู้ร่วมทำ", "Thanks to contributors"),
    ),
)
REDIRECT = Kind(
    id="redirect",
    one=_text("ที่อยู่ที่ย้าย", "Moved address"),
    many=_text("ที่อยู่ที่ย้าย", "Moved addresses"),
    model=Redirect,
    collection="redirects",
    files=Files("data/redirects.yml", key="redirects"),
    address=heir_place,
    title=heir_name,
    in_file_order=True,
)


def _withdrawn_place(id_: str, library: Library) -> str:
    """Where a withdrawn record stood, and says so now; of a contributor, the page of all."""
    gone: Withdrawal = library.of("withdrawal")[id_]
    kind = next(kind for kind in KINDS if kind.id == gone.old_kind)
    return kind.page_of(gone.old_id, gone) if kind.page else kind.list_address


def _withdrawn_name(id_: str, library: Library) -> Text:
    """A withdrawn record has no name any more: it is called by its kind."""
    gone: Withdrawal = library.of("withdrawal")[id_]
    return next(kind for kind in KINDS if kind.id == gone.old_kind).withdrawn


#: Published, so that whoever keeps a copy of the library knows what to take out of it.
WITHDRAWAL = Kind(
    id="withdrawal",
    one=_text("รายการที่ถอน", "Withdrawn record"),
    many=_text("รายการที่ถอน", "Withdrawn records"),
    model=Withdrawal,
    collection="withdrawals",
    files=Files("data/withdrawn.yml", key="withdrawn"),
    address=_withdrawn_place,
    title=_withdrawn_name,
    in_file_order=True,
)
#: How words are written here: read by checking, and of no use to readers.
STYLE = Kind(
    id="style",
    one=_text("คำที่ใช้", "Style"),
    many=_text("คำที่ใช้", "Style"),
    model=StyleNote,
    collection="style-notes",
    files=Files("data/style.yml", key="style"),
    title="why",
    in_file_order=True,
    api=False,
)
#: The register of who agreed: read by checking alone.
PUBLIC_DETAIL = Kind(
    id="public-detail",
    one=_text("ข้อมูลที่เผยแพร่ได้", "Public detail"),
    many=_text("ข้อมูลที่เผยแพร่ได้", "Public details"),
    model=PublicDetail,
    collection="public-details",
    files=Files("data/public.yml", key="public"),
    title="why",
    in_file_order=True,
    api=False,
)

KINDS: tuple[Kind, ...] = (
    *(PROVINCE, PROFILE, AREA, CASE, LESSON, PATH, THEME, TERM, TABLE, KIT, EVENT, SOURCE, FACT),
    *(CASE_KIND, DIMENSION_GROUP, DIMENSION, RELEASE, CREDIT, REDIRECT, WITHDRAWAL, STYLE, PUBLIC_DETAIL),
)
