"""The kinds of record that keep the house: lists, publications, thanks, what moved or went, what may be published."""

from __future__ import annotations

from botrian.kinds.kind import Files, Index, Kind
from botrian.kinds.places import asked_name, credit_name, heir_name, heir_place, release_day
from botrian.kinds.told import text
from botrian.records import (
    Asked,
    CaseKind,
    Coordinator,
    Credit,
    Dimension,
    DimensionGroup,
    PublicDetail,
    Redirect,
    Release,
    StyleNote,
)

CASE_KIND = Kind(
    id="case-kind",
    one=text("ชนิดของกรณี", "Kind of case"),
    many=text("ชนิดของกรณี", "Kinds of case"),
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
    one=text("กลุ่มของมิติ", "Group of dimensions"),
    many=text("กลุ่มของมิติ", "Groups of dimensions"),
    model=DimensionGroup,
    collection="dimension-groups",
    files=Files("data/dimensions.yml", key="groups"),
    title="name",
    in_file_order=True,
    api=False,
)
DIMENSION = Kind(
    id="dimension",
    one=text("มิติเปรียบเทียบ", "Dimension"),
    many=text("มิติเปรียบเทียบ", "Dimensions"),
    model=Dimension,
    collection="dimensions",
    files=Files("data/dimensions.yml", key="dimensions"),
    title="name",
    in_file_order=True,
    told=14,
)
RELEASE = Kind(
    id="release",
    one=text("การเผยแพร่", "Publication"),
    many=text("การเผยแพร่", "Publications"),
    model=Release,
    collection="releases",
    files=Files("data/changes/<date>.yml", r"^data/changes/(?P<id>[^/]+?)\.ya?ml$"),
    page="changes/{id}/",
    in_parts=True,
    title=release_day,
    api=False,
    index=Index(
        "changes/",
        text(
            "ทุกครั้งที่เผยแพร่ เราบอกว่าบทเรียน ตาราง และหลักฐานใดเปลี่ยนไป ผู้ที่เคยนำไปใช้จะได้รู้ว่าต้องแก้ตามหรือไม่",
            "At each publication we say which lessons, tables and evidence changed, so that those who used them know "
            "whether to change theirs",
        ),
        title=text("มีอะไรเปลี่ยนแปลง", "What changed"),
    ),
)
CREDIT = Kind(
    id="credit",
    one=text("ผู้ร่วมทำ", "Contributor"),
    many=text("ผู้ร่วมทำ", "Contributors"),
    model=Credit,
    collection="credits",
    files=Files("data/credits/<id>.yml"),
    address="thanks/#{id}",
    title=credit_name,
    index=Index(
        "thanks/",
        text(
            "คนที่เล่า เรียบเรียง ตรวจ แก้ และแปล ตามชื่อที่แต่ละคนอยากให้เรียก",
            "Those who told, wrote, checked, corrected and translated, under the names they wish for",
        ),
        title=text("ขอบคุณผู้ร่วมทำ", "Thanks to contributors"),
    ),
)
REDIRECT = Kind(
    id="redirect",
    one=text("ที่อยู่ที่ย้าย", "Moved address"),
    many=text("ที่อยู่ที่ย้าย", "Moved addresses"),
    model=Redirect,
    collection="redirects",
    files=Files("data/redirects.yml", key="redirects"),
    address=heir_place,
    title=heir_name,
    in_file_order=True,
)
#: How words are written here: read by checking, and of no use to readers.
STYLE = Kind(
    id="style",
    one=text("คำที่ใช้", "Style"),
    many=text("คำที่ใช้", "Style"),
    model=StyleNote,
    collection="style-notes",
    files=Files("data/style.yml", key="style"),
    title="why",
    in_file_order=True,
    api=False,
)
#: How people ask for it: read by the search, and shown nowhere.
ASKED = Kind(
    id="asked",
    one=text("คำที่คนใช้ถาม", "How people ask"),
    many=text("คำที่คนใช้ถาม", "How people ask"),
    model=Asked,
    collection="asked",
    files=Files("data/asked/<name>.yml", r"^data/asked/[^/]+\.ya?ml$", key="asked"),
    title=asked_name,
    in_file_order=True,
    api=False,
)
#: The register of who agreed: read by checking alone.
PUBLIC_DETAIL = Kind(
    id="public-detail",
    one=text("ข้อมูลที่เผยแพร่ได้", "Public detail"),
    many=text("ข้อมูลที่เผยแพร่ได้", "Public details"),
    model=PublicDetail,
    collection="public-details",
    files=Files("data/public.yml", key="public"),
    title="why",
    in_file_order=True,
    api=False,
)
#: Whom people send to; named on the form's page.
COORDINATOR = Kind(
    id="coordinator",
    one=text("ผู้ประสานงาน", "Coordinator"),
    many=text("ผู้ประสานงาน", "Coordinators"),
    model=Coordinator,
    collection="coordinators",
    files=Files("data/coordinators.yml", key="coordinators"),
    title="name",
    in_file_order=True,
    api=False,
)
