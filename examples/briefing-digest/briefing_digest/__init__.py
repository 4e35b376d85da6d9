"""An example plug-in of mkdocs-briefing: an edition and a check."""
