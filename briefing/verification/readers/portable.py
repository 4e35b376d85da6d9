"""PDF files, page by page, with pypdf (the ``pdf`` extra); text that cannot be seen is kept apart.

A box painted over text leaves the text in the file, and so does rendering mode 3 (ISO 32000-2, 9.3.6): a reader of the page never
saw those words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from briefing.verification.evidence import Evidence, Segment, Standing, UnreadableError

_NO_TEXT = "this PDF has no text: it is a scan"
_TRANSCRIPT = "keep a transcript beside it, as .txt, that names who made it"
_INVISIBLE = 3
_DARK = 0.35
_LEAST_HEIGHT = 4.0
_LETTER = 0.5
"""About how wide a letter is, in font sizes."""
_FILLS = frozenset({b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*"})


class PdfReader:
    """``.pdf`` files."""

    name = "pdf"
    version = 1
    suffixes = (".pdf",)

    def read(self, content: bytes) -> Evidence:
        """A page's visible text, and what is under a box or invisible."""
        try:
            import pypdf  # noqa: PLC0415 - an optional extra: only who has PDFs needs it
        except ImportError as error:
            raise UnreadableError("PDFs need the pdf extra", "pip install 'mkdocs-briefing[pdf]'") from error
        try:
            document = pypdf.PdfReader(BytesIO(content))
            _unlock(document)
            segments = [one for number, page in enumerate(document.pages, 1) for one in _page(page, number)]
        except UnreadableError:
            raise
        except Exception as error:  # pypdf raises what it meets: its own errors, and the standard library's
            raise UnreadableError("this is no PDF, or a damaged one", _TRANSCRIPT) from error
        if not any(segment.text.strip() for segment in segments):
            raise UnreadableError(_NO_TEXT, _TRANSCRIPT)
        return Evidence(tuple(segments))


def _unlock(document: Any) -> None:
    if document.is_encrypted and not document.decrypt(""):
        raise UnreadableError("this PDF is encrypted", "save it without its password")


def _page(page: Any, number: int) -> Iterator[Segment]:
    painted = _Painted()
    whole = page.extract_text(visitor_operand_before=painted.operator, visitor_text=painted.text)
    place = f"p. {number}"
    if not painted.boxes and not painted.invisible:
        yield Segment(f"{whole}\f", place=place)
        return
    for chunk in painted.chunks:
        standing = Standing.HIDDEN if chunk.invisible or painted.covers(chunk) else Standing.PLAIN
        yield Segment(chunk.text, standing=standing, place=place)
    yield Segment("\f", place=place)


@dataclass(frozen=True, slots=True)
class _Chunk:
    text: str
    x: float
    y: float
    size: float
    painted: int
    invisible: bool

    @property
    def right(self) -> float:
        """About where it ends."""
        return self.x + max(len(self.text.strip()) * self.size * _LETTER, self.size)


@dataclass(frozen=True, slots=True)
class _Box:
    left: float
    bottom: float
    right: float
    top: float
    painted: int


@dataclass(slots=True)
class _Painted:
    """What a page paints, in its order."""

    chunks: list[_Chunk] = field(default_factory=list)
    boxes: list[_Box] = field(default_factory=list)
    invisible: bool = False
    _step: int = 0
    _dark: bool = True
    _mode: int = 0
    _text_mode: int = 0
    _rectangles: list[tuple[float, float, float, float]] = field(default_factory=list)

    def operator(self, name: bytes, operands: Sequence[Any], matrix: Sequence[float], _text_matrix: Sequence[float]) -> None:
        """Notes boxes, colours and rendering modes."""
        self._step += 1
        if name in {b"g", b"rg", b"k", b"sc", b"scn"}:
            self._dark = _is_dark([float(one) for one in operands if isinstance(one, int | float)])
        elif name == b"Tr" and operands:
            self._mode = int(operands[0])
            self.invisible = self.invisible or self._mode == _INVISIBLE
        elif name in {b"Tj", b"TJ", b"'", b'"'}:
            self._text_mode = self._mode
        elif name == b"re":
            self._rectangles.append(_placed([float(one) for one in operands[:4]], matrix))
        elif name in _FILLS:
            self._fill()

    def _fill(self) -> None:
        for left, bottom, right, top in self._rectangles if self._dark else ():
            if top - bottom >= _LEAST_HEIGHT:
                self.boxes.append(_Box(left, bottom, right, top, self._step))
        self._rectangles.clear()

    def text(self, text: str, matrix: Sequence[float], text_matrix: Sequence[float], _font: object, size: float) -> None:
        """A chunk of text where its line begins."""
        x = text_matrix[4] * matrix[0] + text_matrix[5] * matrix[2] + matrix[4]
        y = text_matrix[4] * matrix[1] + text_matrix[5] * matrix[3] + matrix[5]
        scale = abs(text_matrix[3] * matrix[3]) or 1.0
        self.chunks.append(_Chunk(text, x, y, float(size or 1) * scale, self._step, self._text_mode == _INVISIBLE))

    def covers(self, chunk: _Chunk) -> bool:
        """Whether a dark box that was painted later lies over any of it."""
        return any(
            box.painted >= chunk.painted
            and box.bottom - 1 <= chunk.y + chunk.size / 3 <= box.top + 1
            and box.left < chunk.right
            and box.right > chunk.x
            for box in self.boxes
            if chunk.text.strip()
        )


def _is_dark(colour: Sequence[float]) -> bool:
    if len(colour) == 4:  # noqa: PLR2004 - cyan, magenta, yellow, black
        return colour[3] > 1 - _DARK or sum(colour[:3]) > 3 * (1 - _DARK)
    return bool(colour) and max(colour) < _DARK


def _placed(rectangle: Sequence[float], matrix: Sequence[float]) -> tuple[float, float, float, float]:
    x, y, width, height = rectangle
    a, b, c, d, e, f = matrix
    xs = [a * x + c * y + e, a * (x + width) + c * (y + height) + e]
    ys = [b * x + d * y + f, b * (x + width) + d * (y + height) + f]
    return min(xs), min(ys), max(xs), max(ys)
