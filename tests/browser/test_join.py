"""Modules become one classic script: in the order of their imports, without comments, and nothing else is guessed."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest

from botrian.browser import BadModule, as_json, data_module, expression, script, sources
from botrian.commands.js_tools import find_node
from botrian.offline.pack import edition_data
from botrian.search.build import engine_data, entry_data
from botrian.site.scripts import ENTRIES, script_files, scripts_data
from tests.conftest import ROOT

EDITION = "offline/edition.js"
MODULES = ROOT / "hooks" / "botrian" / "browser" / "modules"


@pytest.fixture
def modules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of modules in the place of the project's own."""
    monkeypatch.setattr(sources, "MODULES", tmp_path)
    return tmp_path


def write(folder: Path, **texts: str) -> None:
    for name, text in texts.items():
        (folder / f"{name}.js").write_text(text, encoding="utf-8")


def test_a_module_stands_after_those_that_it_imports_and_each_stands_once(modules: Path) -> None:
    write(
        modules,
        entry='import { b } from "./b.js";\nimport { d as see } from "./c.js";\nexport const all = [b, see];\n',
        b='import { c } from "./c.js";\nexport const b = c + 1;\n',
        c="export const c = 1;\nexport const d = 2;\n",
    )

    assert expression("entry.js", {}) == (
        "(() => {\n"
        "const m0 = (() => {\nconst c = 1;\nconst d = 2;\nreturn [c, d];\n})();\n"
        "const m1 = (() => {\nconst [c] = m0;\nconst b = c + 1;\nreturn [b];\n})();\n"
        "const m2 = (() => {\nconst [b] = m1;\nconst [, see] = m0;\n"
        "const all = [b, see];\nreturn { all };\n})();\n"
        "return m2;\n})()"
    )


def test_an_import_over_several_lines_from_a_folder_above_is_followed(modules: Path) -> None:
    (modules / "inner").mkdir()
    write(modules, top="export function top() {\n  return 1;\n}\nexport class Two {}\n")
    (modules / "inner" / "a.js").write_text(
        'import {\n  top,\n  Two,\n} from "../top.js";\ntop(Two);\n', encoding="utf-8"
    )

    assert "const [top, Two] = m0;\ntop(Two);\n" in expression("inner/a.js", {})


def test_comments_and_the_blanks_of_lines_are_left_out(modules: Path) -> None:
    first = "/**\n * @type {X}\n */\n// why\nconst a = /** @type {Y} */ (1); // kept\n"
    write(modules, a=f'{first}  /* b */\n\n  run("// no comment", a);\n')

    assert expression("a.js", {}) == (
        '(() => {\nconst m0 = (() => {\nconst a = (1); // kept\nrun("// no comment", a);\n})();\nreturn m0;\n})()'
    )


def test_data_are_constants_of_a_module(modules: Path) -> None:
    write(modules, a='import { LIST } from "#data/x.js";\nrun(LIST);\n')

    assert 'const LIST = {"ก":[1,"// a"]};\nreturn [LIST];' in expression(
        "a.js", {"x.js": {"LIST": {"ก": [1, "// a"]}}}
    )
    assert data_module({"A": "\u2028"}) == 'export const A = "\\u2028";\n'
    assert as_json("</script>") == '"</script>"'


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ('import a from "./a.js";\n', "another form"),
        ('import * as a from "./a.js";\n', "another form"),
        ('import "./a.js";\n', "another form"),
        ("export default 1;\n", "another form"),
        ("export let a = 1;\n", "another form"),
        ("const a = 1;\nexport { a };\n", "another form"),
        ('import { a } from "react";\n', "no file of ours"),
        ('const a = import("./a.js");\n', "import()"),
        ("run(import.meta.url);\n", "import.meta"),
        ("run(1 /* one */);\n", "inside a line"),
        ("/* one */ run(1);\n", "inside a line"),
        ("run(`a\n  b`);\n", "several lines"),
        ("run('a \\\n b');\n", "backslash"),
        ('import { missing } from "./ok.js";\n', "no such name"),
        ('import { a } from "./bad.js";\nexport const b = 1;\n', "in a circle"),
    ],
)
def test_what_is_not_understood_is_refused(modules: Path, text: str, fault: str) -> None:
    write(modules, bad=text, ok="export const ok = 1;\n")
    if fault == "in a circle":
        write(modules, bad='import { b } from "./other.js";\nexport const a = b;\n', other=text)
    with pytest.raises(BadModule, match=re.escape(fault)):
        script("bad.js", {})


def test_a_module_or_data_that_are_not_there_are_an_error(modules: Path) -> None:
    write(modules, a='import { b } from "./b.js";\n', c='import { D } from "#data/d.js";\n')
    with pytest.raises(FileNotFoundError):
        script("a.js", {})
    with pytest.raises(KeyError):
        script("c.js", {})


def test_every_script_of_the_site_is_a_classic_one_without_our_comments() -> None:
    """Browsers load no modules from a folder, and comments are for us."""
    search = {
        "entry": script("search/entry.js", entry_data("folder", "th")),
        "engine": script("search/engine-file.js", engine_data()),
        "results": script("search/results-file.js", engine_data()),
        "edition": script(EDITION, edition_data("1")),
    }
    for name, content in {**script_files(), **search}.items():
        text = content.decode()
        assert text.startswith('"use strict";\n(() => {\n') and text.endswith("})();\n"), name
        assert re.findall(r"^(?:import|export)\b|^\s*//|/\*\*", text, re.MULTILINE) == [], name


def test_what_stands_first_is_reckoned_first(modules: Path) -> None:
    """A minifier put `const [a, b]` before the `files` that it needs, and the page of comparisons stood still."""
    write(
        modules,
        a="""export const asked = async (wanted) => {
  const files = [wanted.a, wanted.b].map((name) => `<${name}>`);
  const [a, b] = await Promise.all(files);
  return a + b;
};
""",
    )
    call = f"({expression('a.js', {})}).asked({{ a: 'x', b: 'y' }}).then(console.log)"

    assert subprocess.run([str(find_node().program), "-e", call], capture_output=True).stdout == b"<x><y>\n"


def test_texts_stay_letter_by_letter_as_they_are(modules: Path) -> None:
    """Thai, line ends and what closes a script."""
    texts = ["ก\u0e33", "\r\n", "a\nb", "\0", "`${b}`", "\\", "</script>", "\u2028", "'\""]
    write(modules, a="export const texts = () => TEXTS;\nconst TEXTS = " + as_json(texts) + ";\n")
    done = subprocess.run(
        [str(find_node().program), "-p", f"JSON.stringify({expression('a.js', {})}.texts())"], capture_output=True
    )

    assert json.loads(done.stdout) == texts


def test_every_module_is_part_of_a_script() -> None:
    """One that nothing imports is dead, and would be checked for nobody."""
    entries = [*ENTRIES.values(), "search/entry.js", "search/engine-file.js", "search/results-file.js", EDITION]
    used: set[str] = set()
    while entries:
        path = entries.pop()
        used.add(path)
        text = (MODULES / path).read_text(encoding="utf-8")
        for wanted in re.findall(r'^(?:import .*)?} from "(\..+)";$', text, re.MULTILINE):
            found = (MODULES / path).parent.joinpath(wanted).resolve()
            entries.append(found.relative_to(MODULES.resolve()).as_posix())

    assert used == {file.relative_to(MODULES).as_posix() for file in MODULES.rglob("*.js")}


def test_the_data_of_scripts_are_declared_for_the_type_checker() -> None:
    """A constant that is written and not declared, or declared and not written, is found here."""
    for name, constants in {**scripts_data(), **entry_data("folder", "th"), **edition_data("1")}.items():
        declared = MODULES.parent.joinpath("data", name.replace(".js", ".d.ts")).read_text(encoding="utf-8")
        assert set(re.findall(r"^export const (\w+):", declared, re.MULTILINE)) == set(constants), name
