"""A build says what the site weighs, which kind of file is over its budget, and when a host will not take it."""

from __future__ import annotations

from pathlib import Path

import pytest

from botrian.site import weight
from botrian.site.weight import BUDGET, HOST_SECONDS, Weight, told, told_of_time, weigh


def put(site: Path, name: str, size: int) -> None:
    (site / name).parent.mkdir(parents=True, exist_ok=True)
    (site / name).write_bytes(bytes(size))


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name, size in {
        "index.html": 3000,
        "en/index.html": 1000,
        "tables/a/index.html": 500,
        "tables/a.svg": BUDGET["svg"] + 2,
        "en/tables/a.SVG": BUDGET["svg"],
        "en/kits/a.docx": 700,
        "assets/x.js": 10,
    }.items():
        put(tmp_path, name, size)
    return tmp_path


def test_every_file_is_counted_under_its_kind_the_heaviest_first(site: Path) -> None:
    found = weigh(site)

    assert [(one.ending, one.files, one.bytes) for one in found.kinds] == [
        ("svg", 2, 2 * BUDGET["svg"] + 2),
        ("html", 3, 4500),
        ("docx", 1, 700),
        ("js", 1, 10),
    ]
    assert found.bytes == sum(file.stat().st_size for file in site.rglob("*.*") if file.is_file())


def test_what_only_pages_would_spare_are_the_files_of_tables_and_kits(site: Path) -> None:
    assert weigh(site).spared == 2 * BUDGET["svg"] + 2 + 700


def test_a_kind_over_its_budget_is_named_and_one_within_is_not(site: Path) -> None:
    lines = list(told(weigh(site)))
    over = [line.split()[0] for line in lines if "over its budget" in line]

    assert over == ["svg"]
    put(site, "tables/b.svg", 0)
    assert not [line for line in told(weigh(site)) if "over its budget" in line]


def test_a_site_that_a_host_may_refuse_says_what_to_leave_out(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = weigh(site)
    assert "--pages-only" not in "\n".join(told(found))

    monkeypatch.setattr(weight, "HOST_LIMIT", found.bytes)

    assert "\n".join(told(found)).count("--pages-only") == 2


def test_an_empty_folder_weighs_nothing(tmp_path: Path) -> None:
    assert weigh(tmp_path) == Weight((), 0)
    assert list(told(weigh(tmp_path)))


def test_a_build_that_takes_too_long_for_a_host_says_what_makes_it_quicker() -> None:
    slow = "\n".join(told_of_time(HOST_SECONDS - 1))

    assert list(told_of_time(HOST_SECONDS / 2)) == []
    assert "10 นาที" in slow and "10 minutes" in slow
    assert slow.count("--store") == slow.count("--executor") == 2
