"""One look at a build: how many quotations, whether they have sources and were checked, how big each edition is, where to look."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefing.desk import Desk
from briefing.diagnostics import Diagnostic, Severity
from briefing.model import Rendition, Tree
from briefing.press.printing import Printed


@dataclass(frozen=True, slots=True)
class EditionSize:
    """How much one edition is."""

    name: str
    files: int
    size: int
    """In bytes."""


@dataclass(frozen=True, slots=True)
class Summary:
    """The figures of a build."""

    title: str
    issues: int
    withheld: int
    quotations: int
    sourced: int
    editions: tuple[EditionSize, ...]
    showings: int
    """How many files were read back and found to hold the same words as their issue."""
    emails: int
    """Files of the dist tree."""


def summarise(desk: Desk, printed: Printed) -> Summary:
    """The figures of a build whose proofs have passed."""
    quotations = [quotation for issue in printed.archive.issues for quotation in issue.quotations]
    return Summary(
        title=printed.archive.publication.title,
        issues=len(printed.archive.issues),
        withheld=len(desk.drafts) - len(desk.published),
        quotations=len(quotations),
        sourced=sum(quotation.citation is not None for quotation in quotations),
        editions=tuple(_size(name, rendition) for name, rendition in sorted(printed.renditions.items())),
        showings=sum(len(rendition.showings) for rendition in printed.renditions.values()),
        emails=len(printed.tree(Tree.DIST)),
    )


def summary_lines(summary: Summary) -> Iterator[str]:
    """For an editor, a fact a line. Verification is a step of its own, so nothing is said to be checked."""
    withheld = f", {summary.withheld} withheld" if summary.withheld else ""
    yield f"{summary.title}: {counted(summary.issues, 'issue')}{withheld}"
    checked = "; not yet checked against evidence" if summary.quotations else ""
    yield f"{counted(summary.quotations, 'quotation')}, {summary.sourced} sourced{checked}"
    yield "; ".join(f"{one.name} {in_units(one.size)} in {counted(one.files, 'file')}" for one in summary.editions)
    if summary.showings:
        yield f"the same words in all {summary.showings} forms of them that were read back"


def tally(findings: Iterable[Diagnostic]) -> str:
    """``2 errors, 1 warning, 3 notes``; every severity is named, so that nought is said too."""
    found = [finding.severity for finding in findings]
    return ", ".join(counted(found.count(severity), severity.word) for severity in reversed(Severity))


def counted(number: int, noun: str) -> str:
    """``1 issue``, ``2 issues``."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def in_units(size: int) -> str:
    """``31 KB``; kilobytes of 1,000 bytes."""
    for unit, scale, digits in (("MB", 1_000_000, 1), ("KB", 1_000, 0)):
        if size >= scale:
            return f"{size / scale:.{digits}f} {unit}"
    return f"{size} B"


def _size(name: str, rendition: Rendition) -> EditionSize:
    return EditionSize(name, len(rendition.artifacts), sum(len(artifact.content) for artifact in rendition.artifacts))
