"""The built-in mail providers, an entry each; they come through the entry points of ``briefing.providers`` like anybody's.

What a provider does with a message was looked up in its own documentation; what is not documented is not relied on.
"""

from __future__ import annotations

from briefing.model import GENERIC, Provider

_IN_BRACES = tuple((opener, f'{{{{"{opener}"}}}}') for opener in ("{{", "{%", "{#"))
"""A string literal in an output tag: Go's text/template, Django, Jinja and Liquid all put it out as it is. It has no blank, so no
line is broken in it."""


def generic() -> Provider:
    """Whatever replaces one exact string; see ``GENERIC``."""
    return GENERIC


def smtp() -> Provider:
    """A mail server of one's own and a script that sends ``email.eml`` to each recipient.

    The placeholder is an address of a domain that cannot exist (RFC 2606), so the message is whole before anything is put in, and a
    forgotten replacement leads nowhere. Replace it in the decoded parts and in ``List-Unsubscribe``, then encode and sign.
    """
    placeholder = "https://unsubscribe.invalid/recipient"
    return Provider(
        "smtp",
        placeholder,
        unescapable=(placeholder,),
        by_hand=("Sign the message so that DKIM covers List-Unsubscribe and List-Unsubscribe-Post (RFC 8058).",),
    )


def listmonk() -> Provider:
    """Listmonk: Go templates with Sprig's functions; links are tracked only where they end in ``@TrackLink``."""
    return Provider(
        "listmonk",
        "{{ UnsubscribeURL }}",
        escapes=_IN_BRACES[:1],
        unescapable=("@TrackLink",),
        adds_headers=True,
        by_hand=("Use the campaign format “Raw HTML” and put email.txt in as its alternative plain text.",),
    )


def mailchimp() -> Provider:
    """Mailchimp: merge tags ``*|…|*``, for which plain text knows no escape."""
    return Provider(
        "mailchimp",
        "*|UNSUB|*",
        unescapable=("*|",),
        no_track="mc:disable-tracking",
        rewrites_links=True,
        adds_headers=True,
        by_hand=("Switch “Track plain-text clicks” off: the attribute that spares a link counts in HTML only.",),
    )


def buttondown() -> Provider:
    """Buttondown: Django's template language."""
    return Provider(
        "buttondown",
        "{{ unsubscribe_url }}",
        escapes=_IN_BRACES,
        rewrites_links=True,
        adds_headers=True,
        by_hand=("Switch the tracking of clicks off: no mark on a link spares it.",),
    )


def ses() -> Provider:
    """Amazon SES, raw messages with list management: one placeholder and no template language."""
    placeholder = "{{amazonSESUnsubscribeUrl}}"
    return Provider(
        "ses",
        placeholder,
        unescapable=(placeholder,),
        no_track="ses:no-track",
        rewrites_links=True,
        adds_headers=True,
        most_placeholders=2,
        by_hand=("Send email.eml as raw content with ListManagementOptions, never as an SES template.",),
    )
