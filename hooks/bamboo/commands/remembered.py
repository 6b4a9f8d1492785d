"""The records as they were read, with what was found out about them, kept from one command to the next.

What is as it was then is neither read nor checked again. The kept file is only believed where it is whole and
this very program wrote it, and a file of the data is only known by its times where they are old enough.
"""

from __future__ import annotations

import os
import pickle
import time
from array import array
from contextlib import suppress
from functools import cache, reduce
from hashlib import sha256
from itertools import accumulate, pairwise
from mmap import ACCESS_READ, mmap
from pathlib import Path
from struct import Struct
from zlib import crc32

from bamboo.commands.contents import MOMENT
from bamboo.commands.notes import CACHE
from bamboo.commands.program import parts
from bamboo.data.collection import without_collection
from bamboo.kept import digest, only_newest
from bamboo.kinds.library import Library, load
from bamboo.reading.mentions import sought

_KIND = "library"
# So many libraries are kept: of several projects, or programs.
_MOST = 4
# As long as no more than one file in so many is new, what is kept is near enough, and writing costs more.
_NEAR = 50
_DIGEST = 32
# How long the index is, of how many records the content follows it, and the sum of all that.
_LENGTHS = Struct("<QQQ")
_HEAD = _DIGEST + _LENGTHS.size


def before(root: Path) -> Library | None:
    """The library of this project as a command before had it, if that is known."""
    with suppress(OSError, ValueError), without_collection():
        content = _mapped(beside(root, _KIND))
        digest, head, rest = content[:_DIGEST], content[_DIGEST:_HEAD], content[_HEAD:]
        if len(head) != _LENGTHS.size:
            return None
        size, many, check = _LENGTHS.unpack(head)
        index, records = rest[: size + many * 8], rest[size + many * 8 :]
        # Of the records, which are most of it, a sum is enough: it is damage that is looked for.
        indexed = content[_DIGEST : _HEAD + len(index)]
        if sha256(indexed).digest() != digest or crc32(records) != check:
            return None
        ends = [0, *index[size:].cast("Q")]
        found: Library = pickle.loads(index[:size], buffers=[records[a:b] for a, b in pairwise(ends)])
        return found
    return None


def _mapped(file: Path) -> memoryview:
    """What a file holds. It is not copied where others can replace it all the same."""
    if os.name == "nt":
        return memoryview(file.read_bytes())
    with file.open("rb") as opened:
        return memoryview(mmap(opened.fileno(), 0, access=ACCESS_READ))


def read(root: Path, known: Library | None) -> Library:
    """The library of this project; `known` is what is known of it."""
    return load(root, known, time.time_ns() - MOMENT, sought)


def keep(root: Path, library: Library, known: Library | None) -> None:
    """Keep a library that was checked; `known` is the one that is kept."""
    # Where a mistake kept rules from being asked, or all were asked again, that is new in any case.
    since = library.since.get(known.state) if known else None
    if known is not None and since is not None and not library.known.has_grown:
        files = known.files
        other = sum(files.get(name) is not read for name, read in library.files.items())
        if max(other + len(files.keys() - library.files.keys()), len(since)) * _NEAR <= len(files):
            return
    records: list[pickle.PickleBuffer] = []
    with without_collection():
        index = pickle.dumps(library, pickle.HIGHEST_PROTOCOL, buffer_callback=records.append)
    raw = [record.raw() for record in records]
    head = _LENGTHS.pack(len(index), len(raw), reduce(lambda known, part: crc32(part, known), raw, 0))
    index += array("Q", accumulate(map(len, raw))).tobytes()
    file = beside(root, _KIND)
    # A disk that is full or read-only costs the next command its time, nothing else.
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        new = file.with_name(f".{file.name}.{os.getpid()}")
        with new.open("wb") as opened:
            opened.writelines((sha256(head + index).digest(), head, index, *raw))
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
    return digest([*map(os.fsencode, parts()), *(_stamp(file) for file in files)])


def _stamp(file: Path) -> bytes:
    """What every change of a file of the program changes: to read them all takes longer than to look."""
    known = file.stat()
    return f"{file} {known.st_size} {known.st_mtime_ns} {known.st_ctime_ns}".encode()
