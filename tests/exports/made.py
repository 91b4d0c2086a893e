"""Tables made by hand: an everyday one, one with all that breaks files, a grouped, a wide and a long one."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from botrian.addresses import Stamp
from botrian.exports.printed import PrintedTable, printed_table
from botrian.knowledge import Knowledge
from botrian.records import Citation, Language, Source, Text
from botrian.tables import Cell, Column, Ref, Row, Table, Value
from botrian.thai import format_number, parse_date

STAMP = Stamp("https://example.org/kb/", date(2026, 10, 30), {"data/tables/everyday.yml": date(2026, 5, 2)})
BOOK = Source(
    id="book",
    title=Text(th="หนังสือบทเรียน", en="Book of lessons"),
    short=Text(th="หนังสือ (2567)", en="Book (2024)"),
    kind="book",
    cite_as=Text(th="สำนักพิมพ์. (2567). หนังสือบทเรียน.", en="Press. (2024). Book of lessons."),
    about=Text(th="เรื่องจังหวัด", en="On provinces"),
    lines=900,
)
KNOWLEDGE = Knowledge(sources={"book": BOOK})


def both(thai: str, english: str | None = None) -> Text:
    """A text in both languages, the same in both where only one is given."""
    return Text.model_construct(th=thai, en=thai if english is None else english)


def text_cell(thai: str, english: str | None = None) -> Cell:
    return Cell(values=(Value("text", both(thai, english)),))


def number_cell(number: str, **more: object) -> Cell:
    value = Decimal(number)
    text = Text(th=format_number(value, "th"), en=format_number(value, "en"))
    return Cell(values=(Value("number", text, number=value, **more),))  # type: ignore[arg-type]


def date_cell(written: str) -> Cell:
    when = parse_date(written)
    return Cell(values=(Value("date", Text(th=when.format("th"), en=when.format("en")), date=when),))


def cited(first: int, last: int, page: int | None = None) -> Citation:
    return Citation(source="book", lines=(first, last), pages=(page, page) if page else None)


def table(id_: str, columns: tuple[Column, ...], rows: tuple[Row, ...], **more: object) -> Table:
    citations = tuple(
        dict.fromkeys(one for row in rows for cell in row.cells for v in cell.values for one in v.citations)
    )
    return Table(
        id=id_,
        title=both(f"ตาราง {id_}", f"Table {id_}"),
        answer=both("เครือข่ายเริ่มจากเรื่องใกล้ตัว น้ำและป่า", "Networks began with what was near: water and woods"),
        row_name=both("จังหวัด", "Province"),
        columns=columns,
        rows=rows,
        citations=citations,
        file=f"data/tables/{id_}.yml",
        **more,  # type: ignore[arg-type]
    )


def everyday() -> Table:
    """A comparison as the library has many: numbers, dates, lists, empty signs, sources that differ."""
    columns = (
        Column("founded", both("ปีที่เริ่ม", "Founded"), "date", None, both("ปีที่เครือข่ายเริ่ม", "When it began")),
        Column(
            "councils",
            both("สภาองค์กรชุมชน", "Councils"),
            "number",
            both("สภา", "councils"),
            both("จำนวนสภา", "How many"),
        ),
        Column("signed", both("วันลงนาม", "Signed"), "date"),
        Column("issues", both("เรื่องที่ทำ", "Issues"), "list"),
    )
    two = Cell(
        values=(
            Value("number", both("76"), number=Decimal(76), year=parse_date("2553 BE"), citations=(cited(10, 12),)),
            Value("number", both("80"), number=Decimal(80), year=parse_date("2553 BE"), citations=(cited(30, 30, 5),)),
        )
    )
    issues = Value(
        "list", both("น้ำ; ป่า", "water; woods"), items=(both("น้ำ", "water"), both("ป่า", "woods")), basis="implied"
    )
    krabi = (
        date_cell("2543 BE"),
        number_cell("1234", qualifier="about"),
        date_cell("2551-08-06 BE"),
        Cell(values=(issues,)),
    )
    trat = (date_cell("2544 BE"), two, Cell(absent="unknown", note=both("ไม่มีปี", "no year")), Cell(absent="none"))
    yala = (Cell(absent="unknown"), number_cell("-5.50"), date_cell("2560-12-01 BE"), Cell(absent="not-applicable"))
    rows = (
        Row("krabi", both("กระบี่", "Krabi"), krabi, Ref("lesson", "krabi-lesson"), file="data/facts/krabi.yml"),
        Row("trat", both("ตราด", "Trat"), trat),
        Row("yala", both("ยะลา", "Yala"), yala),
    )
    return table(
        "everyday",
        columns,
        rows,
        question=both("เริ่มเมื่อไร", "When did they begin?"),
        silence=both("ไม่มีปีของยะลา", "No year for Yala"),
        notes=(both("ปีตามแหล่งข้อมูล", "Years as the sources give them"),),
    )


def compared(places: int = 6) -> Table:
    """Two steps told of each of several places, in sentences too long for one slide; the places are key columns."""
    told = "คนในตำบลเก็บข้อมูลเอง แล้วคุยกับหน่วยงานต่าง ๆ (เช่น “สภาองค์กรชุมชน” ของตำบล) จนได้แผน"
    english = (
        "People collect data themselves, then talk with agencies (such as a “council” of the tambon) and write a plan"
    )
    columns = tuple(Column(f"p{at}", both(f"จังหวัดที่ {at}", f"Province {at}")) for at in range(places))
    cells = tuple(
        Cell(values=(Value("text", both(told, english), citations=(cited(at + 1, at + 2),)),)) for at in range(places)
    )
    rows = (
        Row("tambon", both("ตำบล", "Tambon"), (Cell(absent="unknown"), *cells[1:])),
        Row("province", both("จังหวัด", "Province"), cells),
    )
    return table("compared", columns, rows, key_columns=tuple(column.id for column in columns))


NASTY = (
    "=1+1",
    "+66 81 234",
    "-5",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "＝1+1",
    "<script>alert('x')</script> & <b>bold</b>",
    "ท่อ | แบ่ง || `code` *ดาว* _ขีด_ [ลิงก์](http://x) \\",
    "บรรทัดหนึ่ง\nบรรทัดสอง\r\n=บรรทัดสาม",
    "ก" * 400,
    "A" * 400,
    "👩‍👩‍👧 🇹🇭 ✓ →",
    "עברית ‮ العربية",
    "อ้าง \"คำ\" และ 'คำ'",
    "\x00\x01\x1b[31m\x7fแดง\ufffe",
    "&amp; &lt;x&gt; &#39;",
    "ที่ปู่น้ำใจ กำลังสู้ ญู่ ฐู่",
    "005010",
    "1.25e+06",
    "https://example.org/?a=1&b=2",
    "- รายการ",
    "# หัวข้อ",
    "~~ขีดฆ่า~~ $x$",
)


def nasty() -> Table:
    """Every cell holds something that has broken some format somewhere."""
    columns = (Column("plain", both("ค่า <i>", "Value <i>")), Column("second", both("=หัว|คอลัมน์", "=head|column")))
    rows = tuple(
        Row(f"row-{number}", both(f"แถว {number} & <{number}>"), (text_cell(one), text_cell(one[::-1] or "x")))
        for number, one in enumerate(NASTY)
    )
    return table("nasty", columns, rows)


def grouped() -> Table:
    columns = (Column("amount", both("เงิน", "Money"), "money", both("บาท", "baht")),)
    names = (("ก", "เหนือ"), ("ข", "เหนือ"), ("ค", "ใต้"), ("ง", "ใต้"))
    rows = tuple(
        Row(f"r{number}", both(name), (number_cell(str(1000 * number)),), group=both(group))
        for number, (name, group) in enumerate(names)
    )
    return table("grouped", columns, rows)


def sized(rows: int, columns: int) -> Table:
    """A table of this size, each cell saying where it stands."""
    heads = tuple(Column(f"c{number}", both(f"คอลัมน์ {number}", f"Column {number}")) for number in range(columns))
    body = tuple(
        Row(
            f"r{row}",
            both(f"แถว {row}", f"Row {row}"),
            tuple(text_cell(f"{row}/{column}") for column in range(columns)),
        )
        for row in range(rows)
    )
    return table(f"sized-{rows}-{columns}", heads, body)


def printed(one: Table, language: Language = "th") -> PrintedTable:
    return printed_table(one, KNOWLEDGE, language, STAMP)
