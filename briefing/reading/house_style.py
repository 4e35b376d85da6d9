"""``house_style:`` in mkdocs.yml; a rule that is not written is off."""

from __future__ import annotations

from briefing.desk.house_style import HouseStyle
from briefing.reading.field_types import mapping_of, one_or_more, positive_number, text, yes_or_no
from briefing.reading.fields import Field, fields_of


def house_style(field: Field) -> HouseStyle | None:
    """The rules of the house."""
    with fields_of(field, "a mapping", "{straight_marks: true, placeholders: [TK, TODO]}") as fields:
        if fields is None:
            return None
        return HouseStyle(
            straight_marks=fields.read("straight_marks", yes_or_no, default=False),
            spaces=fields.read("spaces", yes_or_no, default=False),
            placeholders=fields.read("placeholders", one_or_more(text, "[TK, TODO]"), ()),
            acronyms=fields.maybe("acronyms", one_or_more(text, "[UK, EU]")),
            link_texts=fields.read("link_texts", one_or_more(text, "[here, read more]"), ()),
            alt_text=fields.read("alt_text", positive_number, 0),
            reading_minutes=fields.read("reading_minutes", positive_number, 0),
            spellings=fields.read("spellings", mapping_of(text, "{organise: organize}"), ()),
            subject_length=fields.read("subject_length", positive_number, 0),
        )
