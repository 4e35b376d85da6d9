"""What is installed is what was tested: every dependency, of dependencies too, has its one version in constraints.txt."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import PackageNotFoundError, metadata, requires

from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

from tests.architecture.copies import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PINS = {
    canonicalize_name(name): version
    for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
    for name, _, version in [line.partition("==")]
}


def needed(requirement: Requirement) -> bool:
    """Whether this machine installs it without extras asked for."""
    return requirement.marker is None or requirement.marker.evaluate({"extra": ""})


def closure() -> set[str]:
    """The names of everything that the project and its development tools bring along on this machine."""
    asked = [*PROJECT["build-system"]["requires"], *PROJECT["project"]["dependencies"], *PROJECT["dependency-groups"]["dev"]]
    waiting = [Requirement(line) for line in asked]
    found: set[str] = set()
    while waiting:
        requirement = waiting.pop()
        name = canonicalize_name(requirement.name)
        if name in found or not needed(requirement):
            continue
        found.add(name)
        try:
            waiting += [Requirement(line) for line in requires(name) or ()]
        except PackageNotFoundError:
            continue
    return found


def test_every_dependency_is_pinned() -> None:
    assert closure() - PINS.keys() == set()


def test_every_pin_names_one_version_and_nothing_else() -> None:
    assert [name for name, version in PINS.items() if not re.fullmatch(r"\d+(\.\d+)*(\.post\d+)?", version)] == []


def test_every_pin_is_within_what_the_package_asks_for() -> None:
    asked = [Requirement(line) for line in (*PROJECT["project"]["dependencies"], *PROJECT["dependency-groups"]["dev"])]
    assert [str(one) for one in asked if not one.specifier.contains(PINS[canonicalize_name(one.name)])] == []


OLDEST = PROJECT["project"]["requires-python"].removeprefix(">=") + ".0"
"""Debian and others keep the Python that they were released with: 3.11.2 is in use as long as Debian 12 is."""


def refuses(name: str, python: str) -> bool:
    """Whether the version that is installed here cannot be installed for that Python."""
    try:
        said = metadata(name)
    except PackageNotFoundError:
        return False
    return "Requires-Python" in said and not SpecifierSet(said["Requires-Python"]).contains(python)


def test_the_oldest_python_that_is_promised_can_install_every_pin() -> None:
    assert [name for name in PINS if refuses(name, OLDEST)] == []


def test_a_pin_for_newer_pythons_only_would_be_seen() -> None:
    assert refuses("mkdocs", "3.1.0")
