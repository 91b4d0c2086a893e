"""All that a site is made of goes in; whether the published one is that site already, whole and untouched, comes out.

A publication is remembered beside the content, in the folder of what was made before: a digest of everything it rests
on, and size and time of each of its files, as git remembers a work tree. Whatever is in doubt is built again.
"""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import sysconfig
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Final

from botrian.read import Paths

#: Below the folder of what was made before: one file for each place that a site is published to, the newest of them.
_FOLDER: Final = "published"
_MOST: Final = 8
_LIBRARY = Path(__file__).resolve().parents[2]
_SETTINGS = ("mkdocs.yml", "mkdocs.en.yml")
#: Made by Python itself from the code that is looked at.
_BYTE_CODE = ("__pycache__", ".pyc")


def inputs(paths: Paths, today: date, options: Iterable[str]) -> str:
    """A digest of everything that a build's result can depend on; ``options`` are those of the command.

    Content, code, theme and settings by their bytes; libraries by their versions; the days of last changes by the
    commit that git stands at; the day, since checking asks whether a date lies ahead.
    """
    found = hashlib.sha256()
    for words in (*options, today.isoformat(), sys.version, os.environ.get("SOURCE_DATE_EPOCH", "")):
        found.update(f"{words}\0".encode())
    for words in (*_libraries(), *_commit(paths.root)):
        found.update(f"{words}\0".encode())
    folders = (paths.data, paths.docs, _LIBRARY, paths.root / "hooks")
    for folder in dict.fromkeys(one.resolve() for one in folders):
        for file in _files(folder):
            found.update(b"%s\0" % os.fsencode(file.relative_to(folder)))
            found.update(_content(file))
    for name in _SETTINGS:
        found.update(_content(paths.root / name))
    return found.hexdigest()


def _libraries() -> list[str]:
    """The installed libraries with their versions, by the folders that tell of them."""
    folders = {sysconfig.get_path(name) for name in ("purelib", "platlib")}
    return sorted(one.name for folder in folders for one in Path(folder).glob("*.dist-info"))


def _commit(root: Path) -> tuple[str, ...]:
    """The commit that git stands at, and where its history ends in a shallow clone; nothing where there is no git."""
    command = ["git", "rev-parse", "--git-path", "shallow", "HEAD"]
    done = subprocess.run(command, cwd=root, capture_output=True, encoding="utf-8", check=False)
    shallow, _, commit = done.stdout.partition("\n")
    ends = root / shallow if shallow else None
    return (commit, ends.read_text(encoding="ascii")) if ends and ends.is_file() else (commit,)


def _files(folder: Path) -> list[Path]:
    """Every file below a folder, in the order of the paths; what Python makes of code is left."""
    found = []
    for base, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name not in _BYTE_CODE]
        found += [Path(base, name) for name in names if not name.endswith(_BYTE_CODE)]
    return sorted(found)


def _content(file: Path) -> bytes:
    """A digest of a file's bytes; of one that cannot be read, why."""
    try:
        return hashlib.sha256(file.read_bytes()).digest()
    except OSError as error:
        return repr(error.errno).encode()


def is_fresh(site: Path, cache: Path, digest: str) -> bool:
    """Whether the site was published from exactly this, and no file of it was touched, taken away or added since."""
    try:
        told = json.loads(_place(site, cache).read_bytes())
        return bool(told["inputs"] == digest and told["files"]) and told["files"] == _seen(site)
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return False


def remember(site: Path, cache: Path, digest: str) -> None:
    """Remember that the site as it lies there was made of this. Where it cannot be written, the next build is whole."""
    place = _place(site, cache)
    words = json.dumps({"inputs": digest, "files": _seen(site)}, separators=(",", ":"))
    beside = place.with_name(f"{place.name}.{os.getpid()}.part")
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(words.encode("ascii"))
        beside.replace(place)
        known = sorted(place.parent.glob("*.json"), key=lambda file: file.stat().st_mtime_ns, reverse=True)
        for old in known[_MOST:]:
            old.unlink(missing_ok=True)
    except OSError:
        beside.unlink(missing_ok=True)


def _place(site: Path, cache: Path) -> Path:
    return cache / _FOLDER / f"{hashlib.sha256(os.fsencode(site)).hexdigest()[:20]}.json"


def _seen(site: Path) -> dict[str, list[int]]:
    """Size in bytes and time of the last write in nanoseconds of each file, by its path below the site."""
    found: dict[str, list[int]] = {}
    waiting = [(str(site), "")]
    while waiting:
        folder, above = waiting.pop()
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append((entry.path, f"{above}{entry.name}/"))
                else:
                    told = entry.stat(follow_symlinks=False)
                    found[f"{above}{entry.name}"] = [told.st_size, told.st_mtime_ns]
    return found
