"""The guide's journeys, played: its commands are run and its files written, section by section, in order.

`python tests/journeys.py` (or `make guide`) puts what the commands print now into the guide.
"""

from __future__ import annotations

import itertools
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import sysconfig
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path

import project

GUIDE = project.ROOT / "CONTRIBUTING.md"
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SAVED_AS = re.compile(r"as `([\w./-]+)`:\s*\Z")
# What differs from copy to copy: which commit it is.
PASSING = ((re.compile(r"\(([0-9a-f]{10})\)"), "(commit)"),)
WAIT = 90
# What the guide has editors do once in each terminal; here each command has a terminal of its own.
ACTIVATE = ". .venv/bin/activate"


@dataclass(frozen=True)
class Block:
    """A fenced block: its language, its text, where its text starts in the guide, the prose before it."""

    language: str
    text: str
    start: int
    before: str

    @property
    def file(self) -> str | None:
        """The file that it writes or changes: named by its first line, or by the words before it."""
        if named := re.match(r"# (data/\S+\.yml)\n", self.text):
            return named[1]
        saved = SAVED_AS.search(self.before)
        return saved[1] if saved and self.language == "text" else None


@dataclass(frozen=True)
class Section:
    """What stands under one heading."""

    title: str
    blocks: tuple[Block, ...]

    @property
    def is_played(self) -> bool:
        return any(block.language == "console" for block in self.blocks)


@dataclass(frozen=True)
class Said:
    """One command with what the guide shows under it and what it printed; `start` is its place there."""

    command: str
    shown: str
    printed: str
    start: int


def sections(guide: str) -> list[Section]:
    """The parts of the guide under its headings of the second rank."""
    ends = [found.start() for found in re.finditer(r"^## ", guide, re.MULTILINE)] + [len(guide)]
    made = []
    for start, end in itertools.pairwise(ends):
        title = guide[start + 3 : guide.index("\n", start)]
        made.append(Section(title, tuple(_blocks(guide, start, end))))
    return made


def _blocks(guide: str, start: int, end: int) -> Iterator[Block]:
    last = start
    for found in FENCE.finditer(guide, start, end):
        yield Block(found[1], found[2], found.start(2), guide[last : found.start()])
        last = found.end()


def steps(block: Block) -> Iterator[tuple[str, str, int]]:
    """The commands of a console block, each with the output under it; "" for a running server's output."""
    at, command, shown = block.start, "", ""
    begun = at
    for line in block.text.splitlines(keepends=True):
        at += len(line)
        if line.startswith("$ "):
            if command or shown:
                yield command, shown, begun
            command, shown, begun = line[2:].rstrip("\n"), "", at
        else:
            shown += line
    yield command, shown, begun


def typed(shown: str) -> str:
    """What somebody types while a command asks: what follows each of its prompts in the guide."""
    return "".join(f"{answer}\n" for answer in re.findall(r"^Enter .+ q quit > ?(.*)$", shown, re.MULTILINE))


def plain(output: str) -> str:
    """Output without what differs from copy to copy."""
    for pattern, word in PASSING:
        output = pattern.sub(word, output)
    return output


def edited(text: str, block: Block) -> str:
    """A file with the lines changed as a diff block shows: - goes, + comes, the others stay."""
    lines = block.text.splitlines()[1:]
    old = "".join(f"{line[1:]}\n" for line in lines if line[:1] != "+")
    new = "".join(f"{line[1:]}\n" for line in lines if line[:1] != "-")
    assert old, f"{block.file}: the change names no place"
    assert text.count(old) == 1, f"{block.file}: these lines stand {text.count(old)} times:\n{old}"
    return text.replace(old, new)


def project_copy(folder: Path) -> Path:
    """The sample project as a new editor has it: a git repository with one commit, set up, in `folder`."""
    project.with_program(project.copy_of_the_data(folder))
    # The guide has the list of old addresses begun.
    (folder / "data" / "moved.yml").unlink()
    for name in ("Makefile", "requirements.txt", "pyproject.toml", ".gitignore", ".gitattributes"):
        shutil.copy2(project.ROOT / name, folder / name)
    for words in (["init", "-q", "-b", "main"], ["add", "-A"], ["commit", "-q", "-m", "Start"]):
        subprocess.run(["git", *words], cwd=folder, check=True, env=_environment(folder))
    # As the Makefile does it, but with the packages of the tests' own Python instead of new ones.
    environment = folder / ".venv"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", environment], check=True)
    (site_packages,) = environment.glob("lib/python*/site-packages")
    (site_packages / "bamboo.pth").write_text(f"../../../../hooks\n{sysconfig.get_path('purelib')}\n")
    (environment / "bin" / "bamboo").write_text('#!/bin/sh\nexec "$(dirname "$0")/python" -m bamboo "$@"\n')
    (environment / "bin" / "bamboo").chmod(0o755)
    (environment / "installed").touch()
    return folder


def _environment(folder: Path) -> dict[str, str]:
    return {
        "PATH": "/usr/local/bin:/usr/bin:/bin",
        "HOME": str(folder.parent),
        "LANG": "C.UTF-8",
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        **{
            f"GIT_{who}_{what}": "editor@example.org"
            for who in ("AUTHOR", "COMMITTER")
            for what in ("NAME", "EMAIL")
        },
        "PYTHONUNBUFFERED": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
    }


@dataclass
class Player:
    """Plays sections of the guide in one copy of the project."""

    folder: Path
    log: Path = field(init=False)
    server: subprocess.Popen[bytes] | None = None
    address: str = ""

    def __post_init__(self) -> None:
        self.log = self.folder.parent / f"{self.folder.name}.log"

    def play(self, section: Section) -> list[Said]:
        """Do all that a section says; what its commands printed. The project is as before afterwards."""
        said = []
        try:
            for block in section.blocks:
                if block.language == "console":
                    for command, shown, start in steps(block):
                        said.append(Said(command, shown, self._run(command, shown), start))
                elif block.file:
                    self._change(block)
        finally:
            self._stop()
            self._sh("git restore data seeds && git clean -fdqx -e .venv")
        return said

    def _run(self, command: str, shown: str) -> str:
        if command == "make serve":
            self._serve()
        if command in ("make serve", ""):
            return self._server_says(shown)
        return self._sh(command, typed(shown))

    def _sh(self, command: str, answers: str = "") -> str:
        done = subprocess.run(
            ["bash", "-c", f"{ACTIVATE}\n{command}"],
            cwd=self.folder,
            env=_environment(self.folder),
            input=answers,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        return done.stdout

    def _change(self, block: Block) -> None:
        assert block.file
        path = self.folder / block.file
        if block.language == "diff":
            path.write_text(edited(path.read_text(encoding="utf-8"), block), encoding="utf-8")
            if self.server:
                self._page_shows(block)
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(block.text, encoding="utf-8")

    def _serve(self) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.address = f"127.0.0.1:{free.getsockname()[1]}"
        with self.log.open("wb") as output:
            self.server = subprocess.Popen(
                ["make", "serve", f"ADDRESS={self.address}"],
                cwd=self.folder,
                env=_environment(self.folder),
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    def _server_says(self, shown: str) -> str:
        """What is shown of a server's output, once it has printed that; else all its output."""
        assert self.server, "no server is running"
        end = time.monotonic() + WAIT
        while time.monotonic() < end:
            output = self.log.read_text(encoding="utf-8").replace(self.address, "127.0.0.1:8000")
            output = re.sub(r"\[\d\d:\d\d:\d\d\] ", "", output)
            if shown in output:
                return shown
            if self.server.poll() is not None:
                break
            time.sleep(0.2)
        return output

    def _page_shows(self, block: Block) -> None:
        """Wait until the page made from the changed file shows the new line, or findings on it."""
        assert block.file
        page = Path(block.file.removeprefix("data/")).with_suffix(".html").as_posix()
        (new,) = (line[1:] for line in block.text.splitlines() if line[:1] == "+")
        wanted = (new.partition(": ")[2], f"{block.file}:")
        html, end = "", time.monotonic() + WAIT
        while not any(words in html for words in wanted):
            assert time.monotonic() < end, f"{page} shows neither of {wanted}"
            time.sleep(0.2)
            try:
                with urllib.request.urlopen(f"http://{self.address}/{page}", timeout=10) as answer:
                    html = unescape(answer.read().decode("utf-8"))
            except OSError:
                html = ""
            html = re.sub(r'<a [^>]*href="[^"]*"[^>]*>', "", html)

    def _stop(self) -> None:
        if self.server:
            os.killpg(self.server.pid, signal.SIGINT)
            self.server.wait(timeout=30)
            self.server = None


def main(folder: Path) -> int:
    """Write into the guide what its commands print now."""
    guide = GUIDE.read_text(encoding="utf-8")
    player = Player(project_copy(folder / "a copy"))
    played = [said for section in sections(guide) if section.is_played for said in player.play(section)]
    for said in sorted(played, key=lambda said: -said.start):
        if plain(said.shown) != plain(said.printed):
            end = said.start + len(said.shown)
            guide = guide[: said.start] + said.printed + guide[end:]
            print(f"Renewed: {said.command}")
    GUIDE.write_text(guide, encoding="utf-8")
    return 0


if __name__ == "__main__":
    import tempfile

    with tempfile.TemporaryDirectory() as name:
        sys.exit(main(Path(name)))
