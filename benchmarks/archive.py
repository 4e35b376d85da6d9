"""A seeded archive: a whole publication of so many issues of about 1,000 words, every form of copy in each of them.

All of it is invented, and none of it is kept: a run of the benchmark makes it in a temporary folder.
"""

from __future__ import annotations

import struct
import sys
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random

from benchmarks.words import Prose

FIRST_DAY = date(1998, 1, 2)
"""An issue a day from here on: even 10,000 of them lie in the past."""
TOPICS = ("money", "people", "safety", "water", "works")
_KEY_LETTERS = "0123456789abcdefghijklmnopqrstuvwxyz"
_SETTINGS = """\
site_name: The Weir Post
site_url: https://weirpost.example/
site_description: A generated bulletin for measuring builds; every word of it is invented
docs_dir: content
theme:
  name: material
  font: false
nav:
  - About: about.md
plugins:
  - briefing:
      language: en-GB
      timezone: Europe/London
      cadence: {every: 1 week, on: friday, at: "07:00"}
      strapline: A generated bulletin for measuring builds
      topics: {money: Money, people: People, safety: Safety, water: Water, works: Works}
      authors:
        desk: {name: The Desk, email: desk@weirpost.example}
      contact: {email: confidential@weirpost.example}
      imprint:
        publisher: Weir Post (fictional)
        address: 1 Weir Lane, Aldmoor
        editor: The Desk
      pulls: [web, email]
      feeds: {items: 20}
      email:
        from: {name: The Weir Post, address: post@weirpost.example}
        reply_to: desk@weirpost.example
        postal_address: 1 Weir Lane, Aldmoor
        reason: You get this because you asked for The Weir Post by email.
        list_id: weirpost.example
        provider: generic
        subscribe_url: https://lists.weirpost.example/subscribe
"""
_ABOUT = "---\ntitle: About\ndescription: What this is.\n---\n\n# About\n\nGenerated for measuring. Nobody and nothing in it is real.\n"


@dataclass(frozen=True, slots=True)
class Speaker:
    """A person of the register."""

    id: str
    name: str
    role: str


@dataclass(frozen=True, slots=True)
class GeneratedIssue:
    """One issue, in pieces: each generator has a front matter of its own."""

    number: int
    day: date
    slug: str
    title: str
    description: str
    topics: tuple[str, ...]
    body: str
    """With citations, as this project reads it."""

    @property
    def file(self) -> str:
        """Its file's name."""
        return f"{self.day}-{self.slug}.md"


@dataclass(frozen=True, slots=True)
class Archive:
    """Every text of the publication."""

    issues: tuple[GeneratedIssue, ...]
    sources: dict[str, str]
    """Register files by name, people.yml among them."""
    images: dict[str, bytes]


def generate(size: int, seed: int = 1) -> Archive:
    """An archive of ``size`` issues; the first issues of two sizes differ in nothing but how many follow."""
    speakers = tuple(_speakers(Random(seed)))  # noqa: S311 - invented text, not a secret
    sources = {"people.yml": "".join(_person(speaker) for speaker in speakers)}
    issues: list[GeneratedIssue] = []
    for number in range(1, size + 1):
        writer = _Writer(Random(seed * 1_000_003 + number), number, speakers, issues)  # noqa: S311 - as above
        sources |= writer.sources
        issues.append(writer.issue())
    return Archive(tuple(issues), sources, {f"chart-{issue.number}.png": _chart(issue.number) for issue in issues})


def write(archive: Archive, folder: Path) -> None:
    """A project that ``briefing build`` takes."""
    for name in ("content/issues", "content/assets", "sources"):
        (folder / name).mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(_SETTINGS, encoding="utf-8")
    (folder / "content/about.md").write_text(_ABOUT, encoding="utf-8")
    for issue in archive.issues:
        (folder / "content/issues" / issue.file).write_text(_front_matter(issue) + issue.body, encoding="utf-8")
    for name, text in archive.sources.items():
        (folder / "sources" / name).write_text(text, encoding="utf-8")
    for name, image in archive.images.items():
        (folder / "content/assets" / name).write_bytes(image)


def _front_matter(issue: GeneratedIssue) -> str:
    return (
        f"---\ntitle: {issue.title}\nissue: {issue.number}\ndate: {issue.day}\nauthor: desk\nkicker: Generated\n"
        f"description: {issue.description}\ntopics: [{', '.join(issue.topics)}]\nreplies:\n  weir-authority: no-reply\n---\n\n"
    )


def _speakers(random: Random) -> Iterator[Speaker]:
    prose = Prose(random)
    names = dict.fromkeys(prose.name() for _ in range(60))
    for number, name in enumerate(names, 1):
        yield Speaker(f"speaker-{number}", name, f"head of {prose.phrase().split()[1]}s at the Weir Authority")


def _person(speaker: Speaker) -> str:
    family = speaker.name.split()[1]
    authority = "weir-authority:\n  name: Weir Authority\n  later: the authority\n" if speaker.id == "speaker-1" else ""
    return f"{authority}{speaker.id}:\n  name: {speaker.name}\n  later: Mx {family}\n  roles:\n    - {{role: {speaker.role}}}\n"


class _Writer:
    """Writes one issue and the register files of its sources."""

    def __init__(self, random: Random, number: int, speakers: tuple[Speaker, ...], before: list[GeneratedIssue]) -> None:
        self._random = random
        self._prose = Prose(random)
        self._number = number
        self._before = before
        self._one, self._two, self._three = random.sample(speakers, 3)
        self._anonymous = "anon-" + "".join(_KEY_LETTERS[number * 7919 // 36**place % 36] for place in range(4))
        self._day = FIRST_DAY + timedelta(days=number - 1)

    @property
    def sources(self) -> dict[str, str]:
        """The register files by name: a paper, a letter, an interview, a hearing and a described source."""
        number, day = self._number, self._day
        address = f"url: https://papers.example/{number}\naccessed: {day}\n"
        return {
            f"paper-{number}.yml": f"kind: board-paper\nlevel: open\ntitle: Paper {number} on the weirs\nauthor: weir-authority\n"
            f"issued: {day}\nobtained: {{by: published}}\npublisher: Weir Authority\n{address}evidence: [paper.txt]\n",
            f"letter-{number}.yml": f"kind: letter\nlevel: named\nauthor: {self._one.id}\nto: weir-authority\nissued: {day}\n"
            f"obtained: {{by: given}}\nevidence: [letter.txt]\n",
            f"interview-{number}.yml": f"kind: interview\nlevel: named\nauthor: {self._two.id}\nissued: {day}\n"
            f"obtained: {{by: interview}}\nevidence: [notes.txt]\n",
            f"hearing-{number}.yml": f"kind: hearing\nlevel: open\ntitle: Hearing {number}\nauthor: weir-authority\n"
            f"speakers: [{self._two.id}, {self._three.id}]\nissued: {day}\nobtained: {{by: published}}\n{address}"
            f"evidence: [transcript.txt]\n",
            f"{self._anonymous}.yml": "kind: testimony\nlevel: described\ndescribe: a person who works on the weirs\n",
        }

    def issue(self) -> GeneratedIssue:
        """The issue; ask once."""
        return GeneratedIssue(
            number=self._number,
            day=self._day,
            slug=f"weirs-{self._number}",
            title=self._prose.title(),
            description=f"{self._prose.title()}, and {self._prose.phrase()} {self._prose.phrase()}",
            topics=tuple(sorted(self._random.sample(TOPICS, 2))),
            body="\n\n".join(self._paragraphs()) + "\n",
        )

    def _paragraphs(self) -> Iterator[str]:
        yield from (self._prose.sentences(27), f"{self._prose.sentences(20)}[^scope] {self._link()}", self._run_in())
        for section in (self._papers, self._letter, self._hearing, self._figures):
            yield from section()
        yield from (f"[^{name}]: {self._prose.sentences(17)}" for name in ("scope", "term", "sum"))

    def _papers(self) -> Iterator[str]:
        words = self._prose.phrase()
        yield f"## ‘{words[0].upper()}{words[1:]}’"
        yield f"{self._prose.sentences(17)} “The {words} in {self._day.year},” the paper says. “=={self._prose.sentence()}==.” {self._paper(14)}"
        yield f"{self._prose.sentences(31)}[^term]"
        yield f"{self._prose.sentences(14)} The {self._two.role} put it so. “{self._prose.sentences(31)}"
        yield f"“{self._prose.sentences(27)}” [@interview-{self._number}]"

    def _letter(self) -> Iterator[str]:
        yield f"## {self._prose.title()}"
        yield f"{self._prose.sentences(24)} A person who works on the weirs said *nobody had asked*. [@{self._anonymous}]"
        author = f"{self._one.name}, {self._one.role} [@letter-{self._number}]"
        yield f"> “{self._prose.sentences(24)}\n>\n> “{self._prose.sentences(17)}”\n>\n> — {author}"
        yield f"{self._prose.sentences(31)} {self._link()}"
        yield "\n".join(f"- {self._prose.sentence()}" for _ in range(4)) + f". {self._paper(3)}"

    def _hearing(self) -> Iterator[str]:
        yield f"## {self._prose.title()}"
        for speaker in (self._two, self._three):
            said = f"“{self._prose.sentence()},” said {speaker.name}. “{self._prose.sentences(14)}”"
            yield f"{self._prose.sentences(17)} {said} [@hearing-{self._number}, Q{self._random.randint(1, 60)} by {speaker.id}]"
        yield f"{self._prose.sentences(31)} {self._link()}"
        yield self._run_in()

    def _figures(self) -> Iterator[str]:
        yield f"## {self._prose.title()}"
        yield f"{self._prose.sentences(27)}[^sum] {self._paper(5)}"
        figures = ("".join(f" {self._random.randint(100, 9999):,} |" for _ in range(3)) for _ in range(5))
        rows = (f"| Weir {number} |{cells}" for number, cells in enumerate(figures, 1))
        yield "\n".join(("| Weir | Held | Lost | Spare |", "|:--|--:|--:|--:|", *rows))
        yield f"![Bar chart of the water held at the weirs. {self._prose.sentence()}.](../assets/chart-{self._number}.png)"
        yield f"{self._prose.sentences(34)} See [the **register** of weirs](https://register.example/{self._number}?a=1&b=2)."
        yield f"{self._prose.sentences(27)} {self._link()}"

    def _run_in(self) -> str:
        return f"{self._prose.sentences(20)} The rate was “{self._prose.phrase()}”, against “{self._prose.phrase()}”. {self._paper(7)}"

    def _paper(self, page: int) -> str:
        return f"[@paper-{self._number}, p. {page}]"

    def _link(self) -> str:
        if not self._before:
            return f"{self._prose.sentence()}."
        other = self._random.choice(self._before[-50:])
        return f"{self._prose.sentence()}, as we [said in issue {other.number}]({other.file})."


def _chart(number: int) -> bytes:
    """A small picture, another one for every issue (PNG, palette of two colours, one byte a pixel)."""
    width, height = 480, 270
    bars = [(number * step * 37) % height for step in range(1, 13)]
    rows = b"".join(b"\0" + b"".join(bytes([height - row < bar]) * 40 for bar in bars) for row in range(height))
    header = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"PLTE", b"\xff\xff\xff\x1f\x3a\x5f"), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks
    )


if __name__ == "__main__":
    write(generate(int(sys.argv[1])), Path(sys.argv[2]))
