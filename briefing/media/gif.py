"""GIF89a: images, their timing and the loop; comments, plain texts and other programs' extensions are left out."""

from __future__ import annotations

from briefing.media.faults import BrokenMediaError

_EXTENSION, _IMAGE, _TRAILER = 0x21, 0x2C, 0x3B
_TIMING, _APPLICATION = 0xF9, 0xFF
_LOOPS = (b"\x0bNETSCAPE2.0", b"\x0bANIMEXTS1.0")


def stripped_gif(content: bytes) -> bytes:
    """The same picture, moving or not."""
    try:
        return _stripped(content)
    except IndexError as error:
        raise BrokenMediaError("the file is cut short") from error


def _stripped(content: bytes) -> bytes:
    at = 13 + _colours(content[10])
    kept = [content[:at]]
    while content[at] != _TRAILER:
        begin = at
        if content[at] == _IMAGE:
            at = _after_blocks(content, at + 10 + _colours(content[at + 9]) + 1)
            kept.append(content[begin:at])
        elif content[at] == _EXTENSION:
            label, at = content[at + 1], _after_blocks(content, at + 2)
            if label == _TIMING or (label == _APPLICATION and content.startswith(_LOOPS, begin + 2)):
                kept.append(content[begin:at])
        else:
            raise BrokenMediaError("its parts do not follow one another")
    return b"".join((*kept, b";"))


def _colours(flags: int) -> int:
    """How many bytes a colour table takes (18, 20)."""
    return 3 * 2 ** ((flags & 7) + 1) if flags & 0x80 else 0


def _after_blocks(content: bytes, at: int) -> int:
    """Behind a chain of data sub-blocks (15)."""
    while content[at]:
        at += 1 + content[at]
    return at + 1
