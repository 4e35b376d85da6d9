"""An edition that forgets a block or an inline does not type-check."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from tests.architecture.copies import PACKAGE, copy_package, run

pytestmark = pytest.mark.slow


def is_closed(match: ast.Match) -> bool:
    """Whether the last case says that nothing can be left."""
    last = match.cases[-1]
    return isinstance(last.pattern, ast.MatchAs) and last.pattern.pattern is None and "assert_never" in ast.unparse(last)


def closed_matches(source: str) -> list[ast.Match]:
    """The matches of a module that end in ``assert_never``."""
    return [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Match) and is_closed(node)]


def without_first_case(source: str, match: ast.Match) -> str:
    """The module with one case less; every other line stays where it was."""
    lines = source.splitlines(keepends=True)
    first, second = match.cases[0], match.cases[1]
    for number in range(first.pattern.lineno - 1, second.pattern.lineno - 1):
        lines[number] = "\n"
    return "".join(lines)


def editions() -> dict[str, str]:
    """The modules of the editions that match over a union, with their text."""
    texts = {str(path.relative_to(PACKAGE)): path.read_text(encoding="utf-8") for path in PACKAGE.glob("editions/*/**/*.py")}
    return {name: text for name, text in sorted(texts.items()) if closed_matches(text)}


def test_every_edition_matches_over_the_closed_unions() -> None:
    assert {Path(name).parts[1] for name in editions()} >= {"email", "web"}


def test_a_deleted_case_fails_the_type_check(tmp_path: Path) -> None:
    """All matches of all editions lose their first case, in one copy; each must be reported at its place."""
    copy = copy_package(tmp_path)
    expected: dict[str, list[ast.Match]] = {}
    for name, source in editions().items():
        expected[name] = closed_matches(source)
        for match in expected[name]:
            source = without_first_case(source, match)  # noqa: PLW2901 - one fault after the other into the same text
        (copy / name).write_text(source, encoding="utf-8")

    status, output = run(tmp_path, "mypy", "--cache-dir", str(tmp_path / "cache"), *(f"briefing/{name}" for name in expected))

    assert status == 1, output
    reported = [
        (name, int(line)) for name, line in re.findall(r"^briefing/(\S+?):(\d+): error: .*assert_never", output, re.MULTILINE)
    ]
    for name, matches in expected.items():
        for match in matches:
            lines = [line for reported_name, line in reported if reported_name == name]
            assert any(match.lineno <= line <= (match.end_lineno or 0) for line in lines), (
                f"{name}:{match.lineno} not reported\n{output}"
            )
