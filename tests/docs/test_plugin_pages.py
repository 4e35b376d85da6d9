"""Every group of entry points has a page, and every example on it runs as it stands."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

import briefing.testing

ROOT = Path(__file__).parents[2]
PAGES = {page.stem: page.read_text(encoding="utf-8") for page in sorted((ROOT / "docs" / "plugins").glob("*.md"))}
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
GROUPS = sorted(group for group in PROJECT["entry-points"] if group.startswith("briefing."))
LONGEST_EXAMPLE = 15
_EXAMPLE = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\]\(([^)#:]+)(?:#[^)]*)?\)")


def examples(page: str) -> list[str]:
    """The Python of a page, a block each."""
    return _EXAMPLE.findall(PAGES[page])


def length(example: str) -> int:
    """Its lines, without imports and the lines that only set things apart."""
    return sum(bool(line.strip()) and not line.startswith(("import ", "from ")) for line in example.splitlines())


@pytest.mark.parametrize("page", [page for page in PAGES if examples(page)])
def test_the_examples_of_a_page_run(page: str) -> None:
    namespace: dict[str, Any] = {}
    for example in examples(page):
        exec(compile(example, f"docs/plugins/{page}.md", "exec"), namespace)  # noqa: S102 - our own documentation
    tests = [value for name, value in namespace.items() if name.startswith("test_")]
    assert tests, f"{page} shows no test"
    for test in tests:
        test()


@pytest.mark.parametrize("page", [page for page in PAGES if examples(page)])
def test_an_example_is_short_enough_to_take_in(page: str) -> None:
    assert max(map(length, examples(page))) <= LONGEST_EXAMPLE


@pytest.mark.parametrize("group", GROUPS)
def test_every_group_is_listed_with_its_page_and_what_is_promised_of_it(group: str) -> None:
    row = next((line for line in PAGES["index"].splitlines() if line.startswith(f"| `{group}`")), "")
    page = re.search(r"\]\((\w[\w-]*)\.md", row)
    assert page, f"docs/plugins/index.md has no row for {group} with a link to its page"
    assert f"`{group}`" in PAGES[page[1]]
    assert row.rstrip(" |").endswith(("public", "none yet"))


def test_every_part_of_the_kit_is_listed() -> None:
    described = {name for name in briefing.testing.__all__ if re.search(rf"`{name}\b", PAGES["index"])}
    assert described == set(briefing.testing.__all__)


@pytest.mark.parametrize("page", PAGES)
def test_every_link_leads_to_a_file(page: str) -> None:
    assert [link for link in _LINK.findall(PAGES[page]) if not (ROOT / "docs" / "plugins" / link).exists()] == []
