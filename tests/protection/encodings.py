"""Twelve ways and more in which a string can stand in a file so that whoever reads bytes does not see it."""

from __future__ import annotations

import gzip
import json
import quopri
import zipfile
import zlib
from base64 import b64encode
from collections.abc import Callable, Mapping
from email.message import EmailMessage
from html import escape
from io import BytesIO
from urllib.parse import quote_plus


def _split_by_tags(text: str) -> bytes:
    return "".join(f"<b>{letter}</b>" for letter in text).encode()


def _entities(text: str) -> bytes:
    return "".join(f"&#{ord(letter)};" if number % 2 else f"&#x{ord(letter):X};" for number, letter in enumerate(text)).encode()


def _picture(text: str) -> bytes:
    """The text chunk of a PNG, compressed."""
    data = b"Comment\0\0" + zlib.compress(text.encode())
    chunk = len(data).to_bytes(4, "big") + b"zTXt" + data + zlib.crc32(b"zTXt" + data).to_bytes(4, "big")
    return b"\x89PNG\r\n\x1a\n" + chunk + bytes(8) + b"IEND"


def _zipped(text: str) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("inside.txt", text * 3)
    return buffer.getvalue()


def _mailed(text: str) -> bytes:
    message = EmailMessage()
    message["Subject"] = "x"
    message["From"] = f"“é” {text} <a@b.example>"
    message.set_content("é" * 50, cte="base64")
    return message.as_bytes()


def _document(text: str) -> bytes:
    return b"%PDF-1.7\n1 0 obj\n<< /Filter /FlateDecode >>\nstream\n" + zlib.compress(f"({text}) Tj".encode()) + b"\nendstream"


ENCODINGS: Mapping[str, Callable[[str], bytes]] = {
    "as it is": lambda text: f"<p>{text}</p>".encode(),
    "in capitals": lambda text: text.upper().encode(),
    "HTML, escaped": lambda text: escape(text).encode(),
    "HTML, numbers": _entities,
    "HTML, twice escaped": lambda text: escape(_entities(text).decode()).encode(),
    "split by tags": _split_by_tags,
    "URL": lambda text: f"/?q={quote_plus(text)}".encode(),
    "URL, every letter": lambda text: "".join(f"%{byte:02X}" for byte in text.encode()).encode(),
    "base64": lambda text: b"data:text/plain;base64," + b64encode(text.encode()),
    "base64, shifted": lambda text: b64encode(b"x" + text.encode()),
    "hexadecimal": lambda text: text.encode().hex().encode(),
    "quoted-printable": lambda text: quopri.encodestring((text + "é" * 30).encode(), quotetabs=True),
    "quoted-printable, broken over lines": lambda text: "=\n".join(text).encode(),
    "UTF-16": lambda text: text.encode("utf-16"),
    "UTF-16, big end first, inside other bytes": lambda text: b"\x01\x02\x03" + text.encode("utf-16-be"),
    "JSON": lambda text: json.dumps({"x": "".join(f"\\u{ord(one):04x}" for one in text)}).replace("\\\\", "\\").encode(),
    "CSS": lambda text: "".join(f"\\{ord(one):06x}" for one in text).encode(),
    "backwards": lambda text: text[::-1].encode(),
    "gzip": lambda text: gzip.compress(text.encode()),
    "zip": _zipped,
    "a picture's text": _picture,
    "a message's header": _mailed,
    "a document's stream": _document,
    "invisible characters between": lambda text: "\u200b".join(text).encode(),
    "spaces between words as lines": lambda text: text.replace(" ", "\n").encode(),
    "words joined by hyphens": lambda text: f"photo-{text.replace(' ', '-').lower()}.jpg".encode(),
    "Windows-1252": lambda text: (text + "é’").encode("cp1252"),
}
"""By name, each from text to the bytes of a file."""
