"""A message, the library and what the maintainer says go in; the plan of all that changes comes out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from pydantic import BaseModel

from botrian.messages import Message, judged, message_kinds
from botrian.messages.labels import fault_words
from botrian.new import NoList, appended, as_yaml
from botrian.receive import made
from botrian.receive.corrections import about_of, corrected, in_front_matter
from botrian.receive.library import Library
from botrian.receive.pictures import NoPicture, clean_picture
from botrian.receive.plan import Missing, Plan
from botrian.receive.told import credit, free_id, place_of, testimony, year_or_nothing
from botrian.records import Case, Credit, Evidence, Lesson, Profile, Source, Text
from botrian.words import value_words

#: What the maintainer may say, by the name of the option.
Said = Mapping[str, tuple[str, ...]]
#: Faults that a maintainer mends by an option; all others are the sender's to mend.
_BY_OPTION = {"type": "--type", "themes": "--theme", "case_themes": "--theme", "case_kind": "--kind"}
_BY_HAND = {
    "words": ("บอกเป็นคำพูด หาข้อนั้นแล้วแก้เอง", "It is told in words: find the place and correct it by hand"),
    "gone": ("ไม่มีระเบียนที่อ้างแล้ว", "What it is about is no longer there"),
    "field": (
        "ไม่ได้บอกว่าช่องไหน ใส่ --field เช่น --field do หรือแก้เองใน {}",
        "It names no field: say --field, such as --field do, or correct {} by hand",
    ),
    "value": (
        "อ่านเป็นค่าของมิตินี้ไม่ได้ แก้เองใน {}",
        "It cannot be read as a value of this dimension: correct {} by hand",
    ),
}


def planned(message: Message, library: Library, said: Said, today: date) -> Plan:
    """What receiving the message will change. Nothing is written here."""
    kind = message_kinds()[message.kind]
    refused, missing = _wrong(message, library, said, today)
    plan = Plan(f"{kind.sends.th} / {kind.sends.en} ({message.sent})", refused=refused, missing=missing)
    if message.changed:
        words = (
            "ข้อความถูกแก้หรือขาดหายระหว่างทาง อ่านให้ดีก่อนเขียน",
            "The text was edited or cut on its way: read it well first",
        )
        plan = replace(plan, notes=(Text(th=words[0], en=words[1]),))
    if refused or missing:
        return plan
    return _MAKERS[message.kind](_Making(message, library, said), plan)


class _Making:
    """What the makers of plans share: the message, its source and the files so far."""

    def __init__(self, message: Message, library: Library, said: Said) -> None:
        self.message, self.library, self.said = message, library, said
        self.texts: dict[str, str] = {}
        self.pictures: dict[str, bytes] = {}
        self.notes: list[Text] = []

    def source(self, province: str, about: str) -> str:
        """The id of the message as a source, whose file is planned with it."""
        id_ = free_id(f"told-{province}-{self.message.sent}", self.library.ids["source"])
        values = testimony(self.message, id_, province, about, self.library)
        self.texts[f"data/sources/{id_}.yml"] = as_yaml(values, Source)
        return id_

    def thanks(self, role: str, province: str, source: str, **about: list[str]) -> None:
        """The credit, whose file is planned with it."""
        id_ = free_id(f"{province}-{self.message.sent}", self.library.ids["credit"])
        values = credit(self.message, id_, role, province, source, about)
        self.texts[f"data/credits/{id_}.yml"] = as_yaml(values, Credit)

    def page(self, name: str, values: Mapping[str, object], model: type[BaseModel]) -> None:
        """A page of a record, with the pictures under it."""
        shown = "".join(self._picture(name, number) for number in range(len(self.message.pictures)))
        body = f"\n{shown}" if shown else ""
        self.texts[name] = f"---\n{as_yaml(values, model)}---\n{body}"

    def _picture(self, name: str, number: int) -> str:
        one = self.message.pictures[number]
        file = f"{name.removesuffix('.md')}-{number + 1}.jpg"
        try:
            self.pictures[file] = clean_picture(one.data)
        except NoPicture:
            thai = f"รูปที่ {number + 1} เปิดไม่ได้ ไม่ได้เก็บไว้"
            self.notes.append(Text(th=thai, en=f"Picture {number + 1} cannot be read and is left out"))
            return ""
        alt = one.alt.translate({ord(sign): " " for sign in "[]()<>`*_!\\|"})
        return f"![{alt}]({file.rpartition('/')[2]})\n"

    def without_pictures(self) -> None:
        """A note where pictures came with a message that has no page for them."""
        if self.message.pictures:
            thai, english = (
                "มีรูปมาด้วย แต่ข้อความแบบนี้ไม่มีที่วางรูป",
                "Pictures came with it, but have no place in such a message",
            )
            self.notes.append(Text(th=thai, en=english))

    def done(self, plan: Plan) -> Plan:
        """The plan with all files so far."""
        return replace(plan, texts=self.texts, pictures=self.pictures, notes=(*plan.notes, *self.notes))


def _lesson(making: _Making, plan: Plan) -> Plan:
    message, library = making.message, making.library
    province = message.words("province")
    first = next(iter(making.said.get("theme") or message.list("themes")))
    id_ = _id(making, f"{first}-{province}", library.ids["lesson"])
    source = making.source(province, message.words("lesson_title"))
    making.page(f"docs/lessons/{id_}.md", made.lesson(message, id_, source, making.said), Lesson)
    making.thanks("told", province, source, lessons=[id_])
    return making.done(plan)


def _tried(making: _Making, plan: Plan) -> Plan:
    message, library = making.message, making.library
    province, lesson = message.words("province"), message.words("lesson")
    file = library.file_of("lesson", lesson)
    source = making.source(province, f"ลองบทเรียน “{library.name('lesson', lesson)}”")
    lines = as_yaml(made.ledger_entry(message, source), Evidence).splitlines()
    item = "\n".join([f"- {lines[0]}", *(f"  {line}" for line in lines[1:])]) + "\n"
    try:
        making.texts[file] = in_front_matter(library.text(file) or "", lambda head: appended(head, "evidence", item))
    except NoList:
        words = Text(
            th=f"เพิ่มหลักฐานใน {file} ไม่ได้ ตรวจไฟล์นั้นก่อน", en=f"Cannot add to the ledger of {file}: check that file first"
        )
        return replace(plan, refused=(words,))
    making.thanks("told", province, source, lessons=[lesson])
    making.without_pictures()
    return making.done(plan)


def _case(making: _Making, plan: Plan) -> Plan:
    message, library = making.message, making.library
    province = message.words("province")
    kind = next(iter(making.said.get("kind", ())), "") or message.words("case_kind")
    id_ = _id(making, f"{province}-{kind}", library.ids["case"])
    source = making.source(province, message.words("summary"))
    start = year_or_nothing(message.words("start"))
    making.page(f"docs/cases/{province}/{id_}.md", made.case(message, id_, source, making.said, start), Case)
    making.thanks("told", province, source, cases=[id_])
    return making.done(plan)


def _province(making: _Making, plan: Plan) -> Plan:
    message, library = making.message, making.library
    province = message.words("province")
    if province in library.ids["profile"]:
        words = Text(
            th=f"{library.name('province', province)} มีหน้าอยู่แล้ว แก้หน้านั้นหรือเพิ่มเป็นกรณี",
            en=f"{province} has a page already: correct that, or add a case",
        )
        return replace(plan, refused=(words,))
    name = {language: library.name("province", province, language) for language in ("th", "en")}
    source = making.source(province, message.words("profile_summary"))
    making.page(f"docs/provinces/{province}.md", made.profile(message, province, name, source), Profile)
    making.thanks("told", province, source, provinces=[province])
    return making.done(plan)


def _correction(making: _Making, plan: Plan) -> Plan:
    message, library = making.message, making.library
    field = next(iter(making.said.get("field", ())), "")
    tried = corrected(message, library, "", field)
    province = tried.province or place_of(message)
    if tried.why_by_hand:
        thai, english = _BY_HAND[tried.why_by_hand]
        note = Text(th=thai.format(tried.file), en=english.format(tried.file))
        told = Text(th=f"ที่ถูก: {message.words('right')}", en=f"Right: {message.words('right')}")
        return replace(plan, notes=(*plan.notes, note, told))
    source = ""
    if tried.cites:
        source = making.source(province, message.words("right"))
        tried = corrected(message, library, source, field)
    making.texts[tried.file] = tried.text
    kind, id_ = tried.about
    making.thanks("corrected", province, source, **{f"{kind}s": [id_]})
    plan = replace(plan, shown=(tried.shown,) if tried.shown else ())
    return making.done(plan)


def _question(making: _Making, plan: Plan) -> Plan:
    message = making.message
    thai = f"ถามว่า: {message.words('question')} {message.words('situation')}".strip()
    note = Text(th=thai, en=f"Asked: {message.words('question')} {message.words('situation')}".strip())
    how = Text(
        th="คำถามไม่เป็นไฟล์ ตอบกลับผู้ถาม และถ้าคลังยังไม่มีคำตอบ ให้ใส่ไว้ในสิ่งที่ยังขาด",
        en="A question becomes no file: answer it, and where the library has no answer, note the gap",
    )
    return replace(plan, notes=(*plan.notes, note, how))


_MAKERS: Mapping[str, Callable[[_Making, Plan], Plan]] = {
    "lesson": _lesson,
    "tried": _tried,
    "case": _case,
    "province": _province,
    "correction": _correction,
    "question": _question,
}


def _id(making: _Making, wanted: str, taken: frozenset[str]) -> str:
    """The id that the maintainer says, else one that is free and tells what it is about."""
    return next(iter(making.said.get("id", ())), "") or free_id(wanted, taken)


def _wrong(message: Message, library: Library, said: Said, today: date) -> tuple[tuple[Text, ...], tuple[Missing, ...]]:
    """What keeps a message from being received, and what the maintainer must say first."""
    refused, missing = [], []
    for fault in judged(message, library.ids, today):
        option = _BY_OPTION.get(fault.question, "")
        if option.removeprefix("--") in said and option:
            continue
        words = fault_words().get(fault.code, fault_words()["other"])
        if fault.question == "consent":
            refused.append(
                Text(th="ผู้ส่งไม่ได้ยินยอมให้เผยแพร่ ถามเจ้าตัวก่อน", en="The sender has not agreed to publication: ask first")
            )
        elif fault.code.startswith("private-"):
            refused.append(Text(th=f"{fault.question}: {words.th}", en=f"{fault.question}: {words.en}"))
        elif fault.code == "language-thai":
            continue  # Somebody wrote on the English site: `check` warns where it must be put into Thai.
        elif option:
            missing.append(_missing(option, library))
        else:
            found = f" ({fault.found})" if fault.found else ""
            thai, english = (one.replace("{}", fault.found) for one in (words.th, words.en))
            refused.append(Text(th=f"{fault.question}: {thai}{found}", en=f"{fault.question}: {english}{found}"))
    if message.kind in ("lesson", "case"):
        missing += _unsaid(message, library, said)
    return tuple(refused), tuple(dict.fromkeys(missing))


def _unsaid(message: Message, library: Library, said: Said) -> list[Missing]:
    """What a record needs and the sender was not sure of."""
    wanted = [("themes", "--theme"), ("type", "--type")]
    if message.kind == "case":
        wanted = [("case_themes", "--theme"), ("case_kind", "--kind")]
    return [
        _missing(option, library)
        for question, option in wanted
        if not message.words(question) and option.removeprefix("--") not in said
    ]


def _missing(option: str, library: Library) -> Missing:
    names = {
        "--theme": ("หัวข้อ", "theme"),
        "--type": ("ประเภทบทเรียน", "type of lesson"),
        "--kind": ("ชนิดของกรณี", "kind of case"),
    }
    if option == "--type":
        options = tuple((id_, text.th) for id_, text in value_words("type", made.VOICES).items())
    else:
        kind = "theme" if option == "--theme" else "case-kind"
        options = tuple((id_, library.name(kind, id_)) for id_ in sorted(library.ids[kind]))
    thai, english = names[option]
    return Missing(option, Text(th=thai, en=english), options)


__all__ = ["about_of", "planned"]
