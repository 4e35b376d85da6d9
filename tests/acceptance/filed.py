"""What the acceptance copy says, read from its files at run time: no sentence of it stands in the tests.

A reader of its own, far simpler than the product's, so that the two can disagree.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from pathlib import Path

import yaml

_CITATION = re.compile(r" ?\[@[^\]]+\]")


@dataclass(frozen=True, slots=True)
class FiledQuotation:
    """A quotation between double marks."""

    parts: tuple[str, ...]
    """What stands in each paragraph, marks included, spaces folded."""
    first_line: int
    last_line: int
    column: int
    """Of the opening mark, from 1."""
    citation: tuple[int, int]
    """Where its citation stands in the file, as offsets."""

    @property
    def length(self) -> int:
        """In words."""
        return sum(len(part.split()) for part in self.parts)


@dataclass(frozen=True, slots=True)
class Pull:
    """A pull-quote, and what must stand under it."""

    words: str
    speaker: str
    date: str


def fold(text: str) -> str:
    """All spaces equal."""
    return " ".join(text.split())


def printed(markdown: str) -> str:
    """Copy as a reader sees it, as far as the acceptance copy goes: no citations, no pull marks, folded spaces."""
    return fold(_CITATION.sub("", markdown).replace("==", ""))


def quotations(issue: Path) -> tuple[FiledQuotation, ...]:
    """The quotations of an issue: from “ to ”, where a paragraph that opens again before closing runs on."""
    text = issue.read_text(encoding="utf-8")
    found = []
    for match in re.finditer(r"“[^”]*”", text):
        start, end = match.span()
        citation = _CITATION.search(text, end)
        assert citation is not None, "the acceptance copy cites every quotation"
        found.append(
            FiledQuotation(
                parts=tuple(printed(part) for part in re.split(r"\n\s*\n", match.group())),
                first_line=text.count("\n", 0, start) + 1,
                last_line=text.count("\n", 0, end) + 1,
                column=start - text.rfind("\n", 0, start),
                citation=citation.span(),
            )
        )
    return tuple(found)


def pulls(project: Path, issue: Path) -> tuple[Pull, ...]:
    """The words marked ``==…==`` with the speaker's name and the date of the source cited next."""
    text = issue.read_text(encoding="utf-8")
    people = yaml.safe_load((project / "sources" / "people.yml").read_text(encoding="utf-8"))
    found = []
    for match in re.finditer(r"==(.+?)==", text):
        key = re.search(r"\[@([a-z0-9-]+)", text[match.end() :])
        assert key is not None
        source = (project / "sources" / f"{key[1]}.yml").read_text(encoding="utf-8")
        year, month = re.findall(r"^issued: (\d{4})-(\d\d)$", source, re.MULTILINE)[0]
        speaker = people[yaml.safe_load(source)["author"]]["name"]
        found.append(Pull(fold(match[1]), speaker, f"{calendar.month_name[int(month)]} {year}"))
    return tuple(found)


def private_strings(vault: Path) -> frozenset[str]:
    """Every string of the vault that must never be printed: identities and what a source asked never to be said."""
    return frozenset(
        str(leaf)
        for path in vault.glob("*/source.yml")
        for record in [yaml.safe_load(path.read_text(encoding="utf-8"))]
        for key in ("identity", "never-say")
        for leaf in _leaves(record.get(key))
    )


def described_keys(project: Path) -> frozenset[str]:
    """The keys of sources of which only the agreed words may be printed."""
    records = {path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in (project / "sources").glob("*.yml")}
    return frozenset(key for key, record in records.items() if record.get("level") == "described")


def _leaves(value: object) -> list[object]:
    match value:
        case dict():
            return [leaf for item in value.values() for leaf in _leaves(item)]
        case list():
            return [leaf for item in value for leaf in _leaves(item)]
        case None:
            return []
        case _:
            return [value]
