"""The content folders go in; a call comes out after each change of what can be content, until the watch ends."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import watchfiles

from botrian.read import Paths, left_behind

#: Milliseconds: a save of several files is one change when it takes less than this.
TOGETHER = 400
#: Milliseconds after which it is looked whether the folders themselves are still the ones that are watched.
LOOK = 500


def watch(paths: Paths, changed: Callable[[], None], ended: threading.Event) -> None:
    """Call ``changed`` after each change of the content: a write, a rename, a removal; until ``ended`` is set.

    A folder that is taken away is waited for, and watched again when it is back.
    """
    folders = (paths.data.absolute(), paths.docs.absolute())
    polling = False
    while not ended.is_set():
        if not all(folder.is_dir() for folder in folders):
            ended.wait(LOOK / 1000)
            continue
        try:
            for replaced in _changes(folders, ended, polling):
                changed()
                if replaced:
                    break
        except OSError:
            # The system gives out only so many watches, and some network drives give none: then look by the clock.
            if polling and all(folder.is_dir() for folder in folders):
                raise
            polling = True


def _changes(folders: tuple[Path, ...], ended: threading.Event, polling: bool) -> Iterator[bool]:
    """After each change, whether a folder itself was taken away, so that it must be watched anew."""

    def is_content(change: watchfiles.Change, name: str) -> bool:
        path = Path(name)
        folder = next((one for one in folders if path.is_relative_to(one)), path)
        return not any(part.startswith(".") or left_behind(part) for part in path.relative_to(folder).parts)

    started = {folder: folder.stat().st_ino for folder in folders}
    for changes in watchfiles.watch(
        *folders,
        watch_filter=is_content,
        stop_event=ended,
        debounce=TOGETHER,
        rust_timeout=LOOK,
        yield_on_timeout=True,
        force_polling=polling or None,
    ):
        replaced = any(not folder.exists() or folder.stat().st_ino != inode for folder, inode in started.items())
        if changes or replaced:
            yield replaced
