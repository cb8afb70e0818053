"""One report: its head, then its text and tables with the notes beside them."""

from __future__ import annotations

from collections.abc import Iterator

from lint_disclosure.finding import FileResult
from lint_disclosure.render.html.escape import escaped
from lint_disclosure.render.html.inline import Inline
from lint_disclosure.render.html.marks import Marks, find_marks
from lint_disclosure.render.html.note import Notes
from lint_disclosure.render.html.overview import overview
from lint_disclosure.render.html.tables import Tables
from lint_disclosure.render.html.words import Words
from lint_disclosure.render.words import words as said
from lint_disclosure.shown import Shown, ShownTable, ShownText

_NOTHING = Marks({}, {}, {}, frozenset())


def write_report(result: FileResult, name: str, words: Words) -> str:
    """The part of a page that is about one report; ``name`` begins all addresses in it."""
    inline = Inline(name, words)
    about = escaped(" ".join(filter(None, (result.issuer, str(result.year or "")))))
    title = f"{about} <small>{escaped(result.path)}</small>".lstrip()
    body = _Body(result, inline, words).write() if result.shown else _bare(result, inline, words)
    return (
        f'<section class="report" aria-labelledby="{name}"><h2 id="{name}">{title}</h2>'
        f"{overview(result, inline, words, 3)}{body}</section>\n"
    )


def _bare(result: FileResult, inline: Inline, words: Words) -> str:
    """The notes alone, where the text of the report is not at hand."""
    notes = Notes(inline, said(words.lang), words, frozenset())
    return "".join(
        notes.note(index, finding) for index, finding in enumerate(result.findings, start=1)
    )


class _Body:
    def __init__(self, result: FileResult, inline: Inline, words: Words) -> None:
        assert result.shown is not None
        self.shown: Shown = result.shown
        self.findings = result.findings
        self.words = words
        self.inline = inline
        self.marks = find_marks(result.findings, self.shown) if result.findings else _NOTHING
        self.tables = Tables(inline, self.marks.spots, words)
        self.notes = Notes(inline, said(words.lang), words, self.marks.placed)

    def write(self) -> str:
        """The text, cut into rows wherever there are notes."""
        words = self.words
        label = f"{self.inline.name}text"
        return (
            f'<section class="text" aria-labelledby="{label} {self.inline.name}">'
            f'<h3 id="{label}">{words.report}</h3>'
            f"{self._legend()}{self._homeless()}{''.join(self._rows())}</section>"
        )

    def _legend(self) -> str:
        if not self.findings:
            return ""
        say = self.words
        return (
            f'<p class="legend">{say.legend}<mark class="e p">12</mark> {say.solid}{say.comma}'
            f'<mark class="e r">12</mark> {say.dashed}{say.comma}<ins>→12</ins> {say.proposed}'
            f"{say.stop}</p>"
        )

    def _homeless(self) -> str:
        indices = self.marks.homes.get(None)
        if not indices:
            return ""
        notes = self.notes.margin([(one, self.findings[one - 1], 0) for one in indices], 0)
        return f'<div class="alone"><p>{self.words.no_place}{self.words.colon}</p>{notes}</div>'

    def _rows(self) -> Iterator[str]:
        quiet: list[str] = []
        for text, home, rows in self._blocks():
            indices = self.marks.homes.get(home)
            if not indices:
                quiet.append(text)
                continue
            if quiet:
                yield f'<div class="row"><div class="t">{"".join(quiet)}</div></div>\n'
                quiet = []
            margin = self._margin(indices, rows)
            yield f'<div class="row"><div class="t">{text}</div>{margin}</div>\n'
        if quiet:
            yield f'<div class="row"><div class="t">{"".join(quiet)}</div></div>\n'

    def _margin(self, indices: list[int], rows: dict[str, int]) -> str:
        """Notes in the order of the rows they are about, each about as far down as its row."""
        placed = []
        for index in indices:
            finding = self.findings[index - 1]
            placed.append((rows.get(finding.place.row or "", 0), index, finding))
        placed.sort(key=lambda one: one[:2])
        entries = []
        last = 0
        for row, index, finding in placed:
            entries.append((index, finding, row - last))
            last = row
        return self.notes.margin(entries, max(len(rows) - last, 0))

    def _blocks(self) -> Iterator[tuple[str, str | tuple[int, int], dict[str, int]]]:
        """Each block as HTML, what notes belong to, and the rows of a table by their keys."""
        if self.shown.title:
            yield self._text(self.shown.title, "h4", ' class="title"')
        for section in self.shown.sections:
            if section.heading:
                tag = f"h{min(section.level + 3, 6)}"
                yield self._text(section.heading, tag, "")
            for one in section.content:
                if isinstance(one, ShownText):
                    yield self._text(one, "p", "")
                else:
                    yield self._table(one)

    def _text(
        self, text: ShownText, tag: str, more: str
    ) -> tuple[str, tuple[int, int], dict[str, int]]:
        inner = self.inline.line(text, self.marks.lines.get(text.line, ()))
        return f"<{tag}{more}>{inner}</{tag}>\n", (text.line, text.column), {}

    def _table(self, table: ShownTable) -> tuple[str, str, dict[str, int]]:
        html = self.tables.table(table)
        if table.others:
            lines = self.marks.lines
            told = "".join(
                f"<li>{self.inline.line(one, lines.get(one.line, ()))}</li>" for one in table.others
            )
            html += f'<div class="others"><p>{self.words.also_there}</p><ul>{told}</ul></div>'
        rows: dict[str, int] = {}
        if not table.flat:
            for grid in table.grids:
                for row in grid.rows:
                    rows[row.key] = len(rows)
        return html, table.key, rows
