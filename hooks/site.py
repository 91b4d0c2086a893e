"""The MkDocs adapter: hands the staged pages to MkDocs and lays the other files beside them. No rule lives here.

``mkdocs build`` finds everything through this file alone; ``kb.py build`` hands over what it has made already.
"""

from __future__ import annotations

import os
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

# MkDocs has this folder on the path only while it imports the hook.
if str(Path(__file__).parent) not in sys.path:
    sys.path.insert(0, str(Path(__file__).parent))

from botrian.read import left_behind
from botrian.site.adapter import TocToken, generated_for, lighten, menu_of, squeezed, toc_of
from botrian.site.clock import the_day
from botrian.templating import COMPILED

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page
    from mkdocs.structure.toc import TableOfContents
    from mkdocs.utils.templates import TemplateContext

    from botrian.pages import StagedPage
    from botrian.site.generate import Generated

#: Files of the theme that no page of ours uses: its own search, and its picture in place of ours.
UNUSED = ("assets/javascripts/workers/", "assets/javascripts/lunr/", "assets/images/")
#: The maps of minified files are for those who write the theme.
MAPS = ".map"
#: MkDocs' own list of pages: of one language, and dated by the day of the build. Ours has both and no day.
DATED = "sitemap.xml"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Check the content and make the pages of this site's language, unless they are handed over."""
    if "botrian" not in config.extra:
        root = Path(config.config_file_path or "mkdocs.yml").resolve().parent
        config.extra["botrian"] = generated_for(
            root,
            Path(config.docs_dir),
            config.theme["language"],
            config.site_url or "",
            the_day(os.environ),
        )
    config.theme.static_templates -= {DATED}
    config.nav = menu_of(config.nav or [], {page.path for page in _generated(config).pages}) or None
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Staged pages take the place of the Markdown that people wrote; what the stock theme brings is left out."""
    # Found where the config's own module is: the same line serves MkDocs and ProperDocs.
    kind = sys.modules[type(files).__module__].File
    for file in list(files):
        left = any(left_behind(part) for part in file.src_uri.split("/"))
        if left or file.src_uri.endswith(".md"):
            files.remove(file)
    for page in _generated(config).pages:
        files.append(kind.generated(config, page.path, content=f"# {page.title}\n"))
    return files


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """The theme's own files come only now: leave out what no page uses. Its templates are compiled once."""
    env.bytecode_cache = COMPILED
    for file in list(files):
        if file.src_uri.startswith(UNUSED) or file.src_uri.endswith(MAPS) or file.src_uri == DATED:
            files.remove(file)


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """MkDocs gets the front matter as it is, and nothing to read as Markdown: the page is HTML of ours already."""
    staged = _staged(page, config)
    if staged is None:
        return markdown
    page.meta = {"title": staged.title, **staged.meta}
    # MkDocs would make a reader of Markdown for each page: of nothing there is nothing to read.
    page.render = partial(_nothing, page)  # type: ignore[method-assign]
    return ""


def _nothing(page: Page, config: MkDocsConfig, files: Files) -> None:
    page.content = ""


def on_page_context(context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation) -> TemplateContext:
    """The page's HTML and its list of headings, in the form that the settings of ``toc`` give them.

    They come now, not with ``on_page_content``: MkDocs reads all pages before it writes the first, and holds them.
    """
    staged = _staged(page, config)
    if staged is not None:
        settings = config.mdx_configs.get("toc", {})
        page.toc = _toc(page, toc_of(staged, str(settings.get("toc_depth", "6"))))
        page.content = staged.content
    return context


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """What templates leave between the tags is left out: it is a tenth of all pages. The page is done: it lets go."""
    page.content, page.toc = "", _toc(page, [])
    return squeezed(output)


def _toc(page: Page, tokens: list[TocToken]) -> TableOfContents:
    # Found where the page's own module is: the same line serves MkDocs and ProperDocs.
    found: TableOfContents = sys.modules[type(page).__module__].get_toc(tokens)
    return found


def on_post_build(config: MkDocsConfig) -> None:
    """Lay the API, the feed, the search index and the other files beside the pages; style sheets become lighter."""
    out = Path(config.site_dir)
    lighten(out)
    for name, data in _generated(config).files.items():
        file = out / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)


def _staged(page: Page, config: MkDocsConfig) -> StagedPage | None:
    return _generated(config).by_path.get(page.file.src_uri)


def _generated(config: MkDocsConfig) -> Generated:
    return cast("Generated", config.extra["botrian"])
