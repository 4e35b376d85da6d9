"""The templates of the website: how they are read, what they may call, and how they are kept compiled."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from datetime import date

from jinja2 import BytecodeCache, Environment, FunctionLoader, StrictUndefined, TemplateError
from jinja2.bccache import Bucket

from briefing.editions.web.places import outside
from briefing.model.dates import day_in_words

FOLDER = "web/"


class Compiled(BytecodeCache):
    """Templates as they were compiled before: each knows by itself of which text, and by which Python and Jinja."""

    def __init__(self, code: Mapping[str, bytes]) -> None:
        self.code = dict(code)

    def load_bytecode(self, bucket: Bucket) -> None:
        """What was compiled before, if it still fits."""
        if bucket.key in self.code:
            bucket.bytecode_from_string(self.code[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled now."""
        self.code[bucket.key] = bucket.bytecode_to_string()


def environment_of(templates: Mapping[str, str], compiled: Mapping[str, bytes]) -> Environment:
    """An environment that has these templates and nothing else."""
    environment = Environment(
        loader=FunctionLoader(lambda name: (templates[name], name, None) if name in templates else None),  # tracebacks name it
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=Compiled(compiled),
    )
    environment.filters["day"] = day_in_words
    environment.filters["iso"] = date.isoformat
    environment.filters["outside"] = outside
    return environment


def compiled(templates: Mapping[str, str]) -> Mapping[str, bytes]:
    """All of them compiled, for ``Theme.compiled``: that takes longer than to render an issue's pages, and is the same each time."""
    environment = environment_of(templates, {})
    for name in templates:
        if name.startswith(FOLDER):
            with suppress(TemplateError, RecursionError):  # a broken one is told of where it is used
                environment.get_template(name)
    cache = environment.bytecode_cache
    return cache.code if isinstance(cache, Compiled) else {}
