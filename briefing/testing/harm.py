"""Words that turn into markup wherever they are not escaped, and what they have done to a finished file."""

from __future__ import annotations

import json
from xml.etree import ElementTree as ET

from briefing.model import Artifact
from briefing.proofs import UnreadableError
from briefing.proofs.readers.html import parse

_NAME = "x-hostile"
HARM = f""" <{_NAME} onload="1"> &amp; ]]> </title></script> '{_NAME}=" {_NAME}='"""
"""An element and the beginning of an attribute that must never be found in a file."""


def harm_done(artifact: Artifact) -> str:
    """What ``HARM`` in an issue's words has done to a file, or ""; what the file shows of them is the proofs' business."""
    try:
        return "markup of the copy became markup of the file" if _has_markup(artifact) else ""
    except (UnreadableError, ET.ParseError, ValueError) as error:
        return f"copy that looks like markup broke the file ({error})"


def _has_markup(artifact: Artifact) -> bool:
    match artifact.media_type.rpartition("/")[2].rpartition("+")[2]:
        case "html":
            return bool(parse(artifact.content).xpath(f"//{_NAME} | //@{_NAME}"))
        case "xml":
            root = ET.fromstring(artifact.content)  # noqa: S314 - the file was made a moment ago, in this process
            return any(element.tag.endswith(_NAME) or _NAME in element.attrib for element in root.iter())
        case "json":
            json.loads(artifact.content)  # half a string would not parse
            return False
        case _:
            return False
