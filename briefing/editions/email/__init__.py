"""The email edition: one issue as HTML, as plain text, as a message, and a manifest for whoever sends it.

Rendered from the model straight to final HTML with inline styles; the plain text comes from the model too, never from the HTML.
The order of what is printed: preheader (the standfirst's first words: what an inbox shows beside the subject) and the link to the
web edition, masthead, then the issue's words in their reading order, then who sends this and how to stop it.
"""

from briefing.editions.email.edition import EmailEdition
from briefing.editions.email.mailing import preheader

__all__ = ["EmailEdition", "preheader"]
