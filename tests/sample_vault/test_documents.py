"""The sample publication quotes its invented documents truly, and holds nothing of what is private."""

import re
import runpy
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple

import pytest
import yaml

HERE: Final = Path(__file__).parent
ROOT: Final = HERE.parent.parent
_MODULE: Final = runpy.run_path(str(HERE / "documents.py"))
DOCUMENTS: Final[Mapping[str, str]] = _MODULE["DOCUMENTS"]
IDENTITIES: Final[Mapping[str, Any]] = _MODULE["IDENTITIES"]
ISSUES: Final = sorted([*ROOT.glob("content/issues/*.md"), *ROOT.glob("drafts/*.md")])

_FOLDED: Final = str.maketrans({"“": "'", "”": "'", "‘": "'", "’": "'", '"': "'", "–": "-", "—": "-", "\u00a0": " "})
_CITATION: Final = re.compile(r"\[@(?P<key>[a-z0-9-]+)(?:, (?P<where>[^\]]*?))?(?: by (?P<by>[a-z0-9-]+))?\]")


class Quoted(NamedTuple):
    """A passage between double marks in one paragraph, and the source cited for it."""

    words: str
    key: str


def fold(text: str) -> str:
    """One class of marks, one of dashes, one space; words, digits and case stay."""
    return " ".join(text.translate(_FOLDED).replace("\f", " ").split())


def quoted(text: str) -> list[Quoted]:
    """Every passage between double marks; one that runs on takes the citation of the paragraph that closes it."""
    front, body = text.split("---\n", 2)[1:]
    ours = yaml.safe_load(front).get("not-quotations", [])
    found: list[Quoted] = []
    waiting: list[str] = []
    for block in body.split("\n\n"):
        for paragraph in block.replace("==", "").split("\n>\n"):
            for span in re.finditer("“([^”]*)(”?)", paragraph.replace("\n> ", " ")):
                if span[1] in ours:
                    continue
                waiting.append(span[1])
                if span[2]:
                    citation = _CITATION.search(paragraph, span.end()) or _CITATION.search(block, block.rfind("\n> — "))
                    assert citation, f"no source after “{span[1]}”"
                    found += [Quoted(words, citation["key"]) for words in waiting]
                    waiting = []
    assert not waiting, f"never closed: {waiting}"
    return found


def pieces(words: str) -> Iterator[str]:
    """What stands between the marked cuts, without the punctuation at its edges."""
    for piece in re.split(r"…|\[[^\]]*\]", fold(words)):
        if bare := piece.strip(" ,.;:?!"):
            yield bare


def stands_in(words: str, document: str) -> bool:
    """Whether the document has the pieces of a quotation in their order; the first letter's case is free."""
    source, place = fold(document), 0
    for piece in pieces(words):
        places = [source.find(piece[0].upper() + piece[1:], place), source.find(piece[0].lower() + piece[1:], place)]
        if max(places) < 0:
            return False
        place = min(found for found in places if found >= 0) + len(piece)
    return True


@pytest.mark.parametrize("path", ISSUES, ids=lambda path: path.stem)
def test_every_quotation_stands_in_the_document_it_cites(path: Path) -> None:
    passages = quoted(path.read_text("utf-8"))
    assert passages
    assert [each for each in passages if not stands_in(each.words, DOCUMENTS[each.key])] == []


@pytest.mark.parametrize(
    "altered",
    ["We are working blind at these nine", "not a procedure… That is a habit", "at nine of the 42 locks", "you Asked for"],
    ids=["a word", "the order", "a digit", "case"],
)
def test_a_quotation_that_was_altered_is_noticed(altered: str) -> None:
    assert not stands_in(altered, DOCUMENTS["control-room-email-2025-06"])


def test_every_open_or_named_source_has_a_document_and_no_described_one_has() -> None:
    levels = {
        path.stem: yaml.safe_load(path.read_text("utf-8"))["level"]
        for path in ROOT.glob("sources/*.yml")
        if path.stem != "people"
    }
    assert {key for key, level in levels.items() if level != "described"} == set(DOCUMENTS)
    assert {key for key, level in levels.items() if level == "described"} == {key for key in IDENTITIES if "/" not in key}


def test_page_locators_lead_to_the_page_that_has_the_words() -> None:
    pages = {key: text.split("\f") for key, text in DOCUMENTS.items() if "\f" in text}
    for path in ISSUES:
        for citation in _CITATION.finditer(path.read_text("utf-8")):
            if citation["where"] and (page := re.fullmatch(r"pp?\. (\d+)(?:-\d+)?", citation["where"])):
                assert "(tables and figures)" not in pages[citation["key"]][int(page[1]) - 1], citation[0]


def test_nothing_private_occurs_in_the_publication() -> None:
    secrets = [secret.casefold() for identity in IDENTITIES.values() for secret in identity.secrets]
    published = [path for folder in ("content", "sources", "drafts") for path in ROOT.glob(f"{folder}/**/*") if path.is_file()]
    assert len(published) > len(ISSUES)
    leaks = [path.name for path in published for secret in secrets if secret.encode() in path.read_bytes().lower()]
    assert leaks == []


def test_documents_that_are_published_have_the_words_of_the_evidence() -> None:
    published = sorted(ROOT.glob("sources/*.txt"))
    assert published
    for path in published:
        record = yaml.safe_load(path.with_suffix(".yml").read_text("utf-8"))
        assert (record["level"], record["publish"]) == ("open", True)
        ours, theirs = path.read_text("utf-8").split("\f"), DOCUMENTS[path.stem].split("\f")
        assert [page.split() for page in ours] == [page.split() for page in theirs]
