"""One look at a build: how many quotations, whether they have sources and were checked, how big each edition is, where to look."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefing.desk import Checked, Desk, Unchecked
from briefing.diagnostics import Diagnostic, Severity
from briefing.model import Rendition, Tree
from briefing.press.indexing import EXTRA, is_searched
from briefing.press.printing import Printed


@dataclass(frozen=True, slots=True)
class EditionSize:
    """How much one edition is."""

    name: str
    files: int
    size: int
    """In bytes."""


@dataclass(frozen=True, slots=True)
class Checks:
    """How many quotations were checked against evidence, by what came of it."""

    exact: int = 0
    cut: int = 0
    otherwise: int = 0
    """Punctuation or fillers differ."""
    not_held: int = 0
    waived: int = 0
    unknown: int = 0
    """Not checked, or something about it is open."""


@dataclass(frozen=True, slots=True)
class Summary:
    """The figures of a build."""

    title: str
    issues: int
    withheld: int
    quotations: int
    sourced: int
    checks: Checks
    editions: tuple[EditionSize, ...]
    showings: int
    """How many files were read back and found to hold the same words as their issue."""
    emails: int
    """Files of the dist tree."""
    search: bool = False
    """The website can be searched."""


def summarise(desk: Desk, printed: Printed) -> Summary:
    """The figures of a build whose proofs have passed."""
    quotations = [quotation for issue in printed.archive.issues for quotation in issue.quotations]
    return Summary(
        title=printed.archive.publication.title,
        issues=len(printed.archive.issues),
        withheld=len(desk.drafts) - len(desk.published),
        quotations=len(quotations),
        sourced=sum(quotation.citation is not None for quotation in quotations),
        checks=count_checks(one for draft in desk.published for one in desk.checked_of(draft)),
        editions=tuple(_size(name, rendition) for name, rendition in sorted(printed.renditions.items())),
        showings=sum(len(rendition.showings) for rendition in printed.renditions.values()),
        emails=len(printed.tree(Tree.DIST)),
        search=is_searched(printed),
    )


def summary_lines(summary: Summary) -> Iterator[str]:
    """For an editor, a fact a line."""
    withheld = f", {summary.withheld} withheld" if summary.withheld else ""
    yield f"{summary.title}: {counted(summary.issues, 'issue')}{withheld}"
    checks = checks_in_words(summary.checks) if summary.quotations else ""
    yield f"{counted(summary.quotations, 'quotation')}, {summary.sourced} sourced{checks}"
    yield "; ".join(f"{one.name} {in_units(one.size)} in {counted(one.files, 'file')}" for one in summary.editions)
    if summary.showings:
        yield f"the same words in all {summary.showings} forms of them that were read back"
    if not summary.search:
        yield f"the website has no search; for one: pip install '{EXTRA}'"


def count_checks(checked: Iterable[Checked | Unchecked]) -> Checks:
    """The figures of these quotations."""
    kinds = Counter(_kind(one) for one in checked)
    return Checks(**kinds)


def _kind(one: Checked | Unchecked) -> str:
    if isinstance(one, Unchecked):
        return "unknown"
    return next((kind for kind in ("exact", "cut", "otherwise", "not_held", "waived") if getattr(one, kind)), "unknown")


def checks_in_words(checks: Checks) -> str:
    """``, 8 checked word for word (2 with marked cuts), 1 not held``; what is nought is left out."""
    if checks == Checks(unknown=checks.unknown):
        return "; not yet checked against evidence"
    cuts = f" ({checks.cut} with marked cuts)" if checks.cut else ""
    rest = (
        (checks.otherwise, "checked and set down otherwise"),
        (checks.not_held, "not held"),
        (checks.waived, "waived"),
        (checks.unknown, "not checked"),
    )
    said = (f"{checks.exact + checks.cut} checked word for word{cuts}", *(f"{number} {what}" for number, what in rest if number))
    return "".join(f", {one}" for one in said)


def verified_line(desk: Desk) -> str:
    """``8 quotations · 8 sourced · 7 checked (5 exact, 2 with marked cuts) · 1 not held``, over all drafts that verification reads."""
    drafts = [draft for draft in desk.drafts if not draft.front_matter.imported]
    checked = [one for draft in drafts for one in desk.checked_of(draft)]
    sourced = sum(quotation.citation is not None for draft in drafts for quotation in draft.quotations)
    checks = count_checks(checked)
    passed = checks.exact + checks.cut + checks.otherwise
    kinds = ((checks.exact, "exact"), (checks.cut, "with marked cuts"), (checks.otherwise, "set down otherwise"))
    how = ", ".join(f"{number} {what}" for number, what in kinds if number)
    rest = ((checks.not_held, "not held"), (checks.waived, "waived"), (checks.unknown, "not checked, or open"))
    parts = (
        counted(len(checked), "quotation"),
        f"{sourced} sourced",
        f"{passed} checked{f' ({how})' if how else ''}",
        *(f"{number} {what}" for number, what in rest if number),
    )
    return " · ".join(parts)


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
