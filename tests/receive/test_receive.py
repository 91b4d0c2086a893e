"""What the form sent becomes files in their right places: shown first, all or nothing, and `check` passes them."""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from PIL import Image

from botrian.check import check
from botrian.commands.line import main
from botrian.knowledge import Knowledge
from botrian.messages import Message, SentPicture, as_file, as_text
from botrian.read import Paths
from botrian.receive import Library, Plan, planned, write
from botrian.records import Text
from tests.library import library_tree
from tests.messages.write_vectors import whole

TODAY = date(2026, 7, 1)
SENT = "2026-06-30"
CONTACT = "081-234-5678"


def message(kind: str, **changed: object) -> Message:
    answers = {**whole(kind), **changed}
    return Message(
        kind,
        SENT,
        {id_: tuple(one) if isinstance(one, list) else str(one) for id_, one in answers.items() if one is not None},
    )


def received(folder: Path, one: Message, said: Mapping[str, tuple[str, ...]] | None = None) -> tuple[Plan, Knowledge]:
    """The plan of a message, written into a tree of its own; the tree must pass ``check``."""
    paths = library_tree(folder)
    plan = planned(one, Library(paths), said or {}, TODAY)
    assert plan.ready, (plan.refused, plan.missing)
    write(plan, paths)
    checked = check(paths, TODAY)
    assert checked.knowledge is not None, [problem for problem in checked.problems if problem.severity == "error"]
    return plan, checked.knowledge


def everything(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_a_lesson_is_a_page_with_its_teller_as_evidence(tmp_path: Path) -> None:
    plan, knowledge = received(tmp_path, message("lesson", province="trat"), {"id": ("officer-from-the-start",)})
    lesson = knowledge.lessons["officer-from-the-start"]
    source = knowledge.sources[lesson.evidence[0].citations[0].source]

    assert plan.files == (
        "data/credits/trat-2026-06-30.yml",
        "data/sources/told-trat-2026-06-30.yml",
        "docs/lessons/officer-from-the-start.md",
    )
    assert (lesson.evidence[0].province, lesson.evidence[0].stance, source.kind) == ("trat", "supports", "testimony")
    assert source.speaker is not None and source.speaker.consent == "written"
    assert str(source.data_year) == "2563 BE"


def test_how_the_sender_is_reached_is_in_no_file(tmp_path: Path) -> None:
    for kind in ("lesson", "case", "tried", "province", "correction"):
        changed = {"province": {"province": "nan"}, "correction": {"right": "47"}}.get(kind, {})
        received(tmp_path / kind, message(kind, **changed))
        found = [name for name, data in everything(tmp_path / kind).items() if CONTACT.encode() in data]
        assert found == []


def test_a_name_is_thanked_only_where_the_person_said_so(tmp_path: Path) -> None:
    _, named = received(tmp_path / "named", message("lesson", name="สมศรี ใจดี"))
    _, unnamed = received(tmp_path / "unnamed", message("lesson", show_name="no", name="สมศรี ใจดี"))
    new = "krabi-2026-06-30"

    assert named.credits[new].name == Text(th="สมศรี ใจดี")
    assert str(named.credits[new].date) == "2569-06-30 BE"
    assert (unnamed.credits[new].name, unnamed.credits[new].body, unnamed.credits[new].position) == (None, None, None)
    assert not any("สมศรี".encode() in data for data in everything(tmp_path / "unnamed").values())


@pytest.mark.parametrize(
    ("outcome", "stance"), [("worked", "supports"), ("partly", "qualifies"), ("failed", "contradicts")]
)
def test_what_one_place_tried_goes_into_the_ledger_and_nothing_else_changes(
    outcome: str, stance: str, tmp_path: Path
) -> None:
    before = (library_tree(tmp_path / "before").docs / "lessons/save-first.md").read_bytes()
    _, knowledge = received(tmp_path / "after", message("tried", lesson="save-first", province="nan", outcome=outcome))
    after = (tmp_path / "after/docs/lessons/save-first.md").read_bytes()
    entry = knowledge.lessons["save-first"].evidence[-1]
    added = [line for line in after.splitlines(keepends=True) if line not in before.splitlines(keepends=True)]

    assert (entry.province, entry.stance, entry.voice) == ("nan", stance, "result")
    assert before.startswith(after[: after.index(added[0])])
    assert after.replace(b"".join(_run(after, before)), b"") == before


def _run(after: bytes, before: bytes) -> list[bytes]:
    """The one run of lines that is new."""
    new, old = after.splitlines(keepends=True), before.splitlines(keepends=True)
    start = next(at for at, line in enumerate(new) if at >= len(old) or old[at] != line)
    return new[start : start + len(new) - len(old)]


def test_a_ledger_with_the_line_ends_of_windows_keeps_them(tmp_path: Path) -> None:
    paths = library_tree(tmp_path)
    file = paths.docs / "lessons/save-first.md"
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    plan = planned(message("tried", lesson="save-first"), Library(paths), {}, TODAY)

    write(plan, paths)

    assert b"\n" not in file.read_bytes().replace(b"\r\n", b"")
    assert check(paths, TODAY).knowledge is not None


def test_a_case_and_a_province_get_their_pages(tmp_path: Path) -> None:
    _, knowledge = received(tmp_path / "case", message("case", province="nan"), {"id": ("nan-water-map",)})
    assert len(knowledge.cases["nan-water-map"].steps) == 2
    assert str(knowledge.cases["nan-water-map"].period.start) == "2563 BE"  # type: ignore[union-attr]

    plan, knowledge = received(tmp_path / "province", message("province", province="nan"))
    assert "docs/provinces/nan.md" in plan.files
    assert knowledge.profiles["nan"].network


def test_a_number_that_we_misread_is_replaced_where_it_stands(tmp_path: Path) -> None:
    one = message("correction", about="fact:trat.council-count", right="๔๗", reason="misread")
    before = (library_tree(tmp_path / "before").data / "facts/trat.yml").read_text(encoding="utf-8").splitlines()
    plan, _ = received(tmp_path / "after", one)
    after = (tmp_path / "after/data/facts/trat.yml").read_text(encoding="utf-8").splitlines()
    changed = [(old, new) for old, new in zip(before, after, strict=True) if old != new]

    assert [new.strip() for _, new in changed] == ["number: 47"]
    assert plan.shown[0].place.startswith("data/facts/trat.yml") and plan.shown[0].after == "๔๗"
    assert plan.shown[0].before in changed[0][0]


def test_what_somebody_knows_otherwise_stands_beside_what_was_there(tmp_path: Path) -> None:
    one = message("correction", about="fact:trat.council-count", right="47", reason="changed")
    _, knowledge = received(tmp_path, one)
    values = [
        placed.fact
        for placed in knowledge.facts_by_province["trat"]
        if placed.fact.dimension == "council-count" and placed.fact.case is None
    ]

    assert str(values[-1].number) == "47"
    assert str(values[-1].year) == "2569 BE"
    assert values[-1].citations[0].source == "told-trat-2026-06-30"
    assert len(values) > 1


@pytest.mark.parametrize("unit", ["    unit: {th: เครือข่าย, en: networks}\n", ""])
def test_a_new_number_has_the_unit_of_the_one_before_and_without_one_is_asked_about(tmp_path: Path, unit: str) -> None:
    one = message("correction", about="fact:trat.council-count", right="47", reason="changed")
    paths = library_tree(tmp_path)
    facts, dimensions = paths.data / "facts/trat.yml", paths.data / "dimensions.yml"
    facts.write_text(facts.read_text("utf-8").replace("    number: 43\n", f"    number: 43\n{unit}"), "utf-8")
    dimensions.write_text(re.sub(r"\n    unit: [^\n]*", "", dimensions.read_text("utf-8")), "utf-8")
    plan = planned(one, Library(paths), {}, TODAY)

    if unit:
        write(plan, paths)
        assert "เครือข่าย" in facts.read_text("utf-8").split("number: 47")[1]
    else:
        assert "data/facts/trat.yml" not in plan.files


def test_a_sentence_of_a_lesson_is_replaced_in_the_field_that_is_named(tmp_path: Path) -> None:
    one = message("correction", about="lesson:save-first", right="เริ่มจากเงินออมของสมาชิกเดือนละสิบบาท")
    paths = library_tree(tmp_path / "asked")
    asked = planned(one, Library(paths), {}, TODAY)
    _, knowledge = received(tmp_path / "named", one, {"field": ("do",)})

    assert not asked.files and "--field" in asked.notes[0].en
    assert knowledge.lessons["save-first"].do.th == "เริ่มจากเงินออมของสมาชิกเดือนละสิบบาท"


def test_what_is_told_in_words_is_left_to_people(tmp_path: Path) -> None:
    library = Library(library_tree(tmp_path))
    for about in ("หน้าตราด ข้อจำนวนสภา", "lesson:gone", "fact:trat.gone"):
        plan = planned(message("correction", about=about), library, {}, TODAY)
        assert plan.files == () and plan.notes


def test_a_question_becomes_no_file(tmp_path: Path) -> None:
    plan = planned(message("question"), Library(library_tree(tmp_path)), {}, TODAY)

    assert not plan.files and not plan.refused and message("question").words("question") in plan.notes[0].th


def test_what_the_sender_was_not_sure_of_is_asked_of_the_maintainer(tmp_path: Path) -> None:
    one = message("lesson", type="unsure", themes=None)
    library = Library(library_tree(tmp_path / "missing"))
    plan = planned(one, library, {}, TODAY)

    assert [missing.option for missing in plan.missing] == ["--theme", "--type"]
    assert "money" in dict(plan.missing[0].options) and not plan.files
    _, knowledge = received(tmp_path / "said", one, {"theme": ("money",), "type": ("pitfall",), "id": ("said",)})
    assert (knowledge.lessons["said"].type, knowledge.lessons["said"].themes) == ("pitfall", ("money",))


@pytest.mark.parametrize(
    "changed",
    [
        {"consent": ["publish"]},
        {"do": f"โทรหาประธาน {CONTACT}"},
        {"do": None},
        {"year": "2599"},
        {"province": "atlantis"},
    ],
    ids=["no-consent", "private", "missing", "future", "unknown-place"],
)
def test_a_message_that_must_not_be_published_is_refused(changed: dict[str, object], tmp_path: Path) -> None:
    plan = planned(message("lesson", **changed), Library(library_tree(tmp_path)), {}, TODAY)

    assert plan.refused and not plan.ready and not plan.files


def test_ids_that_are_taken_get_a_number(tmp_path: Path) -> None:
    paths = library_tree(tmp_path)
    for _ in range(2):
        write(planned(message("lesson"), Library(paths), {}, TODAY), paths)
    library = Library(paths)

    assert {"told-krabi-2026-06-30", "told-krabi-2026-06-30-2"} <= library.ids["source"]
    assert {"data-krabi", "data-krabi-2"} <= library.ids["lesson"]


def picture(**saved: object) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (40, 30), "green").save(out, format="JPEG", **saved)
    return out.getvalue()


def test_a_picture_is_drawn_anew_and_stands_under_the_lesson(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x010F] = "MakerOfPhone"
    one = message("lesson", province="trat")
    sent = (SentPicture(picture(exif=exif), "ป้ายหน้า [ศาลา]"), SentPicture(b"<html>", "ไม่ใช่รูป"))
    one = Message(one.kind, one.sent, one.answers, sent)
    plan, _ = received(tmp_path, one, {"id": ("with-picture",)})
    data = (tmp_path / "docs/lessons/with-picture-1.jpg").read_bytes()
    text = (tmp_path / "docs/lessons/with-picture.md").read_text(encoding="utf-8")

    assert b"MakerOfPhone" in sent[0].data and b"MakerOfPhone" not in data
    assert "![ป้ายหน้า  ศาลา ](with-picture-1.jpg)" in text
    assert "2" in plan.notes[0].en and "with-picture-2" not in text


def test_nothing_is_written_where_one_file_cannot_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    paths = library_tree(tmp_path)
    plan = planned(message("tried", lesson="save-first"), Library(paths), {}, TODAY)
    before = everything(tmp_path)
    put = Path.replace

    def full(file: Path, target: Path) -> Path:
        if target.name == "save-first.md":
            raise OSError(28, "no space left")
        return put(file, target)

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="no space"):
        write(plan, paths)

    assert everything(tmp_path) == before


# ---- the command -----------------------------------------------------------------------------------------------------


def run(paths: Paths, *words: str) -> int:
    return main(["--data", str(paths.data), "--docs", str(paths.docs), "receive", *words], today=TODAY)


def test_the_command_shows_first_and_writes_when_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paths = library_tree(tmp_path / "tree")
    arrived = tmp_path / "mail.txt"
    arrived.write_text(
        "\n".join(f"> {line}" for line in as_text(message("lesson"), {}, private=True).split("\n")), "utf-8"
    )
    before = everything(tmp_path / "tree")

    assert run(paths, str(arrived)) == 0
    shown = capsys.readouterr().out
    assert everything(tmp_path / "tree") == before
    assert CONTACT in shown and "+++ b/" in shown and "--write" in shown
    assert run(paths, str(arrived), "--write", "--id", "by-command") == 0
    assert (paths.docs / "lessons/by-command.md").is_file()


def test_the_command_reads_what_is_piped_and_what_notepad_wrote(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = library_tree(tmp_path / "tree")
    text = as_text(message("tried", lesson="save-first"), {}, private=True)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode("utf-16"))))
    assert run(paths, "-") == 0
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(as_file(message("case")).encode())))
    assert run(paths, "-", "--write", "--id", "piped") == 0


def test_the_command_tells_what_is_missing_and_what_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paths = library_tree(tmp_path / "tree")
    arrived = tmp_path / "message.json"
    arrived.write_text(as_file(message("lesson", themes=None)), "utf-8")

    assert run(paths, str(arrived)) == 3
    told = capsys.readouterr().out
    assert "--theme" in told and "money (" in told
    arrived.write_text(as_file(message("lesson", consent=["publish"])), "utf-8")
    assert run(paths, str(arrived), "--write") == 2
    arrived.write_text("สวัสดี", "utf-8")
    assert run(paths, str(arrived)) == 2
    assert "#คลังบทเรียน1" in capsys.readouterr().err
    assert run(paths, str(tmp_path / "nothing.txt")) == 2
    assert "nothing.txt" in capsys.readouterr().err
