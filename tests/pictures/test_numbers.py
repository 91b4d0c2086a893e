"""What a picture shows is what the knowledge holds: numbers, signs, places; whatever the knowledge is."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from botrian.knowledge import Knowledge
from botrian.knowledge.strength import VOICES
from botrian.pictures import (
    Bar,
    bar_picture,
    heard_picture,
    known_map,
    lesson_grid,
    progress,
    province_ladder,
    strip,
    table_bars,
    theme_grid,
    timeline_chart,
)
from botrian.pictures.grid import Cell, Grid, Line
from botrian.pictures.heard import voices
from botrian.pictures.marks import MARKS
from botrian.pictures.picture import WIDTH
from botrian.pictures.shades import SHADES, level_of, ranges
from botrian.records import Evidence, Qualifier, Text
from botrian.tables import Cell as TableCell
from botrian.tables import Column, Row, Table, Value
from tests.pictures.drawn import events, evidence, of_class, read, sheet, with_cases, with_ledgers, words

PLACES = ("krabi", "trat", "yala", "chai-nat", "satun", "nan", "thailand")
LEVELS = ("province", "zone", "district", "tambon", "village")
QUICK = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
Ledgers = list[tuple[Evidence, ...]]
LEDGERS = st.lists(evidence(PLACES), min_size=1, max_size=9)


@QUICK
@given(LEDGERS)
def test_each_tile_of_the_map_counts_the_lessons_of_its_province(library: Knowledge, ledgers: Ledgers) -> None:
    knowledge = with_ledgers(library, ledgers)
    expected = Counter({one: len(found) for one, found in knowledge.lessons_by_province.items() if one != "thailand"})

    picture = known_map(sheet(knowledge, "en"))
    shown = {
        link.findtext("{*}title"): words(of_class(link, "kb-tile-count")[0]) for link in read(picture).iter("{*}a")
    }

    assert shown == {f"{knowledge.provinces[one].name.en}: {n} lessons": str(n) for one, n in expected.items()}
    assert picture.behind is not None
    assert [int(row[1][0]) for row in picture.behind.rows] == sorted(expected.values(), reverse=True)


@QUICK
@given(LEDGERS)
def test_a_strip_has_a_sign_for_each_place_and_way_of_speaking(library: Knowledge, ledgers: Ledgers) -> None:
    knowledge = with_ledgers(library, ledgers)
    for lesson in knowledge.lessons.values():
        strength = knowledge.strengths[lesson.id]
        number = sum(len(strength.places[voice]) for voice in VOICES)
        number += len(strength.qualified) + len(strength.contradicted)

        assert f'viewBox="0 0 {12 * number} 14"' in strip(sheet(knowledge), lesson)


@QUICK
@given(LEDGERS)
def test_the_list_beside_the_map_of_a_lesson_names_each_place_once_with_all_of_its_voices(
    library: Knowledge, ledgers: Ledgers
) -> None:
    knowledge = with_ledgers(library, ledgers)
    for lesson in knowledge.lessons.values():
        strength = knowledge.strengths[lesson.id]
        _, listed = heard_picture(sheet(knowledge, "en"), lesson)
        said = {place: told.split(" · ") for place, _, told in listed}
        confirming = {one for own in strength.places.values() for one in own}

        assert list(said) == list(dict.fromkeys(said))
        assert set(said) == {*confirming, *strength.qualified, *strength.contradicted}
        assert {one for one, told in said.items() if "Contradicts" in told} == set(strength.contradicted)
        assert {one for one, told in said.items() if "With a condition" in told} == set(strength.qualified)
        assert {one for one, told in said.items() if "Did it, with a result" in told} == set(strength.places["result"])


@QUICK
@given(LEDGERS)
def test_the_grid_of_themes_counts_each_lesson_once_and_an_empty_cell_invites(
    library: Knowledge, ledgers: Ledgers
) -> None:
    knowledge = with_ledgers(library, ledgers)
    expected: Counter[tuple[str, str]] = Counter()
    for lesson in knowledge.lessons.values():
        theme = knowledge.themes[lesson.themes[0]]
        for place in {entry.province for entry in lesson.evidence} - {"thailand"}:
            top = knowledge.themes[theme.parent or theme.id]
            expected[top.name.en, knowledge.provinces[place].name.en] += 1

    picture = theme_grid(sheet(knowledge, "en"))
    assert picture.behind is not None
    shown: Counter[tuple[str, str]] = Counter()
    for (head, _), *cells in picture.behind.rows:
        for place, (told, _) in zip(picture.behind.head[1:], cells, strict=True):
            number = told.split(" ")[0]
            shown[head, place] += int(number) if number.isdigit() else 0

    assert +shown == expected
    assert len(of_class(read(picture), "kb-blank")) == sum(not number for number in shown.values())


@QUICK
@given(LEDGERS)
def test_the_grid_of_lessons_has_the_signs_of_each_voice_where_it_is_heard(
    library: Knowledge, ledgers: Ledgers
) -> None:
    knowledge = with_ledgers(library, ledgers)
    lessons = list(knowledge.lessons.values())
    expected = Counter(mark for one in lessons for own in voices(knowledge.strengths[one.id]).values() for mark in own)

    tree = read(lesson_grid(sheet(knowledge), lessons))

    assert Counter({mark: len(of_class(tree, f"kb-mark--{mark}")) for mark in MARKS}) == expected


DATES = st.lists(
    st.tuples(
        st.sampled_from(PLACES),
        st.integers(2500, 2565),
        st.none() | st.integers(0, 30),
        st.booleans(),
        st.booleans(),
    ),
    min_size=1,
    max_size=25,
)


@QUICK
@given(DATES)
def test_the_chart_has_one_sign_for_each_event_by_its_kind_inside_the_picture(
    library: Knowledge, dates: list[tuple[str, int, int | None, bool, bool]]
) -> None:
    found = events(
        library,
        [(p, f"{year} BE", None if long is None else f"{year + long} BE", t, g) for p, year, long, t, g in dates],
    )
    tree = read(timeline_chart(sheet(library), found))
    drawn = Counter(one.get("class").split()[-1] for one in of_class(tree, "kb-event"))

    assert drawn == Counter(
        "kb-event--planned" if e.planned else "kb-event--turning" if e.turning_point else "kb-event--happened"
        for e in found
    )
    assert sorted(link.get("href") for link in tree.iter("{*}a")) == sorted(f"#{one.id}" for one in found)
    for span in of_class(tree, "kb-span"):
        assert 0 <= float(span.get("x")) <= float(span.get("x")) + float(span.get("width")) <= WIDTH


def test_earlier_events_stand_left_of_later_ones_and_those_of_one_year_do_not_hide_each_other(
    library: Knowledge,
) -> None:
    found = events(library, [("krabi", f"{year} BE", None, False, False) for year in (2540, 2550, 2550, 2560)])
    tree = read(timeline_chart(sheet(library), found))
    starts = [one.get("d").split("a")[0][1:].split(" ") for one in of_class(tree, "kb-event")]

    across = [float(x) for x, _ in starts]
    assert across == sorted(across)
    assert across[1] == across[2]
    assert len({tuple(one) for one in starts}) == 4


def test_what_came_before_the_first_year_stands_beside_the_scale_in_its_order_and_words_say_so(
    library: Knowledge,
) -> None:
    early = [("thailand", f"{year} BE", None, False, False) for year in (2430, 2488, 2503)]
    late = [("krabi", f"{year} BE", None, False, False) for year in (2540, 2560)]

    tree = read(timeline_chart(sheet(library), events(library, [*late, *early])))
    across = [float(one.get("d").split("a")[0][1:].split(" ")[0]) for one in of_class(tree, "kb-event")]
    own, elsewhere = across[:2], across[2:]
    assert elsewhere == sorted(set(elsewhere))
    assert elsewhere[-1] < own[0] - 12
    years = {words(one): float(one.get("x")) for one in of_class(tree, "kb-year")}
    assert years["ก่อน 2540"] < years["2540"] - 40

    alone = read(timeline_chart(sheet(library), events(library, late)))
    assert not [one for one in of_class(alone, "kb-year") if "ก่อน" in words(one)]


@pytest.mark.parametrize("early", [[], [2430]])
def test_the_years_of_the_timeline_have_room_inside_the_picture(library: Knowledge, early: list[int]) -> None:
    places = [("krabi", 2540), ("krabi", 2580), *(("thailand", year) for year in early)]
    tree = read(
        timeline_chart(sheet(library), events(library, [(p, f"{y} BE", None, False, False) for p, y in places]))
    )

    across = [float(one.get("x")) for one in of_class(tree, "kb-year") if words(one).isdigit()]
    assert all(right - left > 34 for left, right in pairwise(across))
    for one in of_class(tree, "kb-year"):
        # Eleven pixels high, a figure of Sarabun is less than seven wide; words stand in the middle of their place.
        half = 6.5 * len(words(one)) / 2
        assert half <= float(one.get("x")) <= WIDTH - half, words(one)


@QUICK
@given(st.lists(st.tuples(st.sampled_from(LEVELS), st.none() | st.integers(0, 20)), min_size=3, max_size=20))
def test_the_structure_counts_every_case_on_its_rung_and_joins_parts_to_wholes_that_are_named(
    library: Knowledge, cases: list[tuple[str, int | None]]
) -> None:
    knowledge = with_cases(library, cases)
    picture = province_ladder(sheet(knowledge, "en"), "krabi")
    assert picture is not None
    assert picture.behind is not None
    levels: Counter[str] = Counter("zone" if one.level == "district" else one.level for one in knowledge.cases.values())
    order = [name for name in ("province", "zone", "tambon", "village") if levels[name]]

    shown = {row[0][0]: int(row[1][0]) for row in picture.behind.rows}
    assert list(shown.values()) == [levels[name] for name in order]
    assert len(of_class(read(picture), "kb-rung")) == len(shown)


def test_a_network_of_two_cases_has_no_structure_to_draw(library: Knowledge) -> None:
    assert province_ladder(sheet(with_cases(library, [("province", None), ("tambon", 0)])), "krabi") is None


@QUICK
@given(st.lists(st.decimals(0, 10_000_000, places=2), min_size=1, max_size=12))
def test_bars_are_as_long_as_their_numbers_and_say_them(library: Knowledge, numbers: list[Decimal]) -> None:
    bars = [Bar(f"b{at}", number, f"{number:,}") for at, number in enumerate(numbers)]
    tree = read(bar_picture(sheet(library), "x", "X", bars))
    lengths = [float(one.get("width")) for one in of_class(tree, "kb-bar")]
    longest = float(max(numbers)) or 1.0

    for length, number in zip(lengths, numbers, strict=True):
        assert length == pytest.approx(max(1.0, float(number) / longest * (WIDTH - 120)), abs=0.06)
    assert [words(one) for one in of_class(tree, "kb-caption")] == [f"{number:,}" for number in numbers]


def _table(*cells: TableCell, comparable: bool = True) -> Table:
    rows = tuple(Row(f"r{at}", Text(th=f"แถว {at}", en=f"Row {at}"), (cell,)) for at, cell in enumerate(cells))
    column = Column("x", Text(th="จำนวนเงิน", en="Money"), "number", Text(th="บาท", en="baht"), None, comparable)
    words = Text(th="ก", en="x")
    return Table("x", words, words, words, (column,), rows)


def _cell(*numbers: int, qualifier: Qualifier = "exact", unit: Text | None = None) -> TableCell:
    return TableCell(
        tuple(
            Value("number", Text(th=f"{n}", en=f"{n}"), number=Decimal(n), qualifier=qualifier, unit=unit)
            for n in numbers
        )
    )


def test_numbers_that_are_not_to_be_compared_have_no_bars(library: Knowledge) -> None:
    cells = [_cell(1), _cell(2), _cell(3)]

    assert table_bars(sheet(library), _table(*cells)) is not None
    assert table_bars(sheet(library), _table(*cells, comparable=False)) is None


def test_rows_without_a_bar_are_named_with_the_reason_and_bounds_are_marked(library: Knowledge) -> None:
    yearly = _cell(9, unit=Text(th="บาทต่อปี", en="baht a year"))
    cells = [
        _cell(4),
        _cell(5),
        _cell(6, qualifier="at-least"),
        _cell(7, 8),
        yearly,
        TableCell(absent="unknown"),
    ]
    picture = table_bars(sheet(library, "en"), _table(*cells))

    assert picture is not None
    tree = read(picture)
    assert [words(one) for one in of_class(tree, "kb-line")] == ["Row 0", "Row 1", "Row 2"]
    assert [one.get("class") for one in of_class(tree, "kb-bar")] == ["kb-bar", "kb-bar", "kb-bar kb-bar--open"]
    assert [told for _, told in picture.legend] == ["dashed: a bound, such as at least, more than, at most"]
    assert picture.remark == (
        "Without a bar: Row 3 (several numbers, see the table); Row 4 (another unit, see the table); Row 5 (no number)"
    )


@given(st.integers(0, 5000), st.integers(0, 5000))
def test_shades_grow_with_the_count_and_the_key_tells_the_shade_of_every_count(one: int, other: int) -> None:
    most = max(one, other)
    low, high = sorted((one, other))

    assert level_of(low, most) <= level_of(high, most) <= SHADES
    assert (level_of(low, most) == 0) == (low == 0)
    for count in {low, high} - {0}:
        assert [level for level, first, last in ranges(most) if first <= count <= last] == [level_of(count, most)]


def test_progress_fills_the_dots_of_the_steps_that_were_made() -> None:
    done, left = (str(progress(2, 5)).split("kb-dot--left")[side].count("z") for side in (1, 0))

    assert (done, left) == (5, 0)
    assert str(progress(2, 5)).rsplit("<path", 1)[1].count("z") == 2


def test_a_grid_says_what_the_letters_of_its_head_stand_for_and_whether_it_scrolls(library: Knowledge) -> None:
    places = [Line(f"Place {at}", letters=f"P{at}") for at in range(14)]
    wide, narrow = (
        Grid([Line("Row")], columns, [[Cell("", number=1) for _ in columns]]).picture(sheet(library), "x", "X", "", "")
        for columns in ([*places, Line("All of it", letters="1")], places[:3])
    )

    assert wide.is_wide
    assert not narrow.is_wide
    assert narrow.remark == "P0 Place 0 · P1 Place 1 · P2 Place 2"
    assert wide.remark.endswith("P13 Place 13")
