"""The list of the reports of a page, which a small script can sort."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from lint_disclosure.finding import SEVERITIES, FileResult
from lint_disclosure.render.html.escape import escaped
from lint_disclosure.render.html.overview import verdict
from lint_disclosure.render.html.words import Words

_RANK = {"bad": 0, "open": 1, "good": 2}


class Entry(NamedTuple):
    """What the list says of one report, as HTML; ``kind`` is the class of its verdict."""

    kind: str
    row: str


def entry(result: FileResult, name: str | None, words: Words) -> Entry:
    """The row of a report; ``name`` is its address where the page shows it."""
    kind, sentence = verdict(result, words)
    path = escaped(result.path)
    levels = [one.severity for one in result.findings]
    numbers = [levels.count(severity) for severity in reversed(SEVERITIES)]
    cells = [
        f'<th scope="row">{_link(path, name)}</th>',
        f"<td>{escaped(result.issuer or '')}</td>",
        f'<td class="n">{result.year or ""}</td>',
        f'<td class="{kind}" data-sort="{_RANK[kind]}">{escaped(_short(sentence, words))}</td>',
        *(f'<td class="n">{count}</td>' for count in (*numbers, result.outcomes.cannot_evaluate)),
    ]
    return Entry(kind, f"<tr>{''.join(cells)}</tr>\n")


def index_head(entries: Sequence[Entry], words: Words) -> str:
    """The start of the list, with a sentence on all of it; the rows and ``INDEX_END`` follow."""
    kinds = [one.kind for one in entries]
    leads = zip(
        ("bad", "open", "good"), (words.found, words.unchecked, words.nothing_wrong), strict=True
    )
    told = [f"{lead} {kinds.count(kind)}" for kind, lead in leads if kind in kinds]
    worst = next(kind for kind in ("bad", "open", "good") if kind in kinds)
    sentence = words.reports.format(n=len(entries)) + words.colon + words.comma.join(told)
    columns = (words.file, words.body, words.year, words.verdict, *words.severity.values())
    heads = "".join(f'<th scope="col">{label}</th>' for label in (*columns, words.undecided_short))
    return (
        f'<p class="verdict {worst}">{sentence}{words.stop}</p>\n<p>{words.only_index}</p>\n'
        f'<h2 id="files">{words.files}</h2>'
        f'<div class="scroll" tabindex="0" role="group" aria-labelledby="files">'
        f'<table class="index" data-sort="{escaped(words.sort)}"><thead><tr>{heads}</tr></thead>'
        f"<tbody>\n"
    )


INDEX_END = "</tbody></table></div>\n"


def _link(path: str, name: str | None) -> str:
    return f'<a href="#{name}">{path}</a>' if name else path


def _short(sentence: str, words: Words) -> str:
    return sentence.split(words.colon)[0].removesuffix(words.stop)
