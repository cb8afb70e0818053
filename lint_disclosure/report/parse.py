"""From a Document to a Report: one pass, each step on what the steps before it found."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from lint_disclosure.document import Document, Notice
from lint_disclosure.report import recognition
from lint_disclosure.report.body import body_of
from lint_disclosure.report.claims.finding import find_claims
from lint_disclosure.report.claims.grammar import Grammar
from lint_disclosure.report.contact import find_contact, find_electronic_version
from lint_disclosure.report.folding import Folding
from lint_disclosure.report.labels import label_index
from lint_disclosure.report.metadata import find_metadata
from lint_disclosure.report.model import Field, Report, Section, Sentence, Table
from lint_disclosure.report.period import find_period
from lint_disclosure.report.prose import sentences, without_noise
from lint_disclosure.report.sections import (
    SectionTitles,
    build_sections,
    find_headings,
    spans_without_heading,
)
from lint_disclosure.report.tables import find_regions, form_of_tables, read_tables
from lint_disclosure.report.text_match import source_parts
from lint_disclosure.report.title import (
    find_announced,
    find_title,
    title_in_metadata,
    title_issuer,
    title_year,
)
from lint_disclosure.rulepack.model import Form, RulePack

BREAKS_OFF = (
    "文本似乎在中途断开，此后的内容按未显示处理",
    "the text seems to break off; what may follow is taken as not shown",
)
BEFORE_THE_FORMS = (
    "这份报告早于现行格式（2019年以前），只检查与格式无关的内容",
    "this report is older than the forms (before 2019); only what needs no form is checked",
)
IN_A_FRAME = (
    "；网页里有框架（iframe），正文可能在框架里，请单独打开、保存框架中的页面",
    "; the page has frames: open the page inside and save that",
)
_CLOSING = frozenset("。!?;:)\"'》|")


class NotAReport(Exception):
    """The text is no 政府信息公开工作年度报告; ``hint`` says what may be the matter.

    ``zh`` and ``en`` say it in Chinese and in English.
    """

    def __init__(self, hint: tuple[str, str] = ("", "")) -> None:
        self.zh = "看不出是政府信息公开工作年度报告"
        self.en = "no annual report on government information disclosure"
        self.hint = hint
        super().__init__(self.zh)


class Parser:
    """What parsing needs of a rule pack, prepared once for many reports."""

    def __init__(self, pack: RulePack) -> None:
        self.pack = pack
        self.folding = Folding(pack.characters)
        self.forms = tuple(pack.forms.values())
        self.latest = recognition.latest_form(pack.forms)
        self.oldest = min(self.forms, key=lambda form: form.years.first or 0)
        self.grammars: dict[str, Grammar] = {}
        self.titles = SectionTitles(self.latest)
        self.labels = frozenset(
            text
            for form in self.forms
            for key in form.tables
            for text in label_index(form, key).prefixes
        )

    def grammar(self, form: Form) -> Grammar:
        """How prose states figures of the tables of a form."""
        if form.key not in self.grammars:
            self.grammars[form.key] = Grammar(self.pack.claims, form.key)
        return self.grammars[form.key]

    def parse(self, document: Document, partial: bool = False) -> Report:
        """The report in a document. Raises NotAReport.

        With ``partial`` the text is known to break off; a cut last character tells so too.
        """
        report = _Text(document, self).report(partial)
        if report.form is None:
            return report
        return report._replace(claims=find_claims(report, self.grammar(report.form)))


class _Text:
    """One text on its way to a Report; each step stands on the steps before it."""

    def __init__(self, document: Document, parser: Parser) -> None:
        self.parser = parser
        self.vocabulary = parser.pack.vocabulary
        self.source = document.source
        self.lines = document.lines
        self.notices = document.notices
        self.truncated = document.truncated
        self.features = document.features
        self.folded = without_noise(parser.folding.fold(document.source.text))
        self.headings = find_headings(self.lines, self.folded, parser.titles, parser.labels)
        self.sections = build_sections(self.headings, self.folded, len(self.folded))
        self.first = self.sections[0].heading[0] if self.sections else len(self.folded)
        self.title = find_title(self.lines, self.folded, self.first, self.vocabulary)
        self.metadata = find_metadata(self.lines, self.folded, self._head_end(), self.vocabulary)
        regions = find_regions(parser.latest, self.sections, self.lines, self.folded)
        self.recognised = form_of_tables(parser.forms, regions)
        self.tables = read_tables(
            self.recognised or parser.latest, regions, self.sections, len(self.folded)
        )
        self.prose = sentences(
            self.lines,
            self.folded,
            self._heading_ends(),
            [table.span for table in self.tables.values()],
            self.sections,
        )
        self.opening = [one for one in self.prose if one.section in (None, 1)]
        self.announced = find_announced(self.opening, self.vocabulary)
        if title_year(self.title) is None and self.announced is None:
            self.title = title_in_metadata(self.metadata, self.vocabulary) or self.title
        length = len(self.folded)
        self.period = find_period(self.opening, self.vocabulary, length) or find_period(
            self.prose, self.vocabulary, length
        )

    def report(self, partial: bool) -> Report:
        """All that was found, as a Report. Raises NotAReport when that is too little."""
        self._must_be_report()
        year = self._year()
        expected = recognition.form_for_year(self.parser.pack.forms, year)
        form = self.recognised or expected or (self.parser.latest if year is None else None)
        issuer = self._issuer()
        breaks_off = self._breaks_off()
        known = self.announced
        return Report(
            source=self.source,
            folded=self.folded,
            form=form,
            expected_form=expected,
            year=year,
            issuer=issuer,
            body=body_of(issuer, self.parser.pack.bodies, self.prose),
            title=self.title or (known.field if known else None),
            title_year=title_year(self.title) or (known.year if known else None),
            period=self.period,
            legal_basis=_legal_basis(self.opening),
            electronic_version=find_electronic_version(self.opening, self.vocabulary),
            contact=find_contact(self.opening, self.vocabulary)
            or find_contact(self.prose, self.vocabulary),
            metadata=self.metadata,
            preamble=(0, self.first),
            sections=_outside_tables(self.sections, self.tables),
            unlabelled=spans_without_heading(self.sections, form, self.lines, self.folded)
            if form
            else {},
            tables=self.tables if form else {},
            sentences=self.prose,
            claims=(),
            partial=partial or self.truncated or breaks_off,
            notices=self._all_notices(breaks_off and not partial, year),
            features=self.features,
        )

    def _year(self) -> int | None:
        return recognition.decide_year(
            title_year(self.title),
            self.announced.year if self.announced else None,
            self.period,
            "".join(one.text for one in self.opening),
            self.metadata,
        )

    def _issuer(self) -> str | None:
        return (
            title_issuer(self.title, self.vocabulary)
            or (self.announced.issuer if self.announced else None)
            or _publisher(self.metadata)
        )

    def _all_notices(self, breaks_off: bool, year: int | None) -> tuple[Notice, ...]:
        """The remarks of the reader, and those on what the text is."""
        notices = [*self.notices]
        if breaks_off:
            notices.append(BREAKS_OFF)
        if year is not None and year < (self.parser.oldest.years.first or year):
            notices.append(BEFORE_THE_FORMS)
        return tuple(notices)

    def _head_end(self) -> int:
        """Where the metadata head may reach: to the first long line of running text."""
        for line in self.lines:
            if (
                line.cells is None
                and line.end - line.start > 60
                and "。" in self.folded[line.start : line.end]
            ):
                return line.start
            if line.start >= self.first:
                break
        return self.first

    def _heading_ends(self) -> dict[int, int]:
        """For each line with a heading or the title: where that ends."""
        ends: dict[int, int] = {}
        for heading in self.headings:
            ends[heading.line] = max(heading.end, ends.get(heading.line, 0))
        if self.title is not None:
            starts = {line.start: at for at, line in enumerate(self.lines)}
            parts = self.title.parts
            ends.update({starts[start]: end for start, end in parts if start in starts})
        return ends

    def _must_be_report(self) -> None:
        aspects = sum(
            any(word in one.title for one in _all_sections(self.sections))
            for word in self.vocabulary["aspects"]
        )
        numbers = {one.number for one in self.sections if one.number is not None}
        weight = recognition.evidence(
            named=bool(self.title or self.announced),
            sections=len(numbers),
            tables=len(self.tables),
            period=self.period is not None,
            cites_law=any(
                word in one.text for one in self.prose for word in self.vocabulary["law"]
            ),
            aspects=aspects,
        )
        if weight < recognition.ENOUGH:
            framed = any(one.kind == "frame" for one in self.features)
            raise NotAReport(IN_A_FRAME if framed else ("", ""))

    def _breaks_off(self) -> bool:
        """Whether the text ends within a table or a sentence, with sections still to come."""
        if not self.sections or self.sections[-1].number in (None, 6):
            return False
        last = self.lines[-1]
        if any(table.partial for table in self.tables.values()):
            return True
        if last.cells is not None or not self.prose or self.prose[-1].start < last.start - 400:
            return False
        return self.folded[last.end - 1] not in _CLOSING and last.end - last.start > 25


def _all_sections(sections: Sequence[Section]) -> list[Section]:
    return [one for section in sections for one in (section, *_all_sections(section.subsections))]


def _outside_tables(
    sections: Sequence[Section], tables: Mapping[str, Table]
) -> tuple[Section, ...]:
    """The sections without the sub-sections that are torn labels of a table."""
    spans = [table.span for table in tables.values()]
    return tuple(
        section._replace(
            subsections=tuple(
                one
                for one in section.subsections
                if not any(start <= one.heading[0] < end for start, end in spans)
            )
        )
        for section in sections
    )


def _publisher(metadata: Mapping[str, Field]) -> str | None:
    field = metadata.get("publisher")
    return field.value if field else None


_CITED = re.compile(r"《([^《》]{4,80})》(?:\(([^()]{4,60})\))?")


def _legal_basis(opening: Sequence[Sentence]) -> tuple[Field, ...]:
    """The documents in 《》 that the opening cites, with the number that follows."""
    found: dict[str, Field] = {}
    for sentence in opening[:12]:
        if "《" in sentence.text:
            text = sentence.squeezed
            for match in _CITED.finditer(text):
                parts = source_parts(sentence, match.start(), match.end())
                found.setdefault(match.group(1), Field(match.group(), parts))
    return tuple(found.values())
