"""Rules of the house that no linter knows."""

from __future__ import annotations

import ast
import re
import subprocess
from pathlib import Path

import pytest

from tests.architecture.copies import PACKAGE, ROOT

MODULES = sorted(PACKAGE.rglob("*.py"))
LONGEST_MODULE = 400
VAGUE = {"utils", "util", "helpers", "helper", "common", "manager", "managers", "service", "services", "misc"}
# Written so that this file does not hold what it forbids.
REGISTRIES = ("pypi" + ".org", "pythonhosted" + ".org", "npmjs" + ".org", "npmjs" + ".com", "deb" + ".debian.org")
MACHINE_PATH = re.compile(r"(?<![\w.:/~-])/(?:home|Users|root|work|opt/wheels|tmp/[a-z])/[\w.-]+|[A-Z]:\\Users\\")


def tracked() -> list[Path]:
    """Every file that is or would be committed."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],  # noqa: S607 - git is what the checkout is made with
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    if listed.returncode:
        pytest.skip("not a git checkout: there is no list of the project's own files")
    return [path for name in listed.stdout.decode().split("\0") if name and (path := ROOT / name).is_file()]


def texts() -> dict[str, str]:
    """The project's text files by name."""
    found = {}
    for path in tracked():
        content = path.read_bytes()
        if b"\0" not in content:
            found[str(path.relative_to(ROOT))] = content.decode("utf-8")
    return found


def test_no_module_is_too_long_to_read() -> None:
    long = {
        str(path): count for path in MODULES if (count := len(path.read_text(encoding="utf-8").splitlines())) > LONGEST_MODULE
    }
    assert not long


def test_no_name_says_nothing() -> None:
    vague = [path for path in MODULES if VAGUE & set(re.split(r"[_/.]", str(path.relative_to(PACKAGE))))]
    classes = [
        f"{path.name}: {node.name}"
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef) and re.search(r"(Utils?|Helpers?|Manager|Service)$", node.name)
    ]
    assert not vague
    assert not classes


def test_every_module_class_and_function_in_public_says_what_it_is_for() -> None:
    """Ruff holds this for classes and functions; modules that only mark a package may be empty."""
    silent = []
    for path in MODULES:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        if tree.body and ast.get_docstring(tree) is None:
            silent.append(str(path.relative_to(PACKAGE)))
    assert not silent


def test_every_ignore_has_a_reason_beside_it() -> None:
    bare = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in [*MODULES, *sorted((ROOT / "tests").rglob("*.py"))]
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if re.search(r"# (?:noqa|type: ignore)(?:: ?[A-Z0-9, ]+|\[[\w, -]+\])?\s*$", line)
    ]
    assert not bare


def test_no_file_names_a_registry_host_or_a_place_on_somebody_s_machine() -> None:
    found = [
        f"{name}:{number}: {line.strip()[:80]}"
        for name, text in texts().items()
        for number, line in enumerate(text.splitlines(), 1)
        if any(host in line for host in REGISTRIES) or MACHINE_PATH.search(line)
    ]
    assert not found


@pytest.mark.parametrize("line", ["see {}home/ada/briefing", "in {}root/x", "cd {}work/main", "open({}Users/ada/x)"])
def test_a_place_on_a_machine_is_recognised(line: str) -> None:
    assert MACHINE_PATH.search(line.format("/"))


@pytest.mark.parametrize("line", ["https://host.example/home/news", "content/work/x.md", "/usr/bin/chromium", "/homepage/"])
def test_other_addresses_are_left_alone(line: str) -> None:
    assert not MACHINE_PATH.search(line)
