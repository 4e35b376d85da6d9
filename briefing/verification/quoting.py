"""Evidence as copy that can be pasted: the first copy is right, and cites its source."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from briefing.desk import DescribedRecord, Person, PublicRecord, Register, SourceRecord
from briefing.verification.authors import Speakers, same_person
from briefing.verification.looking_up import Excerpt
from briefing.verification.typesetting import as_copy

_PAGE = re.compile(r"p\. (\d+)")
_LABEL = re.compile(r"(?:(?P<question>Q\d{1,4})\s+)?(?P<name>[^:\n“”\"]{2,60}):\s+(?=[^\s])")
_TIME = re.compile(r"\d{1,2}:\d{2}(?::\d{2})?")


@dataclass(frozen=True, slots=True)
class Paste:
    """Lines to paste, and what an editor should know before."""

    copy: str
    notes: tuple[str, ...] = ()


def paste(excerpt: Excerpt, record: SourceRecord, register: Register) -> Paste:
    """A quotation of the excerpt, each paragraph opened and the last one closed, with its citation."""
    if isinstance(record, DescribedRecord):
        return Paste(f"{_quotation(excerpt)} [@{record.key}]")
    by, note = _speaker(excerpt, record, register.people)
    where = "".join(f", {place}" for place in _where(excerpt))
    if labelled := _labelled(excerpt, record, register.people):
        excerpt, by, where = labelled.excerpt, labelled.by, labelled.where or where
    return Paste(f"{_quotation(excerpt)} [@{record.key}{where}{f' by {by}' if by else ''}]", (note,) if note else ())


def _quotation(excerpt: Excerpt) -> str:
    return "\n\n".join(f"“{as_copy(paragraph, excerpt.known)}" for paragraph in excerpt.paragraphs) + "”"


@dataclass(frozen=True, slots=True)
class _Labelled:
    excerpt: Excerpt
    by: str
    where: str


def _labelled(excerpt: Excerpt, record: PublicRecord, people: Mapping[str, Person]) -> _Labelled | None:
    """A turn of a hearing without the label it begins with, which becomes ``by``, and the number of its question."""
    found = _LABEL.match(excerpt.paragraphs[0])
    who = [one for one in record.speakers if found and one in people and _is(people[one], found["name"])]
    if not found or not who:
        return None
    paragraphs = (excerpt.paragraphs[0][found.end() :], *excerpt.paragraphs[1:])
    return _Labelled(replace(excerpt, paragraphs=paragraphs), who[0], f", {found['question']}" if found["question"] else "")


def _where(excerpt: Excerpt) -> Iterator[str]:
    """The page or the time, as citations are written."""
    first, last = _PAGE.fullmatch(excerpt.first_place), _PAGE.fullmatch(excerpt.last_place)
    if first and last:
        yield f"p. {first[1]}" if first[1] == last[1] else f"pp. {first[1]}-{last[1]}"
    elif _TIME.fullmatch(excerpt.first_place):
        yield excerpt.first_place


def _speaker(excerpt: Excerpt, record: PublicRecord, people: Mapping[str, Person]) -> tuple[str, str]:
    """Who is to be named with ``by``, and what is to be said of whose words they are."""
    listed = record.speakers or record.authors
    by = next((one for one in listed if excerpt.author and one in people and _is(people[one], excerpt.author)), "")
    if by:
        return (by if len(listed) > 1 else ""), ""
    if Speakers(tuple(name for one in listed if one in people for name in _names(people[one]))).allows(
        excerpt.author, excerpt.others
    ):
        return "", ""
    who = next((one for one, person in people.items() if _is(person, excerpt.author)), "")
    known = f" ({who})" if who else ""
    return "", f"these are the words of {excerpt.author}{known}, not of the source’s author: verification will say so (V306)"


def _is(person: Person, label: str) -> bool:
    return any(same_person(label, name) for name in _names(person))


def _names(person: Person) -> tuple[str, ...]:
    return tuple(name for name in (person.name, person.full, person.later) if name)


def unquotable(record: SourceRecord) -> str:
    """Why nothing of a source may be printed, or ""."""
    if isinstance(record, DescribedRecord) and not record.direct_quote:
        return "this source is described and has not agreed to be quoted: say what it told you in your own words"
    if isinstance(record, PublicRecord) and not record.held:
        return "the register says that no evidence of it is kept (held: false)"
    return ""
