"""Find what the prose of a report states about its tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lint_disclosure.report.claims.grammar import Grammar
from lint_disclosure.report.claims.meeting import meet
from lint_disclosure.report.claims.names import name_in
from lint_disclosure.report.claims.phrase import Phrase, phrase_of
from lint_disclosure.report.claims.reading import ClaimReader
from lint_disclosure.report.model import Body, Claim, Report, Section, Sentence
from lint_disclosure.report.text_match import compiled

_UNITS = "件宗份例起条次个项期篇部元万亿"
_WORKING_DAYS = "(?!个工作日)"
"""20个工作日 is how long an answer takes, no number of requests."""
_COUNT = (
    rf"\d{_WORKING_DAYS}[{_UNITS}余多几)]|\d[,、。;)(]|\d$"
    rf"|[零〇一二两三四五六七八九十百]{_WORKING_DAYS}[件宗份例起条次个]|零[,。;]"
)
_DENIAL = (
    "(?:未|没|无(?![法需关论偿障缝]))[^,;:。]{0,50}?(?:申请|复议|诉讼|规章|规范性|许可|处罚|强制|收费|结转)"
    "|(?:申请|复议|诉讼)[^,;:。]{0,12}(?:未|没|无)"
)
_REQUESTS = ("依申请公开", "信息公开申请")
_TITLES_KEPT = 200
_LONGEST = 3000
_MOST = 200
"""Characters of a sentence, and sentences, that are read; nobody states so many figures."""


def find_claims(report: Report, grammar: Grammar) -> tuple[Claim, ...]:
    """What the prose of a report states about its tables, and which reading the tables meet."""
    claims = read_claims(
        report.sentences,
        grammar,
        folded=report.folded,
        sections=report.sections,
        year=report.year,
        issuer=report.issuer,
        body=report.body,
    )
    return meet(claims, report.tables)


def read_claims(
    sentences: Sequence[Sentence],
    grammar: Grammar,
    *,
    folded: str,
    sections: Sequence[Section],
    year: int | None,
    issuer: str | None,
    body: Body,
) -> Sequence[Claim]:
    """All claims of the sentences, in the order of the text."""
    reader: ClaimReader | None = None
    before: Sentence | None = None
    read = 0
    for sentence in sentences:
        named = worth_reading(sentence.squeezed, grammar.topics)
        goes_on = before is not None and not _parted(before, sentence, folded)
        usable = len(sentence.squeezed) <= _LONGEST and read < _MOST
        told = goes_on and (_counts(sentence.squeezed) or _says_more(reader, sentence))
        if not usable or not (named or told):
            if reader is not None and goes_on:
                _pass_over(reader, sentence)
                before = sentence
            continue
        if reader is None:
            own = issuer or name_in(sentences)
            reader = ClaimReader(grammar, year=year, issuer=own, body=body)
        if not goes_on:
            _begin(reader, sentence, sections)
        reader.read(sentence)
        before = sentence
        read += 1
    return reader.claims if reader is not None else ()


def worth_reading(text: str, topics: Sequence[str]) -> bool:
    """Does a sentence name a topic, and does it count something or deny that there was any?"""
    for topic in topics:
        if topic in text:
            return _counts(text) or _denies(text)
    return False


def _counts(text: str) -> bool:
    return compiled(_COUNT).search(text) is not None


def _denies(text: str) -> bool:
    return ("未" in text or "没" in text or "无" in text) and compiled(_DENIAL).search(
        text
    ) is not None


def _parted(before: Sentence, sentence: Sentence, folded: str) -> bool:
    """Does a new paragraph begin between two sentences?"""
    end = before.start + len(before.text)
    return "\n" in folded[end : sentence.start] or "\r" in folded[end : sentence.start]


def _says_more(reader: ClaimReader | None, sentence: Sentence) -> bool:
    """Does a sentence begin as a remark on the requests before it: 内容集中在…?"""
    return (
        reader is not None
        and reader.scene.topic == "request"
        and sentence.squeezed.startswith(reader.grammar.asides)
    )


def _pass_over(reader: ClaimReader, sentence: Sentence) -> None:
    """A sentence that states nothing: it may name the topic, and else nothing is taken over."""
    scene = reader.scene
    scene.lose()
    if any(word in sentence.squeezed for word in _REQUESTS):
        scene.topic, scene.disclosure, scene.broken = "request", True, None


def _begin(reader: ClaimReader, sentence: Sentence, sections: Sequence[Section]) -> None:
    """Start a paragraph with what its headings speak of."""
    scene = reader.scene
    scene.paragraph(None, disclosure=sentence.section in (3, 4))
    for heading in _headings(sections, sentence.start):
        scene.hear_topic(_phrase_of_title(reader, heading.title))
    if sentence.section == 4:
        scene.topic = None


def _phrase_of_title(reader: ClaimReader, title: str) -> Phrase:
    """What a heading speaks of; most reports have the same, so it is kept."""
    known = reader.grammar.titles
    if title not in known:
        if len(known) >= _TITLES_KEPT:
            known.clear()
        known[title] = phrase_of(reader.tokens(title))
    phrase: Phrase = known[title]
    return phrase


def _headings(sections: Sequence[Section], at: int) -> Iterator[Section]:
    """The headings above a place, the innermost last."""
    for section in sections:
        if section.body[0] <= at < section.body[1]:
            yield section
            yield from _headings(section.subsections, at)
