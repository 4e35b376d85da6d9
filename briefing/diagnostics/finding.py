"""The finding itself: a code, a severity, one sentence, and where it is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")


class Severity(IntEnum):
    """How much a finding counts: a note never, a warning under ``--strict``, an error always."""

    NOTE = 0
    WARNING = 1
    ERROR = 2

    @property
    def word(self) -> str:
        """The lower-case name printed to an editor."""
        return self.name.lower()


class Span(NamedTuple):
    """A half-open range of characters of one file; ``start == end`` marks a point, 0–0 the file as a whole."""

    path: str
    """Project-relative path with forward slashes, as an editor would type it."""
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding; a value until it is rendered."""

    code: str
    severity: Severity
    message: str
    """The one terse sentence shown if only one thing can be shown; no full stop."""
    span: Span
    label: str = ""
    """What stands beside the caret."""
    notes: tuple[str, ...] = ()
    """Lines that begin with ``=``: facts that belong to the finding."""
    help: tuple[str, ...] = ()
    """What to do about it, as imperative sentences."""
    secret: bool = False
    """Never echo the line: protection findings, and anything about a described source."""
    about: str = ""
    """Of a finding in a finished file: words of the copy that it is about, so that the press can point at where they were written."""


@dataclass(frozen=True, slots=True)
class Code:
    """An entry of the closed list of finding codes; the reference and ``briefing explain`` are made from it."""

    id: str
    """A letter for the field and three digits: ``C202``."""
    severity: Severity
    title: str
    """The fault, named: ``no source for this quotation``."""
    what: str
    """What the check does."""
    why: str
    """Why it is bad."""
    example: str
    """A text that has the fault."""
    instead: str
    """What to write instead."""
    secret: bool = field(default=False)

    def at(
        self,
        span: Span,
        message: str | None = None,
        *,
        label: str = "",
        notes: Iterable[str] = (),
        help: Iterable[str] = (),
        severity: Severity | None = None,
        about: str = "",
    ) -> Diagnostic:
        """A finding of this code at ``span``; ``message`` defaults to the code's title."""
        return Diagnostic(
            code=self.id,
            severity=self.severity if severity is None else severity,
            message=self.title if message is None else message,
            span=span,
            label=label,
            notes=tuple(notes),
            help=tuple(help),
            secret=self.secret,
            about=about,
        )


@dataclass(frozen=True, slots=True)
class Reading(Generic[T]):
    """A value read from text together with what was found on the way; ``value`` is None if it could not be read."""

    value: T | None
    findings: tuple[Diagnostic, ...] = ()


def worst(findings: Iterable[Diagnostic]) -> Severity:
    """The gravest severity among ``findings``; NOTE if there are none."""
    return max((finding.severity for finding in findings), default=Severity.NOTE)
