"""mkdocs-briefing: Markdown issues in; website, feeds and email out, with every quotation accounted for."""

__version__ = "0.1.0"
