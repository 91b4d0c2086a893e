"""A content file goes in; the address at which people correct it comes out."""

from __future__ import annotations

from urllib.parse import quote

#: Where the content is kept and corrected; the same as ``repo_url`` in mkdocs.yml, which a test holds against it.
REPOSITORY = "https://github.com/self-managing-provinces/botrian"


def edit_address(file: str, line: int = 1) -> str:
    """Where a content file is corrected in a web browser; ``line`` is where the record begins.

    A folder, whose files make up an index, is opened as a list.
    """
    if "." not in file.rsplit("/", 1)[-1]:
        return f"{REPOSITORY}/tree/main/{quote(file)}"
    return f"{REPOSITORY}/edit/main/{quote(file)}" + (f"#L{line}" if line > 1 else "")
