"""A module of browser code and what to do with it go in; what pages would get of it comes out, run by Node."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

from botrian.browser import Data, expression
from botrian.commands.js_tools import find_node


def run_module(folder: Path, entry: str, data: Data, code: str, given: object) -> Any:
    """What ``code`` returns, as JSON.

    It is the body of an async function. ``exported`` is what the joined module exports, ``taken`` what the script of a
    writer handed over, by its name; ``given`` is the value, and ``base64`` turns bytes into a text.
    """
    script = folder / "run.mjs"
    value = folder / "given.json"
    value.write_text(json.dumps(given, ensure_ascii=False), encoding="utf-8")
    script.write_text(
        'import { readFileSync } from "node:fs";\n'
        "globalThis.window = globalThis;\n"
        "const taken = {};\n"
        "window.botrianOffice = { take: (name, payload) => { taken[name] = payload; } };\n"
        f"const exported = {expression(entry, data)};\n"
        f"const given = JSON.parse(readFileSync({json.dumps(str(value))}, 'utf8'));\n"
        "const base64 = (bytes) => Buffer.from(bytes).toString('base64');\n"
        f"const run = async () => {{ {code} }};\n"
        "process.stdout.write(JSON.stringify(await run()));\n",
        encoding="utf-8",
        newline="\n",
    )
    done = subprocess.run([str(find_node().program), str(script)], capture_output=True, timeout=300)
    assert done.returncode == 0, done.stderr.decode("utf-8")[-3000:]
    return json.loads(done.stdout)
