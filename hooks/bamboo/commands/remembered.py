"""The records as they were read, with what was found out about them, kept from one command to the next.

What is as it was then is neither read nor checked again. The kept file is only believed where it is whole and
this very program wrote it, and a file of the data is only known by its times where they are old enough.
"""

from __future__ import annotations

import os
import pickle
import time
from contextlib import suppress
from functools import cache
from hashlib import blake2b
from pathlib import Path

from bamboo.commands.contents import MOMENT
from bamboo.commands.notes import CACHE
from bamboo.commands.program import parts
from bamboo.data.collection import without_collection
from bamboo.kept import digest, only_newest
from bamboo.kinds.library import Library, load

_KIND = "library"
# So many libraries are kept: of several projects, or programs.
_MOST = 4
# As long as no more than one file in so many is new, what is kept is near enough, and writing costs more.
_NEAR = 50
_DIGEST = 32


def before(root: Path) -> Library | None:
    """The library of this project as a command before had it, if that is known."""
    with suppress(OSError), without_collection():
        content = memoryview(beside(root, _KIND).read_bytes())
        if blake2b(content[_DIGEST:], digest_size=_DIGEST).digest() == content[:_DIGEST]:
            found: Library = pickle.loads(content[_DIGEST:])
            return found
    return None


def read(root: Path, known: Library | None) -> Library:
    """The library of this project; `known` is what is known of it."""
    return load(root, known, time.time_ns() - MOMENT)


def keep(root: Path, library: Library, known: Library | None) -> None:
    """Keep a library that was checked; `known` is the one that is kept."""
    if known is not None:
        files = known.files
        other = sum(files.get(name) is not read for name, read in library.files.items())
        if (other + len(files.keys() - library.files.keys())) * _NEAR <= len(files):
            return
    with without_collection():
        content = pickle.dumps(library, pickle.HIGHEST_PROTOCOL)
    file = beside(root, _KIND)
    # A disk that is full or read-only costs the next command its time, nothing else.
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        new = file.with_name(f".{file.name}.{os.getpid()}")
        new.write_bytes(blake2b(content, digest_size=_DIGEST).digest() + content)
        new.replace(file)
        only_newest(file, _MOST)


def beside(root: Path, what: str) -> Path:
    """Where this very program keeps something of a project."""
    name = digest([os.fsencode(root.resolve()), _program().encode("ascii")])[:16]
    return Path(os.environ.get(CACHE) or root / ".cache") / f"{what}-{name}"


@cache
def _program() -> str:
    """This very program and the versions of what it uses."""
    here = Path(__file__).parent.parent
    files = sorted(file for file in here.rglob("*") if file.suffix in (".py", ".yml"))
    return digest([*map(os.fsencode, parts()), *(file.read_bytes() for file in files)])
