"""``full``: each finding with its frame, the equation, what to do, and what it rests on."""

from __future__ import annotations

from collections.abc import Iterator

from lint_disclosure.finding import (
    Broken,
    Equation,
    FileResult,
    Finding,
    Fix,
    Related,
    Term,
)
from lint_disclosure.place import Source
from lint_disclosure.render import Settings
from lint_disclosure.render.equation import in_letters, in_numbers
from lint_disclosure.render.grid import grid_frame
from lint_disclosure.render.notes import difference, repair_notes
from lint_disclosure.render.position import position
from lint_disclosure.render.prose import apart, framed, marks, prose_frame
from lint_disclosure.render.style import Paint
from lint_disclosure.render.summary import summary
from lint_disclosure.render.totals import Totals
from lint_disclosure.render.width import text_width, visible, wrap
from lint_disclosure.render.words import words

_MOST_ROWS = 8
"""Rows of a grid that shows all relations of a cause; beyond, it shows the first alone."""


def create(settings: Settings) -> Full:
    """The renderer of this format."""
    return Full(settings)


class Full:
    """Renders for a person at a screen."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.paint = Paint(settings.color)
        self.words = words(settings.lang)

    def begin(self) -> str:
        """Nothing: the first finding is the first line."""
        return ""

    def file(self, result: FileResult) -> str:
        """All findings of one file."""
        return "".join(self.finding(result, finding) + "\n" for finding in result.findings)

    def end(self, totals: Totals) -> str:
        """The summary."""
        return summary(totals, self.settings)

    def finding(self, result: FileResult, finding: Finding) -> str:
        """One finding, as a block of lines."""
        gutter, frame = self._frame(finding, result.source)
        lines = [self._head(finding), self._arrow(result.path, finding, gutter)]
        bar = self.paint("frame", f"{'':>{gutter}} |")
        if frame:
            lines += [bar, *frame]
        lines.append(bar)
        for label, text in self._notes(finding):
            lines += self._note(label, text, gutter)
        if finding.fix is not None:
            lines += self._fix(finding.fix, result.source, gutter)
        if finding.url:
            lines += self._more_help(finding, gutter)
        return "\n".join(lines) + "\n"

    def _head(self, finding: Finding) -> str:
        kind = f"{self.words.severity[finding.severity]}[{finding.rule}]"
        message = self.paint("bold", ": " + visible(finding.message))
        return self.paint(finding.severity, kind) + message

    def _arrow(self, path: str, finding: Finding, gutter: int) -> str:
        at = finding.location
        place = visible(path) + (f":{position(at)}" if at and at.in_file else "")
        return f"{'':>{gutter}}{self.paint('frame', '-->')} {place}  {visible(finding.locator)}"

    def _frame(self, finding: Finding, source: Source | None) -> tuple[int, list[str]]:
        """The width of the gutter and the lines of the frame, if there is anything to show."""
        width = self.settings.width
        if finding.equation is not None and _in_table(finding.equation):
            terms = _framed_terms(finding)
            places = [term.location.in_file for term in terms if term.location]
            gutter = len(str(max((at.line for at in places if at), default=1)))
            return gutter, grid_frame(finding, terms, gutter, width, self.paint, self.words)
        if source is None:
            return 1, []
        shown = marks(finding, source)
        lines = (source.line_number(mark.line) for mark in shown)
        gutter = len(str(max((line for line in lines if line), default=1)))
        return gutter, prose_frame(finding, source, shown, gutter, width, self.paint)

    def _notes(self, finding: Finding) -> Iterator[tuple[str, str]]:
        say = self.words
        if finding.equation is not None:
            sides = in_letters(finding.equation) + say.that_is + in_numbers(finding.equation)
            yield say.required, sides
        else:
            yield from difference(finding, say)
        yield from self._related(finding)
        yield from self._broken(finding, _frames_all(finding))
        if finding.repair is not None:
            yield from repair_notes(finding.repair, say)
        if finding.help:
            yield say.advice, finding.help
        for basis in finding.basis:
            yield say.basis, say.comma.join(part for part in basis if part)
        if finding.confidence != "high":
            yield say.certainty, say.confidence[finding.confidence]

    def _related(self, finding: Finding) -> Iterator[tuple[str, str]]:
        """Related places that no frame shows; those of one cause are told with its relations."""
        if finding.broken:
            return
        in_text = finding.equation is None or not _in_table(finding.equation)
        shown = framed(finding) if in_text else []
        others = [related for related in apart(finding) if related not in shown]
        for related in others:
            if related.location is None or not in_text:
                yield self.words.see_also, self._place(related)
        more = sum(related.location is not None for related in others) if in_text else 0
        if more:
            yield self.words.see_also, self.words.further.format(more)

    def _place(self, related: Related) -> str:
        at = related.location
        text = (f"{position(at)} " if at and at.in_file else "") + related.locator
        return text + self.words.colon + related.message if related.message else text

    def _broken(self, finding: Finding, framed_too: bool) -> Iterator[tuple[str, str]]:
        """What else does not hold by the same cause."""
        say = self.words
        for one in finding.broken:
            at = f"{position(one.location)} " if one.location and not _is_framed(one) else ""
            text = f"{one.rule} {at}{one.message}"
            if one.equation is not None and framed_too and _is_framed(one):
                text += say.bracketed.format(in_letters(one.equation))
            yield say.same_cause, text
        rest = [code for code in finding.also if code not in {one.rule for one in finding.broken}]
        if rest:
            yield say.same_cause, say.listed.join(rest)

    def _fix(self, fix: Fix, source: Source | None, gutter: int) -> list[str]:
        """How to write it instead, with the lines as they are and as they would be."""
        from lint_disclosure.render.fix import fix_lines

        lines = self._note(self.words.fix, fix.title + self.words.fix_with[fix.safety], gutter)
        if source is not None:
            lines += fix_lines(fix, source, gutter, self.settings.width, self.paint, self.words)
        return lines

    def _more_help(self, finding: Finding, gutter: int) -> list[str]:
        """The command and the page that explain the rule; an address is never broken."""
        lead, indent = self._lead(self.words.more_help, gutter)
        command = f"{self.settings.tool} rules explain {finding.rule}"
        url = visible(finding.url)
        if indent + text_width(f"{command}   {url}") <= self.settings.width:
            return [f"{lead}{command}   {url}"]
        return [lead + command, " " * indent + url]

    def _lead(self, label: str, gutter: int) -> tuple[str, int]:
        """What stands before a note, and how many cells it takes."""
        lead = f"{'':>{gutter}} {self.paint('frame', '=')} {self.paint('bold', label + ':')} "
        return lead, gutter + 3 + text_width(label) + 2

    def _note(self, label: str, text: str, gutter: int) -> list[str]:
        lead, indent = self._lead(label, gutter)
        first, *rest = wrap(visible(text), max(20, self.settings.width - indent))
        return [lead + first, *(" " * indent + line for line in rest)]


def _in_table(equation: Equation) -> bool:
    """Whether all operands are table cells; numbers in the prose have no row."""
    return all(term.row for term in equation.left + equation.right)


def _is_framed(broken: Broken) -> bool:
    return broken.equation is not None and _in_table(broken.equation)


def _frames_all(finding: Finding) -> bool:
    """Whether the grid has room for the other relations of the same cause."""
    rows = {term.row for term in _all_terms(finding)}
    return len(rows) <= _MOST_ROWS


def _framed_terms(finding: Finding) -> tuple[Term, ...]:
    """The operands that the grid shows."""
    if finding.equation is None:
        return ()
    own = finding.equation.left + finding.equation.right
    return _all_terms(finding) if _frames_all(finding) else own


def _all_terms(finding: Finding) -> tuple[Term, ...]:
    equations = [finding.equation, *(one.equation for one in finding.broken if _is_framed(one))]
    terms = [term for one in equations if one for term in one.left + one.right]
    return tuple({(term.row, term.column): term for term in terms}.values())
