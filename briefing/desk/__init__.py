"""The editor's nouns: drafts, the register, levels; nothing here is cleared for printing yet."""

from briefing.desk.checked import ACCEPTABLE, VERDICTS, WAIVED, Checked, Unchecked
from briefing.desk.desk import Check, Desk
from briefing.desk.draft import (
    AttributionLine,
    CitedSource,
    Draft,
    DraftCitation,
    DraftCorrection,
    DraftPull,
    DraftQuotation,
    FrontMatter,
    QuotedInHeading,
    QuotedPart,
    Reply,
    Withholding,
)
from briefing.desk.issued import Issued
from briefing.desk.register import (
    DescribedRecord,
    Level,
    Obtained,
    PartialDate,
    Person,
    PublicRecord,
    Register,
    Role,
    SourceRecord,
    Withdrawn,
)
from briefing.desk.settings import NavEntry, Settings

__all__ = [
    "ACCEPTABLE",
    "VERDICTS",
    "WAIVED",
    "AttributionLine",
    "Check",
    "Checked",
    "CitedSource",
    "DescribedRecord",
    "Desk",
    "Draft",
    "DraftCitation",
    "DraftCorrection",
    "DraftPull",
    "DraftQuotation",
    "FrontMatter",
    "Issued",
    "Level",
    "NavEntry",
    "Obtained",
    "PartialDate",
    "Person",
    "PublicRecord",
    "QuotedInHeading",
    "QuotedPart",
    "Register",
    "Reply",
    "Role",
    "Settings",
    "SourceRecord",
    "Unchecked",
    "Withdrawn",
    "Withholding",
]
