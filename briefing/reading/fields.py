"""A section's fields, read one by one by type; what is missing, misspelt or of the wrong type becomes a finding, never an exception."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from typing import NamedTuple, TypeAlias, TypeVar

from briefing.diagnostics import Code, Diagnostic, Severity, Span
from briefing.diagnostics.codes import CODES
from briefing.diagnostics.codes.yaml_files import F201, F202, F203, F206
from briefing.reading.yaml_nodes import Listing, Node, Opaque, Scalar, Section

T = TypeVar("T")
D = TypeVar("D")


@dataclass(slots=True)
class Findings:
    """Collects what is found in one file; ``guarded`` lets nothing of the file into a finding but the place."""

    guarded: bool = False
    found: list[Diagnostic] = field(default_factory=list)

    def add(self, code: Code, span: Span, message: str | None = None, *, label: str = "", help: Iterable[str] = ()) -> None:
        """Add a finding; where no help is given, the code's own."""
        self.take(code.at(span, message, label=label, help=tuple(help) or (_advice(code),)))

    def take(self, finding: Diagnostic) -> None:
        """Add a finding that was made elsewhere."""
        if self.guarded:
            code = CODES[finding.code]
            finding = replace(finding, message=code.title, label="", notes=(), help=(code.instead,), secret=True)
        self.found.append(finding)

    @property
    def has_errors(self) -> bool:
        """Whether any of them is an error."""
        return any(finding.severity is Severity.ERROR for finding in self.found)


def _advice(code: Code) -> str:
    """What the code says to write: a sentence as it is, an example as one, so that nobody pastes it."""
    return code.instead if code.instead[0].isupper() else f"for example: {code.instead}"


class Field(NamedTuple):
    """One value with the name an editor knows it by (``email.subject``) and the place for findings about it."""

    name: str
    node: Node
    findings: Findings

    def refuse(self, expected: str, example: str) -> None:
        """Report a value of the wrong type."""
        message = f"{self.name} must be {expected}"
        key = self.name.rpartition(".")[2]
        self.findings.add(F203, self.node.span, message, label=_what(self.node), help=(f"for example: {key}: {example}",))

    def fault(self, code: Code, message: str | None = None, *, label: str = "", help: Iterable[str] = ()) -> None:
        """Report something else that is wrong with the value."""
        self.findings.add(code, self.node.span, message, label=label, help=help)

    def part(self, node: Node, name: str = "") -> Field:
        """A value inside this one."""
        return Field(f"{self.name}.{name}" if name else self.name, node, self.findings)

    def scalar(self, expected: str, example: str) -> Scalar | None:
        """The value, if it is a single one; otherwise it is refused."""
        match self.node:
            case Scalar() as scalar if scalar.value.strip():
                return scalar
            case Scalar():
                self.fault(F206, f"nothing is written for {self.name}")
                return None
            case Opaque():  # reported where the file was read
                return None
            case Listing() | Section():
                self.refuse(expected, example)
                return None


Parser: TypeAlias = Callable[[Field], "T | None"]


class Fields:
    """Reads the entries of one section; keys that nobody asked for are unknown."""

    __slots__ = ("_asked", "_missing", "_nodes", "_prefix", "_section", "findings")

    def __init__(self, section: Section, findings: Findings, prefix: str = "") -> None:
        self._section = section
        self._nodes = {entry.name: entry.value for entry in reversed(section.entries)}
        self._prefix = prefix
        self._asked: set[str] = set()
        self._missing: dict[str, str] = {}
        self.findings = findings

    def read(self, key: str, parser: Parser[T], default: D) -> T | D:
        """The value of ``key``, or ``default`` where there is none or it cannot be read."""
        self._asked.add(key)
        node = self._nodes.get(key)
        value = None if node is None else parser(Field(f"{self._prefix}{key}", node, self.findings))
        return default if value is None else value

    def maybe(self, key: str, parser: Parser[T]) -> T | None:
        """The value of ``key``, or None where there is none or it cannot be read."""
        self._asked.add(key)
        node = self._nodes.get(key)
        return None if node is None else parser(Field(f"{self._prefix}{key}", node, self.findings))

    def need(self, key: str, parser: Parser[T], example: str) -> T | None:
        """The value of ``key``, which must be there."""
        if not self.has(key):
            self.miss(key, example)
        return self.maybe(key, parser)

    def miss(self, key: str, example: str) -> None:
        """Remember that ``key`` is missing."""
        self._missing[key] = example

    def report_missing(self) -> None:
        """Report what is missing, where the section begins."""
        place = Span(self._section.span.path, self._section.span.start, self._section.span.start)
        for key, example in self._missing.items():
            self.findings.add(F202, place, f"{self._prefix}{key} is missing", help=(f"add, for example: {key}: {example}",))
        self._missing.clear()

    def has(self, key: str) -> bool:
        """Whether ``key`` is written at all."""
        return key in self._nodes

    def span(self, key: str) -> Span:
        """Where the value of ``key`` stands; the section where there is none."""
        node = self._nodes.get(key)
        return self._section.span if node is None else node.span

    def close(self, *, own_keys: str = "") -> None:
        """Report keys that nobody asked for, unless they begin with ``own_keys``, and what is missing and not just misspelt."""
        if not self._missing and self._nodes.keys() <= self._asked:
            return
        for entry in self._section.entries:
            known = entry.name in self._asked or (own_keys and entry.name.startswith(own_keys))
            if entry.name and not known and isinstance(entry.key, Scalar):
                self._unknown(entry.key)
        self.report_missing()

    def _unknown(self, key: Scalar) -> None:
        near = nearest(key.value, [name for name in self._asked if not self.has(name)])
        self._missing.pop(near, None)
        label = f"did you mean {near}?" if near else ""
        allowed = f"allowed here: {', '.join(sorted(self._asked))}" if self._asked else "no key is allowed here yet"
        place = f" under {self._prefix.rstrip('.')}" if self._prefix else ""
        self.findings.add(F201, key.span, f"unknown key {key.value}{place}", label=label, help=(allowed,))


def nearest(word: str, words: Iterable[str]) -> str:
    """The one of ``words`` that was most likely meant, or ""."""
    spelt = {other.replace("_", "-"): other for other in sorted(words)}
    close = get_close_matches(word[:80].lower().replace("_", "-").replace(" ", "-"), spelt, n=1, cutoff=0.6)
    return spelt[close[0]] if close else ""


@contextmanager
def fields_of(value: Field, expected: str, example: str) -> Iterator[Fields | None]:
    """The fields of a section inside a value; on leaving, keys nobody asked for are reported."""
    match value.node:
        case Section() as section:
            fields = Fields(section, value.findings, f"{value.name}.")
            yield fields
            fields.close()
        case Opaque():
            yield None
        case Scalar() | Listing():
            value.refuse(expected, example)
            yield None


def _what(node: Node) -> str:
    match node:
        case Scalar():
            return ""
        case Listing():
            return "this is a list"
        case Section():
            return "this is a mapping: text with a colon in it needs quotation marks"
        case Opaque():
            return ""
