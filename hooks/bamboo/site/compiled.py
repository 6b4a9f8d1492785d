"""Compiled templates, kept from build to build."""

from __future__ import annotations

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from bamboo.kept import Kept


class Compiled(BytecodeCache):
    """Templates of one environment as Jinja2 compiled them. It compares a checksum of the source itself."""

    def __init__(self, kept: Kept, environment: str) -> None:
        self._kept, self._environment = kept, environment

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """The same wherever the project is."""
        return f"{self._environment} {name}"

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give what is kept."""
        if code := self._kept.get("compiled", f"{bucket.key} {bucket.checksum}"):
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        self._kept.put("compiled", f"{bucket.key} {bucket.checksum}", bucket.bytecode_to_string())
