"""A sentence cut into what its words mean, its numbers and its marks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from lint_disclosure.report.claims.grammar import Grammar
from lint_disclosure.report.claims.names import PLACE_ENDS, Names
from lint_disclosure.report.claims.numbers import DIGIT_OF, Figure, figure_at, numeral_at
from lint_disclosure.report.text_match import compiled

Kind = Literal["word", "number", "mark", "open", "close", "unknown"]

_YEAR = (
    r"(20\d\d)(?:[-至~](20\d\d))?年(?:度内|年度|度|以来|[内里底末])?"
    r"(?:(\d{1,2})月(?:份|([底末])|(\d{1,2})日)?)?"
)
_MONTH = r"(\d{1,2})(?:[-至~](\d{1,2}))?月(?:份|([底末])|(\d{1,2})日)?"
_YEAR_IN_CHARACTERS = r"[一二][零〇○][零〇○一二三四五六七八九]{2}年度?"
_LONGEST_PASSAGE = 40
_ORDINAL = r"\d{1,2}[.、](?!\d)|\([一二三四五六七八九十\d]{1,3}\)"
_MARKS = frozenset(",;:。.!?")
_SENTENCE_MARKS = frozenset(",;:。!?0123456789")
_NUMERALS = frozenset("零〇一二两三四五六七八九十百千")
_SKIPPED = frozenset("\"'·*#-~")
_DIGITS = frozenset("0123456789")
_SPECIAL = frozenset((*_MARKS, *_DIGITS, *_NUMERALS, *_SKIPPED, *"、()《"))
_ORDINALS = frozenset((*_DIGITS, "("))


class Token(NamedTuple):
    """A piece of the squeezed text. ``meanings`` are empty for words that say nothing."""

    kind: Kind
    start: int
    end: int
    meanings: Sequence[str] = ()
    number: Figure | None = None


_new = tuple.__new__
"""Makes a named tuple in half the time; a report has hundreds of tokens."""


def tokens_of(text: str, grammar: Grammar, names: Names, year: int | None) -> list[Token]:
    """The tokens of a squeezed sentence, in order; longer words come before shorter ones."""
    found: list[Token] = []
    words, starts, letters = grammar.words, grammar.starts, names.letters
    at, end_of_text = 0, len(text)
    fresh, unknown_from = True, -1
    while at < end_of_text:
        char = text[at]
        lengths = starts.get(char)
        if lengths is None and char not in _SPECIAL and char not in letters:
            if unknown_from < 0:
                unknown_from = at
            at += 1
            continue
        token: Token | None = None
        end = 0
        if fresh and char in _ORDINALS:
            ordinal = compiled(_ORDINAL).match(text, at)
            end = ordinal.end() if ordinal else 0
        if not end and char in grammar.passages_at:
            end = _passage_end(text, at, grammar)
        if not end:
            for length in lengths or ():
                word = text[at : at + length]
                if word in words:
                    end = at + length
                    token = _new(Token, ("word", at, end, words[word], None))
                    break
            else:
                token = _other(text, at, grammar, names, year)
                end = token.end if token else at + 1
        if token is None or token.kind != "unknown":
            if unknown_from >= 0:
                found.append(Token("unknown", unknown_from, at))
                unknown_from = -1
            if token is not None:
                found.append(token)
        elif unknown_from < 0:
            unknown_from = at
        fresh = token is not None and token.kind == "mark"
        at = end
    if unknown_from >= 0:
        found.append(Token("unknown", unknown_from, at))
    return found


def _passage_end(text: str, at: int, grammar: Grammar) -> int:
    """Where a stretch ends that says nothing (通过网站、邮寄等途径); 0 where none starts."""
    for first in grammar.passages_at[text[at]]:
        if text.startswith(first, at):
            start = at + len(first)
            ends = [
                end + len(last)
                for last in grammar.passages[first]
                if (end := text.find(last, start, start + _LONGEST_PASSAGE)) >= 0
            ]
            end = min(ends, default=0)
            return end if _SENTENCE_MARKS.isdisjoint(text[start:end]) else 0
    return 0


def _other(text: str, at: int, grammar: Grammar, names: Names, year: int | None) -> Token | None:
    """What is not in the list of words; None for a mark that says nothing."""
    char = text[at]
    if char in _MARKS:
        return _new(Token, ("mark", at, at + 1, (), None))
    if char in _DIGITS:
        return _date(text, at, year) or _number(text, at, figure_at(text, at, grammar))
    if char in _NUMERALS:
        spelt = compiled(_YEAR_IN_CHARACTERS).match(text, at)
        if spelt:
            written = int("".join(str(DIGIT_OF[one]) for one in spelt[0][:4]))
            return Token("word", at, spelt.end(), (_time_of(written, year),))
        numeral = numeral_at(text, at, grammar)
        if numeral:
            return _number(text, at, numeral)
    if char == "、":
        return Token("word", at, at + 1, ("and",))
    if char == "(":
        return Token("open", at, at + 1)
    if char == ")":
        return Token("close", at, at + 1)
    if char == "《":
        end = text.find("》", at)
        return Token("unknown", at, end + 1 if end > 0 else len(text))
    if char in _SKIPPED:
        return None
    end = names.end_at(text, at)
    if end > at:
        place = text[end - 1] in PLACE_ENDS
        return Token("word", at, end, ("area",) if place else ("own",))
    return Token("unknown", at, at + 1)


def _number(text: str, at: int, figure: Figure | None) -> Token:
    if figure is None:
        return Token("unknown", at, at + 1)
    return _new(Token, ("number", at, figure.end, (), figure))


def _date(text: str, at: int, year: int | None) -> Token | None:
    """A year or a month: this year, the one before or after it, or a part of a year."""
    match = compiled(_YEAR).match(text, at)
    if match is not None:
        if match[2] or not _ends_year(match[3], match[4] or match[5]):
            return Token("word", at, match.end(), ("part",))
        return Token("word", at, match.end(), (_time_of(int(match[1]), year),))
    match = compiled(_MONTH).match(text, at)
    if match is None:
        return None
    whole = (match[1], match[2]) == ("1", "12") or (
        not match[2] and _ends_year(match[1], match[3] or match[4])
    )
    return Token("word", at, match.end(), () if whole else ("part",))


def _time_of(written: int, year: int | None) -> str:
    """This year, the one before or after it, or another."""
    away = written - year if year else None
    return "now" if away == 0 else "last" if away == -1 else "next" if away == 1 else "part"


def _ends_year(month: str | None, day: str | None) -> bool:
    """Is a day (or 底) the first or last of a year, so that a whole year is meant?"""
    return month is None or (month, day) in (("1", "1"), ("12", "31"), ("12", "底"), ("12", "末"))
