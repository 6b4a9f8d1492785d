"""Sites built again after an edit, with what is known of the build before."""

from __future__ import annotations

from pathlib import Path

from bamboo.build import Site, build
from bamboo.graph.history import History
from bamboo.site.making import Memory

# A page or file by its address, with what it says.
Written = dict[str, object]


def written(site: Site, before: Written) -> Written:
    """What the site says, where what is as it was is taken from the site before."""
    now: Written = {address: before[address] for address in site.again}
    now |= {page.address: (page.text, page.edit, page.changed) for page in site.fresh}
    return now | {file.address: file.content for file in site.files}


def differing(one: Written, other: Written) -> set[str]:
    """The addresses of pages and files that are not the same in both, or only in one."""
    return {address for address in one.keys() | other.keys() if one.get(address) != other.get(address)}


def anew() -> Memory:
    """That of a build that knows nothing, and notes what it reads."""
    return Memory(general="the same program")


def made(folder: Path, memory: Memory, known: History | None = None) -> Site:
    """The site of a project, as yet without HTML."""
    memory.finisher = None
    return build(folder, memory=memory, history=known)


def after(memory: Memory) -> Memory:
    """That of the next build, in a process of its own."""
    found = Memory(library=memory.library)
    found.follow("the same program", memory.traces.written(()))
    return found
