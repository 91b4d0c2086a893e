"""The tool that finds where browsers end lines inside Thai words."""

from __future__ import annotations

from pathlib import Path

from thai_breaks import counted, faults, runs_of


def test_an_end_inside_a_word_is_found_with_the_word_before_and_one_between_words_is_none() -> None:
    assert list(faults("การกระจาย", ["การก", "ระ", "จาย"])) == ["การ ก|ระจาย", "การ กระ|จาย"]
    assert list(faults("การกระจาย", ["การ", "กระจาย"])) == []
    # Both halves are words of their own.
    assert list(faults("ข้อควรระวัง", ["ข้อ", "ควร", "ระวัง"])) == []


def test_faults_are_counted_as_often_as_they_stand_in_articles(tmp_path: Path) -> None:
    page = tmp_path / "index.html"
    page.write_text(
        "<nav>การกระจาย</nav><article><p>การกระจาย <b>การกระจาย</b></p><svg>การกระจาย</svg></article>", encoding="utf-8"
    )
    runs = runs_of(tmp_path)

    assert runs == {"การกระจาย": 2}
    assert counted(runs, [["การก", "ระจาย"]]) == {"การ ก|ระจาย": 2}
