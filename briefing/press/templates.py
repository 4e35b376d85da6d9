"""A broken template of the publication's own: named with its line, as what it is, instead of a bug of ours."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from traceback import walk_tb

from jinja2 import TemplateNotFound, TemplateSyntaxError

from briefing.press.plugins import PluginFailedError

_FOLDER = "web/"


class TemplateFailedError(PluginFailedError):
    """A template of the publication's theme folder is broken; the message names it and the line."""


@contextmanager
def blaming_templates(custom_dir: Path | None) -> Iterator[None]:
    """An exception that comes out of a template in ``custom_dir`` becomes an error that names it; any other stays what it is."""
    try:
        yield
    except Exception as error:
        place = _place(error, custom_dir) if custom_dir else None
        if place is None:
            raise
        raise TemplateFailedError(f"{place}: {_words(error)}") from error


def _place(error: Exception, custom_dir: Path) -> str | None:
    """The template of ``custom_dir`` that failed, and its line: a template's frames carry its name (``WebEdition``)."""
    frames = [(frame.f_code.co_filename, line) for frame, line in walk_tb(error.__traceback__)]
    if isinstance(error, TemplateSyntaxError) and error.name:
        frames.append((error.name, error.lineno))
    for name, line in reversed(frames):
        if name.startswith(_FOLDER) and (own := custom_dir / name.removeprefix(_FOLDER)).is_file():
            return f"the template {own}, line {line}"
    return None


def _words(error: Exception) -> str:
    match error:
        case TemplateNotFound(name=str(name)) if not name.startswith(_FOLDER):
            return f"there is no template “{name}”: names begin with {_FOLDER}, as in “{_FOLDER}base.html”"
        case TemplateNotFound(name=name):
            return f"there is no template “{name}”"
        case RecursionError():
            return "it includes or extends itself"
        case _:
            return f"{type(error).__name__}: {error}"
