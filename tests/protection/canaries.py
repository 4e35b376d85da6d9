"""Marked secrets, one in every place of a project and its vault from which nothing may reach an output."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import yaml
from PIL import Image

from briefing.verification.scan.needles import Needle, words_needle
from briefing.verification.scan.searching import search
from tests.media.pictures import photograph
from tests.protection.building import Outcome

_FIELDS = ("names", "aliases", "emails", "phones", "handles", "employer", "role", "never-say", "terms", "approaches", "why")
FUTURE = "2199-01-01"


@dataclass
class Canaries:
    """Words that stand nowhere else, by the place they were put into."""

    placed: dict[str, str] = field(default_factory=dict)

    def word(self, place: str) -> str:
        """A new word for a place, the same for the same place."""
        letters = "".join(chr(ord("a") + int(digit)) for digit in str(100 + len(self.placed)))
        return self.placed.setdefault(place, f"zwickvogel{letters}quorn")

    def found(self, done: Outcome) -> list[tuple[str, str]]:
        """Where any of them came out: the place it was put into, and the file it was found in."""
        needles = {place: _needle(word) for place, word in self.placed.items()}
        every = tuple(needles.values())
        said = {**done.files, "(what was said)": done.log.encode()}
        hits = [hit for path, content in said.items() for hit in search(path, content, every)]
        return sorted({(list(needles)[hit.needle], hit.path) for hit in hits})


def _needle(word: str) -> Needle:
    needle = words_needle(word)
    assert needle is not None
    return needle


def in_the_vault(vault: Path, canaries: Canaries) -> None:
    """In every field of every source's file, in the names of files, and in what stands around the quoted words."""
    sources = sorted(place for place in vault.iterdir() if place.is_dir() and place.name != "sealed")
    for folder in (*sources, vault / "sealed" / canaries.word("name of a sealed source")):
        folder.mkdir(parents=True, exist_ok=True)
        words = {name: canaries.word(f"{name} of {folder.name}") for name in _FIELDS}
        identity = {name: [words[name]] for name in _FIELDS[:5]} | {name: words[name] for name in ("employer", "role")}
        private = {
            "identity": identity,
            "never-say": [words["never-say"]],
            "agreed": {"terms": words["terms"], "on": "2031-05-02"},
            "approaches": [words["approaches"]],
            "waivers": [{"quotation": "q-00000000", "why": words["why"]}],
        }
        (folder / "source.yml").write_text(yaml.safe_dump(private), encoding="utf-8")
        if folder.name.startswith("anon-"):
            (folder / f"{canaries.word('name of a file in the vault')}.txt").write_text("x", encoding="utf-8")


def around_the_words(vault: Path, published: frozenset[str], canaries: Canaries) -> None:
    """In every text that is evidence, behind its last line; but not where the document itself is published."""
    for place in sorted((*vault.glob("*/*.txt"), *vault.glob("*/*.eml"))):
        if place.parent.name not in published:
            with place.open("a", encoding="utf-8") as file:
                file.write(f"\n\n{canaries.word(f'evidence of {place.parent.name}').capitalize()}.\n")


def in_the_project(project: Path, canaries: Canaries) -> None:
    """In comments, keys of the house, drafts, issues that are not out, unused files, and the metadata of a photograph."""
    for place in sorted((project / "sources").glob("*.yml")):
        with place.open("a", encoding="utf-8") as file:
            file.write(f"# {canaries.word(f'comment in {place.name}')}\n")
    for place in sorted((project / "content/issues").glob("*.md")):
        key = f"---\nx-note: {canaries.word(f'key of the house in {place.name}')}\n# {canaries.word('comment in front matter')}\n"
        place.write_text(place.read_text(encoding="utf-8").replace("---\n", key, 1), encoding="utf-8")
    for folder, more in (("drafts", "draft: true"), ("content/issues", f"embargo: {FUTURE}")):
        (project / folder).mkdir(exist_ok=True)
        words = canaries.word(f"words of an issue in {folder}")
        text = f"---\ntitle: {words.capitalize()}\nissue: 9{len(folder)}\n{more}\n"
        text += f"description: {words} and some more words that make it long enough\n---\n\n{words}.\n"
        (project / folder / f"{FUTURE}-{words}.md").write_text(text, encoding="utf-8")
    assets = project / "content/assets"
    assets.mkdir(exist_ok=True)
    Image.new("RGB", (4, 4)).save(assets / f"{canaries.word('name of an unused picture')}.png")
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write(f"# {canaries.word('comment in mkdocs.yml')}\nextra: {{note: {canaries.word('extra in mkdocs.yml')}}}\n")
    _photograph(project, assets, canaries)


def _photograph(project: Path, assets: Path, canaries: Canaries) -> None:
    """A picture that the front page shows, with somebody's name in all its metadata."""
    word = canaries.word("metadata of a photograph").encode().ljust(24, b"x")[:24]
    (assets / "boat.jpg").write_bytes(photograph("JPEG").replace(b"Perpetua Oddfellow-Sands", word))
    with (project / "content/index.md").open("a", encoding="utf-8") as file:
        file.write("\n![A boat](assets/boat.jpg)\n")
