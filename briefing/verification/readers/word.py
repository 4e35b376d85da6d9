"""Word documents (ECMA-376, Office Open XML), read with the standard library.

Changes that were tracked matter: an insertion is in the text, a deletion is not, and must not vanish either. Comments, hidden and
struck runs are kept apart. Other readers drop insertions, return hidden runs as text, or join words over a line break.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from io import BytesIO
from itertools import groupby
from xml.etree import ElementTree as ET
from zipfile import BadZipFile, ZipFile

from briefing.verification.evidence import Evidence, Segment, Standing, UnreadableError

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_PARTS = (("word/document.xml", Standing.PLAIN), ("word/footnotes.xml", Standing.PLAIN), ("word/endnotes.xml", Standing.PLAIN))
_COMMENTS = ("word/comments.xml", Standing.DELETED)
_LARGEST = 64 * 2**20
_LARGEST_RATIO = 400
_OLD = b"\xd0\xcf\x11\xe0"
_BLANKS = {f"{_W}tab": " ", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-", f"{_W}softHyphen": "\u00ad"}
_ENDS = {f"{_W}p": "\n\n", f"{_W}tc": " "}
_GONE = frozenset({f"{_W}del", f"{_W}moveFrom"})
_OFF = frozenset({"0", "false", "off"})
_DAMAGED = (BadZipFile, zlib.error, ET.ParseError, KeyError, RuntimeError, EOFError, OSError, ValueError)
"""What the standard library raises for damaged packages and parts; RuntimeError is also for encrypted and unknown ones."""
_HEADING_STYLE = re.compile(r"(?:Heading|Title|berschrift|Titre|Titel|Kop|Rubrik)", re.IGNORECASE)
"""How the ids of the built-in styles for headings begin, which differ by the language of the program."""
_TRANSCRIPT = "save it as .docx without a password, or its text as .txt"


class WordReader:
    """``.docx`` files."""

    name = "word"
    version = 1
    suffixes = (".docx",)

    def read(self, content: bytes) -> Evidence:
        """Body, notes and comments."""
        if content.startswith(_OLD):
            raise UnreadableError("this is an encrypted or an old Word file", _TRANSCRIPT)
        try:
            with ZipFile(BytesIO(content)) as package:
                texts = [one for name, standing in (*_PARTS, _COMMENTS) for one in _part(package, name, standing)]
        except _DAMAGED as error:
            raise UnreadableError("this is no Word file, or a damaged one", _TRANSCRIPT) from error
        return Evidence(tuple(_joined(texts)))


def word_headings(content: bytes) -> tuple[str, ...]:
    """The texts of the paragraphs that the document sets as headings; none where it cannot be read."""
    try:
        with ZipFile(BytesIO(content)) as package:
            root = ET.fromstring(_bytes(package, _PARTS[0][0]))  # noqa: S314 - as below
    except (*_DAMAGED, UnreadableError):
        return ()
    found = (one for one in root.iter(f"{_W}p") if (look := one.find(f"{_W}pPr/{_W}pStyle")) is not None and _heads(look))
    return tuple("".join(text for text, standing in _texts(one, Standing.PLAIN) if standing is Standing.PLAIN) for one in found)


def _heads(look: ET.Element) -> bool:
    return _HEADING_STYLE.match(look.get(f"{_W}val", "")) is not None


def _part(package: ZipFile, name: str, standing: Standing) -> Iterator[tuple[str, Standing]]:
    if name not in package.namelist():
        if name == _PARTS[0][0]:
            raise UnreadableError("this is no Word file, or a damaged one", _TRANSCRIPT)
        return
    root = ET.fromstring(_bytes(package, name))  # noqa: S314 - entities were refused, and size and ratio have caps
    yield from _texts(root, standing)


def _bytes(package: ZipFile, name: str) -> bytes:
    """A part's bytes, unless it claims or turns out to be too large, or declares entities."""
    info = package.getinfo(name)
    content = b""
    if info.file_size <= _LARGEST:
        with package.open(info) as stream:
            content = stream.read(_LARGEST + 1)
    if max(info.file_size, len(content)) > _LARGEST or len(content) > _LARGEST_RATIO * max(info.compress_size, 1024):
        raise UnreadableError("this file unpacks to more than a document can hold", _TRANSCRIPT)
    plain = content.replace(b"\0", b"")
    if b"<!DOCTYPE" in plain or b"<!ENTITY" in plain:
        raise UnreadableError("this file declares XML entities, which no word processor writes", _TRANSCRIPT)
    return content


def _texts(root: ET.Element, standing: Standing) -> Iterator[tuple[str, Standing]]:
    """The texts in document order; a stack in place of recursion, so that no depth is too deep."""
    waiting: list[tuple[ET.Element | str, Standing]] = [(root, standing)]
    while waiting:
        one, now = waiting.pop()
        if isinstance(one, str):
            yield one, now
        elif one.tag in {f"{_W}t", f"{_W}delText"}:
            yield one.text or "", Standing.DELETED if one.tag == f"{_W}delText" else now
        elif one.tag in _BLANKS:
            yield _BLANKS[one.tag], now
        elif one.tag != _FALLBACK:
            waiting += [(_ENDS[one.tag], now)] if one.tag in _ENDS else []
            inner = _standing(one, now)
            waiting += [(child, inner) for child in reversed(one)]


def _standing(element: ET.Element, above: Standing) -> Standing:
    if above is not Standing.PLAIN:
        return above
    if element.tag in _GONE:
        return Standing.DELETED
    looks = element.find(f"{_W}rPr") if element.tag == f"{_W}r" else None
    if looks is None:
        return above
    if _on(looks, "vanish") or _on(looks, "webHidden"):
        return Standing.HIDDEN
    return Standing.DELETED if _on(looks, "strike") or _on(looks, "dstrike") else above


def _on(looks: ET.Element, name: str) -> bool:
    found = looks.find(f"{_W}{name}")
    return found is not None and found.get(f"{_W}val", "1") not in _OFF


def _joined(texts: list[tuple[str, Standing]]) -> Iterator[Segment]:
    for standing, group in groupby(texts, key=lambda one: one[1]):
        if text := re.sub(r"\n{3,}", "\n\n", "".join(words for words, _ in group)):
            yield Segment(text, standing=standing)
