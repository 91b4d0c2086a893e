"""What is dear to make is made once per run: a name and a maker enter, a folder that all workers share leaves."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock

#: The name of a worker of pytest-xdist; it is not set where one process runs all tests.
WORKER = "PYTEST_XDIST_WORKER"


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """The folder ``name``, filled by ``make`` in whichever worker comes first; the others wait for it.

    A maker that failed is not tried again: its words fail every test that needs the folder.
    """
    run = factory.getbasetemp()
    if os.environ.get(WORKER):
        run = run.parent
    folder = run / "made-once" / name
    failed = folder.with_suffix(".failed")
    folder.parent.mkdir(exist_ok=True)
    with FileLock(folder.with_suffix(".lock")):
        if failed.exists():
            pytest.fail(failed.read_text(encoding="utf-8"), pytrace=False)
        if not folder.exists():
            try:
                folder.mkdir()
                make(folder)
            except BaseException as error:
                failed.write_text(f"{name}: {error!r}", encoding="utf-8")
                raise
    return folder
