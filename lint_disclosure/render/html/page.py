"""The page round the reports: head, style and script, and a policy that lets nothing else in."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from pkgutil import get_data

from lint_disclosure.render.html.escape import escaped
from lint_disclosure.render.html.words import Words


@cache
def asset(name: str) -> str:
    """The text of a file beside this module."""
    data = get_data(__package__, name)
    assert data is not None
    return data.decode("utf-8")


def page_head(title: str, heading: str, words: Words, *, script: bool) -> str:
    """Everything up to the first heading.

    The policy names style and script by their hashes: no other one runs, nothing is loaded from
    anywhere, and no form is sent, whatever a report may hold.
    """
    style = asset("style.css")
    policy = f"default-src 'none'; style-src '{_hash(style)}'"
    if script:
        policy += f"; script-src '{_hash(asset('sort.js'))}'"
    policy += "; base-uri 'none'; form-action 'none'"
    return (
        f'<!doctype html>\n<html lang="{words.code}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"<title>{escaped(title)}</title>\n<style>{style}</style>\n</head>\n<body>\n"
        f'<a class="skip" href="#main">{words.skip}</a>\n<main id="main" tabindex="-1">\n'
        f"<h1>{escaped(heading)}</h1>\n"
    )


def page_end(tool: str, version: str, words: Words, *, script: bool) -> str:
    """What stands below the reports."""
    made = escaped(words.made_by.format(tool=tool, version=version))
    code = f"<script>{asset('sort.js')}</script>\n" if script else ""
    return (
        f'</main>\n<footer><p>{made}{words.stop} <a href="#main">{words.top}</a></p></footer>\n'
        f"{code}</body>\n</html>\n"
    )


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"
