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
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from botrian.kept import key_of, libraries
from botrian.read import Paths
from botrian.site.laying import Told

#: Below the folder of what was made before: one file for each place that a site is published to, the newest of them.
_FOLDER: Final = "published"
_MOST: Final = 8
#: Files of content that differ where little is to be made anew.
_FEW: Final = 40
_LIBRARY = Path(__file__).resolve().parents[2]
_SETTINGS = ("mkdocs.yml", "mkdocs.en.yml")
#: Made by Python itself from the code that is looked at.
_BYTE_CODE = ("__pycache__", ".pyc")


@dataclass(frozen=True)
class Inputs:
    """Everything that a build's result can depend on, as digests.

    ``code``: our code, the theme and settings, libraries by their versions, the command's options; ``moment``: the
    commit that git stands at, which tells the days of last changes, and the day, since checking asks whether a date
    lies ahead; ``content``: each content file.
    """

    code: str
    moment: str
    content: Mapping[str, str]

    @property
    def digest(self) -> str:
        """All of it in one."""
        return key_of(self.code, self.moment, *(part for file in self.content.items() for part in file))

    def is_near(self, other: Inputs) -> bool:
        """Whether a site of the other inputs needs little to become one of these."""
        changed = {name for name, _ in self.content.items() ^ other.content.items()}
        return self.code == other.code and len(changed) <= _FEW


@dataclass(frozen=True)
class Publication:
    """What was remembered of a published site: its inputs, and of each file what ``Laying`` wants to know."""

    inputs: Inputs
    files: Mapping[str, Told]


def inputs(paths: Paths, today: date, options: Iterable[str]) -> Inputs:
    """The inputs of a build now; ``options`` are those of the command."""
    code = [*options, sys.version, *libraries()]
    for folder in dict.fromkeys(one.resolve() for one in (_LIBRARY, paths.root / "hooks")):
        code += [part for one in _digests(folder) for part in one]
    code += [_content(paths.root / name) for name in _SETTINGS]
    moment = (*_commit(paths.root), today.isoformat(), os.environ.get("SOURCE_DATE_EPOCH", ""))
    content = {
        f"{label}/{name}": digest
        for label, folder in (("data", paths.data), ("docs", paths.docs))
        for name, digest in _digests(folder)
    }
    return Inputs(key_of(*code), key_of(*moment), content)


def _commit(root: Path) -> tuple[str, ...]:
    """The commit that git stands at, and where its history ends in a shallow clone; nothing where there is no git."""
    command = ["git", "rev-parse", "--git-path", "shallow", "HEAD"]
    try:
        done = subprocess.run(command, cwd=root, capture_output=True, encoding="utf-8", check=False)
    except OSError:
        return ()
    shallow, _, commit = done.stdout.partition("\n")
    ends = root / shallow if shallow else None
    return (commit, ends.read_text(encoding="ascii")) if ends and ends.is_file() else (commit,)


def _digests(folder: Path) -> Iterator[tuple[str, str]]:
    """Every file below a folder by its path there, with a digest; what Python makes of code is left."""
    found: list[Path] = []
    for base, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name not in _BYTE_CODE]
        found += [Path(base, name) for name in names if not name.endswith(_BYTE_CODE)]
    for file in sorted(found):
        yield os.fsencode(file.relative_to(folder)).decode("utf-8", "backslashreplace"), _content(file)


def _content(file: Path) -> str:
    """A digest of a file's bytes; of one that cannot be read, why."""
    try:
        return hashlib.sha256(file.read_bytes()).hexdigest()
    except OSError as error:
        return repr(error.errno)


def recall(site: Path, cache: Path) -> Publication | None:
    """What was remembered of the site when it was published; None where nothing was, or it cannot be read."""
    try:
        told = json.loads(_place(site, cache).read_bytes())
        made_of = Inputs(str(told["code"]), str(told["moment"]), dict(told["content"]))
        files = {str(name): (int(one[0]), int(one[1]), str(one[2])) for name, one in told["files"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError):
        return None
    return Publication(made_of, files)


def is_fresh(site: Path, published: Publication | None, now: Inputs) -> bool:
    """Whether the site was published from exactly this, and no file of it was touched, taken away or added since."""
    if published is None or not published.files or published.inputs.digest != now.digest:
        return False
    try:
        return {name: told[:2] for name, told in published.files.items()} == _seen(site)
    except OSError:
        return False


def remember(site: Path, cache: Path, made_of: Inputs, digests: Mapping[str, str]) -> None:
    """Remember that the site as it lies there was made of this. Where it cannot be written, the next build is whole.

    ``digests`` of its files by their path, as far as they are known.
    """
    place = _place(site, cache)
    files = {name: (*told, digests.get(name, "")) for name, told in _seen(site).items()}
    words = {"code": made_of.code, "moment": made_of.moment, "content": made_of.content, "files": files}
    beside = place.with_name(f"{place.name}.{os.getpid()}.part")
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(json.dumps(words, separators=(",", ":")).encode("ascii"))
        beside.replace(place)
        known = sorted(place.parent.glob("*.json"), key=lambda file: file.stat().st_mtime_ns, reverse=True)
        for old in known[_MOST:]:
            old.unlink(missing_ok=True)
    except OSError:
        beside.unlink(missing_ok=True)


def _place(site: Path, cache: Path) -> Path:
    return cache / _FOLDER / f"{hashlib.sha256(os.fsencode(site)).hexdigest()[:20]}.json"


def _seen(site: Path) -> dict[str, tuple[int, int]]:
    """Size in bytes and time of the last write in nanoseconds of each file, by its path below the site."""
    found: dict[str, tuple[int, int]] = {}
    waiting = [(str(site), "")]
    while waiting:
        folder, above = waiting.pop()
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append((entry.path, f"{above}{entry.name}/"))
                else:
                    told = entry.stat(follow_symlinks=False)
                    found[f"{above}{entry.name}"] = (told.st_size, told.st_mtime_ns)
    return found
