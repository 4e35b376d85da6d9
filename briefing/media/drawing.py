"""SVG: the drawing and its words; comments, metadata, other programs' notes and everything in namespaces not of SVG are left out."""

from __future__ import annotations

import re
from base64 import b64decode, b64encode
from binascii import Error

from lxml import etree

from briefing.media.faults import BrokenMediaError
from briefing.media.raster import stripped_raster

_SVG, _XLINK, _XML = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink", "http://www.w3.org/XML/1998/namespace"
_DROPPED = frozenset({f"{{{_SVG}}}metadata"})
_ATTRIBUTES = (f"{{{_XLINK}}}", f"{{{_XML}}}lang", f"{{{_XML}}}space")
_EMBEDDED = re.compile(r"\s*data:image/(png|jpe?g|gif|webp);base64,(.*)", re.IGNORECASE | re.DOTALL)


def stripped_drawing(content: bytes) -> bytes:
    """The same drawing; pictures inside it are stripped, too."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise BrokenMediaError("the XML of the drawing has a fault") from error
    if root.tag != f"{{{_SVG}}}svg":
        raise BrokenMediaError("browsers do not show it as a drawing", f'begin it with <svg xmlns="{_SVG}">')
    for element in list(root.iter(etree.Element)):
        if element is not root and (element.tag in _DROPPED or not str(element.tag).startswith(f"{{{_SVG}}}")):
            _remove(element)
        else:
            _clean(element)
    etree.cleanup_namespaces(root)
    return etree.tostring(root, encoding="utf-8", xml_declaration=False)


def _remove(element: etree._Element) -> None:
    """Take an element out and leave the text behind it."""
    parent = element.getparent()
    if parent is None:
        return
    before = element.getprevious()
    if element.tail and before is not None:
        before.tail = (before.tail or "") + element.tail
    elif element.tail:
        parent.text = (parent.text or "") + element.tail
    parent.remove(element)


def _clean(element: etree._Element) -> None:
    for name, value in list(element.attrib.items()):
        name, value = str(name), str(value)  # noqa: PLW2901  # lxml types both as text or bytes
        if name.startswith(("{", "data-")) and not name.startswith(_ATTRIBUTES):
            del element.attrib[name]
        elif name.endswith("href") and (embedded := _EMBEDDED.match(value)):
            element.set(name, _stripped_inside(*embedded.groups()))


def _stripped_inside(kind: str, written: str) -> str:
    try:
        picture = stripped_raster(f".{kind.lower()}", b64decode(written, validate=False))
    except Error as error:
        raise BrokenMediaError("a picture inside the drawing cannot be read") from error
    return f"data:image/{kind.lower()};base64,{b64encode(picture).decode()}"
