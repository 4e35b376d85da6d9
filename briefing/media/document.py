"""PDF: the pages; who wrote them, when, with what, what was attached, earlier versions and scripts are left out."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from briefing.media.faults import BrokenMediaError
from briefing.media.jpeg import stripped_jpeg

if TYPE_CHECKING:
    from pypdf import PdfWriter
    from pypdf.generic import DictionaryObject

_EXTRA = "pip install 'mkdocs-briefing[pdf]'"
_ANYWHERE = ("/Metadata", "/PieceInfo", "/LastModified", "/AA", "/AF", "/JS")
_CATALOGUE = ("/OpenAction", "/Names", "/Collection", "/Perms", "/SpiderInfo", "/Legal")
_REMARK = ("/T", "/M", "/NM", "/CreationDate")
"""Who made an annotation, and when (ISO 32000-1, 12.5.2 and 12.5.6.2)."""


def stripped_document(content: bytes) -> bytes:
    """The same pages; nothing about them."""
    try:
        from pypdf.errors import PyPdfError  # noqa: PLC0415  # an extra: only publications with PDFs need it
    except ImportError as error:
        raise BrokenMediaError("PDFs are published only where their metadata can be taken out", _EXTRA) from error
    try:
        return _cleaned(_cleaned(content))  # what nothing refers to any more is left behind by the second reading
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError) as error:
        raise BrokenMediaError("the document is damaged", "export it again") from error


def _cleaned(content: bytes) -> bytes:
    from pypdf import PdfReader, PdfWriter  # noqa: PLC0415  # as above

    reader = PdfReader(BytesIO(content))
    if reader.is_encrypted:
        raise BrokenMediaError("the document is encrypted", "save it without a password")
    writer = PdfWriter(clone_from=reader)
    writer.metadata = None
    _without(writer.root_object, _CATALOGUE)
    _clean(writer)
    written = BytesIO()
    writer.write(written)
    return written.getvalue()


def _clean(writer: PdfWriter) -> None:
    """Every object by itself: pages, pictures and annotations carry metadata of their own."""
    from pypdf.generic import DictionaryObject, StreamObject  # noqa: PLC0415  # as above

    for one in writer._objects:  # noqa: SLF001  # the only way to every object
        if isinstance(one, DictionaryObject):
            _without(one, _ANYWHERE)
            if one.get("/Subtype") != "/Widget" and "/Rect" in one:
                _without(one, _REMARK)
            if isinstance(one, StreamObject) and one.get("/Filter") == "/DCTDecode":
                one._data = stripped_jpeg(one._data)  # noqa: SLF001  # the photograph as it lies in the file


def _without(one: DictionaryObject, names: tuple[str, ...]) -> None:
    for name in names:
        one.pop(name, None)
