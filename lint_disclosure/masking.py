"""Hide private numbers from everything that is shown of a report."""

from __future__ import annotations

from collections.abc import Sequence

from lint_disclosure.finding import Finding
from lint_disclosure.place import Source, Span

_MASK = "*"


def mask_source(source: Source, private: Sequence[Span]) -> Source:
    """The text with the spans blanked out; lines and columns stay what they are."""
    if not private:
        return source
    text = source.text
    for start, end in private:
        text = text[:start] + _MASK * (end - start) + text[end:]
    return Source(source.name, text, source.origins)


def mask_findings(
    findings: list[Finding], source: Source, private: Sequence[Span]
) -> list[Finding]:
    """The findings with the texts of the spans blanked out in what they quote."""
    texts = {source.text[start:end] for start, end in private}
    return [_masked(finding, texts) for finding in findings] if texts else findings


def _masked(finding: Finding, texts: set[str]) -> Finding:
    return finding._replace(
        message=_without(finding.message, texts),
        help=_without(finding.help, texts),
        actual=_without(finding.actual, texts)
        if isinstance(finding.actual, str)
        else finding.actual,
        related=tuple(
            one._replace(message=_without(one.message, texts)) for one in finding.related
        ),
        broken=tuple(one._replace(message=_without(one.message, texts)) for one in finding.broken),
    )


def _without(text: str, private: set[str]) -> str:
    for one in private:
        text = text.replace(one, _MASK * len(one))
    return text
