"""A package index on this machine for tests: small wheels, made here, served as an index or not at all."""

from __future__ import annotations

import hashlib
import http.server
import io
import threading
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager


def wheel(name: str, version: str, scripts: dict[str, str] | None = None) -> bytes:
    """A pure wheel with one empty module, and programs where they are given."""
    about = f"{name}-{version}.dist-info"
    members = {
        f"{name}.py": "",
        f"{about}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n",
        f"{about}/WHEEL": "Wheel-Version: 1.0\nGenerator: tests\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        **{f"{name}-{version}.data/scripts/{script}": text for script, text in (scripts or {}).items()},
    }
    record = "".join(f"{member},,\n" for member in (*members, f"{about}/RECORD"))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for member, text in {**members, f"{about}/RECORD": record}.items():
            info = zipfile.ZipInfo(member)
            info.external_attr = (0o100755 if "/scripts/" in member else 0o100644) << 16
            archive.writestr(info, text)
    return buffer.getvalue()


def locked(name: str, version: str, data: bytes) -> str:
    """The line of a lock file for this wheel."""
    return f"{name}=={version} --hash=sha256:{hashlib.sha256(data).hexdigest()}\n"


@contextmanager
def index(files: dict[str, bytes], login_page: bool = False) -> Iterator[str]:
    """Serve wheels by the names of their files; with ``login_page`` every address answers with a form instead."""

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            last = self.path.rstrip("/").rpartition("/")[2]
            links = [file for file in files if file.partition("-")[0] == last]
            if login_page:
                self._answer(b"<!doctype html><title>Wi-Fi</title><form>name, password</form>", "text/html")
            elif last in files:
                self._answer(files[last], "application/octet-stream")
            elif links:
                self._answer("".join(f'<a href="/files/{file}">{file}</a>' for file in links).encode(), "text/html")
            else:
                self.send_error(404)

        def _answer(self, data: bytes, kind: str) -> None:
            self.send_response(200)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class names it so
            return

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/simple"
        server.shutdown()
        thread.join()
