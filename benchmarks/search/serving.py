"""Serves a folder on loopback as a usual host would, compressed and cacheable; remembers what was asked."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

COMPRESSED = (".html", ".css", ".js", ".json", ".svg", ".txt", ".xml")


@cache
def _compressed(path: Path, changed: int) -> bytes:
    return gzip.compress(path.read_bytes(), 6, mtime=0)


def _gzipped(path: Path) -> bytes:
    return _compressed(path, path.stat().st_mtime_ns)


def transferred(path: Path) -> int:
    """Bytes of a file on the way: compressed with gzip, or as it is where that is smaller."""
    return min(len(_gzipped(path)), path.stat().st_size)


class Served:
    """A folder at an address, and the paths asked for since `forget`."""

    def __init__(self, folder: Path, port: int) -> None:
        self.folder = folder
        self.base = f"http://127.0.0.1:{port}/"
        self.asked: list[str] = []

    def forget(self) -> None:
        self.asked.clear()

    def file(self, path: str) -> Path:
        return self.folder / path


@contextmanager
def serving(folder: Path) -> Iterator[Served]:
    """The folder on a free port of loopback, until the block ends."""

    class Handler(SimpleHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            name = unquote(urlsplit(self.path).path).lstrip("/") or "index.html"
            path = folder / name
            served.asked.append(name)
            if not path.is_file():
                self.send_error(404)
                return
            small = path.suffix in COMPRESSED
            body = _gzipped(path) if small else path.read_bytes()
            self.send_response(200)
            self.send_header("Content-Type", self.guess_type(str(path)))
            if small:
                self.send_header("Content-Encoding", "gzip")
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Cache-Control", "max-age=600")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: Any) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        served = Served(folder, server.server_address[1])
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield served
        finally:
            server.shutdown()
            thread.join()
