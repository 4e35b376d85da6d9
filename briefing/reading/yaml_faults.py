"""What is wrong with a YAML text, in words for somebody who does not know YAML; where quoting a value is the cure, the line to paste."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from briefing.diagnostics import Diagnostic, Span
from briefing.diagnostics.codes.yaml_files import F101, F102, F104, F105, F112
from briefing.reading.characters import refused_characters

_TAB = re.compile(r"^ *(\t[ \t]*)\S", re.MULTILINE)
_LINE = re.compile(r"(?P<head>[ ]*(?:- +)*(?P<key>[\w.-]+(?: [\w.-]+)*): *)(?P<value>.*?)[ \t\r]*")
_GLUED = re.compile(r"(?P<head>[ ]*(?:- +)*[\w-]+:)(?P<value>[^\s:].*?)[ \t\r]*")
_WRONG_BLANK = re.compile(
    r"^[ ]*(?:- +)*(?:[\w.-]+(?P<colon>:)?)?(?P<blank>\u00a0+)(?(colon)|(?=[\w.-]*[ \u00a0]*:))", re.MULTILINE
)
_MARKED = re.compile(r"[@`%][^\s,\]}]*")
_BRACKETS = {"[": "]", "{": "}"}
_PARTNERS = {**_BRACKETS, "'": "'", '"': '"'}

ParsesTo = Callable[[str], "int | None"]


@dataclass(frozen=True, slots=True)
class YamlText:
    """The part of an editor's file that is YAML."""

    path: str
    yaml: str
    start: int = 0
    """Where it begins in the file, in characters."""
    example: str = "title: Night berthing resumes"

    def span(self, start: int, end: int) -> Span:
        """Offsets of the YAML as a span of the file."""
        return Span(self.path, self.start + start, self.start + max(start, end))


def character_faults(source: YamlText) -> Iterator[Diagnostic]:
    """One finding for each run of characters that cannot be seen."""
    for run in refused_characters(source.yaml):
        yield F112.at(source.span(run.start, run.end), f"{run.words} stands here", help=(F112.instead,))


def tab_fault(source: YamlText) -> Iterator[Diagnostic]:
    """One finding for all tabs in indentation."""
    if "\t" in source.yaml and (tabs := list(_TAB.finditer(source.yaml))):
        first_line = _line_number(source.yaml, tabs[0].start())
        further = sorted({_line_number(source.yaml, tab.start()) - first_line for tab in tabs[1:]})
        notes = (f"{len(further)} more of these lines below",) if further else ()
        yield F104.at(source.span(*tabs[0].span(1)), notes=notes, help=(F104.instead,))


def blank_fault(source: YamlText) -> Iterator[Diagnostic]:
    """One finding for a no-break space where YAML needs an ordinary one: around a key, or before it."""
    if "\u00a0" in source.yaml and (match := _WRONG_BLANK.search(source.yaml)):
        span = source.span(*match.span("blank"))
        yield F101.at(span, "a no-break space stands here", help=("type an ordinary space instead",))


def syntax_fault(source: YamlText, error: Exception, parses_to: ParsesTo) -> Diagnostic:
    """The finding for what the parser stumbled over."""
    mark = getattr(error, "problem_mark", None)
    index = min(mark.index, len(source.yaml)) if mark is not None else 0
    return (
        _runaway_quote(source, index, parses_to)
        or _quote_cure(source, index, parses_to)
        or _colon_cure(source, index, parses_to)
        or _bad_beginning(source, index)
        or _never_closed(source, error)
        or F101.at(source.span(index, index), notes=_words_of(error), help=_advice(source.yaml, index))
    )


def _runaway_quote(source: YamlText, index: int, parses_to: ParsesTo) -> Diagnostic | None:
    """A quotation mark before a value that has no partner in its line takes in the lines below, up to the next mark."""
    last = _line_at(source.yaml, index)[1]
    for line in re.finditer(r"[^\r\n]+", source.yaml[:last]):
        match = _LINE.fullmatch(source.yaml, *line.span())
        value = match["value"] if match else ""
        if match is None or value[:1] not in {"'", '"'} or value[0] in value[1:]:
            continue
        quoted = in_quotation_marks(value[1:])
        mended = source.yaml[: match.start("value")] + quoted + source.yaml[match.end("value") :]
        if _reaches(mended, last + len(mended) - len(source.yaml), parses_to):
            at, paste = match.start("value"), f"write: {match['head'].strip()} {quoted}"
            return F105.at(source.span(at, at + 1), f"this {value[0]} is never closed", help=(paste,))
    return None


def _bad_beginning(source: YamlText, index: int) -> Diagnostic | None:
    match = _MARKED.match(source.yaml, index)
    if match is None:
        return None
    paste = f'put it in quotation marks: "{match[0]}"'
    return F102.at(source.span(*match.span()), f"a value cannot begin with {match[0][0]}", help=(paste,))


def _never_closed(source: YamlText, error: Exception) -> Diagnostic | None:
    context = getattr(error, "context_mark", None)
    opening = source.yaml[context.index : context.index + 1] if context is not None else ""
    rest = source.yaml[context.index + 1 : _line_at(source.yaml, context.index)[1]] if context is not None else ""
    if context is None or opening not in _PARTNERS or _PARTNERS[opening] in rest:
        return None
    return F105.at(source.span(context.index, context.index + 1), f"this {opening} is never closed", help=(F105.instead,))


def _quote_cure(source: YamlText, index: int, parses_to: ParsesTo) -> Diagnostic | None:
    """If the file gets further with the value of this line in quotation marks, that is what was meant."""
    start, end = _line_at(source.yaml, index)
    match = _LINE.fullmatch(source.yaml, start, end)
    if match is None or not _is_text(match["value"]):
        return None
    quoted = in_quotation_marks(match["value"])
    mended = source.yaml[: match.start("value")] + quoted + source.yaml[match.end("value") :]
    if not _reaches(mended, end + len(mended) - len(source.yaml), parses_to):
        return None
    message = "quote the value: it contains a colon" if re.search(r":(?: |$)", match["value"]) else None
    return F102.at(source.span(*match.span("value")), message, help=(f"write: {match['head'].strip()} {quoted}",))


def _colon_cure(source: YamlText, index: int, parses_to: ParsesTo) -> Diagnostic | None:
    """If the file gets further with a colon set right in this line or the one above, that is where it is missing."""
    start, end = _line_at(source.yaml, index)
    above = [_line_at(source.yaml, start - 1)] if start else []
    for begin, stop in ((start, end), *above):
        line = source.yaml[begin:stop]
        if (glued := _GLUED.fullmatch(line)) is not None:
            head, value = glued["head"], glued["value"]
            span, message = source.span(begin + len(head) - 1, begin + len(head)), "a space is missing after this colon"
            mended, paste = f"{head} {value}", f"write: {head.strip()} {value}"
        elif ":" not in line and line.strip() and not line.lstrip().startswith("-"):
            span, message = source.span(begin, begin + len(line.rstrip())), "a colon is missing in this line"
            mended, paste = "#" * len(line), F101.instead
        else:
            continue
        if _reaches(source.yaml[:begin] + mended + source.yaml[stop:], end + 1, parses_to):
            return F101.at(span, message, help=(paste,))
    return None


def _reaches(text: str, place: int, parses_to: ParsesTo) -> bool:
    """Whether a parser gets beyond ``place``."""
    reached = parses_to(text)
    return reached is None or reached > place


def _is_text(value: str) -> bool:
    """Whether a value may be meant as text: not a list or mapping that was left open or simply ends the line."""
    if value[:1] not in _BRACKETS:
        return bool(value)
    closing = value.find(_BRACKETS[value[0]])
    return 0 < closing < len(value) - 1


def in_quotation_marks(value: str) -> str:
    """A value in YAML quotation marks, marks it already tried to wear taken off."""
    if len(value) > 1 and value[0] == value[-1] and value[0] in "'\"":
        value = value[1:-1]
    if '"' in value or "\\" in value:
        return "'" + value.replace("'", "''") + "'"
    return f'"{value}"'


def _line_at(text: str, index: int) -> tuple[int, int]:
    """Start and end of the line around ``index``, without its end."""
    start = text.rfind("\n", 0, index) + 1
    end = text.find("\n", index)
    return start, len(text) if end < 0 else end


def _line_number(text: str, index: int) -> int:
    return text.count("\n", 0, index)


def _words_of(error: Exception) -> tuple[str, ...]:
    problem = getattr(error, "problem", None)
    return (f"the YAML reader says: {problem}",) if problem else ()


def _advice(text: str, index: int) -> tuple[str, ...]:
    start, end = _line_at(text, index)
    if text[start:end].startswith(" "):
        return ("check how far this line and the one above are indented: entries of one list begin in the same column",)
    return (F101.instead,)
