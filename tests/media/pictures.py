"""Pictures and a document that tell where, when, with what and by whom they were made; all of it is invented."""

from __future__ import annotations

from io import BytesIO

from PIL import Image, ImageCms, PngImagePlugin

ARTIST = "Perpetua Oddfellow-Sands"
"""Stands in every place of a file that can hold words."""
_TURNED = 6


def drawn(size: tuple[int, int] = (120, 80)) -> Image.Image:
    """A picture in which every point counts."""
    gradient = Image.linear_gradient("L").resize(size)
    return Image.merge("RGB", (gradient, gradient.rotate(90), gradient.rotate(180)))


def exif() -> bytes:
    """As a camera writes it: who, with what, when, where; and how the camera was held."""
    block = Image.Exif()
    block[0x0112] = _TURNED
    block[0x013B], block[0x010F], block[0x9003] = ARTIST, f"Camera of {ARTIST}", "2031:05:02 07:14:00"
    block[0x8825] = {1: "N", 2: (51.0, 30.0, 12.5), 3: "W", 4: (0.0, 7.0, 39.0)}
    return block.tobytes()


def profile() -> bytes:
    """A colour profile with somebody's name in it."""
    plain = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    name = ARTIST.encode("utf-16-be")
    at = plain.find("sRGB".encode("utf-16-be"))
    return plain[:at] + name[:8] + plain[at + 8 :]


def photograph(kind: str) -> bytes:
    """A photograph of that kind (``JPEG``, ``PNG``, ``WEBP``, ``GIF``) with all it can carry, and more behind its end."""
    buffer = BytesIO()
    picture = drawn()
    match kind:
        case "JPEG":
            picture.save(buffer, kind, exif=exif(), icc_profile=profile(), comment=ARTIST.encode(), progressive=True, xmp=_XMP)
        case "PNG":
            texts = PngImagePlugin.PngInfo()
            texts.add_text("Author", ARTIST)
            texts.add_itxt("Comment", ARTIST, zip=True)
            picture.save(buffer, kind, pnginfo=texts, exif=exif(), icc_profile=profile())
        case "WEBP":
            picture.save(buffer, kind, exif=exif(), icc_profile=profile(), xmp=_XMP)
        case _:
            frames = [picture.rotate(angle) for angle in (90, 180)]
            picture.save(buffer, kind, save_all=True, append_images=frames, loop=0, comment=ARTIST.encode())
    return buffer.getvalue() + f"behind the end: {ARTIST}".encode()


_XMP = f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><creator>{ARTIST}</creator></x:xmpmeta>'.encode()


def drawing() -> bytes:
    """A drawing as a programme saves it: its file's place, its maker, a layer's name, a comment, a photograph inside."""
    from base64 import b64encode  # noqa: PLC0415  # only here

    inside = b64encode(photograph("PNG")).decode()
    return f"""<?xml version="1.0"?>
<!-- {ARTIST} -->
<?editor {ARTIST}?>
<svg xmlns="http://www.w3.org/2000/svg" xmlns:k="http://programme.example/ns" xmlns:xlink="http://www.w3.org/1999/xlink"
 viewBox="0 0 9 9" k:file="C:/{ARTIST}.svg" data-author="{ARTIST}">
<metadata><k:creator>{ARTIST}</k:creator></metadata>
<k:layer>{ARTIST}</k:layer>
<title>Short rests</title><g k:label="{ARTIST}"><rect width="9" height="9"/><text>rest</text></g>
<image xlink:href="data:image/png;base64,{inside}"/>
</svg>""".encode()


def document() -> bytes:
    """A PDF with an author, an attachment, a script that runs, a signed remark, a photograph, and an earlier version of itself."""
    from pypdf import PdfReader, PdfWriter  # noqa: PLC0415  # an extra
    from pypdf.annotations import Text  # noqa: PLC0415  # as above
    from pypdf.generic import NameObject, TextStringObject  # noqa: PLC0415  # as above

    paged = BytesIO()
    drawn().save(paged, "PDF", author=ARTIST, title=ARTIST)
    writer = PdfWriter(clone_from=PdfReader(BytesIO(paged.getvalue())))
    writer.add_metadata({"/Author": ARTIST, "/Producer": ARTIST})
    writer.add_attachment(f"{ARTIST}.txt", ARTIST.encode())
    remark = Text(text="see page 2", rect=(0, 0, 9, 9))
    remark[NameObject("/T")] = TextStringObject(ARTIST)
    writer.add_annotation(0, remark)
    buffer = BytesIO()
    writer.write(buffer)
    return buffer.getvalue()
