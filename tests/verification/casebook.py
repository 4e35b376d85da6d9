"""Reads the casebook of verification: a case is copy, the evidence behind it, and what is to come of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path

from briefing.desk import (
    DescribedRecord,
    Draft,
    FrontMatter,
    Level,
    Person,
    PublicRecord,
    Register,
    Role,
    SourceRecord,
)
from briefing.diagnostics import Diagnostic, Reading, Span
from briefing.reading.addresses import Addresses
from briefing.reading.issue import read_issue
from briefing.verification.checking import Checked, Kept, check
from briefing.verification.evidence import EvidenceReader, UnreadableError
from briefing.verification.held import Held
from briefing.verification.readers import HtmlReader, MailReader, PdfReader, PlainReader, WordReader
from tests.verification.documents import docx, pdf, word_xml

PATH = "content/issues/case.md"
_PIECE = re.compile(r"^(`{3,})(?P<info>[^\n]*)\n(?P<block>.*?)^\1$|^## (?P<title>[^\n]+)$", flags=re.MULTILINE | re.DOTALL)
_ESCAPE = re.compile(r"<U\+([0-9A-F]{4,5})>")
PEOPLE = {
    "orla-venn": Person("orla-venn", "Orla Venn", later="Ms Venn", roles=(Role("chair of the Harbour Board"),)),
    "tam-lisk": Person("tam-lisk", "Tam Lisk", later="Mr Lisk", roles=(Role("harbour master"),)),
}
READERS: tuple[EvidenceReader, ...] = (PlainReader(), MailReader(), HtmlReader(), WordReader(), PdfReader())


@dataclass(frozen=True, eq=False)
class Case:
    """One heading with its fenced blocks; each is itself and no other."""

    file: str
    title: str
    blocks: dict[str, str] = field(default_factory=dict)

    @property
    def evidence(self) -> dict[str, str]:
        """The evidence files by name."""
        return {info.removeprefix("evidence "): text for info, text in self.blocks.items() if info.startswith("evidence ")}


def cases(folder: Path) -> Iterator[Case]:
    """Every case of every file; ``<U+200B>`` in a block stands for that character."""
    for file in sorted(folder.glob("*.md")):
        case: Case | None = None
        for match in _PIECE.finditer(file.read_text(encoding="utf-8")):
            if match["title"]:
                if case and case.blocks:
                    yield case
                case = Case(file.stem, match["title"])
            elif case:
                block = _ESCAPE.sub(lambda code: chr(int(code[1], 16)), match["block"])
                case.blocks[match["info"]] = block.removesuffix("\n")
        if case and case.blocks:
            yield case


def read_copy(copy: str) -> Reading[Draft]:
    """The copy as a draft of issue 1."""
    front_matter = FrontMatter(
        title="A case",
        issue=1,
        dated=datetime(2031, 5, 16, tzinfo=UTC),
        description="An invented case.",
        slug="a-case",
        spans={"title": Span(PATH)},
    )
    return read_issue(PATH, copy, front_matter, Addresses({}, frozenset(), {}))


def register(case: Case, draft: Draft) -> Register:
    """A letter by Orla Venn for every key cited, but for what the block ``register`` says otherwise."""
    listed = dict(line.split(": ", 1) for line in case.blocks.get("register", "").splitlines())
    keys = [item.key for citation in draft.citations for item in citation.items]
    return Register({key: _record(key, listed.get(key, "")) for key in (*keys, *listed)}, PEOPLE)


def _record(key: str, said: str) -> SourceRecord:
    if "described" in said:
        return DescribedRecord(
            key, "testimony", Span(f"sources/{key}.yml"), "a person who works in the harbour", direct_quote=True
        )
    kind = next((kind for kind in ("interview", "hearing", "report") if kind in said), "letter")
    speakers = ("orla-venn", "tam-lisk") if kind == "hearing" else ()
    authors = () if speakers else ("orla-venn",)
    return PublicRecord(
        key, kind, Level.NAMED, Span(f"sources/{key}.yml"), authors=authors, speakers=speakers, held="not held" not in said
    )


def kept(case: Case) -> dict[str, Kept]:
    """What the vault would keep: each file read by the reader of its ending."""
    found: dict[str, Kept] = {}
    for name, text in case.evidence.items():
        key = name.split(".")[0]
        before = found.get(key, Kept())
        try:
            held = Held(_reader(name).read(_bytes(name, text)), name)
            found[key] = Kept((*before.held, held), before.unread)
        except UnreadableError as error:
            found[key] = Kept(before.held, (*before.unread, error.reason))
    return found


def _reader(name: str) -> EvidenceReader:
    suffix = "." + name.rsplit(".", 1)[1]
    return next(reader for reader in READERS if suffix in reader.suffixes)


def _bytes(name: str, text: str) -> bytes:
    if name.endswith(".docx"):
        return docx(word_xml(text))
    if name.endswith(".pdf"):
        return pdf(*re.split(r"^---$", text, flags=re.MULTILINE))
    return text.encode()


@lru_cache(maxsize=256)
def checked(case: Case) -> tuple[Draft, tuple[Checked, ...], tuple[Diagnostic, ...]]:
    """The draft, its quotations' judgements, and what reading it found."""
    reading = read_copy(case.blocks["copy"])
    assert reading.value is not None
    spellings = dict(line.split(" = ") for line in case.blocks.get("house spelling", "").splitlines())
    judged = check(reading.value, register(case, reading.value), kept(case), spellings)
    return reading.value, judged, reading.findings


def verdict_line(one: Checked) -> str:
    """``MARKED V304 V315``."""
    return " ".join((one.judgement.verdict.value, *(flag.value for flag in one.judgement.flags)))


def finding_line(copy: str, finding: Diagnostic) -> str:
    """``warning V304 […] left out: “not”``: what is under the caret, and what stands beside it; nothing is shown of a secret."""
    words = " ".join(copy[finding.span.start : finding.span.end].split())
    shown = "(not shown)" if finding.secret else f"[{words}]"
    return f"{finding.severity.word} {finding.code} {shown} {finding.label or finding.message}"
