"""Two people each add a fact to one province, on two branches: git joins them without a conflict, and all is clean."""

from __future__ import annotations

import os
import subprocess
from datetime import date
from pathlib import Path

from botrian.check import check
from botrian.new import write_new
from tests.check.trees import BASE, base_tree, codes

TODAY = date(2026, 7, 1)
DIMENSIONS = ("member-count", "budget")
MORE = """  - id: budget
    name: {th: งบประมาณ, en: Budget}
    definition: {th: เงินต่อปี, en: Money a year}
    type: money
    group: structure
"""


def _git(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    names = {f"GIT_{who}_{what}": "x@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    environment = {**os.environ, **names, "GIT_CONFIG_GLOBAL": os.devnull}
    return subprocess.run(["git", *words], cwd=folder, env=environment, capture_output=True, text=True, check=False)


def test_two_facts_of_one_province_merge_clean(tmp_path: Path) -> None:
    paths = base_tree(tmp_path)
    dimensions = tmp_path / "data/dimensions.yml"
    dimensions.write_text(dimensions.read_text(encoding="utf-8") + MORE, encoding="utf-8")
    _git(tmp_path, "init", "-q", "-b", "main")
    _git(tmp_path, "add", ".")
    _git(tmp_path, "commit", "-qm", "base")
    for dimension in DIMENSIONS:
        _git(tmp_path, "checkout", "-q", "-b", dimension, "main")
        said = {"province": "krabi", "dimension": dimension, "value": "7", "source": "krabi-book", "lines": "10-12"}
        written = write_new("fact", said, paths)
        text = written.file.read_text(encoding="utf-8")
        if dimension == "member-count":
            text = text.replace("number: 7", "number: 7\n    unit: {th: คน, en: people}")
            written.file.write_text(text, encoding="utf-8")
        _git(tmp_path, "add", ".")
        assert _git(tmp_path, "commit", "-qm", dimension).returncode == 0
    _git(tmp_path, "checkout", "-q", "main")

    for dimension in DIMENSIONS:
        merged = _git(tmp_path, "merge", "-q", "--no-edit", dimension)
        assert merged.returncode == 0, merged.stdout + merged.stderr

    checked = check(paths, TODAY)
    assert codes(checked) == []
    assert checked.knowledge is not None
    facts = {one.fact.dimension for one in checked.knowledge.facts_by_province["krabi"]}
    assert facts >= {"council-count", *DIMENSIONS}
    assert (tmp_path / "data/facts/krabi.yml").read_bytes() == (BASE / "data/facts/krabi.yml").read_bytes()
