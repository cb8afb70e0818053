"""What a file holds before and after its fixes, as it may be shown."""

from __future__ import annotations

from lint_disclosure.fixing.rounds import Fixed
from lint_disclosure.reading import read_document
from lint_disclosure.reading.html.origins import HtmlOrigins

_MASK = "*"


def shown_texts(name: str, before: bytes, done: Fixed) -> tuple[str, str]:
    """The texts, or the markup of pages; private numbers that were found are blanked out."""
    old, new = _shown(name, before), _shown(name, done.data)
    for private in _private(name, done):
        old = old.replace(private, _MASK * len(private))
        new = new.replace(private, _MASK * len(private))
    return old, new


def _shown(name: str, data: bytes) -> str:
    source = read_document(name, data).source
    return source.origins.markup if isinstance(source.origins, HtmlOrigins) else source.text


def _private(name: str, done: Fixed) -> list[str]:
    """The texts that the result has blanked out."""
    masked = done.result.source
    text = read_document(name, done.data).source.text
    if masked is None or masked.text == text:
        return []
    found: list[str] = []
    start: int | None = None
    for at, (one, other) in enumerate(zip(masked.text + " ", text + " ", strict=True)):
        if one != other and start is None:
            start = at
        elif one == other and start is not None:
            found.append(text[start:at])
            start = None
    return found
