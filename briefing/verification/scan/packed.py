"""What is packed inside a file: archives, compressed streams of documents, texts of pictures, the parts of a message."""

from __future__ import annotations

import email
import email.policy
import gzip
import re
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from email.message import EmailMessage
from io import BytesIO

_MOST = 32 * 2**20
"""Bytes that are taken out of one file: an archive may claim to hold a thousand times its size."""
_HEADER = re.compile(rb"(?:[A-Za-z][A-Za-z0-9-]*:[^\n]*\n(?:[ \t][^\n]*\n)*){2,}\r?\n")
_STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)
_PNG, _PDF, _ZIP, _GZIP = b"\x89PNG\r\n\x1a\n", b"%PDF-", b"PK\x03\x04", b"\x1f\x8b"
_COMPRESSED_TEXTS = frozenset({b"zTXt", b"iTXt", b"iCCP"})
_TAR_MARK, _TAR_AT = b"ustar", 257


def is_packed(content: bytes) -> bool:
    """Whether it begins like an archive, a picture with texts, or a document."""
    return content.startswith((_GZIP, _ZIP, _PNG, _PDF))


def unpacked(content: bytes) -> Iterator[bytes]:
    """Every part, one level deep; what is damaged has none."""
    for unpack in _unpackers(content):
        left = _MOST
        try:
            for part in unpack(content):
                yield part[:left]
                left -= len(part)
                if left <= 0:
                    break
        except (
            OSError,
            ValueError,
            EOFError,
            zlib.error,
            zipfile.BadZipFile,
            tarfile.TarError,
            NotImplementedError,
            RuntimeError,
        ):
            continue


def _unpackers(content: bytes) -> Iterator[Callable[[bytes], Iterator[bytes]]]:
    if content.startswith(_GZIP):
        yield _gzipped
    if content.startswith(_ZIP):
        yield _zipped
    if content.startswith(_PNG):
        yield _png_texts
    if content.startswith(_PDF):
        yield _pdf_streams
    if content[_TAR_AT : _TAR_AT + len(_TAR_MARK)] == _TAR_MARK:
        yield _tarred
    if _HEADER.match(content):
        yield _mailed


def _gzipped(content: bytes) -> Iterator[bytes]:
    with gzip.GzipFile(fileobj=BytesIO(content)) as file:
        yield file.read(_MOST)


def _zipped(content: bytes) -> Iterator[bytes]:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        yield archive.comment
        for entry in archive.infolist():
            yield entry.filename.encode() + b"\n" + entry.comment
            with archive.open(entry) as file:
                yield file.read(_MOST)


def _tarred(content: bytes) -> Iterator[bytes]:
    with tarfile.open(fileobj=BytesIO(content)) as archive:
        for entry in archive:
            yield f"{entry.name}\n{entry.uname}\n{entry.gname}\n{entry.linkname}".encode("utf-8", "replace")
            file = archive.extractfile(entry) if entry.isfile() else None
            if file is not None:
                yield file.read(_MOST)


def _png_texts(content: bytes) -> Iterator[bytes]:
    """Texts and profiles that a picture holds in compressed form; the others stand in its bytes as they are."""
    at = len(_PNG)
    while at + 12 <= len(content):
        size = int.from_bytes(content[at : at + 4], "big")
        if content[at + 4 : at + 8] in _COMPRESSED_TEXTS:
            yield from _deflated(content[at + 8 : at + 8 + size])
        at += 12 + size


def _pdf_streams(content: bytes) -> Iterator[bytes]:
    for match in _STREAM.finditer(content):
        yield from _deflated(match[1][:2] and match[1])


def _deflated(data: bytes) -> Iterator[bytes]:
    """The first thing in ``data`` that zlib can read."""
    for start in range(min(len(data), 200)):
        if data[start] == 0x78:  # noqa: PLR2004  # the first byte of what zlib writes (RFC 1950, 2.2)
            try:
                yield zlib.decompressobj().decompress(data[start:], _MOST)
            except zlib.error:
                continue
            return


def _mailed(content: bytes) -> Iterator[bytes]:
    """Headers and parts of a message, decoded (RFC 2047, RFC 2231, RFC 2045)."""
    message = email.message_from_bytes(content, policy=email.policy.default)
    for part in message.walk():
        yield "\n".join(f"{name}: {value}" for name, value in _headers(part)).encode("utf-8", "replace")
        payload = part.get_payload(decode=True)
        if isinstance(payload, bytes):
            yield payload.decode(part.get_content_charset("utf-8"), "replace").encode() if _knows(part) else payload


def _headers(part: EmailMessage) -> Iterator[tuple[str, str]]:
    for name, value in part.raw_items():
        try:
            yield name, str(part.policy.header_fetch_parse(name, value))
        except (ValueError, LookupError, IndexError, AttributeError):  # a header that the parser stumbles over
            yield name, str(value)


def _knows(part: EmailMessage) -> bool:
    """Whether Python has the character set that a part names."""
    try:
        b"".decode(part.get_content_charset("utf-8"))
    except LookupError:
        return False
    return part.get_content_maintype() == "text"
