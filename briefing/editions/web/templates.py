"""The templates of the website: how they are read and what they may call."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from jinja2 import Environment, FunctionLoader, StrictUndefined

from briefing.editions.web.places import outside
from briefing.model.dates import day_in_words


def environment_of(templates: Mapping[str, str]) -> Environment:
    """An environment that has these templates and nothing else."""
    environment = Environment(
        loader=FunctionLoader(lambda name: (templates[name], name, None) if name in templates else None),  # tracebacks name it
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        optimized=False,  # our templates have no constants to reckon out beforehand: looking for some is a tenth of compiling them
    )
    environment.filters["day"] = day_in_words
    environment.filters["iso"] = date.isoformat
    environment.filters["outside"] = outside
    return environment
