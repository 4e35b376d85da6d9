"""Evidence files made for tests from a notation an editor can read."""

from __future__ import annotations

import re
from io import BytesIO
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_MARKED = re.compile(r"\{(?P<sign>[-+=~])(?P<words>[^{}]*)(?P=sign)\}")


def word_xml(text: str) -> str:
    """A Word body: ``{-deleted-}``, ``{+inserted+}``, ``{=hidden=}``, ``{~struck~}``, ``|`` a line break, blank lines part paragraphs."""
    paragraphs = "".join(f"<w:p>{_runs(paragraph)}</w:p>" for paragraph in text.strip().split("\n\n"))
    return f'<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="{_W}"><w:body>{paragraphs}</w:body></w:document>'


def _runs(paragraph: str) -> str:
    runs, done = [], 0
    for match in _MARKED.finditer(paragraph):
        runs += [_run(paragraph[done : match.start()]), _marked(match["sign"], match["words"])]
        done = match.end()
    return "".join((*runs, _run(paragraph[done:])))


def _run(words: str, looks: str = "", tag: str = "t") -> str:
    parts = f'</w:{tag}><w:br/><w:{tag} xml:space="preserve">'.join(escape(part) for part in words.replace("\n", " ").split("|"))
    return f'<w:r>{looks}<w:{tag} xml:space="preserve">{parts}</w:{tag}></w:r>' if words else ""


def _marked(sign: str, words: str) -> str:
    match sign:
        case "-":
            return f'<w:del w:id="1" w:author="A reviewer">{_run(words, tag="delText")}</w:del>'
        case "+":
            return f'<w:ins w:id="2" w:author="A reviewer">{_run(words)}</w:ins>'
        case "=":
            return _run(words, "<w:rPr><w:vanish/></w:rPr>")
        case _:
            return _run(words, "<w:rPr><w:strike/></w:rPr>")


def docx(document: str, *, as_utf_16: bool = False, **parts: str) -> bytes:
    """A ``.docx`` file whose body is the XML ``document``."""
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("word/document.xml", document.encode("utf-16" if as_utf_16 else "utf-8"))
        for name, content in parts.items():
            package.writestr(f"word/{name}.xml", content)
    return stream.getvalue()


def pdf(*pages: str) -> bytes:
    """A PDF: a line a line of text; one that begins with ``#`` has a black box painted over it, one with ``~`` is invisible."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    kids = []
    for page in pages:
        stream = _page(page)
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
        font = "<< /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>"
        objects.append(f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents {len(objects)} 0 R /Resources {font} >>")
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    body, places = "%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(body))
        body += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    trailer = f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(body)}\n%%EOF\n"
    return f"{body}xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{trailer}".encode("latin-1")


def _page(text: str) -> str:
    drawn, boxes = [], []
    for number, line in enumerate(text.strip().splitlines() if text.strip() else []):
        y = 750 - 20 * number
        mode = 3 if line.startswith("~") else 0
        words = line.lstrip("#~").replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        drawn.append(f"BT /F1 12 Tf {mode} Tr 50 {y} Td ({words}) Tj ET")
        if line.startswith("#"):
            boxes.append(f"0 g 48 {y - 4} 500 16 re f")
    return "\n".join((*drawn, *boxes))
